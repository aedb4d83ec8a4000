package dev.meishi.lineworks.v1;

import dev.meishi.lineworks.UpstreamTag;
import dev.meishi.lineworks.http.TransportErrors;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The list of tags, which comes in parts that lead from one to the next by a cursor. */
final class TagParts {

    /** More parts than any list of tags has: one for every 500 of the maximum of results. */
    private static final int MAX_PARTS = ApiCapabilities.OF_API_1.resultCap() / ApiCapabilities.OF_API_1.largestPage();

    private final Function<@Nullable String, Uni<Part>> calls;
    private final UnaryOperator<Uni<List<UpstreamTag>>> inTime;
    private final List<UpstreamTag> tags = new ArrayList<>();
    private int parts;

    private TagParts(Function<@Nullable String, Uni<Part>> calls, UnaryOperator<Uni<List<UpstreamTag>>> inTime) {
        this.calls = calls;
        this.inTime = inTime;
    }

    /**
     * All of them.
     *
     * @param calls for the part at a cursor, null for the first one
     * @param inTime bounds what follows the first part
     */
    static Uni<List<UpstreamTag>> all(
            Function<@Nullable String, Uni<Part>> calls, UnaryOperator<Uni<List<UpstreamTag>>> inTime) {
        return Uni.createFrom().deferred(() -> new TagParts(calls, inTime).from(null));
    }

    private Uni<List<UpstreamTag>> from(@Nullable String cursor) {
        return calls.apply(cursor).flatMap(part -> {
            tags.addAll(part.tags());
            String next = part.nextCursor();
            if (next == null) {
                return Uni.createFrom().item(tags);
            }
            if (next.equals(cursor) || ++parts == MAX_PARTS) {
                return Uni.createFrom().failure(TransportErrors.invalid("its list of tags has no end"));
            }
            return inTime.apply(from(next));
        });
    }

    /**
     * A part.
     *
     * @param tags of it
     * @param nextCursor of the next one; null if it is the last
     */
    record Part(List<UpstreamTag> tags, @Nullable String nextCursor) {}
}
