package dev.meishi.tag;

import dev.meishi.connection.Page;
import dev.meishi.connection.PageRequest;
import dev.meishi.json.JsonReader;
import dev.meishi.ledger.Ledger;
import dev.meishi.lineworks.Capabilities;
import dev.meishi.lineworks.ContactSearch;
import dev.meishi.lineworks.LineWorks;
import dev.meishi.lineworks.PrivateContactPayload;
import dev.meishi.lineworks.TagPayload;
import dev.meishi.lineworks.View;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A LINE WORKS of tags alone, that notes its calls. */
final class Shelf implements LineWorks {

    final List<String> asked = new ArrayList<>();
    List<TagPayload> tags = List.of(
            new TagPayload("c", "Customers", "COMPANY", null),
            new TagPayload("a", "Friends", "user", "u1"),
            new TagPayload("b", null, "GROUP", null));
    boolean hasTags = true;

    @Nullable
    Uni<List<TagPayload>> answer;

    @Override
    public Capabilities capabilities() {
        return Capabilities.OF_API_1;
    }

    @Override
    public View view() {
        return View.of("shelf");
    }

    @Override
    public Uni<List<TagPayload>> tags(String domainId, Ledger ledger) {
        asked.add(domainId);
        return answer == null ? Uni.createFrom().item(tags) : answer;
    }

    @Override
    public boolean hasTags() {
        return hasTags;
    }

    @Override
    public <C> Uni<Page<C>> contacts(
            ContactSearch search, PageRequest page, JsonReader.Value<C> contact, Ledger ledger) {
        throw new AssertionError("tags need no contacts");
    }

    @Override
    public <C> Uni<Optional<C>> contact(
            String domainId, String resourceId, JsonReader.Value<C> contact, Ledger ledger) {
        throw new AssertionError("tags need no contacts");
    }

    @Override
    public Uni<Page<PrivateContactPayload>> privateContacts(String memberEmail, PageRequest page, Ledger ledger) {
        throw new AssertionError("tags need no contacts");
    }
}
