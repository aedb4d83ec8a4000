package dev.meishi.lineworks.v2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meishi.contact.Contact;
import dev.meishi.contact.CustomProperty;
import dev.meishi.contact.CustomPropertyValue;
import dev.meishi.contact.Event;
import dev.meishi.contact.EventCalendar;
import dev.meishi.contact.Location;
import dev.meishi.contact.Messenger;
import dev.meishi.contact.MessengerType;
import dev.meishi.contact.Phone;
import dev.meishi.contact.PhoneType;
import dev.meishi.contact.ReadContact;
import dev.meishi.contact.SharedMember;
import dev.meishi.contact.SharedMemberType;
import dev.meishi.contact.WorksAt;
import dev.meishi.contact.WorksAtType;
import dev.meishi.json.JsonReader;
import dev.meishi.json.Members;
import dev.meishi.json.Text;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link ContactReader}: what is known of bodies of API 2.0 is read as such, and what is not in each likely way. */
class ContactReaderTest {

    private static final Members LIST = Members.of("contacts", "responseMetaData");

    private static final String DAY = "2026-04-05T19:30:04+09:00";

    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final ContactMembers members = new ContactMembers(new UnknownMembers(registry));

    @Test
    void whatIsProvenIsRead() {
        Contact contact = read("""
                {"contactId":"c-1",
                 "permission":{"accessibleRange":"MEMBER","masterUserId":"m-1","isCoEditing":false,
                   "accessibleMembers":[{"id":"u-1","type":"USER"},{"id":"o-1","type":"ORGUNIT"},{"id":"g-1","type":"GROUP"}]},
                 "contactName":{"lastName":"山田","firstName":"花子","phoneticLastName":"やまだ",
                   "phoneticFirstName":"はなこ","nickName":"H","prefix":"Dr.","suffix":null,"middleName":null},
                 "linkedExternalUser":{"id":"x-1","type":"WORKS","buddyUserIds":["m-1","m-2"]},
                 "emails":[{"email":"a@example.com","primary":false},{"email":"b@example.com","primary":true}],
                 "telephones":[{"type":"CELLPHONE","telephone":"090-1234-5678","primary":true}],
                 "organizations":[{"name":"A","department":"B","title":"C","primary":true}],
                 "memo":"m","contactTagIds":["t-1","t-2"],
                 "customProperties":{"externalId":"7"},
                 "createdTime":"%1$s","modifiedTime":"%1$s"}
                """.formatted(DAY));

        assertThat(contact.fault()).isNull();
        assertThat(contact.resourceId()).isEqualTo(Text.of("c-1"));
        assertThat(contact.open()).isFalse();
        assertThat(contact.coEditing()).isFalse();
        assertThat(contact.masterUserId()).isEqualTo(Text.of("m-1"));
        assertThat(contact.sharedMembers())
                .extracting(SharedMember::type)
                .containsExactly(SharedMemberType.USER, SharedMemberType.ORGUNIT, SharedMemberType.GROUP);
        assertThat(contact.name().lastName()).isEqualTo(Text.of("山田"));
        assertThat(contact.name().nickName()).isEqualTo(Text.of("H"));
        assertThat(contact.primaryEmail()).isEqualTo(contact.emails().get(1));
        assertThat(contact.phones())
                .containsExactly(
                        new Phone(Text.of("090-1234-5678"), PhoneType.MOBILE, Text.of("CELLPHONE"), null, true));
        assertThat(Objects.requireNonNull(contact.primaryOrganization()).department())
                .isEqualTo(Text.of("B"));
        assertThat(contact.worksAt())
                .containsExactly(new WorksAt(
                        WorksAtType.WORKSAT,
                        Text.of("WORKS"),
                        Text.of("x-1"),
                        List.of(Text.of("m-1"), Text.of("m-2"))));
        assertThat(contact.external()).isTrue();
        assertThat(contact.memo()).isEqualTo(Text.of("m"));
        assertThat(contact.tagResourceIds()).containsExactly(Text.of("t-1"), Text.of("t-2"));
        assertThat(contact.creationTime()).isEqualTo(OffsetDateTime.parse(DAY));
        assertThat(contact.modificationTime()).isEqualTo(OffsetDateTime.parse(DAY));
        assertThat(unknown()).isEmpty();
    }

