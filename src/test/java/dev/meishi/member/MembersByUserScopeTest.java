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

/** The names of members where the app has no scope of the directory, as on the free plan. */
@QuarkusTest
@TestProfile(MembersByUserScopeTest.MembersInFull.class)
@Timeout(60)
class MembersByUserScopeTest {

    /** Its scopes. */
    public static final class MembersInFull implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("meishi.upstream.api", "2.0", "meishi.upstream.scope", "contact.read user.read");
        }
    }

    @Test
    void theListOfWholeMembersNamesThem() {
        MemberNames.reset();
        JsonNode answer = ask("{ contacts(first: 20) { nodes { masterUserId master { name } } } }");
        assertThat(answer.has("errors")).as("%s", answer).isFalse();
        assertThat(MemberNames.contacts(answer))
                .filteredOn(contact -> contact.get("masterUserId").isTextual())
                .isNotEmpty()
                .allMatch(contact -> contact.at("/master/name").isTextual());
        assertThat(MemberNames.calls("listMembers")).isBetween(2, 3);
    }
}
