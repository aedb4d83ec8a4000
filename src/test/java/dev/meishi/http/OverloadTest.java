package dev.meishi.http;

import static dev.meishi.Eventually.eventually;
import static dev.meishi.wire.GraphqlClient.code;
import static dev.meishi.wire.GraphqlClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.meishi.memory.Account;
import dev.meishi.memory.Memory;
import dev.meishi.wire.GraphqlClient;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Callers who read nothing, or send nothing to its end, hold as much memory as there is for them and no more: what is
 * beyond it is refused with a code, a small question is answered all the while, and all is well when they are gone.
 */
@QuarkusTest
@TestProfile(OverloadTest.Little.class)
@Timeout(120)
class OverloadTest {

    private static final int HOSTILE = 30;
    private static final String SMALL = "{ contacts(first: 5) { nodes { name { full } } } }";
    private static final String LARGE = "{ contacts(first: 500) { nodes { " + aliases(40) + " } } }";

    private static final String EVERY_FIELD = """
             id resourceId domainId masterUserId memo open isCoEditing isExternal creationTime modificationTime
            name { firstName full lastName nickName phoneticFirstName phoneticLastName }
            primaryEmail { address represent } primaryOrganization { department name represent title }
            primaryPhone { customType represent type typeRaw value } emails { address represent }
            events { calendar customType dayType represent type typeRaw value }
            locations { customType represent type typeRaw value zipcode } messengers { accountId customType represent type typeRaw }
            organizations { department name represent title } phones { customType represent type typeRaw value }
            photos { path represent } sharedMembers { memberId type typeRaw } tagResourceIds
            tags { id domainId name tagResourceId type typeRaw userId } websites { represent value }
            worksAt { buddyUserIds resourceId type typeRaw }
            """;

    /** Little memory, so that it takes few to fill it. */
    public static class Little implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "meishi.memory.answers", "12M",
                    "meishi.memory.bodies", "1M",
                    "meishi.http.body-timeout", "60s");
        }
    }

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init")
    URI address;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Memory memory;

    @SuppressWarnings("NullAway.Init")
    private GraphqlClient caller;

    private final List<Socket> hostile = new ArrayList<>();

    @BeforeEach
    void connect() {
        caller = new GraphqlClient(address);
        assertThat(code(caller.ask(SMALL))).isEmpty();
    }

    @AfterEach
    void leave() throws IOException {
        for (Socket socket : hostile) {
            socket.close();
        }
        eventually(() -> used(Account.ANSWERS) == 0 && used(Account.BODIES) == 0);
    }

    @Test
    void answersThatNobodyReadsTakeNoMoreThanThereIsForThemAndSmallOnesAreAnswered() throws Exception {
        for (int i = 0; i < HOSTILE; i++) {
            open().getOutputStream().write(post(LARGE).getBytes(StandardCharsets.UTF_8));
        }
        eventually(() -> used(Account.ANSWERS) > 6 << 20);

        HttpResponse<String> refused = caller.ask(LARGE);

        assertThat(code(refused)).isEqualTo("OVERLOADED");
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(json(refused).at("/errors/0/extensions/retryAfterSeconds").asInt())
                .isEqualTo(1);
        assertThat(used(Account.ANSWERS)).isLessThanOrEqualTo(12 << 20);
        assertThat(code(caller.ask(SMALL))).isEmpty();
    }

    @Test
    void whoReadsNothingIsCutOffForWhoComesAgainAndReads() throws Exception {
        for (int i = 0; i < HOSTILE; i++) {
            open().getOutputStream().write(post(LARGE).getBytes(StandardCharsets.UTF_8));
        }
        eventually(() -> used(Account.ANSWERS) > 6 << 20);

        eventually(() -> isAnswered(LARGE));
    }

    /** Not refused, and not cut off as one of those who read nothing, which on a busy machine this caller may be too. */
    private boolean isAnswered(String document) {
        try {
            return caller.ask(document).statusCode() == 200;
        } catch (UncheckedIOException cutOff) {
            return false;
        }
    }

    @Test
    void bodiesThatNeverEndTakeNoMoreThanThereIsForThemAndSmallOnesAreRead() throws Exception {
        String head = String.join(
                "\r\n",
                "POST /graphql HTTP/1.1",
                "Host: localhost",
                "Content-Type: application/json",
                "Content-Length: 120001",
                "",
                "");
        for (int i = 0; i < HOSTILE; i++) {
            open().getOutputStream().write((head + " ".repeat(120_000)).getBytes(StandardCharsets.UTF_8));
        }
        eventually(() -> used(Account.BODIES) > 600_000);

        HttpResponse<String> refused =
                new GraphqlClient(address).post(" ".repeat(100_000) + "{\"query\":\"{ __typename }\"}");

        assertThat(code(refused)).isEqualTo("OVERLOADED");
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(used(Account.BODIES)).isLessThanOrEqualTo(1 << 20);
        assertThat(code(new GraphqlClient(address).ask(SMALL))).isEmpty();
    }

    @Test
    void anAnswerThatMayBeLargerThanAnyMayBeIsRefusedBeforeItIsMade() {
        JsonNode refused = json(caller.ask("{ contacts(first: 500) { nodes { " + aliases(50) + EVERY_FIELD + " } } }"));

        assertThat(refused.at("/errors/0/extensions/code").asText()).isEqualTo("LIMIT_EXCEEDED");
        assertThat(refused.at("/errors/0/extensions/limit").asText()).isEqualTo("answer-bytes");
    }

    @Test
    void fiveHundredContactsWithEveryFieldAreAnswered() {
        HttpResponse<String> answered = caller.ask("{ contacts(first: 500) { nodes { " + EVERY_FIELD + " } } }");

        assertThat(code(answered)).isEmpty();
        assertThat(json(answered).at("/data/contacts/nodes")).hasSize(500);
    }

    private static String aliases(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "a".repeat(124) + i + ": id")
                .collect(Collectors.joining(" "));
    }

    private Socket open() throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(16 << 10);
        socket.connect(new InetSocketAddress("localhost", address.getPort()));
        hostile.add(socket);
        return socket;
    }

    private static String post(String document) {
        String body = "{\"query\":\"" + document + "\"}";
        return "POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                + body.length() + "\r\n\r\n" + body;
    }

    private long used(Account account) {
        return memory.of(account).used();
    }
}
