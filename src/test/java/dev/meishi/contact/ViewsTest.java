package dev.meishi.contact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meishi.connection.Direction;
import dev.meishi.connection.PageRequest;
import dev.meishi.ledger.Ledger;
import dev.meishi.ledger.OperationTerms;
import dev.meishi.lineworks.ContactSearch;
import dev.meishi.lineworks.Installation;
import dev.meishi.lineworks.View;
import dev.meishi.pages.CachedPages;
import dev.meishi.pages.Pages;
import dev.meishi.relay.GlobalId;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** {@link View}: what was asked for by one view is shown in no other, and in the same one without a call. */
class ViewsTest {

    private static final View OWN = View.of("book");
    private static final View MEMBER = new View("book", "member@example.com");
    private static final GlobalId ID = new GlobalId("Contact", "1", "c1");

    private final NodesOfABook book = new NodesOfABook(10);
    private final Pages pages = CachedPages.fresh(Duration.ofSeconds(30));

    @Test
    void aSingleContactIsOfAView() {
        find(OWN);
        find(MEMBER);
        assertThat(book.contactCalls).isEqualTo(2);

        find(View.of("book"));
        find(new View("book", "member@example.com"));
        assertThat(book.contactCalls).isEqualTo(2);
    }

    @Test
    void aListIsOfAView() {
        list(OWN);
        list(MEMBER);
        assertThat(book.listCalls).isEqualTo(2);

        list(View.of("book"));
        list(new View("book", "member@example.com"));
        assertThat(book.listCalls).isEqualTo(2);
    }

    @Test
    void aContactIsFoundInTheListsOfItsOwnViewAlone() {
        list(OWN);

        assertThat(callsForTwo(OWN)).isZero();
        assertThat(callsForTwo(MEMBER)).isPositive();
    }

    private int callsForTwo(View view) {
        book.view = view;
        List<GlobalId> ids = List.of(ID, new GlobalId("Contact", "1", "c2"));
        return contacts().search(ids, () -> Set.of("id"), ledger()).calls();
    }

    private void find(View view) {
        book.view = view;
        contacts().find(ID, ledger()).await().atMost(Duration.ofSeconds(5));
    }

    private void list(View view) {
        book.view = view;
        new ContactLists(book, pages, ContactSearch.ofAll("1"))
                .pages(Direction.FORWARD, null)
                .get(new PageRequest(1, 500), ledger())
                .await()
                .atMost(Duration.ofSeconds(5));
    }

    private Contacts contacts() {
        return new Contacts(book, Installation.domains("1", "2"), pages);
    }

    private static Ledger ledger() {
        return Ledger.admitted(OperationTerms.background(Duration.ofMinutes(1)));
    }
}
