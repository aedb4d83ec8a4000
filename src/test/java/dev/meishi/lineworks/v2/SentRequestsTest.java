package dev.meishi.lineworks.v2;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static dev.meishi.lineworks.v2.ColdGateway.answer;
import static dev.meishi.lineworks.v2.ColdGateway.failure;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.meishi.connection.Page;
import dev.meishi.connection.PageRequest;
import dev.meishi.contact.Contact;
import dev.meishi.contact.ReadContact;
import dev.meishi.failure.ErrorCode;
import dev.meishi.json.Text;
import dev.meishi.lineworks.ContactSearch;
import dev.meishi.lineworks.ContactSearch.DateType;
import dev.meishi.lineworks.ContactSearch.DateWindow;
import dev.meishi.lineworks.ContactSearch.OrderBy;
import dev.meishi.lineworks.ContactSearch.SortOrder;
import dev.meishi.lineworks.LineWorks;
import dev.meishi.lineworks.UpstreamTag;
import dev.meishi.lineworks.v2.LineWorksV2Stub.Stub;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What LINE WORKS is sent by API 2.0, to the letter, and what it answers to that. */
@QuarkusTest
@WithTestResource(LineWorksV2Stub.class)
@Timeout(60)
class SentRequestsTest {

    private static final String NO_CONTACTS = "{\"contacts\":[],\"responseMetaData\":{}}";

    @Inject
    ColdGateway gateway;

    @Inject
    LineWorks configured;

    @Stub
    @SuppressWarnings("NullAway.Init")
    WireMockServer server;

    @SuppressWarnings("NullAway.Init")
    private LineWorks lineWorks;

    @BeforeEach
    void begin() {
        lineWorks = gateway.lineWorks();
        LineWorksV2Stub.answering(server, okJson(NO_CONTACTS));
    }

    @Test
    void theSettingDecidesWhichApiIsCalled() {
        assertThat(configured).isInstanceOf(LineWorksV2.class);
        assertThat(configured.capabilities().seeksByRank()).isFalse();
        assertThat(configured.hasTags()).isTrue();
    }

    @Test
    void aListNamesItsOrderAndItsLength() {
        answer(ColdGateway.list(lineWorks));

        assertThat(only().getUrl()).isEqualTo("/v1.0/contacts?orderBy=createdTime%20asc&count=10");
        assertThat(only().getHeader("Authorization")).isEqualTo("Bearer t0ken-1");
        assertThat(only().containsHeader("consumerKey")).isFalse();
    }

    @Test
    void everyParameterHasTheNameOfTheVendorsPage() {
        DateWindow window = new DateWindow(
                DateType.CREATION_TIME,
                OffsetDateTime.parse("2026-04-05T00:00:00+09:00"),
                OffsetDateTime.parse("2026-04-06T00:00:00Z"));
        ContactSearch search = new ContactSearch(
                ColdGateway.anyDomain(),
                null,
                "tag/1",
                false,
                true,
                null,
                window,
                OrderBy.MODIFICATION_TIME,
                SortOrder.DESC,
                "@a.b+c",
                "9012");

        answer(ColdGateway.list(lineWorks, search, PageRequest.at("a+b/c==", 500)));

        assertThat(only().getUrl())
                .isEqualTo("/v1.0/contacts?searchDateType=CREATED_TIME&startDateTime=2026-04-05T00%3A00%3A00%2B09%3A00"
                        + "&endDateTime=2026-04-06T00%3A00%3A00%2B00%3A00&accessibleRange=MEMBER&contactTagId=tag%2F1"
                        + "&email=%40a.b%2Bc&telephone=9012&searchFilterType=LINKED_EXTERNAL_USER&orderBy=modifiedTime%20desc&count=500"
                        + "&cursor=a%2Bb%2Fc%3D%3D");
    }

    @Test
    void whatAMemberMaySeeHasAnOperationOfItsOwn() {
        ContactSearch search = accessibleTo("account/1@example.com");

        answer(ColdGateway.list(lineWorks, search, PageRequest.at(null, 10)));

        assertThat(only().getUrl())
                .isEqualTo(
                        "/v1.0/users/account%2F1@example.com/contacts?accessibleRange=ALL&orderBy=name%20asc&count=10");
    }

    @ParameterizedTest
    @ValueSource(strings = {".", ".."})
    void whatIsAWayToAnotherPathIsNoMember(String member) {
        assertThat(failure(ColdGateway.list(lineWorks, accessibleTo(member), PageRequest.at(null, 10)))
                        .code())
                .isEqualTo(ErrorCode.NOT_FOUND);
        assertThat(LineWorksV2Stub.calls(server)).isEmpty();
    }

