package dev.meishi.lineworks;

import dev.meishi.json.Text;
import java.nio.ByteBuffer;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Builds contacts of what an API reads, one after the other: {@link #begin()}, what the contact has in any order, and {@link
 * #build()} or {@link #broken}. What is not said is absent; of what is said twice the last counts. Kinds come with the text
 * that the API sent for them, null if it sent none, and {@code label} is the name of a kind of its own. For one answer and
 * one thread.
 *
 * @param <C> what a contact is built as
 */
public interface ContactBuilder<C> {

    /** Kinds of parts of which a contact has a list. */
    enum Part {
        SHARED_MEMBER,
        EMAIL,
        PHONE,
        ORGANIZATION,
        LOCATION,
        EVENT,
        MESSENGER,
        WEBSITE,
        PHOTO,
        EXTERNAL,
        CUSTOM_PROPERTY
    }

    /** Another contact; nothing said before is of it. */
    void begin();

    /**
     * A list of parts, each of which is said next; it takes the place of one before.
     *
     * @param part their kind
     */
    void begin(Part part);

    /**
     * Its id, without which it cannot be built.
     *
     * @param id opaque
     */
    void id(Text id);

    /**
     * Who sees it.
     *
     * @param isOpen true: every member, false: those it is shared with
     */
    void open(@Nullable Boolean isOpen);

    /**
     * Who may change it.
     *
     * @param isCoEditing true: those it is shared with, false: its master
     */
    void coEditing(@Nullable Boolean isCoEditing);

    /**
     * The member responsible for it.
     *
     * @param memberId opaque
     */
    void master(@Nullable Text memberId);

    /** A {@link Part#SHARED_MEMBER}. */
    void sharedMember(@Nullable Text id, Kind.Sharer kind, @Nullable Text sent);

    /**
     * Its tags.
     *
     * @param ids opaque
     */
    void tags(List<Text> ids);

    /** The parts of its name that are known wherever it is read. */
    void name(
            @Nullable Text last,
            @Nullable Text first,
            @Nullable Text phoneticLast,
            @Nullable Text phoneticFirst,
            @Nullable Text nick);

    /** The other parts of its name; said only where the API tells them, though there may be none. */
    void nameDetails(@Nullable Text prefix, @Nullable Text suffix, @Nullable Text middle);

    /** An {@link Part#EMAIL}. */
    void email(@Nullable Text address, boolean isDefault);

    /** A {@link Part#PHONE}. */
    void phone(@Nullable Text number, Kind.Phone kind, @Nullable Text sent, @Nullable Text label, boolean isDefault);

    /** An {@link Part#ORGANIZATION}. */
    void organization(@Nullable Text name, @Nullable Text department, @Nullable Text title, boolean isDefault);

    /** A {@link Part#LOCATION}. */
    void location(
            @Nullable Text address,
            @Nullable Text postalCode,
            Kind.Location kind,
            @Nullable Text sent,
            @Nullable Text label,
            boolean isDefault);

    /** An {@link Part#EVENT}; its date is a text, as it need not be a date of the solar calendar. */
    void event(
            @Nullable Text date,
            Kind.Calendar calendar,
            @Nullable Text calendarSent,
            Kind.Event kind,
            @Nullable Text sent,
            @Nullable Text label,
            boolean isDefault);

    /** A {@link Part#MESSENGER}. */
    void messenger(
            @Nullable Text accountId,
            Kind.Messenger kind,
            @Nullable Text sent,
            @Nullable Text label,
            boolean isDefault);

    /** A {@link Part#WEBSITE}; its address may have no scheme. */
    void website(@Nullable Text address, boolean isDefault);

    /** A {@link Part#PHOTO}. */
    void photo(@Nullable Text path, boolean isDefault);

    /** Whether it has a photo is not said with it: that is asked for by its id. */
    void photoApart();

    /**
     * What its members wrote about it.
     *
     * @param text free
     */
    void memo(@Nullable Text text);

    /** What makes it an {@link Part#EXTERNAL} contact, with the members who added it to theirs. */
    void external(Kind.External kind, @Nullable Text sent, @Nullable Text id, List<Text> memberIds);

    /** A value of the {@link Part#CUSTOM_PROPERTY} that is said next; of a link the text that stands for it, if any. */
    void customPropertyValue(@Nullable Text text, @Nullable Text link, boolean isDefault);

    /**
     * A {@link Part#CUSTOM_PROPERTY}, a property that the tenant has defined, with the values said since the one before.
     *
     * @param name unique in the tenant
     * @param sent JSON of all its values, in the answer itself
     */
    void customProperty(Text name, ByteBuffer sent);

    /**
     * When it was created.
     *
     * @param time null also if it cannot be read
     */
    void created(@Nullable OffsetDateTime time);

    /**
     * When it was last changed.
     *
     * @param time null also if it cannot be read
     */
    void modified(@Nullable OffsetDateTime time);

    /**
     * The contact.
     *
     * @return of what was said since {@link #begin()}
     */
    C build();

    /**
     * A contact that cannot be read. What was said of id, name and times since {@link #begin()} gives it its place in a list.
     *
     * @param why without any value of it, as the end of a sentence
     * @param fingerprint tells what was sent from nearly everything else
     * @return something in its place
     */
    C broken(String why, long fingerprint);
}
