package dev.meishi.sandbox.api.v2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meishi.sandbox.api.Refusal;
import dev.meishi.sandbox.data.SortKey;
import io.vertx.core.MultiMap;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CursorsTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final SortKey KEY = new SortKey("山田\0太郎", 0, 7, "id-7");

    @Test
    void aCursorIsReadAsItWasWrittenByASimulatorOfTheSameSeed() {
        CursorReadings readings = Readings.DEFAULT.cursors();
        String text = at(START, 1).write("list", readings, 100, 300, KEY);

        assertThat(at(START.plusSeconds(1_000_000), 1).read(cursor(text), "list", readings, 7))
                .contains(new Cursor(0, 0, 300, KEY));
        assertThatThrownBy(() -> at(START, 2).read(cursor(text), "list", readings, 100))
                .isInstanceOf(Refusal.class);
        assertThat(text).doesNotContain("id-7").hasSizeGreaterThan(60);
    }

    @Test
    void aCursorExpiresWhereThatIsHowItIsRead() {
        CursorReadings readings =
                Readings.from(new JsonObject().put("cursorLifetime", "PT5M")).cursors();
        String text = at(START, 1).write("list", readings, 100, 300, KEY);

        assertThat(at(START.plusSeconds(299), 1).read(cursor(text), "list", readings, 100))
                .isPresent();
        assertThatThrownBy(() -> at(START.plusSeconds(300), 1).read(cursor(text), "list", readings, 100))
                .hasMessageContaining("has expired");
    }

    @Test
    void aChangedTextIsRefused() {
        CursorReadings readings = Readings.DEFAULT.cursors();
        String text = at(START, 1).write("list", readings, 100, 300, KEY);
        Set<Character> tried = new HashSet<>();

        for (int i = 0; i < text.length() - 4; i++) {
            char other = text.charAt(i) == 'A' ? 'B' : 'A';
            String changed = text.substring(0, i) + other + text.substring(i + 1);
            tried.add(other);
            assertThatThrownBy(() -> at(START, 1).read(cursor(changed), "list", readings, 100))
                    .isInstanceOf(Refusal.class);
        }
        assertThat(tried).isNotEmpty();
    }

    @Test
    void aTokenIsValidForItsLifeAndItsGeneration() {
        AccessTokens tokens = new AccessTokens(1, Clock.fixed(START, ZoneOffset.UTC));
        String text = tokens.issue(false, Optional.of("account1@example.com"), List.of("contact"), Duration.ofHours(1));

        assertThat(tokens.read(text, false).orElseThrow().member()).contains("account1@example.com");
        assertThat(tokens.read(text, true)).isEmpty();
        Clock late = Clock.fixed(START.plusSeconds(3600), ZoneOffset.UTC);
        assertThat(new AccessTokens(1, late).read(text, false)).isEmpty();
        tokens.revokeAll();
        assertThat(tokens.read(text, false)).isEmpty();
    }

    private static Cursors at(Instant now, long seed) {
        return new Cursors(seed, Clock.fixed(now, ZoneOffset.UTC));
    }

    private static QueryParameters cursor(String text) {
        return new QueryParameters(MultiMap.caseInsensitiveMultiMap().add("cursor", text));
    }
}
