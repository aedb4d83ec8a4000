package dev.meishi.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.meishi.attachments.Attachments;
import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import dev.meishi.json.JsonReader;
import dev.meishi.json.Text;
import dev.meishi.json.UnexpectedJson;
import dev.meishi.relay.GlobalId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A contact as it is read and built, over the vendor's own example, and over every way in which the vendor's pages contradict it. */
class ContactReaderTest {

    private static final String KING = "{'resourceId': 'r', 'name': {'lastName': 'King', 'firstName': 'Martin',"
            + " 'phoneticLastName': 'キング', 'phoneticFirstName': 'マーティン', 'nickName': 'M. L.',"
            + " 'prefix': 'Dr.', 'suffix': 'Jr.', 'middleName': 'Luther'}}";

    @Test
    void theVendorSShortExampleIsRead() {
        Contact contact = sample(0);

        assertThat(contact)
                .isEqualTo(new Contact(
                        "1",
                        text("230e2625-x31b-41d4-a916-689055440000"),
                        true,
                        true,
                        text("account1@example.com"),
                        List.of(),
                        List.of(),
                        new Name(text("Jackson"), text("April"), null, null, text("Bella")),
                        List.of(new Email(text("april.jackson@email.com"), true)),
                        new Email(text("april.jackson@email.com"), true),
                        List.of(),
                        null,
                        List.of(),
                        null,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        null,
                        List.of(),
                        false,
                        List.of(),
                        OffsetDateTime.parse("2020-04-01T08:10:18+09:00"),
                        OffsetDateTime.parse("2020-04-03T07:30:04+09:00"),
                        null,
                        false,
                        null,
                        new Attachments()));
    }

    @Test
    void theVendorSLongExampleIsReadFieldForField() {
        Organization organization = new Organization(text("Organization"), text("Department"), text("Job Title"), true);
        Phone phone = new Phone(text("0000-0001"), PhoneType.WORK, text("WORK"), null, true);

        assertThat(sample(1))
                .isEqualTo(new Contact(
                        "1",
                        text("550e8400-e29b-41d4-a716-446655440000"),
                        false,
                        true,
                        text("account1@example.com"),
                        List.of(
                                new SharedMember(text("account1@example.com"), SharedMemberType.USER, text("USER")),
                                new SharedMember(text("account2@example.com"), SharedMemberType.USER, text("USER")),
                                new SharedMember(text("account3@example.com"), SharedMemberType.USER, text("USER")),
                                new SharedMember(
                                        text("orgunit1@example.com"), SharedMemberType.ORGUNIT, text("ORGUNIT"))),
                        List.of(
                                text("efse4567-e89b-12d3-a456-426614174000"),
                                text("774117c8-7a68-4c67-62a8-0312dd90b9b3")),
                        new Name(text("Last Name"), text("First Name"), null, null, text("Nickname")),
                        List.of(new Email(text("example@email.com"), true)),
                        new Email(text("example@email.com"), true),
                        List.of(
                                phone,
                                new Phone(
                                        text("0000-0002"),
                                        PhoneType.CUSTOM,
                                        text("CUSTOM"),
                                        text("Custom Type"),
                                        false)),
                        phone,
                        List.of(organization),
                        organization,
                        List.of(
                                new Location(
                                        text("Home Address"),
                                        text("000-111"),
                                        LocationType.HOME,
                                        text("HOME"),
                                        null,
                                        true),
                                new Location(
                                        text("Custom Address"),
                                        text("000-111"),
                                        LocationType.CUSTOM,
                                        text("CUSTOM"),
                                        text("Custom type"),
                                        false)),
                        List.of(new Event(
                                text("20170313"),
                                EventCalendar.SOLAR,
                                text("S"),
                                EventType.BIRTHDAY,
                                text("BIRTHDAY"),
                                null,
                                true)),
                        List.of(
                                new Messenger(text("lineid"), MessengerType.LINE, text("LINE"), null, true),
                                new Messenger(
                                        text("customid"),
                                        MessengerType.CUSTOM,
                                        text("CUSTOM"),
                                        text("customlabel"),
                                        false)),
                        List.of(new Website(text("homepage.com"), true)),
                        List.of(new Photo(text("/upload/photo/1234.jpg"), true)),
                        text("Memo content"),
                        List.of(new WorksAt(
                                WorksAtType.LINE,
                                text("LINE"),
                                text("741ec794-9bf8-4759-1eef-03ffa18ca759"),
                                List.of(text("account1@example.com")))),
                        true,
                        List.of(),
                        OffsetDateTime.parse("2020-04-05T19:30:04+09:00"),
                        OffsetDateTime.parse("2020-04-06T21:30:04+09:00"),
                        null,
                        false,
                        null,
                        new Attachments()));
    }

