package dev.meishi.relay;

import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * What a global id stands for. Opaque to callers: Base64url of {@code type:domainId:key}.
 *
 * @param type the schema's name of the type
 * @param domainId the LINE WORKS domain it belongs to
 * @param key its id within type and domain
 */
public record GlobalId(String type, String domainId, String key) {

    private static final String[] NO_PARTS = {};

    /** Longer than any that stands for something, and not worth decoding. */
    private static final int MAX_LENGTH = 1_024;

    /**
     * Reads an id that a caller sent.
     *
     * @param text as {@link #encode()} wrote it
     * @return its parts
     * @throws Failure {@code INVALID_ID} if it was not made by {@link #encode()}
     */
    public static GlobalId parse(String text) {
        String[] parts = text.length() > MAX_LENGTH ? NO_PARTS : decode(text).split(":", 3);
        if (parts.length == 3 && !parts[0].isEmpty() && !parts[1].isEmpty() && !parts[2].isEmpty()) {
            GlobalId id = new GlobalId(parts[0], parts[1], parts[2]);
            if (id.encode().equals(text)) {
                return id;
            }
        }
        throw new Failure(
                ErrorCode.INVALID_ID, "The id was not issued by this gateway; use an id from one of its answers.");
    }

    /**
     * Reads the id of a thing of one type.
     *
     * @param text as {@link #encode()} wrote it
     * @param type the schema's name of the type wanted
     * @return its parts
     * @throws Failure {@code INVALID_ID} if it is no id or another type's
     */
    public static GlobalId parse(String text, String type) {
        GlobalId id = parse(text);
        if (!id.type.equals(type)) {
            throw new Failure(ErrorCode.INVALID_ID, "The id is of a " + id.type + ", not of a " + type + ".");
        }
        return id;
    }

    /**
     * Whether a text that should be something else is the id of a thing.
     *
     * @param text from a caller
     * @return true if {@link #parse(String)} reads it
     */
    public static boolean isOne(String text) {
        try {
            parse(text);
            return true;
        } catch (Failure opaque) {
            return false;
        }
    }

    private static String decode(String text) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (IllegalArgumentException | CharacterCodingException notMadeHere) {
            return "";
        }
    }

    /**
     * The id as callers see it.
     *
     * @return characters of the Base64url alphabet
     */
    public String encode() {
        String text = type + ":" + domainId + ":" + key;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
