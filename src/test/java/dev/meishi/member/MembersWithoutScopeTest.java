package dev.meishi.member;

import static dev.meishi.member.MemberNames.ask;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The names of members where the app may read contacts alone. */
@QuarkusTest
@TestProfile(MembersWithoutScopeTest.ContactsAlone.class)
@Timeout(60)
class MembersWithoutScopeTest {

    /** Its scopes. */
    public static final class ContactsAlone implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("meishi.upstream.api", "2.0", "meishi.upstream.scope", "contact.read");
        }
    }

    @Test
    void eachPlaceSaysWhichScopeIsMissingAndTheIdsAreThere() {
        MemberNames.reset();
        JsonNode answer = ask("{ contacts(first: 20) { nodes { masterUserId master { name } } } }");
        long masters = MemberNames.contacts(answer).stream()
                .filter(contact -> contact.get("masterUserId").isTextual())
                .count();
        assertThat(answer.get("errors")).hasSize((int) masters).allSatisfy(error -> {
            assertThat(error.at("/extensions/code").asText()).isEqualTo("UPSTREAM_FORBIDDEN");
            assertThat(error.get("message").asText()).contains("directory.read or user.read");
        });
        assertThat(MemberNames.contacts(answer))
                .hasSize(20)
                .anyMatch(contact -> contact.get("masterUserId").isTextual())
                .allMatch(contact -> contact.get("master").isNull());
        int refused = MemberNames.calls("listMemberKeys");
        ask("{ contacts(first: 20) { nodes { master { name } } } }");
        assertThat(MemberNames.calls("listMemberKeys"))
                .as("a refusal is cached for a minute")
                .isEqualTo(refused);
    }
}
