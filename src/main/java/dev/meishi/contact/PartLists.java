package dev.meishi.contact;

import dev.meishi.json.Text;
import dev.meishi.lineworks.ContactBuilder;
import dev.meishi.lineworks.Kind;
import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The parts of a contact in the words of the graph, until it has all of them; used again for the next contact. */
abstract class PartLists implements ContactBuilder<Contact> {

    private final Map<Part, PartList<?>> byPart = new EnumMap<>(Part.class);
    final PartList<SharedMember> sharedMembers = list(Part.SHARED_MEMBER);
    final PartList<Email> emails = list(Part.EMAIL);
    final PartList<Phone> phones = list(Part.PHONE);
    final PartList<Organization> organizations = list(Part.ORGANIZATION);
    final PartList<Location> locations = list(Part.LOCATION);
    final PartList<Event> events = list(Part.EVENT);
    final PartList<Messenger> messengers = list(Part.MESSENGER);
    final PartList<Website> websites = list(Part.WEBSITE);
    final PartList<Photo> photos = list(Part.PHOTO);
    final PartList<WorksAt> worksAt = list(Part.EXTERNAL);
    final PartList<CustomProperty> customProperties = list(Part.CUSTOM_PROPERTY);
    private final PartList<CustomPropertyValue> customPropertyValues = new PartList<>();

    private <T> PartList<T> list(Part part) {
        PartList<T> list = new PartList<>();
        byPart.put(part, list);
        return list;
    }

    final void clearParts() {
        for (PartList<?> list : byPart.values()) {
            list.clear();
        }
        customPropertyValues.clear();
    }

    @Override
    public void begin(Part part) {
        Objects.requireNonNull(byPart.get(part)).clear();
    }

    @Override
    public void sharedMember(@Nullable Text memberId, Kind.Sharer kind, @Nullable Text sent) {
        sharedMembers.add(new SharedMember(memberId, SchemaEnum.SHARERS.of(kind), sent));
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
    public void external(Kind.External kind, @Nullable Text sent, @Nullable Text externalId, List<Text> memberIds) {
        worksAt.add(new WorksAt(WorksAt.type(kind), sent, externalId, memberIds));
    }

    @Override
    public void customPropertyValue(@Nullable Text text, @Nullable Text link, boolean isDefault) {
        customPropertyValues.add(new CustomPropertyValue(text, link, isDefault));
    }

    @Override
    public void customProperty(Text property, ByteBuffer sent) {
        customProperties.add(new CustomProperty(property, customPropertyValues.toList(), sent));
        customPropertyValues.clear();
    }
}
