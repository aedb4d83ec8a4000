package dev.meishi.lineworks.v1;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.meishi.connection.PageRequest;
import dev.meishi.failure.Failure;
import dev.meishi.lineworks.ContactSearch;
import dev.meishi.lineworks.ContactSearch.DateType;
import dev.meishi.lineworks.ContactSearch.DateWindow;
import dev.meishi.lineworks.ContactSearch.OrderBy;
import dev.meishi.lineworks.ContactSearch.SortOrder;
import dev.meishi.lineworks.LineWorks;
import dev.meishi.lineworks.v1.LineWorksStub.Stub;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URLDecoder;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What LINE WORKS is sent, to the letter. */
@QuarkusTest
@WithTestResource(LineWorksStub.class)
@Timeout(60)
class SentRequestsTest {

    private static final String NO_CONTACTS = "{\"contacts\":[]}";
    private static final DateWindow VENDORS_EXAMPLE = new DateWindow(
            DateType.CREATION_TIME,
            OffsetDateTime.parse("2020-04-05T00:00:00+09:00"),
            OffsetDateTime.parse("2020-04-06T00:00:00+09:00"));

    @Inject
    LineWorks lineWorks;

    @Stub
    @SuppressWarnings("NullAway.Init")
    WireMockServer server;

    @Test
    void everyParameterOfTheListHasTheNameOfTheVendorsPage() {
        Calls.answering(server, NO_CONTACTS);
        String domain = Calls.anyDomain();
        ContactSearch search = new ContactSearch(
                domain, "k", "t", true, true, "u", VENDORS_EXAMPLE, OrderBy.MODIFICATION_TIME, SortOrder.DESC);

        Calls.answer(lineWorks.contacts(search, new PageRequest(3, 250), Calls.CONTACT, Calls.ledger()));

        LoggedRequest request = Calls.onlyRequest(server);
        assertThat(request.getMethod().getName()).isEqualTo("GET");
        assertThat(URI.create(request.getUrl()).getPath())
                .isEqualTo("/r/spec-api/contact/v3/domains/" + domain + "/shared/contacts");
        assertThat(parameters(request))
                .containsExactlyInAnyOrder(
                        "page=3",
                        "maxResults=250",
                        "searchDateType=CREATION_TIME",
                        "startDateTime=2020-04-05T00%3A00%3A00%2B09%3A00",
                        "endDateTime=2020-04-06T00%3A00%3A00%2B09%3A00",
                        "tagResourceId=t",
                        "open=true",
                        "filterWorksAt=true",
                        "userId=u",
                        "keyword=k",
                        "orderBy=MODIFICATION_TIME",
                        "sortOrder=DESC");
        assertThat(request.getBodyAsString()).isEmpty();
    }

    @Test
    void whatIsNotAskedForIsNotSent() {
        Calls.answering(server, NO_CONTACTS);

        Calls.list(lineWorks);

        assertThat(parameters(Calls.onlyRequest(server)))
                .containsExactlyInAnyOrder("page=1", "maxResults=10", "orderBy=CREATION_TIME", "sortOrder=ASC");
    }