    @Test
    void nullAbsentAndEmptyAreTheSame() {
        Contact ofNull = read("""
                {"contactId":"c","permission":null,"contactName":null,"linkedExternalUser":null,"emails":null,
                 "telephones":null,"organizations":null,"locations":null,"events":null,"messengers":null,
                 "websites":null,"memo":null,"contactTagIds":null,"customProperties":null,"createdTime":null,
                 "modifiedTime":null}
                """);
        Contact empty = read("""
                {"contactId":"c","permission":{"accessibleRange":null,"masterUserId":null,"isCoEditing":null,
                   "accessibleMembers":[]},
                 "contactName":{"lastName":null,"firstName":null},"emails":[],"telephones":[],"organizations":[],
                 "locations":[],"events":[],"messengers":[],"websites":[],"contactTagIds":[],"customProperties":{}}
                """);

        assertThat(List.of(ofNull, empty))
                .extracting(Contact::toString)
                .containsOnly(read("{\"contactId\":\"c\"}").toString());
        assertThat(ofNull.external()).isFalse();
        assertThat(ofNull.open()).isNull();
    }

    @Test
    void anUnknownRangeIsNotGuessedAndOtherUnknownValuesPassAsTheyCame() {
        Contact contact = read("""
                {"contactId":"c","permission":{"accessibleRange":"DOMAIN","accessibleMembers":[{"id":"a","type":"ROLE"}]},
                 "telephones":[{"type":"SATELLITE","telephone":"1"}],
                 "messengers":[{"type":"KAKAO","messengerId":"k"}],
                 "linkedExternalUser":{"id":"1","type":"LINE_WORKS_FREE"}}
                """);

        assertThat(contact.open()).isNull();
        assertThat(contact.sharedMembers())
                .containsExactly(new SharedMember(Text.of("a"), SharedMemberType.UNKNOWN, Text.of("ROLE")));
        assertThat(contact.phones().get(0).type()).isEqualTo(PhoneType.UNKNOWN);
        assertThat(contact.phones().get(0).typeRaw()).isEqualTo(Text.of("SATELLITE"));
        assertThat(contact.messengers().get(0).typeRaw()).isEqualTo(Text.of("KAKAO"));
        assertThat(contact.worksAt().get(0).type()).isEqualTo(WorksAtType.UNKNOWN);
        assertThat(contact.worksAt().get(0).buddyUserIds()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'address':'A','postalCode':'1','type':'CUSTOM','customType':'L','primary':true}",
                "{'location':'A','zipcode':'1','type':'CUSTOM','customLabel':'L','represent':true}",
                "{'value':'A','postalCode':null,'zipcode':'1','type':'CUSTOM','customType':'L','primary':true}"
            })
    void aLocationIsReadByEachLikelyName(String location) {
        Location read = with("locations", location).locations().get(0);

        assertThat(read.value()).isEqualTo(Text.of("A"));
        assertThat(read.zipcode()).isEqualTo(Text.of("1"));
        assertThat(read.customType()).isEqualTo(Text.of("L"));
        assertThat(read.represent()).isTrue();
        assertThat(unknown()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'date':'2000-01-02','calendarType':'LUNAR','type':'BIRTHDAY'}",
                "{'event':'2000-01-02','dayType':'L','type':'BIRTHDAY'}",
                "{'value':'2000-01-02','dayType':'l','type':'birthday'}"
            })
    void anEventIsReadByEachLikelyName(String event) {
        Event read = with("events", event).events().get(0);

        assertThat(read.value()).isEqualTo(Text.of("2000-01-02"));
        assertThat(read.calendar()).isEqualTo(EventCalendar.LUNAR);
        assertThat(unknown()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'X','messengerId':'me','customType':'L'}",
                "{'protocol':'X','messenger':'me','customProtocol':'L'}",
                "{'protocol':{'type':'X','customProtocol':'L'},'id':'me'}",
                "{'protocol':{'type':'X','customType':'L'},'messengerId':'me'}"
            })
    void aMessengerIsReadByEachLikelyName(String messenger) {
        Messenger expected = new Messenger(Text.of("me"), MessengerType.X, Text.of("X"), Text.of("L"), false);

        assertThat(with("messengers", messenger).messengers()).containsExactly(expected);
        assertThat(with("messenger", messenger).messengers()).containsExactly(expected);
        assertThat(unknown()).isEmpty();
    }

    @Test
    void whoSeesAContactIsReadByALetterToo() {
        assertThat(read("""
                        {"contactId":"c","permission":{"accessibleRange":"MEMBER","accessibleMembers":
                          [{"id":"a","type":"U"},{"id":"b","type":"O"},{"id":"c","type":"G"}]}}
                        """).sharedMembers())
                .extracting(SharedMember::type)
                .containsExactly(SharedMemberType.USER, SharedMemberType.ORGUNIT, SharedMemberType.GROUP);
    }

    @Test
    void twitterIsReadBesideX() {
        assertThat(with("messengers", "{'type':'TWITTER'},{'type':'X'}").messengers())
                .extracting(Messenger::type)
                .containsExactly(MessengerType.TWITTER, MessengerType.X);
    }

    @ParameterizedTest
    @ValueSource(strings = {"website", "url", "link", "value"})
    void aWebsiteIsReadByEachLikelyName(String name) {
        assertThat(with("websites", "{'" + name + "':'example.com','primary':true}")
                        .websites()
                        .get(0)
                        .value())
                .isEqualTo(Text.of("example.com"));
        assertThat(unknown()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'A'",
                "['A']",
                "{'value':'A'}",
                "[{'value':'A','primary':false}]",
                "{'text':'A','link':null}",
                "[null,'A',{},[]]"
            })
    void aCustomPropertyHasItsTextByEachLikelyForm(String sent) {
        CustomProperty property = property(sent);

        assertThat(property.values()).containsExactly(new CustomPropertyValue(Text.of("A"), null, false));
        assertThat(property.json()).isEqualTo(sent.replace('\'', '"'));
        assertThat(unknown()).isEmpty();
    }

    @Test
    void aCustomPropertyHasLinksAndItsDefaultValue() {
        assertThat(property("[{'text':null,'link':'example.com','primary':false},"
                                + "{'text':'Home','link':'https://a.example','primary':true}]")
                        .values())
                .containsExactly(
                        new CustomPropertyValue(null, Text.of("example.com"), false),
                        new CustomPropertyValue(Text.of("Home"), Text.of("https://a.example"), true));
    }

    /** What one name says is not taken back by another that says nothing. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            quoteCharacter = '"',
            delimiter = ';',
            value = {
                "{'url':'a.example'}; -; a.example; false",
                "{'value':'A','represent':true}; A; -; true",
                "{'text':'A','primary':true}; A; -; true",
                "{'value':'A','text':null,'link':'a.example','url':null,'primary':true,'represent':false}; A;"
                        + " a.example; true",
                "{'text':null,'value':'A','url':'a.example','link':null,'represent':true,'primary':false}; A;"
                        + " a.example; true"
            })
    void aValueHasEachOfItsPartsByAnyLikelyName(
            String sent, @Nullable String text, @Nullable String link, boolean represent) {
        CustomPropertyValue expected = new CustomPropertyValue(
                text == null ? null : Text.of(text), link == null ? null : Text.of(link), represent);

        assertThat(property(sent).values()).containsExactly(expected);
        assertThat(property("[" + sent + "]").values()).containsExactly(expected);
    }

    @Test
    void valuesOfAnotherFormAreThereAsTheyCame() {
        Contact contact = read("""
                {"contactId":"c","memo":"still","customProperties":
                  {"名前":{"value":{"ja":"値"},"lang":1},"next":3,"none":null,"n\\u0061me":[["x"],"y"]}}
                """);

        assertThat(contact.fault()).isNull();
        assertThat(contact.memo()).isEqualTo(Text.of("still"));
        assertThat(contact.customProperties())
                .extracting(CustomProperty::name)
                .containsExactly(Text.of("名前"), Text.of("next"), Text.of("none"), Text.of("name"));
        assertThat(contact.customProperties())
                .extracting(property -> property.values().size())
                .containsExactly(0, 1, 0, 1);
        assertThat(contact.customProperties())
                .extracting(CustomProperty::json)
                .containsExactly("{\"value\":{\"ja\":\"値\"},\"lang\":1}", "3", "null", "[[\"x\"],\"y\"]");
        assertThat(unknown()).containsExactly("customProperties.lang");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'no object'", "[{'a':'b'}]", "7", "''", "{'a':'x','bad\\ud800':1}"})
    void customPropertiesOfAnotherShapeCostThemselvesAlone(String sent) {
        Contact contact = read(("{'contactId':'c','customProperties':" + sent + ",'memo':'still'}").replace('\'', '"'));

        assertThat(contact.fault()).isNull();
        assertThat(contact.customProperties()).isEmpty();
        assertThat(contact.memo()).isEqualTo(Text.of("still"));
    }

    private CustomProperty property(String sent) {
        List<CustomProperty> properties = read(("{'contactId':'c','customProperties':{'p':" + sent + "}}")
                        .replace('\'', '"'))
                .customProperties();
        assertThat(properties).hasSize(1);
        return properties.get(0);
    }

    @Test
    void aLeafOfAnotherShapeCostsItselfAlone() {
        Contact contact = read("""
                {"contactId":"c","memo":"still",
                 "locations":[{"address":{"region":"Tokyo"},"postalCode":"1"}],
                 "events":[{"date":[1],"type":{}}],
                 "websites":[{"url":{"a":[]}}],
                 "messengers":[{"protocol":{"type":{"x":1}},"messengerId":[]}],
                 "linkedExternalUser":{"id":"1","type":"WORKS","buddyUserIds":"m"}}
                """);

        assertThat(contact.fault()).isNull();
        assertThat(contact.memo()).isEqualTo(Text.of("still"));
        assertThat(contact.locations().get(0).value()).isNull();
        assertThat(contact.locations().get(0).zipcode()).isEqualTo(Text.of("1"));
        assertThat(contact.worksAt().get(0).buddyUserIds()).containsExactly(Text.of("m"));
    }

    @Test
    void oneBrokenContactDoesNotTakeItsPageAlong() {
        ListPayload<Contact> list = list("""
                {"contacts":[
                  {"contactId":"a","memo":"1"},
                  {"contactId":"b","contactName":{"lastName":"B"},"createdTime":"%s","telephones":{"x":[1,{"y":2}]}},
                  {"memo":"no id"},
                  "no contact",
                  {"contactId":"e","memo":"5"}],
                 "responseMetaData":{"nextCursor":"next"}}
                """.formatted(DAY));
        List<Contact> contacts = Objects.requireNonNull(list.items());

        assertThat(list.next()).isEqualTo("next");
        assertThat(contacts).hasSize(5);
        assertThat(contacts).filteredOn(contact -> contact.fault() == null).hasSize(2);
        assertThat(contacts.get(1).fault()).hasMessageContaining("'telephones' does not have the expected type");
        assertThat(contacts.get(1).creationTime()).isEqualTo(OffsetDateTime.parse(DAY));
        assertThat(contacts.get(2).fault()).hasMessageContaining("it has no contactId");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'contacts':[],'responseMetaData':{}}",
                "{'contacts':[],'responseMetaData':{'nextCursor':null}}",
                "{'contacts':[],'responseMetaData':{'nextCursor':''}}",
                "{'contacts':[],'responseMetaData':null}",
                "{'contacts':[]}"
            })
    void aListEndsWhereThereIsNoNextCursor(String json) {
        assertThat(list(json.replace('\'', '"')).next()).isNull();
    }

    @Test
    void unknownMembersAreCountedByNameAndNotByValue() {
        read("""
                {"contactId":"c","isFavorite":true,"emails":[{"email":"e","verified":"SECRET"}],
                 "customProperties":{"ofTheTenant":"SECRET"},"not a name: SECRET":{"inner":1}}
                """);

        assertThat(unknown()).containsExactlyInAnyOrder("contact.isFavorite", "emails.verified", "contact.other");
    }

    @Test
    void thereIsABoundToTheNamesThatAreToldApart() {
        String many =
                IntStream.range(0, 1000).mapToObj(i -> ",\"key" + i + "\":" + i).collect(Collectors.joining());
        read("{\"contactId\":\"c\"" + many + "}");

        assertThat(unknown()).hasSize(101).contains("contact.other");
    }

    private List<String> unknown() {
        return registry.getMeters().stream()
                .map(meter -> meter.getId().getTag("in") + "." + meter.getId().getTag("name"))
                .toList();
    }

    private Contact with(String member, String elements) {
        return read(("{'contactId':'c','" + member + "':[" + elements + "]}").replace('\'', '"'));
    }

    private Contact read(String json) {
        return Objects.requireNonNull(list("{\"contacts\":[" + json + "]}").items())
                .get(0);
    }

    private ListPayload<Contact> list(String json) {
        return Objects.requireNonNull(JsonReader.read(
                json.getBytes(StandardCharsets.UTF_8),
                reader -> ListPayload.read(
                        reader,
                        LIST,
                        ContactReader.ofList(members, ReadContact.builders("1").get()))));
    }
}
