package dev.meishi.contact;

import dev.meishi.attachments.Attachments;
import dev.meishi.json.Text;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Builds the graph's contacts from the values that an API of LINE WORKS sends. */
class ContactAssembler extends PartLists {

    private final String domainId;
    private @Nullable Text id;
    private @Nullable Boolean open;
    private @Nullable Boolean coEditing;
    private @Nullable Text masterUserId;
    private List<Text> tagIds = List.of();
    private Name name = Name.NONE;
    private @Nullable DetailedName details;
    private boolean photoApart;
    private @Nullable Text memo;
    private @Nullable OffsetDateTime created;
    private @Nullable OffsetDateTime modified;

    /**
     * Builds contacts of a domain.
     *
     * @param domainId the domain they were asked of
     */
    ContactAssembler(String domainId) {
        this.domainId = domainId;
    }

    @Override
    public void begin() {
        clearParts();
        id = null;
        open = null;
        coEditing = null;
        masterUserId = null;
        tagIds = List.of();
        name = Name.NONE;
        details = null;
        photoApart = false;
        memo = null;
        created = null;
        modified = null;
    }

    @Override
    public void id(Text found) {
        id = found;
    }

    @Override
    public void open(@Nullable Boolean isOpen) {
        open = isOpen;
    }

    @Override
    public void coEditing(@Nullable Boolean isCoEditing) {
        coEditing = isCoEditing;
    }

    @Override
    public void master(@Nullable Text memberId) {
        masterUserId = memberId;
    }

    @Override
    public void tags(List<Text> ids) {
        tagIds = ids;
    }

    @Override
    public void name(
            @Nullable Text last,
            @Nullable Text first,
            @Nullable Text phoneticLast,
            @Nullable Text phoneticFirst,
            @Nullable Text nick) {
        name = new Name(last, first, phoneticLast, phoneticFirst, nick);
    }

    @Override
    public void nameDetails(@Nullable Text prefix, @Nullable Text suffix, @Nullable Text middle) {
        details = new DetailedName(Name.NONE, prefix, suffix, middle);
    }

    @Override
    public void photoApart() {
        photoApart = true;
    }

    @Override
    public void memo(@Nullable Text text) {
        memo = text;
    }

    @Override
    public void created(@Nullable OffsetDateTime time) {
        created = time;
    }

    @Override
    public void modified(@Nullable OffsetDateTime time) {
        modified = time;
    }

    @Override
    public Contact build() {
        List<Email> allEmails = emails.toList();
        List<Phone> allPhones = phones.toList();
        List<Organization> allOrganizations = organizations.toList();
        List<WorksAt> allWorksAt = worksAt.toList();
        return new Contact(
                domainId,
                Objects.requireNonNull(id),
                open,
                coEditing,
                masterUserId,
                sharedMembers.toList(),
                tagIds,
                name,
                allEmails,
                PartList.primary(allEmails, Email::represent),
                allPhones,
                PartList.primary(allPhones, Phone::represent),
                allOrganizations,
                PartList.primary(allOrganizations, Organization::represent),
                locations.toList(),
                events.toList(),
                messengers.toList(),
                websites.toList(),
                photos.toList(),
                memo,
                allWorksAt,
                !allWorksAt.isEmpty(),
                customProperties.toList(),
                created,
                modified,
                details == null ? null : details.of(name),
                photoApart,
                null,
                new Attachments());
    }

    @Override
    public Contact broken(String why, long fingerprint) {
        return BrokenContact.of(domainId, id, fingerprint, why, name, created, modified);
    }
}
