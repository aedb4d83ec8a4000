package dev.meishi.sandbox.api.v2;

import dev.meishi.sandbox.api.Refusal;
import dev.meishi.sandbox.data.SortKey;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Writes and reads the cursors of all lists. One is bound to its list, filters and order; under others it is refused. The
 * text is base64 with its padding: a caller has to encode it in a URL.
 */
final class Cursors {

    private static final int MOST_USED = 10_000;

    private final Seal seal;
    private final Clock clock;

    /** Texts that were taken once, where that is the reading; the oldest is forgotten first. */
    private final Map<String, Boolean> used = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MOST_USED;
        }
    };

    Cursors(long seed, Clock clock) {
        this.seal = new Seal("cursor", seed);
        this.clock = clock;
    }

    /**
     * The cursor after an entry.
     *
     * @param list the list with its filters and its order
     */
    String write(String list, CursorReadings readings, int count, int seen, SortKey after) {
        Cursor cursor = new Cursor(
                readings.cursorLifetime().isZero() ? 0 : clock.instant().getEpochSecond(),
                readings.cursorCount() == CursorReadings.CursorCount.FIXED ? count : 0,
                seen,
                after);
        boolean fresh = readings.cursorText() == CursorReadings.CursorText.FRESH;
        return Base64.getEncoder().encodeToString(seal.seal(cursor.toBytes(), list, fresh));
    }

    /** The cursor of a request, if it has one. */
    Optional<Cursor> read(QueryParameters parameters, String list, CursorReadings readings, int count) {
        Optional<String> text = parameters.text("cursor");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Cursor cursor = seal.open(Base64.getDecoder(), text.get(), list)
                .map(Cursor::from)
                .orElseThrow(() -> refused("is none of this list with these filters and this order"));
        long age = clock.instant().getEpochSecond() - cursor.issued();
        if (!readings.cursorLifetime().isZero()
                && cursor.issued() > 0
                && age >= readings.cursorLifetime().toSeconds()) {
            throw refused("has expired");
        }
        if (readings.cursorCount() == CursorReadings.CursorCount.FIXED
                && cursor.count() > 0
                && cursor.count() != count) {
            throw refused("belongs to count=" + cursor.count());
        }
        if (readings.cursorUse() == CursorReadings.CursorUse.ONCE && isUsed(text.get())) {
            throw refused("was used before");
        }
        return Optional.of(cursor);
    }

    /** {@code responseMetaData} of a page. */
    static JsonObject metaData(Optional<String> next, CursorReadings readings) {
        JsonObject metaData = new JsonObject();
        if (next.isPresent()) {
            return metaData.put("nextCursor", next.get());
        }
        return switch (readings.lastCursor()) {
            case ABSENT -> metaData;
            case NULL -> metaData.putNull("nextCursor");
            case EMPTY -> metaData.put("nextCursor", "");
        };
    }

    private boolean isUsed(String text) {
        synchronized (used) {
            return used.put(text, true) != null;
        }
    }

    private static Refusal refused(String why) {
        return Refusals.invalidParameter("cursor " + why);
    }
}
