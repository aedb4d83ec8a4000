package dev.meishi.contact;

import dev.meishi.connection.Snapshot;
import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import dev.meishi.json.Text;
import dev.meishi.ledger.Ledger;
import dev.meishi.ledger.Room;
import dev.meishi.lineworks.LineWorks;
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

/** Reads contacts of one domain by their ids, one by one or from the list of all contacts, and holds what it has found. */
final class ContactNodesReader {

    private static final int PAGES_AT_ONCE = 4;

    private final LineWorks lineWorks;
    private final String domainId;
    private final Ledger ledger;
    private final Function<GlobalId, Uni<Optional<Node>>> find;
    private final Map<GlobalId, Found> known = new HashMap<>();

    /** The ids that are not found yet, by the resourceIds of their contacts. */
    private final Map<Text, GlobalId> wanted = new HashMap<>();

    ContactNodesReader(
            LineWorks lineWorks, String domainId, Ledger ledger, Function<GlobalId, Uni<Optional<Node>>> find) {
        this.lineWorks = lineWorks;
        this.domainId = domainId;
        this.ledger = ledger;
        this.find = find;
    }

    /** Adds ids to those that are read. */
    void want(List<GlobalId> ids) {
        ids.forEach(id -> wanted.put(Text.of(id.key()), id));
    }

    /** The number of ids that are not found yet. */
    int missing() {
        return wanted.size();
    }

    /** Reads the ids of which each has a page of its own in the cache, and adds what is known of the others. */
    Uni<Map<GlobalId, Found>> results(List<GlobalId> alone) {
        return NodeSearch.eachOf(alone, find).map(own -> {
            Map<GlobalId, Found> all = new HashMap<>(known);
            all.putAll(own);
            return all;
        });
    }

    /** Takes the contacts with wanted ids from a page; false if it has none. */
    boolean take(Snapshot<?> page) {
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

    Uni<Void> oneByOne() {
        return NodeSearch.eachOf(List.copyOf(wanted.values()), find)
                .invoke(known::putAll)
                .replaceWithVoid();
    }

    /**
     * Reads the list of all contacts. A contact that is not on it, or left its place while it was read, is read alone; most
     * of these do not exist.
     */
    Uni<Void> byList(WholeList list) {
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
                .chain(last -> wanted.size() <= singles() ? oneByOne() : fail(refusal(wanted.size(), roomForEach())))
                .onFailure(Failure.class)
                .recoverWithUni(this::fail);
    }

    /** Gives all that is not found yet this failure. */
    Uni<Void> fail(Throwable failure) {
        List.copyOf(wanted.values()).forEach(id -> known.put(id, Found.failed(failure)));
        return Uni.createFrom().voidItem();
    }

    /** The maximum number of contacts that can be read one by one. */
    int singles() {
        return Math.min(roomForEach().shared(), ledger.budget().left());
    }

    /** The room of the quota for contacts that are read one by one. */
    Room roomForEach() {
        return lineWorks.roomForContacts(domainId, ledger);
    }

    /** The failure of ids that need more calls than there is room for. */
    Failure refusal(int needed, Room room) {
        int possible = Math.min(room.sharedInAMinute(), ledger.budget().allowed());
        String text = "Finding " + wanted.size() + " contacts that are not cached needs " + needed
                + " calls to LINE WORKS, but ";
        return needed > possible
                ? new Failure(
                        ErrorCode.LIMIT_EXCEEDED,
                        text + possible + " are allowed. Request at most " + possible + " contacts at once.")
                : new Failure(
                        ErrorCode.UPSTREAM_RATE_LIMITED,
                        text + "the quota has room for "
                                + Math.min(room.shared(), ledger.budget().left())
                                + " now. Repeat the request later, or request fewer contacts.",
                        null,
                        Totals.seconds(room.untilAll()),
                        null);
    }
}