    @Test
    void theGlobalIdAndTheNameToShowAreMadeOfWhatWasSent() {
        assertThat(sample(0).id())
                .isEqualTo(new GlobalId("Contact", "1", "230e2625-x31b-41d4-a916-689055440000").encode());
        assertThat(sample(0).name().full()).isEqualTo("April Jackson");
        assertThat(sample(1).name().full()).isEqualTo("First Name Last Name");
        assertThat(from("{'resourceId': 'r'}").name().full()).isNull();
    }

    @Test
    void anIdIsAllThatIsNeeded() {
        Contact contact = from("{'resourceId': 'r'}");

        assertThat(contact.domainId()).isEqualTo("1");
        assertThat(contact.resourceId()).hasToString("r");
        assertThat(contact.open()).isNull();
        assertThat(contact.coEditing()).isNull();
        assertThat(contact.name()).isEqualTo(new Name(null, null, null, null, null));
        assertThat(lists(contact)).allSatisfy(list -> assertThat(list).isEmpty());
        assertThat(contact.external()).isFalse();
        assertThat(contact.primaryEmail()).isNull();
        assertThat(contact.primaryPhone()).isNull();
        assertThat(contact.primaryOrganization()).isNull();
        assertThat(contact.creationTime()).isNull();
        assertThat(contact.modificationTime()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "[null]", "[null, null]"})
    void nullEmptyAndMissingListsAreTheSame(String list) {
        Contact contact = from(("{'resourceId': 'r', 'sharedMembers': L, 'tagResourceIds': L, 'emails': L, 'phones': L,"
                        + " 'organizations': L, 'locations': L, 'events': L, 'messengers': L, 'websites': L,"
                        + " 'photos': L, 'worksAt': L}")
                .replace("L", list));

        assertThat(contact).isEqualTo(from("{'resourceId': 'r'}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'resourceId': null}", "{'resourceId': ''}", "{'name': {'lastName': 'Jackson'}}"})
    void aContactWithoutIdIsABrokenOne(String json) {
        Failure fault = Objects.requireNonNull(from(json).fault());

        assertThat(fault.code()).isEqualTo(ErrorCode.UPSTREAM_INVALID);
        assertThat(fault).hasMessageContaining("it has no resourceId").hasMessageContaining("correct the contact");
        assertThat(fault.node()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "sharedMembers | {}",
                "sharedMembers | [1]",
                "tagResourceIds | 'a'",
                "tagResourceIds | [{}]",
                "name | []",
                "name | {'lastName': {}}",
                "emails | {'address': 'secret'}",
                "emails | ['secret']",
                "emails | [{'address': ['secret']}]",
                "phones | 'secret'",
                "phones | [{'represent': 'perhaps'}]",
                "organizations | true",
                "locations | 1",
                "events | [[]]",
                "messengers | {'id': 'secret'}",
                "websites | [{'value': {}}]",
                "photos | 'secret'",
                "memo | {'secret': 1}",
                "worksAt | [1]",
                "open | {}",
                "isCoEditing | 'maybe'",
                "masterUserId | ['secret']",
                "creationTime | {'secret': 1}",
                "modificationTime | [1606000000]"
            })
    void aMemberOfAnUnexpectedShapeIsNamedAndItsValueIsNot(String member, String value) {
        Contact contact = from("{'resourceId': 'r', '" + member + "': " + value + ", 'memo': 'secret'}");
        Failure fault = Objects.requireNonNull(contact.fault());

        assertThat(fault.code()).isEqualTo(ErrorCode.UPSTREAM_INVALID);
        assertThat(fault.isRetryable()).isFalse();
        assertThat(fault)
                .hasMessageContaining("'" + member + "'")
                .hasMessageContaining("'r'")
                .hasMessageNotContaining("secret");
        assertThat(fault.node()).isEqualTo(contact.id()).isEqualTo(new GlobalId("Contact", "1", "r").encode());
    }

    @Test
    void whatGivesABrokenContactItsPlaceIsReadWhereverItStands() {
        Contact contact =
                from("{'emails': {}, 'name': {'lastName': 'Jackson'}, 'modificationTime': '2020-04-03T07:30:04Z',"
                        + " 'resourceId': 'r', 'creationTime': {}}");

        assertThat(contact.fault()).isNotNull();
        assertThat(contact.resourceId()).hasToString("r");
        assertThat(contact.name().lastName()).hasToString("Jackson");
        assertThat(contact.modificationTime()).isEqualTo(OffsetDateTime.parse("2020-04-03T07:30:04Z"));
        assertThat(contact.creationTime()).isNull();
    }

    @Test
    void whatIsNoContactAtAllHasAPlaceAndIsToldFromOthers() {
        List<Contact> contacts = list("[null, 'a', 'b', 1, [], {}, {'resourceId': 'r'}, {'emails': 1}]");

        assertThat(contacts).hasSize(8);
        assertThat(contacts.stream().filter(contact -> contact.fault() == null)).hasSize(1);
        assertThat(contacts.stream().map(contact -> contact.resourceId().toString()))
                .doesNotHaveDuplicates();
    }

    @Test
    void textsThatAreNoneMakeTheirOwnContactABrokenOne() {
        String half = "{'resourceId': 'a', '\\ud842': 1}";
        String read = "{'resourceId': 'b', 'memo': '\\ud842'}";
        List<Contact> contacts = list("[" + half + ", " + read + ", {'resourceId': 'c'}]");

        assertThat(contacts.stream().map(contact -> contact.fault() == null)).containsExactly(false, true, true);
        assertThat(contacts.get(1).memo()).hasToString("?");

        byte[] body = "[{'resourceId': 'a', 'memo': 'x'}, {'resourceId': 'c'}]"
                .replace('\'', '"')
                .getBytes(StandardCharsets.UTF_8);
        body["[{'resourceId': 'a', 'memo': '".length()] = (byte) 0xff;
        List<Contact> others =
                Objects.requireNonNull(JsonReader.read(body, json -> json.present(ReadContact.reader("1"))));
        assertThat(others.stream().map(contact -> contact.fault() == null)).containsExactly(false, true);
        assertThat(others.get(0).fault()).hasMessageContaining("'memo'");
    }

    @Test
    void whatIsNotJsonIsNobodySOwnFault() {
        for (String broken : List.of("[{'emails': {]}", "[{'emails': 'a}", "[{'emails': tru}]", "[{'emails': [}]")) {
            assertThatThrownBy(() -> list(broken)).as(broken).isInstanceOf(UnexpectedJson.class);
        }
    }

    private static List<Contact> list(String json) {
        byte[] body = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return Objects.requireNonNull(JsonReader.read(body, reader -> reader.list(ReadContact.reader("1"))));
    }

    @Test
    void idsAreOpaque() {
        for (String id : List.of("not a uuid", "1", "ドメイン", "a:b", "%2F..", " ")) {
            Contact contact = from("{'resourceId': '" + id + "', 'masterUserId': '" + id + "'}");
            assertThat(GlobalId.parse(contact.id())).isEqualTo(new GlobalId("Contact", "1", id));
            assertThat(contact.masterUserId()).hasToString(id);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'type': 'line', 'resourceId': 'x', 'buddyUserIds': ['a']}",
                "[{'type': 'line', 'resourceId': 'x', 'buddyUserIds': ['a']}]",
                "{'type': 'line', 'resourceId': 'x', 'buddyUserIds': 'a'}",
                "[{'type': 'line', 'resourceId': 'x', 'buddyUserIds': 'a'}, null]"
            })
    void worksAtIsReadAsObjectAndAsListWithOneBuddyOrMany(String worksAt) {
        Contact contact = from("{'resourceId': 'r', 'worksAt': " + worksAt + "}");

        assertThat(contact.worksAt())
                .containsExactly(new WorksAt(WorksAtType.LINE, text("line"), text("x"), List.of(text("a"))));
        assertThat(contact.external()).isTrue();
    }

