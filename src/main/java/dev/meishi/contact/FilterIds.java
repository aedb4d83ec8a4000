package dev.meishi.contact;

import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import dev.meishi.lineworks.Blanks;
import dev.meishi.relay.GlobalId;
import org.jspecify.annotations.Nullable;

/**
 * Reads ids in a filter. A thing's global id looks as opaque as its id at LINE WORKS and means the same, if it is of the
 * right kind and domain; LINE WORKS would find nothing by it.
 *
 * @param domainId the domain that is searched
 */
record FilterIds(String domainId) {

    /** Longer than any name, id or address; it all has to fit in one request line. */
    private static final int MAX_LENGTH = 256;

    /**
     * The id at LINE WORKS.
     *
     * @param name of the filter's member
     * @param type the schema's name of the type
     * @param given the thing's id at LINE WORKS or its global id
     */
    @Nullable
    String of(String name, String type, @Nullable String given) {
        String text = text(name, given);
        if (text == null || !GlobalId.isOne(text)) {
            return text;
        }
        GlobalId id = GlobalId.parse(text);
        if (!id.type().equals(type)) {
            throw invalid("filter." + name + " must be the id of a " + type + ", found that of a " + id.type() + ": '"
                    + text + "'.");
        }
        if (!id.domainId().equals(domainId)) {
            throw invalid("filter." + name + " must be an id of the domain that is searched, " + domainId
                    + ", found one of domain " + id.domainId() + ": '" + text + "'; set filter.domainId to that.");
        }
        return id.key();
    }

    /** An id that is blank is a mistake: without the condition others would be found than are meant. */
    static @Nullable String text(String name, @Nullable String value) {
        if (value == null) {
            return null;
        }
        if (Blanks.stripped(value) == null) {
            throw invalid("filter." + name + " must be an id, found a blank text; leave it out to search without it.");
        }
        if (value.length() > MAX_LENGTH) {
            throw invalid("filter." + name + " must have at most " + MAX_LENGTH + " characters, found " + value.length()
                    + "; shorten it.");
        }
        return value;
    }

    private static Failure invalid(String message) {
        return new Failure(ErrorCode.INVALID_ARGUMENT, message);
    }
}
