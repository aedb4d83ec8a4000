package dev.meishi.contact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meishi.contact.EachApi.Part;
import dev.meishi.contact.StoredContacts.Stored;
import dev.meishi.lineworks.LineWorks;
import dev.meishi.wire.SandboxControl;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Both APIs of LINE WORKS over the same contacts, which change between two pages: any list by any of them is what the
 * specification of connections says, for the calls said.
 */
@QuarkusTest
@TestProfile(BothApisTest.WithoutContacts.class)
class BothApisTest {

    /** A simulator whose contacts are put there by the test. */
    public static final class WithoutContacts implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("meishi.sandbox.contacts", "0");
        }
    }

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init")
    URI address;

    @Inject
    @SuppressWarnings("NullAway.Init")
    BothApis apis;

    private int read;
    private int stale;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
    void anyPartIsTheSameByBothAndTakesTheCallsSaid(int seed) {
        Random random = new Random(seed);
        StoredContacts store = store(random, List.of(15, 60, 190, 230, 375, 500).get(seed % 6));
        for (int i = 0; i < 40; i++) {
            walk(store, random, "seed " + seed + ", list " + i);
        }
        assertThat(read).isGreaterThan(stale * 3).isGreaterThan(200);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void changesAreTheSameByBothAndNoneIsMissed(int seed) {
        Random random = new Random(seed);
        StoredContacts store = store(random, 150);
        long since = StoredContacts.BEGINNING + random.nextInt(30 * 24 * 3600);
        List<Polls> both = apis.all.stream()
                .map(api -> new Polls(api, apis.domains, since))
                .toList();
        for (int i = 0; i < 40; i++) {
            int count = 1 + random.nextInt(2 * ShortLists.PAGE);
            for (int change = random.nextInt(6); change > 0; change--) {
                store.change();
            }
            both.forEach(polls -> polls.poll(count, store));
        }
        store.now += 3600;
        both.forEach(polls -> polls.pollAll(store));

        Map<String, Long> changed = store.all().stream()
                .filter(contact -> contact.modified() >= since)
                .collect(Collectors.toMap(Stored::id, Stored::modified));
        assertThat(both)
                .allSatisfy(
                        polls -> assertThat(polls.copy()).as("seed %d", seed).containsAllEntriesOf(changed));
        assertThat(both.get(1).copy()).as("seed %d", seed).isEqualTo(both.get(0).copy());
    }

    private StoredContacts store(Random random, int size) {
        StoredContacts store = new StoredContacts(new SandboxControl(address), random, size);
        store.readings(Map.of(
                "cursorText", random.nextBoolean() ? "SAME" : "FRESH",
                "lastCursor", List.of("ABSENT", "NULL", "EMPTY").get(random.nextInt(3)),
                "filters", random.nextBoolean() ? "ALL" : "ANY",
                "cursorFilters", random.nextBoolean() ? "BOUND" : "FREE"));
        return store;
    }

    /** A list from one of its ends to the other, and then any parts of it. */
    private void walk(StoredContacts store, Random random, String list) {
        ContactOrder order = order(store, random);
        ContactFilter filter = filter(store, random);
        String what = list + ", " + order + ", " + filter;
        boolean isForward = random.nextBoolean();
        int most = 1 + random.nextInt(3 * ShortLists.PAGE);
        boolean isCaching = random.nextInt(3) == 0;
        List<Walk> walks = new ArrayList<>();
        for (LineWorks api : apis.all) {
            EachApi side = EachApi.of(ShortLists.of(api), apis.domains, store, filter, order, isCaching);
            if (side != null) {
                walks.add(new Walk(
                        side, store, filter, order, isForward, what + (side.isNumbered() ? ", 1.0" : ", 2.0")));
            }
        }
        boolean isOfBoth = filter.email() == null && filter.phone() == null;
        assertThat(walks).as(what).hasSizeGreaterThanOrEqualTo(isOfBoth ? 2 : 0);
        boolean isChanging = random.nextInt(3) > 0;
        while (walks.stream().anyMatch(walk -> !walk.isOver)) {
            int size = 1 + random.nextInt(most);
            boolean isTotalWanted = random.nextInt(8) == 0;
            walks.forEach(walk -> walk.step(size, isTotalWanted));
            change(isChanging, store, random, walks);
        }
        for (int i = 0; i < 6; i++) {
            List<Stored> all = store.all(filter, order);
            Part part = part(all, random);
            String which = what + ", part " + i;
            walks.stream().filter(walk -> walk.side.hasCursors(part)).forEach(walk -> walk.part(part, which));
            change(isChanging, store, random, walks);
        }
        walks.forEach(walk -> {
            read += walk.side.read;
            stale += walk.side.stale;
        });
    }

    private static void change(boolean isChanging, StoredContacts store, Random random, List<Walk> walks) {
        for (int i = isChanging ? random.nextInt(4) : 0; i > 0; i--) {
            store.change();
            walks.forEach(walk -> walk.side.isChanged = true);
        }
    }

    /** By name no more is served than lies within the cap of both ends. */
    private static ContactOrder order(StoredContacts store, Random random) {
        List<ContactOrderField> fields = isLong(store)
                ? List.of(ContactOrderField.CREATION_TIME, ContactOrderField.MODIFICATION_TIME)
                : List.of(ContactOrderField.values());
        return new ContactOrder(
                fields.get(random.nextInt(fields.size())),
                random.nextBoolean() ? OrderDirection.ASC : OrderDirection.DESC);
    }

    private static boolean isLong(StoredContacts store) {
        return store.all().size() > 2 * ShortLists.CAP - 20;
    }

    private static ContactFilter filter(StoredContacts store, Random random) {
        DateTimeRange span = random.nextInt(3) == 0 && !isLong(store) ? span(store, random) : null;
        boolean isCreation = random.nextBoolean();
        return new ContactFilter(
                null,
                random.nextInt(8) == 0 ? "NAME" + random.nextInt(6) : null,
                random.nextInt(5) == 0 ? "tag" + (1 + random.nextInt(3)) : null,
                null,
                random.nextInt(4) == 0 ? (Boolean) random.nextBoolean() : null,
                random.nextInt(6) == 0 ? (Boolean) random.nextBoolean() : null,
                random.nextInt(5) == 0 ? "account" + (1 + random.nextInt(6)) + "@example.com" : null,
                isCreation ? span : null,
                isCreation ? null : span,
                random.nextInt(8) == 0 ? "PERSON" + random.nextInt(4) : null,
                random.nextInt(8) == 0 ? "090-100" + random.nextInt(3) : null);
    }

    private static DateTimeRange span(StoredContacts store, Random random) {
        long start = StoredContacts.BEGINNING + random.nextInt((int) (store.now - StoredContacts.BEGINNING));
        long end = start + random.nextInt(random.nextBoolean() ? 7 * 24 * 3600 : 40 * 24 * 3600);
        return new DateTimeRange(
                random.nextInt(5) == 0 ? null : StoredContacts.at(start),
                random.nextInt(5) == 0 ? null : StoredContacts.at(end));
    }

    private static Part part(List<Stored> all, Random random) {
        int most = 3 * ShortLists.PAGE;
        Integer first = random.nextBoolean() ? (Integer) (1 + random.nextInt(most)) : null;
        Integer last = first == null || random.nextInt(3) == 0 ? (Integer) (1 + random.nextInt(most)) : null;
        int from = all.isEmpty() || random.nextInt(3) == 0 ? -1 : random.nextInt(all.size());
        int to = all.isEmpty() || random.nextInt(3) > 0 ? -1 : Math.max(0, from) + random.nextInt(2 * most);
        return new Part(
                first,
                from < 0 ? null : all.get(from).id(),
                last,
                to < 0 || to >= all.size() || to <= from ? null : all.get(to).id());
    }
}
