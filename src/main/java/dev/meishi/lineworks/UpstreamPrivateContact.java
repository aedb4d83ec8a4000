package dev.meishi.lineworks;

import org.jspecify.annotations.Nullable;

/**
 * A private contact as LINE WORKS has it; null where it has no value.
 *
 * @param number its id, of 15 digits or more; null if it was sent without one
 * @param name in one piece
 * @param phone default number
 * @param email default address
 * @param organization default company
 * @param department default one
 * @param title default position
 * @param photoUrl address of its photo's thumbnail
 * @param isImportant whether the member marked it
 * @param external what makes it an external contact; null for others
 */
public record UpstreamPrivateContact(
        @Nullable String number,
        @Nullable String name,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String organization,
        @Nullable String department,
        @Nullable String title,
        @Nullable String photoUrl,
        boolean isImportant,
        @Nullable External external) {

    /**
     * What makes a private contact an external one.
     *
     * @param kind where it comes from
     * @param kindSent as it was sent
     * @param number of the external contact
     */
    public record External(
            Kind.External kind,
            @Nullable String kindSent,
            @Nullable String number) {}
}
