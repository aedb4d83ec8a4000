package dev.meishi.contact;

import dev.meishi.attachments.Attachments;
import dev.meishi.json.Text;
import dev.meishi.lineworks.ContactBuilder;
import dev.meishi.lineworks.Kind;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Builds the graph's contacts from the values that an API of LINE WORKS sends. */
class ContactAssembler implements ContactBuilder<Contact> {

    private final String domainId;
    private final Map<Part, PartList<?>> byPart = new EnumMap<>(Part.class);
    private final PartList<SharedMember> sharedMembers = list(Part.SHARED_MEMBER);
    private final PartList<Email> emails = list(Part.EMAIL);
    private final PartList<Phone> phones = list(Part.PHONE);
    private final PartList<Organization> organizations = list(Part.ORGANIZATION);
    private final PartList<Location> locations = list(Part.LOCATION);
    private final PartList<Event> events = list(Part.EVENT);
    private final PartList<Messenger> messengers = list(Part.MESSENGER);
    private final PartList<Website> websites = list(Part.WEBSITE);
    private final PartList<Photo> photos = list(Part.PHOTO);
    private final PartList<WorksAt> worksAt = list(Part.EXTERNAL);
    private @Nullable Text id;
    private @Nullable Boolean open;
    private @Nullable Boolean coEditing;
    private @Nullable Text masterUserId;
    private List<Text> tagIds = List.of();
    private Name name = Name.NONE;
    private @Nullable DetailedName details;
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

    private <T> PartList<T> list(Part part) {
        PartList<T> list = new PartList<>();
        byPart.put(part, list);
        return list;
    }

    @Override
    public void begin() {
        for (PartList<?> list : byPart.values()) {
            list.clear();
        }
        id = null;
        open = null;
        coEditing = null;
        masterUserId = null;
        tagIds = List.of();
        name = Name.NONE;
        details = null;
        memo = null;
        created = null;
        modified = null;
    }

    @Override
    public void begin(Part part) {
        Objects.requireNonNull(byPart.get(part)).clear();
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
    public void sharedMember(@Nullable Text memberId, Kind.Sharer kind, @Nullable Text sent) {
        sharedMembers.add(new SharedMember(memberId, SchemaEnum.SHARERS.of(kind), sent));
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
    public void email(@Nullable Text address, boolean isDefault) {
        emails.add(new Email(address, isDefault));
    }

    @Override
    public void phone(
            @Nullable Text number, Kind.Phone kind, @Nullable Text sent, @Nullable Text label, boolean isDefault) {
        phones.add(new Phone(number, SchemaEnum.PHONES.of(kind), sent, label, isDefault));
    }

    @Override
    public void organization(
            @Nullable Text company, @Nullable Text department, @Nullable Text title, boolean isDefault) {
        organizations.add(new Organization(company, department, title, isDefault));
    }

    @Override
    public void location(
            @Nullable Text address,
            @Nullable Text postalCode,
            Kind.Location kind,
            @Nullable Text sent,
            @Nullable Text label,
            boolean isDefault) {
        locations.add(new Location(address, postalCode, SchemaEnum.LOCATIONS.of(kind), sent, label, isDefault));
    }

    @Override
    public void event(
            @Nullable Text date,
            Kind.Calendar calendar,
            @Nullable Text calendarSent,
            Kind.Event kind,
            @Nullable Text sent,
            @Nullable Text label,
            boolean isDefault) {
        events.add(new Event(
                date,
                SchemaEnum.CALENDARS.of(calendar),
                calendarSent,
                SchemaEnum.EVENTS.of(kind),
                sent,
                label,
                isDefault));
    }

    @Override
    public void messenger(
            @Nullable Text accountId,
            Kind.Messenger kind,
            @Nullable Text sent,
            @Nullable Text label,
            boolean isDefault) {
        messengers.add(new Messenger(accountId, SchemaEnum.MESSENGERS.of(kind), sent, label, isDefault));
    }

    @Override
    public void website(@Nullable Text address, boolean isDefault) {
        websites.add(new Website(address, isDefault));
    }

    @Override
    public void photo(@Nullable Text path, boolean isDefault) {
        photos.add(new Photo(path, isDefault));
    }

    @Override
    public void memo(@Nullable Text text) {
        memo = text;
    }

    @Override
    public void external(Kind.External kind, @Nullable Text sent, @Nullable Text externalId, List<Text> memberIds) {
        worksAt.add(new WorksAt(WorksAt.type(kind), sent, externalId, memberIds));
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
                created,
                modified,
                details == null ? null : details.of(name),
                null,
                new Attachments());
    }

    @Override
    public Contact broken(String why, long fingerprint) {
        return BrokenContact.of(domainId, id, fingerprint, why, name, created, modified);
    }
}
