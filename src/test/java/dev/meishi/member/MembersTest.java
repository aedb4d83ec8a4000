package dev.meishi.member;

import static dev.meishi.member.MemberNames.ask;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The names of members, organizations and groups, by the light lists of API 2.0. */
@QuarkusTest
@TestProfile(MembersTest.WithDirectory.class)
@Timeout(60)
class MembersTest {

    /** An app that may read the directory. */
    public static final class WithDirectory implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("meishi.upstream.api", "2.0", "meishi.upstream.scope", "contact.read directory.read");
        }
    }

    @BeforeEach
    void reset() {
        MemberNames.reset();
    }

    @Test
    void idsHaveNames() {
        JsonNode answer = ask(MemberNames.QUERY);
        assertThat(answer.has("errors")).as("%s", answer).isFalse();
        Set<String> types = new HashSet<>();
        for (JsonNode contact : MemberNames.contacts(answer)) {
            if (!contact.get("masterUserId").isNull()) {
                assertThat(contact.at("/master/memberId")).isEqualTo(contact.get("masterUserId"));
                assertThat(contact.at("/master/name").asText()).isNotEmpty();
            }
            for (JsonNode shared : contact.get("sharedMembers")) {
                types.add(shared.get("type").asText());
                assertThat(shared.get("name").isTextual()).as("%s", shared).isTrue();
                assertThat(shared.at("/member/name").isTextual())
                        .isEqualTo(shared.get("type").asText().equals("USER"));
            }
        }
        assertThat(types).contains("USER", "ORGUNIT", "GROUP");
    }

    @Test
    void eachListIsFetchedOnceHoweverManyAsk() {
        ask(MemberNames.QUERY);
        int members = MemberNames.calls("listMemberKeys");
        assertThat(members).isBetween(2, 3);
        ask(MemberNames.QUERY);
        assertThat(MemberNames.calls("listMemberKeys")).isEqualTo(members);
        assertThat(MemberNames.calls("listGroupKeys")).isEqualTo(1);
        assertThat(MemberNames.calls("listOrgUnits")).isEqualTo(1);
        assertThat(MemberNames.calls("listMembers")).isZero();
    }

    @Test
    void whoWantsNothingCachedFetchesNoListAgainWithinAMinute() {
        assertThat(ask(MemberNames.QUERY).has("errors")).isFalse();
        int members = MemberNames.calls("listMemberKeys");

        JsonNode answer = ask(MemberNames.QUERY, "no-cache");

        assertThat(answer.has("errors")).as("%s", answer).isFalse();
        assertThat(MemberNames.calls("listMemberKeys")).isEqualTo(members);
        assertThat(MemberNames.calls("listGroupKeys")).isEqualTo(1);
        assertThat(MemberNames.calls("listOrgUnits")).isEqualTo(1);
    }

    @Test
    void whatIsNotSelectedIsNotFetched() {
        int before = MemberNames.calls("listMemberKeys");
        ask("{ contacts(first: 10) { nodes { masterUserId sharedMembers { memberId } } } }");
        assertThat(MemberNames.calls("listMemberKeys")).isEqualTo(before);
    }

    @Test
    void aMemberIsANodeAndOneWhoIsGoneIsNull() {
        JsonNode master = MemberNames.contacts(ask(MemberNames.QUERY)).stream()
                .map(contact -> contact.get("master"))
                .filter(JsonNode::isObject)
                .findFirst()
                .orElseThrow();
        String found = "{ node(id: \"" + master.get("id").asText() + "\") { id ... on Member { name email } } }";
        assertThat(ask(found).at("/data/node/name")).isEqualTo(master.get("name"));
        String domain =
                ask(MemberNames.QUERY).at("/data/contacts/nodes/0/domainId").asText();
        String gone = new dev.meishi.relay.GlobalId(Member.TYPE, domain, "nobody@example.com").encode();
        int before = MemberNames.calls("listMemberKeys");
        JsonNode answer = ask("{ node(id: \"" + gone + "\") { id } }");
        assertThat(answer.has("errors")).isFalse();
        assertThat(answer.at("/data/node").isNull()).isTrue();
        assertThat(MemberNames.calls("listMemberKeys"))
                .as("nobody looks again within a minute")
                .isEqualTo(before);
    }
}
