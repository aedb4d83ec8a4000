package dev.meishi.contact;

import dev.meishi.connection.CursorSeal;
import dev.meishi.connection.Page;
import dev.meishi.connection.PageRequest;
import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import dev.meishi.json.Text;
import dev.meishi.ledger.Ledger;
import dev.meishi.ledger.Room;
import dev.meishi.lineworks.Capabilities;
import dev.meishi.lineworks.ContactBuilder;
import dev.meishi.lineworks.ContactSearch;
import dev.meishi.lineworks.Installation;
import dev.meishi.lineworks.LineWorks;
import dev.meishi.lineworks.UpstreamPrivateContact;
import dev.meishi.lineworks.UpstreamTag;
import dev.meishi.lineworks.View;
import io.smallrye.graphql.api.Nullable;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** A LINE WORKS of so many contacts, {@code c0} and following, with a quota of 57 calls a minute for each operation. */
final class NodesOfABook implements LineWorks {

    static final int BUDGET = 57;

    final int size;
    int listCalls;
    int contactCalls;
    int listRoom = BUDGET;
    int contactRoom = BUDGET;
    View view = View.of("book");

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
        return Installation.NUMBERED;
    }

    @Override
    public CursorSeal cursorSeal() {
        return Installation.SEAL;
    }

    @Override
    public View view() {
        return view;
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
            ContactSearch search, PageRequest page, Supplier<ContactBuilder<C>> builders, Ledger ledger) {
        ledger.call();
        listCalls++;
        List<C> found = IntStream.range((int) page.offset(), (int) Math.min(size, page.end()))
                .mapToObj(number -> build("c" + number, builders.get()))
                .toList();
        return failure != null
                ? Uni.createFrom().failure(failure)
                : Uni.createFrom().item(new Page<>(found, page.end() < size, null));
    }

    @Override
    public <C> Uni<Optional<C>> contact(
            String domainId, String resourceId, Supplier<ContactBuilder<C>> builders, Ledger ledger) {
        if (contactCalls >= contactRoom) {
            return Uni.createFrom().failure(new Failure(ErrorCode.UPSTREAM_RATE_LIMITED, "used up"));
        }
        ledger.call();
        contactCalls++;
        boolean isThere = resourceId.matches("c[0-9]+") && Integer.parseInt(resourceId.substring(1)) < size;
        return Uni.createFrom().item(isThere ? Optional.of(build(resourceId, builders.get())) : Optional.empty());
    }

    private static <C> C build(String id, ContactBuilder<C> builder) {
        builder.begin();
        builder.id(Text.of(id));
        builder.created(OffsetDateTime.parse("2020-01-01T00:00:00Z"));
        return builder.build();
    }

    @Override
    public Uni<List<UpstreamTag>> tags(String domainId, Ledger ledger) {
        throw new AssertionError("nobody asks for tags");
    }

    @Override
    public boolean hasTags() {
        return false;
    }

    @Override
    public Uni<Page<UpstreamPrivateContact>> privateContacts(String memberEmail, PageRequest page, Ledger ledger) {
        throw new AssertionError("nobody asks for private contacts");
    }
}