    @Test
    void aPageHasItsContactsAndTheCursorOfTheNext() {
        LineWorksV2Stub.answering(
                server,
                okJson("{\"contacts\":[{\"contactId\":\"a\"},{\"contactId\":\"b\"}],"
                        + "\"responseMetaData\":{\"nextCursor\":\"n=\"}}"));

        Page<Contact> page = answer(ColdGateway.list(lineWorks));

        assertThat(page.items()).extracting(Contact::resourceId).containsExactly(Text.of("a"), Text.of("b"));
        assertThat(page.next()).isEqualTo("n=");
        assertThat(page.hasNext()).isTrue();
    }

    @Test
    void aCursorThatRepeatsIsTheEnd() {
        LineWorksV2Stub.answering(
                server, okJson("{\"contacts\":[{\"contactId\":\"a\"}],\"responseMetaData\":{\"nextCursor\":\"n\"}}"));

        assertThat(answer(ColdGateway.list(lineWorks, ColdGateway.everything(), PageRequest.at("n", 10)))
                        .hasNext())
                .isFalse();
    }

    @Test
    void aContactIsAskedForByItsId() {
        LineWorksV2Stub.answering(server, okJson("{\"contactId\":\"c 1\",\"memo\":\"m\"}"));

        Optional<Contact> contact = answer(
                lineWorks.contact(ColdGateway.anyDomain(), "c 1", ReadContact.strict("77"), ColdGateway.ledger()));

        assertThat(only().getUrl()).isEqualTo("/v1.0/contacts/c%201");
        assertThat(contact).map(Contact::memo).contains(Text.of("m"));
    }

    @Test
    void anotherContactThanWasAskedForIsNone() {
        LineWorksV2Stub.answering(server, okJson("{\"contactId\":\"other\"}"));

        assertThat(failure(lineWorks.contact(
                                ColdGateway.anyDomain(), "c", ReadContact.strict("77"), ColdGateway.ledger()))
                        .code())
                .isEqualTo(ErrorCode.UPSTREAM_INVALID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"code\":\"CONTACT_NOT_EXIST\",\"description\":\"d\"}", "{\"code\":\"NOT_FOUND\"}", ""})
    void aContactThatIsNotThereIsNone(String body) {
        for (int status : List.of(404, 410)) {
            LineWorksV2Stub.answering(server, aResponse().withStatus(status).withBody(body));
            assertThat(answer(lineWorks.contact(
                            ColdGateway.anyDomain(), "c", ReadContact.strict("77"), ColdGateway.ledger())))
                    .isEmpty();
        }
    }

    @Test
    void tagsAreReadToTheirEnd() {
        server.resetAll();
        LineWorksV2Stub.issuing(server, "t0ken-1");
        tags(
                Scenario.STARTED,
                "second",
                "{\"contactTagId\":\"1\",\"contactTagName\":\"A\",\"type\":\"COMPANY\"}",
                "n+");
        tags(
                "second",
                "end",
                "{\"contactTagId\":\"2\",\"contactTagName\":\"B\",\"type\":\"USER\",\"userId\":\"u\"}",
                null);

        List<UpstreamTag> tags = answer(lineWorks.tags(ColdGateway.anyDomain(), ColdGateway.ledger()));

        assertThat(tags).extracting(UpstreamTag::name).containsExactly("A", "B");
        assertThat(tags).extracting(UpstreamTag::userId).containsExactly(null, "u");
        assertThat(LineWorksV2Stub.calls(server))
                .extracting(LoggedRequest::getUrl)
                .containsExactly("/v1.0/contact-tags?count=500", "/v1.0/contact-tags?count=500&cursor=n%2B");
    }

    private void tags(String state, String then, String tag, @Nullable String next) {
        String cursor = next == null ? "" : "\"nextCursor\":\"" + next + "\"";
        server.stubFor(get(urlPathEqualTo("/v1.0/contact-tags"))
                .inScenario("tags")
                .whenScenarioStateIs(state)
                .willSetStateTo(then)
                .willReturn(okJson("{\"contactTags\":[" + tag + "],\"responseMetaData\":{" + cursor + "}}")));
    }

    private static ContactSearch accessibleTo(String member) {
        return new ContactSearch(
                ColdGateway.anyDomain(), null, null, true, false, member, null, OrderBy.NAME, SortOrder.ASC);
    }

    private LoggedRequest only() {
        List<LoggedRequest> calls = LineWorksV2Stub.calls(server);
        assertThat(calls).hasSize(1);
        return calls.get(0);
    }
}
