package dev.meishi.lineworks.v1;

import dev.meishi.connection.Page;
import dev.meishi.connection.PageRequest;
import dev.meishi.failure.Failure;
import dev.meishi.json.Text;
import dev.meishi.lineworks.UpstreamPrivateContact;
import dev.meishi.lineworks.UpstreamTag;
import dev.meishi.lineworks.http.TransportErrors;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks answers with status 200; one that contradicts itself or the request is a {@link Failure}. */
final class ResponseChecks {

    private ResponseChecks() {}

    /** A page with a successor must be full, else every rank after it would be wrong. */
    static <C> Page<C> contacts(@Nullable ContactListPayload<C> body, PageRequest page) {
        if (body == null) {
            throw empty();
        }
        List<C> contacts = body.contacts();
        if (contacts == null) {
            contacts = missing(Text.string(body.code()), Text.string(body.message()));
        }
        Integer next = body.nextPage();
        boolean hasNext = next != null && next > page.number();
        if (contacts.size() > page.size() || (hasNext && contacts.size() < page.size())) {
            throw TransportErrors.invalid("page " + page.number() + " of size " + page.size() + " has "
                    + contacts.size() + " contacts" + (hasNext ? " and a next page" : ""));
        }
        return new Page<>(contacts, hasNext, null);
    }

    /** A page must have what the total leaves for it; {@code FAIL} is a failure whatever the status. */
    static Page<UpstreamPrivateContact> privateContacts(PrivateContactListPayload body, PageRequest page) {
        if (!"SUCCESS".equals(body.code())) {
            throw UpstreamErrors.ofFail(body.failType(), body.message());
        }
        PrivateContactListPayload.Data data = body.data();
        Integer total = data == null ? null : data.totalLength();
        if (data == null || total == null) {
            throw TransportErrors.invalid("it reports success without totalLength");
        }
        List<UpstreamPrivateContact> contacts = list(data.resultData(), null, null).stream()
                .map(PrivateContactListPayload.Item::read)
                .toList();
        long expected = Math.min(page.size(), Math.max(0, total - page.offset()));
        if (contacts.size() != expected) {
            throw TransportErrors.invalid("page " + page.number() + " of size " + page.size() + " has "
                    + contacts.size() + " of " + total + " private contacts");
        }
        return new Page<>(contacts, page.offset() + contacts.size() < total, total);
    }

    /** The tags of one part of the list. */
    static List<UpstreamTag> tags(TagListPayload body) {
        return list(body.tags(), body.code(), body.message()).stream()
                .map(TagListPayload.Tag::read)
                .toList();
    }

    /** There must be one: what there is not is answered with status 404. */
    static <C> Optional<C> contact(@Nullable C contact) {
        if (contact == null) {
            throw empty();
        }
        return Optional.of(contact);
    }

    /** An answer that says nothing. */
    static Failure empty() {
        return TransportErrors.invalid("it is empty");
    }

    private static <T> List<T> list(@Nullable List<@Nullable T> list, @Nullable String code, @Nullable String message) {
        if (list == null) {
            return missing(code, message);
        }
        return list.stream().filter(Objects::nonNull).toList();
    }

    /** A missing list is empty, as everywhere at LINE WORKS, unless an error's code stands in its place. */
    private static <T> List<T> missing(@Nullable String code, @Nullable String message) {
        if (code != null) {
            throw UpstreamErrors.ofFail(code, message);
        }
        return List.of();
    }
}
