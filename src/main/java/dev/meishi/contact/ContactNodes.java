package dev.meishi.contact;

import dev.meishi.connection.Snapshot;
import dev.meishi.failure.Failure;
import dev.meishi.ledger.Ledger;
import dev.meishi.ledger.Room;
import dev.meishi.lineworks.LineWorks;
import dev.meishi.lineworks.View;
import dev.meishi.pages.Pages;
import dev.meishi.relay.GlobalId;
import dev.meishi.relay.Node;
import dev.meishi.relay.NodeSearch;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Plans how contacts of one domain are found by their ids, with as few calls as possible: from cached pages, then one by
 * one, or by reading the list of all contacts where that takes fewer calls. No more calls are begun than the quota has room
 * for, less a share for other operations; otherwise all ids fail before the first call.
 */
final class ContactNodes {

    /** This few are read one by one without finding out how long the list is, which takes up to as many calls. */
    private static final int FEW = 10;

    /** Calls that tell how long the list is: its first page, and seven that halve the others. */
    private static final int MEASURING = 8;

    private final LineWorks lineWorks;
    private final Pages pages;
    private final String domainId;
    private final Ledger ledger;
    private final ContactNodesReader reader;
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
        this.reader = new ContactNodesReader(lineWorks, domainId, ledger, find);
        this.list = new WholeList(lineWorks, pages, domainId, ledger);
    }

    /**
     * Plans the search.
     *
     * @param ids of the domain, each once
     * @param isListEnough whether the requested fields of the contacts are the same in a list
     */
    NodeSearch search(List<GlobalId> ids, boolean isListEnough) {
        Map<Boolean, List<GlobalId>> byCached = ids.stream().collect(Collectors.partitioningBy(this::isCached));
        List<GlobalId> alone = byCached.getOrDefault(true, List.of());
        reader.want(byCached.getOrDefault(false, List.of()));
        if (isListEnough && reader.missing() > 1 && !ledger.bypassesCache()) {
            lookUpInCache();
        }
        Plan plan = plan(isListEnough);
        return new NodeSearch(
                plan.calls, plan.atMost, plan.how, () -> plan.way.get().chain(done -> reader.results(alone)));
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
                    if (reader.take(page)) {
                        pages.used(page, "contacts", ledger);
                    }
                });
    }

    private record Plan(int calls, int atMost, String how, Supplier<Uni<Void>> way) {}

    private Plan plan(boolean isListEnough) {
        int count = reader.missing();
        int single = reader.singles();
        if (count == 0) {
            return new Plan(0, 0, "from the cache", () -> Uni.createFrom().voidItem());
        }
        if (count == 1 || (count <= single && (!isListEnough || count <= FEW))) {
            return new Plan(count, count, "contacts one by one: " + count + " calls", reader::oneByOne);
        }
        if (!isListEnough) {
            return refusal(count, reader.roomForEach());
        }
        return list.isMeasured() ? measured() : unmeasured();
    }

    private Plan measured() {
        int count = reader.missing();
        int reading = list.missing();
        boolean isListPossible = reading <= list.room();
        boolean isEachPossible = count <= reader.singles();
        if (isListPossible && (reading < count || !isEachPossible)) {
            String how = "contacts by reading their list: " + reading + " calls; one by one " + count;
            return new Plan(reading, reading + count, how, () -> reader.byList(list));
        }
        return isEachPossible
                ? new Plan(
                        count,
                        count,
                        "contacts one by one: " + count + " calls; their list " + reading,
                        reader::oneByOne)
                : refusal(
                        Math.min(count, reading),
                        reading < count ? lineWorks.roomForPages(domainId, ledger) : reader.roomForEach());
    }

    private Plan unmeasured() {
        int count = reader.missing();
        if (list.room() < MEASURING) {
            return count <= reader.singles()
                    ? new Plan(count, count, "contacts one by one: " + count + " calls", reader::oneByOne)
                    : refusal(count, reader.roomForEach());
        }
        return new Plan(
                1,
                MEASURING + list.room() + count,
                "contacts by reading their list if it is short: 1 call or more; one by one " + count,
                () -> list.measure(reader::take, () -> reader.missing() == 0)
                        .chain(done -> measured().way.get())
                        .onFailure(Failure.class)
                        .recoverWithUni(reader::fail));
    }

    private Plan refusal(int needed, Room room) {
        return new Plan(0, 0, "refused: " + needed + " calls", () -> reader.fail(reader.refusal(needed, room)));
    }
}
