package dev.meishi.contact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meishi.contact.EachApi.Part;
import dev.meishi.contact.StoredContacts.Stored;
import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a list of one API page by page, and holds each against what is stored at its moment. */
final class Walk {

    final EachApi side;
    private final StoredContacts store;
    private final ContactFilter filter;
    private final ContactOrder order;
    private final boolean isForward;
    private final String what;
    private final List<Stored> start;
    private final Set<Version> found = new LinkedHashSet<>();
    private @Nullable String last;
    boolean isOver;

    /** A contact as it was from one change to the next. */
    private record Version(String id, long modified) {

        static Version of(Stored contact) {
            return new Version(contact.id(), contact.modified());
        }

        static Version of(@Nullable Contact contact) {
            Contact read = Objects.requireNonNull(contact);
            return new Version(
                    read.resourceId().toString(),
                    Objects.requireNonNull(read.modificationTime()).toEpochSecond());
        }
    }

    Walk(EachApi side, StoredContacts store, ContactFilter filter, ContactOrder order, boolean isForward, String what) {
        this.side = side;
        this.store = store;
        this.filter = filter;
        this.order = order;
        this.isForward = isForward;
        this.what = what;
        start = store.all(filter, order);
    }

    /** The next page. */
    void step(int size, boolean isTotalWanted) {
        if (isOver) {
            return;
        }
        Part part = isForward ? new Part(size, last, null, null) : new Part(null, null, size, last);
        ContactConnection page = read(part, isTotalWanted, what);
        if (page == null) {
            isOver = true;
            return;
        }
        List<Version> versions =
                new ArrayList<>(page.nodes().stream().map(Version::of).toList());
        if (!isForward) {
            Collections.reverse(versions);
        }
        for (Version version : versions) {
            assertThat(found.add(version)).as("%s: %s twice", what, version).isTrue();
            last = version.id();
        }
        isOver = !(isForward ? page.pageInfo().hasNextPage() : page.pageInfo().hasPreviousPage());
        if (side.isSparse() && versions.size() < size && !isOver) {
            last = side.spot(
                    isForward ? page.pageInfo().endCursor() : page.pageInfo().startCursor());
        }
        if (isOver) {
            assertNothingIsMissing();
        }
    }

    /** What stays as it is comes once, in order. */
    private void assertNothingIsMissing() {
        List<Stored> stayed = new ArrayList<>(start);
        stayed.retainAll(store.all());
        if (!isForward) {
            Collections.reverse(stayed);
        }
        List<Version> expected = stayed.stream().map(Version::of).toList();
        List<Version> met = new ArrayList<>(found);
        met.retainAll(expected);
        assertThat(met).as(what).isEqualTo(expected);
    }

    /** Any part, if the contacts at its ends are where they were. */
    void part(Part part, String which) {
        read(part, false, which + (side.isNumbered() ? ", 1.0" : ", 2.0"));
    }

    /**
     * Reads a part, or is refused, which is right only where its place is gone: by name that cannot always be told, and with
     * numbered pages not where a contact is that many others have pushed away.
     */
    private @Nullable ContactConnection read(Part part, boolean isTotalWanted, String which) {
        try {
            Stored after = side.found(part.after());
            Stored before = side.found(part.before());
            boolean isThere = isThere(after) && isThere(before);
            ContactConnection page = side.read(part, isTotalWanted, which);
            if (side.isExact() && !isFromSpot(part)) {
                check(part, after, before, page, which + (isThere ? "" : ", gone"));
            }
            return page;
        } catch (Failure failure) {
            boolean isByName = order.field() == ContactOrderField.NAME;
            if (side.isSparse()
                    && part.first() != null
                    && part.last() != null
                    && failure.code() == ErrorCode.LIMIT_EXCEEDED) {
                return null;
            }
            boolean isThere = side.isExact() && isThere(side.found(part.after())) && isThere(side.found(part.before()));
            assertThat(failure.code())
                    .as("%s, %s", which, part)
                    .isIn(
                            ErrorCode.CURSOR_STALE,
                            !isThere && isByName ? ErrorCode.RESULT_WINDOW_EXCEEDED : ErrorCode.CURSOR_STALE);
            assertThat(!isThere || (isByName && (side.isNumbered() || isFromSpot(part))))
                    .as("%s, %s: stale", which, part)
                    .isTrue();
            side.stale++;
            return null;
        }
    }

    private void check(
            Part part, @Nullable Stored after, @Nullable Stored before, ContactConnection page, String which) {
        List<Stored> all = store.all(filter, order);
        int from = after == null ? 0 : place(all, after, true);
        int to = before == null ? all.size() : place(all, before, false);
        if (to < from) {
            return;
        }
        List<Stored> expected = all.subList(from, to);
        boolean hasNext = part.before() != null || (part.first() != null && part.first() < expected.size());
        expected = part.first() == null ? expected : expected.subList(0, Math.min(part.first(), expected.size()));
        boolean hasPrevious = part.after() != null || (part.last() != null && part.last() < expected.size());
        expected = part.last() == null
                ? expected
                : expected.subList(Math.max(0, expected.size() - part.last()), expected.size());
        String label = which + ", " + part;
        if (isCut(part, page, expected)) {
            List<String> ids = expected.stream().map(Stored::id).toList();
            int size = page.nodes().size();
            boolean isFromStart = part.first() != null;
            assertThat(EachApi.ids(page))
                    .as(label)
                    .isEqualTo(isFromStart ? ids.subList(0, size) : ids.subList(ids.size() - size, ids.size()));
            return;
        }
        assertThat(EachApi.ids(page))
                .as(label)
                .isEqualTo(expected.stream().map(Stored::id).toList());
        assertThat(page.pageInfo().hasNextPage())
                .as("%s: next", label)
                .isIn(hasNext, isThere(before) ? hasNext : to < all.size());
        assertThat(page.pageInfo().hasPreviousPage())
                .as("%s: previous", label)
                .isIn(hasPrevious, isThere(after) ? hasPrevious : from > 0);
    }

    /** Whether its calls ended before it was full, and more may follow. */
    private boolean isCut(Part part, ContactConnection page, List<Stored> expected) {
        boolean isMore = part.first() != null
                ? page.pageInfo().hasNextPage()
                : page.pageInfo().hasPreviousPage();
        return side.isSparse() && isMore && page.nodes().size() < expected.size();
    }

    /** How many of them come before a contact where it was, or at its place. */
    private int place(List<Stored> all, Stored contact, boolean isIncluded) {
        Comparator<Stored> comparator = StoredContacts.comparator(order);
        return (int) all.stream()
                .filter(other -> comparator.compare(other, contact) < (isIncluded ? 1 : 0))
                .count();
    }

    private boolean isFromSpot(Part part) {
        return side.isSpot(part.after()) || side.isSpot(part.before());
    }

    private boolean isThere(@Nullable Stored contact) {
        return contact == null || StoredContacts.isPlacedAlike(contact, store.find(contact.id()), order);
    }
}