    @Test
    void anExternalContactWithoutDetailsIsStillExternal() {
        Contact contact = from("{'resourceId': 'r', 'worksAt': {}}");

        assertThat(contact.worksAt()).containsExactly(new WorksAt(WorksAtType.UNKNOWN, null, null, List.of()));
        assertThat(contact.external()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "line, LINE",
        "LINE, LINE",
        "Line, LINE",
        "worksat, WORKSAT",
        "WORKSAT, WORKSAT",
        "WORKS, WORKSAT",
        "works, WORKSAT",
        "kakao, UNKNOWN",
        "'', UNKNOWN"
    })
    void theTypeOfAnExternalContactIsReadInEverySpelling(String raw, WorksAtType type) {
        WorksAt worksAt = from("{'resourceId': 'r', 'worksAt': [{'type': '" + raw + "'}]}")
                .worksAt()
                .get(0);

        assertThat(worksAt.type()).isEqualTo(type);
        assertThat(worksAt.typeRaw()).hasToString(raw);
    }

    @Test
    void allEightPartsOfASingleContactSNameAreRead() {
        Contact contact = alone(KING);
        DetailedName details = Objects.requireNonNull(contact.details());

        assertThat(details).isEqualTo(new DetailedName(contact.name(), text("Dr."), text("Jr."), text("Luther")));
        assertThat(details.full()).isEqualTo("Dr. Martin Luther King Jr.");
    }

