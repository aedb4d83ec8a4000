package dev.meishi.contact;

import dev.meishi.connection.CountSearch;
import dev.meishi.connection.Direction;
import dev.meishi.connection.PageRequest;
import dev.meishi.connection.Snapshot;
import dev.meishi.ledger.Ledger;
import dev.meishi.lineworks.Capabilities;
import dev.meishi.lineworks.ContactSearch;
import dev.meishi.lineworks.LineWorks;
import dev.meishi.pages.ListPages;
import dev.meishi.pages.Pages;
import io.smallrye.mutiny.Uni;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** The list of all contacts of a domain, oldest first, in the largest pages, in which contacts are found by their ids. */
final class WholeList {

    /** More pages than telling the length of a list takes, even of one that changes meanwhile. */
    private static final int MOST_MEASURED = 8;

    private final LineWorks lineWorks;
    private final String domainId;
    private final Ledger ledger;
    private final ListPages<Contact> pages;
    private final Set<Integer> read = new HashSet<>();
    private final Set<Integer> cached = new HashSet<>();
    private final int size;
    private CountSearch length;

    /** As of what is cached. */
    WholeList(LineWorks lineWorks, Pages pages, String domainId, Ledger ledger) {
        this.lineWorks = lineWorks;
        this.domainId = domainId;
        this.ledger = ledger;
        Capabilities allowed = lineWorks.capabilities();
        this.size = allowed.largestPage();
        this.length = new CountSearch(size, allowed.resultCap());
        this.pages = new ContactLists(lineWorks, pages, ContactSearch.ofAll(domainId)).pages(Direction.FORWARD, null);
        for (Snapshot<Contact> page : this.pages.cached(0, allowed.resultCap(), ledger)) {
            length = length.observe(page.page(), page.items().size(), page.hasNext());
            if (page.page().size() == size) {
                cached.add(page.page().number());
            }
        }
    }

    /** Whether it is known how long it is; one of more than can be read counts as the longest that can. */
    boolean isMeasured() {
        return length.known().isPresent();
    }

    /** Calls that reading what is not read yet takes. */
    int missing() {
        return (int) unread().stream()
                .filter(page -> !cached.contains(page.number()))
                .count();
    }

    /** Calls that the quota has room for, and the operation. */
    int room() {
        return Math.min(
                lineWorks.roomForPages(domainId, ledger).shared(),
                ledger.budget().left());
    }

    /** The pages that are not read yet. */
    List<PageRequest> unread() {
        return IntStream.rangeClosed(1, (length.atMost() + size - 1) / size)
                .filter(number -> !read.contains(number))
                .mapToObj(number -> new PageRequest(number, size))
                .toList();
    }

    Uni<Snapshot<Contact>> page(PageRequest page) {
        return pages.get(page, ledger);
    }

    /**
     * Finds out how long it is.
     *
     * @param onPage is given each page that is read
     * @param isEnough whether it need not go on
     */
    Uni<Void> measure(Consumer<Snapshot<Contact>> onPage, BooleanSupplier isEnough) {
        PageRequest next =
                read.isEmpty() ? new PageRequest(1, size) : length.next().orElse(null);
        if (next == null || isEnough.getAsBoolean() || read.size() >= MOST_MEASURED) {
            return Uni.createFrom().voidItem();
        }
        return page(next).chain(page -> {
            read.add(next.number());
            length = length.observe(next, page.items().size(), page.hasNext());
            onPage.accept(page);
            return measure(onPage, isEnough);
        });
    }
}
