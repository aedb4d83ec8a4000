package dev.meishi.contact;

import dev.meishi.connection.Snapshot;
import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import dev.meishi.json.Text;
import dev.meishi.ledger.Ledger;
import dev.meishi.ledger.Room;
import dev.meishi.lineworks.LineWorks;
import dev.meishi.lineworks.View;
import dev.meishi.pages.Pages;
import dev.meishi.relay.GlobalId;
import dev.meishi.relay.Node;
import dev.meishi.relay.NodeSearch;
import dev.meishi.relay.NodeSearch.Found;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Contacts of one domain by their ids, by as few calls as can be: from pages that are cached, then one by one, or by
 * reading the list of all contacts where that takes fewer calls. No more calls are begun than the quota has room for, less
 * a share that is left to others: what does not fit fails before the first of them.
 */
final class ContactNodes {

    /** So few are asked for one by one without finding out how long the list is, which takes up to as many calls. */
    private static final int FEW = 10;

    /** Calls that tell how long the list is: its first page, and seven that halve the others. */
    private static final int MEASURING = 8;

    private static final int PAGES_AT_ONCE = 4;

    private final LineWorks lineWorks;
    private final Pages pages;
    private final String domainId;
    private final Ledger ledger;
    private final Map<GlobalId, Found> known = new HashMap<>();

    /** The ids that are not found yet, by what the contacts have. */
    private final Map<Text, GlobalId> wanted = new HashMap<>();

    private final Function<GlobalId, Uni<Optional<Node>>> find;
    private final WholeList list;

    ContactNodes(
            LineWorks lineWorks,
            Pages pages,
            String domainId,
            Ledger ledger,
            Function<GlobalId, Uni<Optional<Node>>> find) {
        this.lineWorks = lineWorks;
        this.pages = pages;
        this.domainId = domainId;
        this.ledger = ledger;
        this.find = find;
        this.list = new WholeList(lineWorks, pages, domainId, ledger);
    }

    /**
     * Plans the search.
     *
     * @param ids of the domain, each once
     * @param isListEnough whether what is asked of the contacts is the same in a list
     */
    NodeSearch search(List<GlobalId> ids, boolean isListEnough) {
        Map<Boolean, List<GlobalId>> byCached = ids.stream().collect(Collectors.partitioningBy(this::isCached));
        List<GlobalId> alone = byCached.getOrDefault(true, List.of());
        byCached.getOrDefault(false, List.of()).forEach(id -> wanted.put(Text.of(id.key()), id));
        if (isListEnough && wanted.size() > 1 && !ledger.bypassesCache()) {
            lookUpInCache();
        }
        Plan plan = plan(isListEnough);
        return new NodeSearch(
                plan.calls,
                plan.atMost,
                plan.how,
                () -> plan.way
                        .get()
                        .chain(done -> NodeSearch.eachOf(alone, find))
                        .map(own -> {
                            Map<GlobalId, Found> all = new HashMap<>(known);
                            all.putAll(own);
                            return all;
                        }));
    }

    private boolean isCached(GlobalId id) {
        SingleContactLoader one = new SingleContactLoader(lineWorks, id);
        return !pages.of(one.key(), SingleContactLoader.TITLE, one)
                .cached(0, 1, ledger)
                .isEmpty();
    }

    private void lookUpInCache() {
        View view = lineWorks.view();
        List<Snapshot<?>> fresh = pages.fresh(key -> ContactLists.isOfAll(key, view, domainId));
        fresh.stream()
                .sorted((one, other) -> Long.signum(other.takenAt() - one.takenAt()))
                .forEach(page -> {
                    if (take(page)) {
                        pages.used(page, "contacts", ledger);
                    }
                });
    }

    /** Takes what is wanted from a page; false if there is none of it. */
    private boolean take(Snapshot<?> page) {
        int before = wanted.size();
        if (before > 0) {
            for (Object item : page.items()) {
                if (item instanceof Contact contact) {
                    GlobalId id = wanted.remove(contact.resourceId());
                    if (id != null) {
                        known.put(id, found(contact));
                    }
                }
            }
        }
        return wanted.size() < before;
    }

    private static Found found(Contact contact) {
        Failure fault = contact.fault();
        return fault == null ? Found.of(Optional.of(contact)) : Found.failed(fault);
    }