    @Test
    void aNameIsTheSameInAListAndAloneWhateverComes() {
        assertThat(from(KING).details()).isNull();
        assertThat(from(KING).name())
                .isEqualTo(alone(KING).name())
                .isEqualTo(new Name(text("King"), text("Martin"), text("キング"), text("マーティン"), text("M. L.")));
        assertThat(from(KING).name().full()).isEqualTo("Martin King");
        assertThat(alone(KING).name().full()).isEqualTo("Martin King");
        assertThat(alone("{'resourceId': 'r'}").details()).isEqualTo(DetailedName.NONE);
    }

    @Test
    void aGroupThatAContactIsSharedWithIsRead() {
        assertThat(from("{'resourceId': 'r', 'sharedMembers': [{'id': 'g', 'type': 'GROUP'}]}")
                        .sharedMembers())
                .containsExactly(new SharedMember(text("g"), SharedMemberType.GROUP, text("GROUP")));
    }

    @Test
    void aTypeThatTheSchemaDoesNotKnowIsKeptAsItCame() {
        Contact contact =
                from("{'resourceId': 'r', 'sharedMembers': [{'type': 'ROBOT'}], 'phones': [{'type': 'PAGER'}],"
                        + " 'locations': [{'type': 'MOON'}], 'events': [{'type': 'NAMEDAY', 'dayType': 'J'}],"
                        + " 'messengers': [{'type': 'ICQ'}]}");

        assertThat(contact.sharedMembers())
                .containsExactly(new SharedMember(null, SharedMemberType.UNKNOWN, text("ROBOT")));
        assertThat(contact.phones()).containsExactly(new Phone(null, PhoneType.UNKNOWN, text("PAGER"), null, false));
        assertThat(contact.locations())
                .containsExactly(new Location(null, null, LocationType.UNKNOWN, text("MOON"), null, false));
        assertThat(contact.events())
                .containsExactly(new Event(
                        null, EventCalendar.UNKNOWN, text("J"), EventType.UNKNOWN, text("NAMEDAY"), null, false));
        assertThat(contact.messengers())
                .containsExactly(new Messenger(null, MessengerType.UNKNOWN, text("ICQ"), null, false));
    }

    @Test
    void everyDocumentedTypeIsKnown() {
        for (String type : List.of("MOBILE", "WORK", "HOME", "WORK_FAX", "HOME_FAX", "OTHER", "CUSTOM")) {
            assertThat(from("{'resourceId': 'r', 'phones': [{'type': '" + type + "'}]}")
                            .phones()
                            .get(0)
                            .type())
                    .hasToString(type);
        }
        for (String type : List.of("WORK", "HOME", "OTHER", "CUSTOM")) {
            assertThat(from("{'resourceId': 'r', 'locations': [{'type': '" + type + "'}]}")
                            .locations()
                            .get(0)
                            .type())
                    .hasToString(type);
        }
        for (String type : List.of("BIRTHDAY", "ANNIVERSARY", "OTHER", "CUSTOM")) {
            assertThat(from("{'resourceId': 'r', 'events': [{'type': '" + type + "'}]}")
                            .events()
                            .get(0)
                            .type())
                    .hasToString(type);
        }
        for (String type : List.of("LINE", "FACEBOOK", "TWITTER", "CUSTOM")) {
            assertThat(from("{'resourceId': 'r', 'messengers': [{'type': '" + type + "'}]}")
                            .messengers()
                            .get(0)
                            .type())
                    .hasToString(type);
        }
    }

