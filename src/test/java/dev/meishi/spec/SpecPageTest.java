package dev.meishi.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pages do not disturb each other, whatever the gateway keeps from one answer to the next. */
class SpecPageTest {

    private static final Pattern OWNER = Pattern.compile("/domains/\\d+/|targetMemberEmail=[^&]+");

    @Test
    void noTwoPagesHaveTheSameTitle() {
        assertThat(Stream.of(SpecPage.all(), SpecPage.onTwo()).flatMap(List::stream))
                .extracting(SpecPage::title)
                .doesNotHaveDuplicates();
    }

    @Test
    void noTwoPagesAskAboutTheSameDomainOrMember() {
        Map<String, String> pageOf = new HashMap<>();
        for (SpecPage page : SpecPage.all()) {
            for (Exchange exchange : page.exchanges()) {
                Matcher owner = OWNER.matcher(exchange.request() + " " + exchange.form());
                assertThat(owner.find()).as(exchange.request()).isTrue();
                assertThat(List.of(page.title(), pageOf.getOrDefault(owner.group(), page.title())))
                        .as("pages with " + owner.group())
                        .containsOnly(page.title());
                pageOf.put(owner.group(), page.title());
            }
        }
    }
}
