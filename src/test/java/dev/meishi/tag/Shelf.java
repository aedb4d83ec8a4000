package dev.meishi.tag;

import dev.meishi.connection.CursorSeal;
import dev.meishi.connection.Page;
import dev.meishi.connection.PageRequest;
import dev.meishi.ledger.Ledger;
import dev.meishi.lineworks.Capabilities;
import dev.meishi.lineworks.ContactBuilder;
import dev.meishi.lineworks.ContactSearch;
import dev.meishi.lineworks.Installation;
import dev.meishi.lineworks.LineWorks;
import dev.meishi.lineworks.UpstreamPrivateContact;
import dev.meishi.lineworks.UpstreamTag;
import dev.meishi.lineworks.View;
import dev.meishi.lineworks.v1.SentJson;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A LINE WORKS of tags alone, that notes its calls. */
final class Shelf implements LineWorks {

    final List<String> asked = new ArrayList<>();
    List<UpstreamTag> tags = List.of(
            SentJson.tag("c", "Customers", "COMPANY", null),
            SentJson.tag("a", "Friends", "user", "u1"),
            SentJson.tag("b", null, "GROUP", null));
    boolean hasTags = true;
    View view = View.of("shelf");

    @Nullable
    Uni<List<UpstreamTag>> answer;

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
    public Uni<List<UpstreamTag>> tags(String domainId, Ledger ledger) {
        asked.add(domainId);
        return answer == null ? Uni.createFrom().item(tags) : answer;
    }

    @Override
    public boolean hasTags() {
        return hasTags;
    }

    @Override
    public <C> Uni<Page<C>> contacts(
            ContactSearch search, PageRequest page, Supplier<ContactBuilder<C>> builders, Ledger ledger) {
        throw new AssertionError("tags need no contacts");
    }

    @Override
    public <C> Uni<Optional<C>> contact(
            String domainId, String resourceId, Supplier<ContactBuilder<C>> builders, Ledger ledger) {
        throw new AssertionError("tags need no contacts");
    }

    @Override
    public Uni<Page<UpstreamPrivateContact>> privateContacts(String memberEmail, PageRequest page, Ledger ledger) {
        throw new AssertionError("tags need no contacts");
    }
}
