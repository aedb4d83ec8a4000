package dev.meishi.contact;

import dev.meishi.connection.Page;
import dev.meishi.connection.PageRequest;
import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import dev.meishi.json.JsonReader;
import dev.meishi.ledger.Ledger;
import dev.meishi.ledger.Room;
import dev.meishi.lineworks.Capabilities;
import dev.meishi.lineworks.ContactSearch;
import dev.meishi.lineworks.LineWorks;
import dev.meishi.lineworks.PrivateContactPayload;
import dev.meishi.lineworks.TagPayload;
import dev.meishi.lineworks.View;
import io.smallrye.graphql.api.Nullable;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A LINE WORKS of so many contacts, {@code c0} and following, with a quota of 57 calls a minute for each operation. */
final class NodesOfABook implements LineWorks {

    static final int BUDGET = 57;

    final int size;
    int listCalls;
    int contactCalls;
    int listRoom = BUDGET;
    int contactRoom = BUDGET;

    @Nullable
    Failure failure;

    NodesOfABook(int size) {
        this.size = size;
    }

    int calls() {
        return listCalls + contactCalls;
    }

    @Override
    public Capabilities capabilities() {
        return Capabilities.OF_API_1;
    }

    @Override
    public View view() {
        return View.of("book");
    }

    @Override
    public Room roomForPages(String domainId, Ledger ledger) {
        return new Room(listRoom - listCalls, BUDGET, Duration.ofSeconds(61));
    }

    @Override
    public Room roomForContacts(String domainId, Ledger ledger) {
        return new Room(contactRoom - contactCalls, BUDGET, Duration.ofSeconds(61));
    }

    @Override
    public <C> Uni<Page<C>> contacts(
            ContactSearch search, PageRequest page, JsonReader.Value<C> contact, Ledger ledger) {
        ledger.call();
        listCalls++;
        List<C> found = IntStream.range((int) page.offset(), (int) Math.min(size, page.end()))
                .mapToObj(number -> read("c" + number, contact))
                .toList();
        return failure != null
                ? Uni.createFrom().failure(failure)
                : Uni.createFrom().item(new Page<>(found, page.end() < size, null));
    }

    @Override
    public <C> Uni<Optional<C>> contact(
            String domainId, String resourceId, JsonReader.Value<C> contact, Ledger ledger) {
        if (contactCalls >= contactRoom) {
            return Uni.createFrom().failure(new Failure(ErrorCode.UPSTREAM_RATE_LIMITED, "used up"));
        }
        ledger.call();
        contactCalls++;
        boolean isThere = resourceId.matches("c[0-9]+") && Integer.parseInt(resourceId.substring(1)) < size;
        return Uni.createFrom().item(isThere ? Optional.of(read(resourceId, contact)) : Optional.empty());
    }

    private static <C> C read(String id, JsonReader.Value<C> contact) {
        byte[] json = ("{\"resourceId\":\"" + id + "\",\"creationTime\":\"2020-01-01T00:00:00Z\"}")
                .getBytes(StandardCharsets.UTF_8);
        C read = JsonReader.read(json, contact);
        if (read == null) {
            throw new AssertionError(id);
        }
        return read;
    }

    @Override
    public Uni<List<TagPayload>> tags(String domainId, Ledger ledger) {
        throw new AssertionError("nobody asks for tags");
    }

    @Override
    public boolean hasTags() {
        return false;
    }

    @Override
    public Uni<Page<PrivateContactPayload>> privateContacts(String memberEmail, PageRequest page, Ledger ledger) {
        throw new AssertionError("nobody asks for private contacts");
    }
}