    @Test
    void aTimeInUtcIsSentWithANumericOffsetAndSeconds() {
        Calls.answering(server, NO_CONTACTS);
        OffsetDateTime time = OffsetDateTime.parse("2020-04-05T00:00Z");
        DateWindow between = new DateWindow(DateType.MODIFICATION_TIME, time, time);

        Calls.answer(lineWorks.contacts(Calls.search(null, between), Calls.FIRST_TEN, Calls.CONTACT, Calls.ledger()));

        assertThat(parameters(Calls.onlyRequest(server)))
                .contains(
                        "searchDateType=MODIFICATION_TIME",
                        "startDateTime=2020-04-05T00%3A00%3A00%2B00%3A00",
                        "endDateTime=2020-04-05T00%3A00%3A00%2B00%3A00");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "山田 太郎",
                "a b",
                " edges ",
                "R&D",
                "1+1",
                "100%",
                "%41",
                "a:b",
                "a=b",
                "a;b",
                "a#b",
                "a?b/c",
                "{x}",
                "\"'\\",
                "名刺📇",
                "👩‍👩‍👧",
                "é"
            })
    void aKeywordArrivesExactlyAsItWasGiven(String keyword) {
        Calls.answering(server, NO_CONTACTS);

        Calls.answer(lineWorks.contacts(Calls.search(keyword, null), Calls.FIRST_TEN, Calls.CONTACT, Calls.ledger()));

        List<String> sent = parameters(Calls.onlyRequest(server)).stream()
                .filter(parameter -> parameter.startsWith("keyword="))
                .toList();
        assertThat(sent).hasSize(1);
        String value = sent.get(0).substring("keyword=".length());
        assertThat(value).matches("[A-Za-z0-9\\-._~*%+]*");
        assertThat(URLDecoder.decode(value, UTF_8)).isEqualTo(keyword);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b", "a?b", "a#b", "a%b", "a%2Fb", "a b", "a+b", "a;b", "a:b", "{apiId}", "名刺", "a&b=c"})
    void aResourceIdArrivesAsOnePathSegment(String resourceId) {
        Calls.answering(server, "{\"resourceId\":\"" + resourceId + "\"}");
        String domain = Calls.anyDomain();

        Calls.answer(lineWorks.contact(domain, resourceId, Calls.CONTACT, Calls.ledger()));

        String url = Calls.onlyRequest(server).getUrl();
        String before = "/r/spec-api/contact/v3/domains/" + domain + "/shared/contacts/";
        assertThat(url).startsWith(before);
        String segment = url.substring(before.length());
        assertThat(segment).doesNotContain("/", "?", "#", " ");
        assertThat(URLDecoder.decode(segment.replace("+", "%2B"), UTF_8)).isEqualTo(resourceId);
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "..", "../..", "../../../../contact"})
    void aResourceIdCannotLeadToAnotherPath(String resourceId) {
        Calls.answering(server, "{\"resourceId\":\"x\"}");

        lineWorks
                .contact(Calls.anyDomain(), resourceId, Calls.CONTACT, Calls.ledger())
                .onFailure(Failure.class)
                .recoverWithItem(Optional.empty())
                .await()
                .atMost(LineWorksStub.DEADLINE.multipliedBy(2));

        assertThat(server.getAllServeEvents())
                .extracting(event -> event.getRequest().getUrl())
                .noneMatch(url -> url.matches(".*/\\.{1,2}(/.*)?"));
    }

    @Test
    void privateContactsAreAskedForWithAForm() {
        Calls.answering(server, "{\"code\":\"SUCCESS\",\"data\":{\"totalLength\":0,\"resultData\":[]}}");

        Calls.answer(lineWorks.privateContacts("taro+名刺 &=%@example.com", new PageRequest(2, 50), Calls.ledger()));

        LoggedRequest request = Calls.onlyRequest(server);
        assertThat(request.getMethod().getName()).isEqualTo("POST");
        assertThat(request.getUrl()).isEqualTo("/migration/spec-api/contact/listPrivateContact/v1");
        assertThat(request.getHeader("Content-Type"))
                .isEqualToIgnoringWhitespace("application/x-www-form-urlencoded; charset=UTF-8");
        assertThat(Arrays.stream(request.getBodyAsString().split("&", -1)).map(part -> URLDecoder.decode(part, UTF_8)))
                .containsExactlyInAnyOrder(
                        "targetMemberEmail=taro+名刺 &=%@example.com", "pageIndex=2", "pagePerLength=50");
    }

    @Test
    void tagsAreAskedForAtTheConfiguredPath() {
        Calls.answering(server, "{\"contactTags\":[]}");
        String domain = Calls.anyDomain();

        Calls.answer(lineWorks.tags(domain, Calls.ledger()));

        assertThat(Calls.onlyRequest(server).getUrl())
                .isEqualTo("/r/spec-api/contact/v3/domains/" + domain + "/contact-tags?count=500");
    }

    @Test
    void everyOperationCarriesBothCredentials() {
        String domain = Calls.anyDomain();
        Calls.answering(
                server,
                "{\"code\":\"SUCCESS\",\"data\":{\"totalLength\":0},\"contacts\":[],\"contactTags\":[],\"resourceId\":\"1\"}");

        Calls.list(lineWorks);
        Calls.answer(lineWorks.contact(domain, "1", Calls.CONTACT, Calls.ledger()));
        Calls.answer(lineWorks.tags(domain, Calls.ledger()));
        Calls.answer(lineWorks.privateContacts("credentials@example.com", Calls.FIRST_TEN, Calls.ledger()));

        assertThat(server.getAllServeEvents()).hasSize(4).allSatisfy(event -> {
            LoggedRequest request = event.getRequest();
            assertThat(request.header("consumerKey").values()).containsExactly(LineWorksStub.CONSUMER_KEY);
            assertThat(request.header("Authorization").values())
                    .containsExactly("Bearer " + LineWorksStub.SERVER_TOKEN);
            assertThat(request.getHeader("Accept")).isEqualTo("application/json");
            assertThat(request.getUrl()).doesNotContain(LineWorksStub.CONSUMER_KEY, LineWorksStub.SERVER_TOKEN);
        });
    }

    private static List<String> parameters(LoggedRequest request) {
        String url = request.getUrl();
        return List.of(url.substring(url.indexOf('?') + 1).split("&", -1));
    }
}