    private record Plan(int calls, int atMost, String how, Supplier<Uni<Void>> way) {}

    private Plan plan(boolean isListEnough) {
        int count = wanted.size();
        int single = singles();
        if (count == 0) {
            return new Plan(0, 0, "from the cache", () -> Uni.createFrom().voidItem());
        }
        if (count == 1 || (count <= single && (!isListEnough || count <= FEW))) {
            return new Plan(count, count, "contacts one by one: " + count + " calls", this::oneByOne);
        }
        if (!isListEnough) {
            return refusal(count, lineWorks.roomForContacts(domainId, ledger));
        }
        return list.isMeasured() ? measured() : unmeasured();
    }

    private Plan measured() {
        int count = wanted.size();
        int reading = list.missing();
        boolean isListPossible = reading <= list.room();
        boolean isEachPossible = count <= singles();
        if (isListPossible && (reading < count || !isEachPossible)) {
            String how = "contacts by reading their list: " + reading + " calls; one by one " + count;
            return new Plan(reading, reading + count, how, this::byList);
        }
        return isEachPossible
                ? new Plan(
                        count, count, "contacts one by one: " + count + " calls; their list " + reading, this::oneByOne)
                : refusal(
                        Math.min(count, reading),
                        reading < count
                                ? lineWorks.roomForPages(domainId, ledger)
                                : lineWorks.roomForContacts(domainId, ledger));
    }

    private Plan unmeasured() {
        int count = wanted.size();
        if (list.room() < MEASURING) {
            return count <= singles()
                    ? new Plan(count, count, "contacts one by one: " + count + " calls", this::oneByOne)
                    : refusal(count, lineWorks.roomForContacts(domainId, ledger));
        }
        return new Plan(
                1,
                MEASURING + list.room() + count,
                "contacts by reading their list if it is short: 1 call or more; one by one " + count,
                () -> list.measure(this::take, () -> wanted.isEmpty())
                        .chain(done -> measured().way.get())
                        .onFailure(Failure.class)
                        .recoverWithUni(this::fail));
    }

    private Uni<Void> oneByOne() {
        return NodeSearch.eachOf(List.copyOf(wanted.values()), find)
                .invoke(known::putAll)
                .replaceWithVoid();
    }

    /** Who is not on the list, or left its place while it was read, is asked for; most of them do not exist. */
    private Uni<Void> byList() {
        if (wanted.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Multi.createFrom()
                .iterable(list.unread())
                .onItem()
                .transformToUni(list::page)
                .merge(PAGES_AT_ONCE)
                .select()
                .first(page -> {
                    take(page);
                    return !wanted.isEmpty();
                })
                .collect()
                .last()
                .chain(last -> wanted.size() <= singles() || wanted.isEmpty()
                        ? oneByOne()
                        : refusal(wanted.size(), lineWorks.roomForContacts(domainId, ledger))
                                .way
                                .get())
                .onFailure(Failure.class)
                .recoverWithUni(this::fail);
    }

    private Uni<Void> fail(Throwable failure) {
        List.copyOf(wanted.values()).forEach(id -> known.put(id, Found.failed(failure)));
        return Uni.createFrom().voidItem();
    }

    private int singles() {
        return Math.min(
                lineWorks.roomForContacts(domainId, ledger).shared(),
                ledger.budget().left());
    }

    private Plan refusal(int needed, Room room) {
        int possible = Math.min(room.sharedInAMinute(), ledger.budget().allowed());
        String text = "It takes " + needed + " calls to LINE WORKS to find " + wanted.size()
                + " contacts that are not cached; ";
        Failure failure = needed > possible
                ? new Failure(
                        ErrorCode.LIMIT_EXCEEDED,
                        text + "allowed are " + possible + ". Ask for at most " + possible + " at once.")
                : new Failure(
                        ErrorCode.UPSTREAM_RATE_LIMITED,
                        text + "the quota has room for "
                                + Math.min(room.shared(), ledger.budget().left())
                                + " now. Ask again later, or for fewer.",
                        null,
                        Totals.seconds(room.untilAll()),
                        null);
        return new Plan(0, 0, "refused: " + needed + " calls", () -> fail(failure));
    }
}
