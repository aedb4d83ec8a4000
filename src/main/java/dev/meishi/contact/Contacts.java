package dev.meishi.contact;

import dev.meishi.connection.PageArguments;
import dev.meishi.connection.PageRequest;
import dev.meishi.connection.RangePlanner;
import dev.meishi.connection.Slice;
import dev.meishi.connection.Window;
import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import dev.meishi.lineworks.ContactPayload;
import dev.meishi.lineworks.ContactSearch;
import dev.meishi.lineworks.Domains;
import dev.meishi.lineworks.LineWorks;
import dev.meishi.relay.GlobalId;
import dev.meishi.relay.Node;
import dev.meishi.relay.NodeSource;
import io.smallrye.graphql.api.Nullable;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Gets contacts: a window of a list, or one by its id. */
@ApplicationScoped
class Contacts implements NodeSource {

    private static final RangePlanner PLANNER = new RangePlanner(LineWorks.MAX_PAGE_SIZE, LineWorks.RESULT_CAP);

    private final LineWorks lineWorks;
    private final Domains domains;

    Contacts(LineWorks lineWorks, Domains domains) {
        this.lineWorks = lineWorks;
        this.domains = domains;
    }

    @Override
    public String type() {
        return Contact.TYPE;
    }

    @Override
    public Uni<Optional<Node>> find(GlobalId id) {
        if (!domains.has(id.domainId())) {
            return Uni.createFrom().item(Optional.empty());
        }
        return lineWorks
                .contact(id.domainId(), id.key())
                .map(found -> found.map(payload -> Contact.from(payload, id.domainId())));
    }

    Uni<ContactConnection> page(ContactSearch search, PageArguments arguments) {
        long list = search.fingerprint();
        Window wanted = arguments.window(list);
        if (wanted.offset() >= LineWorks.RESULT_CAP) {
            throw new Failure(
                    ErrorCode.RESULT_WINDOW_EXCEEDED,
                    "LINE WORKS serves the first 50,000 results of a search and this page starts at number "
                            + (wanted.offset() + 1L) + "; narrow the filter, for example with createdBetween.");
        }
        Window window = wanted.upTo(LineWorks.RESULT_CAP);
        return Slice.of(window, PLANNER.plan(window), page -> lineWorks.contacts(search, page))
                .flatMap(slice -> atTheCap(search, slice))
                .map(slice -> ContactConnection.of(graph(slice, search.domainId()), list));
    }

    /**
     * At the cap LINE WORKS may leave out {@code nextPage} though results follow. The list's last contact tells: it is
     * the first one in the opposite order, ties turned round too. If that cannot be asked, results may well follow.
     */
    private Uni<Slice<ContactPayload>> atTheCap(ContactSearch search, Slice<ContactPayload> slice) {
        int end = slice.offset() + slice.items().size();
        if (slice.hasNext() || end < LineWorks.RESULT_CAP) {
            return Uni.createFrom().item(slice);
        }
        String last = slice.items().get(slice.items().size() - 1).resourceId();
        return lineWorks
                .contacts(search.reversed(), new PageRequest(1, 1))
                .map(page -> page.items().stream().allMatch(contact -> Objects.equals(contact.resourceId(), last)))
                .onFailure()
                .recoverWithItem(false)
                .map(isLast -> new Slice<>(slice.offset(), slice.items(), !isLast, null));
    }

    private static Slice<Contact> graph(Slice<ContactPayload> slice, String domainId) {
        List<Contact> contacts = slice.items().stream()
                .map(payload -> Contact.from(payload, domainId))
                .toList();
        int end = slice.offset() + contacts.size();
        boolean isEndKnown = !slice.hasNext() && (slice.offset() == 0 || !contacts.isEmpty());
        @Nullable Integer total = isEndKnown ? (Integer) end : null;
        return new Slice<>(slice.offset(), contacts, slice.hasNext(), total);
    }
}
