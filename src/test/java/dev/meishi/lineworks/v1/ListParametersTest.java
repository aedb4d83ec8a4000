package dev.meishi.lineworks.v1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meishi.connection.PageRequest;
import dev.meishi.lineworks.ContactSearch;
import org.junit.jupiter.api.Test;

/** {@link ListParameters}: pages of API 1.0 have numbers. */
class ListParametersTest {

    private static final ContactSearch ALL = ContactSearch.ofAll("1");

    @Test
    void aPageIsAskedForByItsNumber() {
        assertThat(ListParameters.of(ALL, new PageRequest(3, 20)))
                .containsEntry("page", "3")
                .containsEntry("maxResults", "20");
    }

    /** Or its first page would come in place of the one that was meant. */
    @Test
    void aPageThatBeginsAtACursorIsADefectOfWhoAsksForIt() {
        assertThatThrownBy(() -> ListParameters.of(ALL, PageRequest.at("cursor", 20)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cursor");
        assertThat(ListParameters.number(PageRequest.at(null, 20))).isEqualTo(1);
    }
}