    @ParameterizedTest
    @CsvSource({"S, SOLAR", "s, SOLAR", "L, LUNAR", "l, LUNAR", "SOLAR, UNKNOWN", "'', UNKNOWN"})
    void theCalendarOfAnEventIsALetter(String dayType, EventCalendar calendar) {
        Event event = from("{'resourceId': 'r', 'events': [{'value': '20230230', 'dayType': '" + dayType + "'}]}")
                .events()
                .get(0);

        assertThat(event.calendar()).isEqualTo(calendar);
        assertThat(event.dayType()).hasToString(dayType);
        assertThat(event.value()).hasToString("20230230");
    }

    @Test
    void theDefaultEntryIsThePrimaryOneWhereverItStands() {
        Contact contact = from("{'resourceId': 'r',"
                + " 'emails': [{'address': 'a'}, {'address': 'b', 'represent': true}, {'address': 'c', 'represent': true}],"
                + " 'phones': [{'value': '1', 'represent': false}, {'value': '2', 'represent': true}],"
                + " 'organizations': [{'name': 'A'}, null, {'name': 'B', 'represent': true}]}");

        assertThat(Objects.requireNonNull(contact.primaryEmail()).address()).hasToString("b");
        assertThat(Objects.requireNonNull(contact.primaryPhone()).value()).hasToString("2");
        assertThat(Objects.requireNonNull(contact.primaryOrganization()).name()).hasToString("B");
    }

    @Test
    void theFirstEntryIsThePrimaryOneWhereNoneIsTheDefault() {
        Contact contact = from("{'resourceId': 'r',"
                + " 'emails': [null, {'address': 'a'}, {'address': 'b', 'represent': false}],"
                + " 'phones': [{'value': '1', 'represent': null}, {'value': '2'}],"
                + " 'organizations': [{}, {'name': 'B'}]}");

        assertThat(Objects.requireNonNull(contact.primaryEmail()).address()).hasToString("a");
        assertThat(Objects.requireNonNull(contact.primaryPhone()).value()).hasToString("1");
        assertThat(contact.primaryOrganization()).isEqualTo(new Organization(null, null, null, false));
    }

    @Test
    void aWebsiteNeedsNoScheme() {
        assertThat(from("{'resourceId': 'r', 'websites': [{'value': 'not a url'}]}")
                        .websites())
                .containsExactly(new Website(text("not a url"), false));
    }

    @Test
    void timesAreReadWithAFractionAndDroppedWhereUnreadable() {
        Contact contact = from("{'resourceId': 'r', 'creationTime': '2020-04-05T19:30:04.123+09:00',"
                + " 'modificationTime': 'yesterday'}");

        assertThat(contact.creationTime()).isEqualTo(OffsetDateTime.parse("2020-04-05T19:30:04.123+09:00"));
        assertThat(contact.modificationTime()).isNull();
    }

    @Test
    void whatTheVendorAddsSomeDayIsPassedOver() {
        assertThat(from("{'resourceId': 'r', 'customProperties': {'a': 1}, 'name': {'title': 'x'}}")
                        .resourceId())
                .hasToString("r");
    }

    private static List<List<?>> lists(Contact contact) {
        return List.of(
                contact.sharedMembers(),
                contact.tagResourceIds(),
                contact.emails(),
                contact.phones(),
                contact.organizations(),
                contact.locations(),
                contact.events(),
                contact.messengers(),
                contact.websites(),
                contact.photos(),
                contact.worksAt());
    }

    private static Text text(String characters) {
        return Text.of(characters);
    }

    private static Contact sample(int index) {
        return contact(examples().get(index).toString());
    }

    /** Single quotes stand for double ones. */
    private static Contact from(String json) {
        return contact(json.replace('\'', '"'));
    }

    private static Contact alone(String json) {
        return ReadContact.alone("1", json.replace('\'', '"'));
    }

    private static Contact contact(String json) {
        return ReadContact.of("1", json);
    }

    private static JsonNode examples() {
        try (@Nullable InputStream file = ContactReaderTest.class.getResourceAsStream("/lineworks/contacts.json")) {
            return new ObjectMapper().readTree(file).get("contacts");
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
