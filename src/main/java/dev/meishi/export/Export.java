package dev.meishi.export;

import dev.meishi.execution.Execution;
import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import dev.meishi.ledger.Ledger;
import dev.meishi.ledger.Terms;
import dev.meishi.memory.Reservation;
import graphql.ExecutionResult;
import graphql.GraphQLError;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One export: asks for a page when the reader has taken the one before, so that no more than one is in memory. For one
 * thread, that of the request.
 */
final class Export {

    private static final Logger LOG = Logger.getLogger(Export.class);

    /** So that whatever closes silent connections on the way, after 60 s at the earliest, sees that this one is not. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(20);

    private static final long NONE = -1;

    /** Of a contact's number in the path of its error. */
    private static final int PLACE = 2;

    private final Source source;
    private final Outlet outlet;
    private final Vertx vertx;
    private final Context context;
    private final ExportQuery query;
    private final Duration patience;
    private final Duration longest;
    private final Reservation reserved;
    private final Runnable over;
    private @Nullable String checkpoint;
    private long contacts;
    private @Nullable Execution execution;
    private long pageBegan;
    private long lastWritten;
    private long timer = NONE;
    private long heart = NONE;
    private long last = NONE;
    private Runnable unregister = () -> {};
    private boolean isWriting;
    private @Nullable Trouble early;
    private boolean isOver;

    /** Where pages come from. */
    interface Source {
        /** Begins to ask for the page after a checkpoint, null for the first one. */
        Execution page(@Nullable String after, Ledger ledger);
    }

    Export(
            Source source,
            ExportQuery query,
            Outlet outlet,
            Vertx vertx,
            ExportConfig config,
            Reservation pieces,
            Runnable over) {
        this.source = source;
        this.query = query;
        this.checkpoint = query.after();
        this.outlet = outlet;
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.patience = config.pageTimeout();
        this.longest = config.timeout();
        this.reserved = pieces;
        this.over = over;
    }

    /**
     * Asks for the first page.
     *
     * @param whenOver runs when it has ended, however it did
     */
    void begin(Runnable whenOver) {
        unregister = whenOver;
        outlet.onGone(this::leave);
        lastWritten = System.nanoTime();
        heart = vertx.setPeriodic(HEARTBEAT.toMillis(), beat -> beat());
        last = vertx.setTimer(Math.max(1, longest.toMillis()), late -> endEarly(tooLong()));
        next();
    }

    /** Ends with an error, as the process is about to end; from any thread. */
    void stop() {
        context.runOnContext(now -> endEarly(Trouble.shuttingDown()));
    }

    /** After the page that is being written, whose checkpoint the reader is to have; at once if there is none. */
    private void endEarly(Trouble why) {
        early = why;
        Execution left = execution;
        if (isOver || isWriting) {
            return;
        }
        failed(why);
        if (left != null) {
            left.abandon();
        }
    }

    private Trouble tooLong() {
        return new Trouble(
                ErrorCode.OPERATION_TIMEOUT,
                "The export has gone on for as long as one may, " + longest.toMinutes()
                        + " minutes (meishi.export.timeout); go on after the checkpoint.",
                null);
    }

    private void next() {
        pageBegan = System.nanoTime();
        ask();
    }

    private void ask() {
        if (isOver) {
            return;
        }
        try {
            Duration left = patienceLeft();
            Execution begun = source.page(checkpoint, new Ledger(Terms.passing(left)));
            execution = begun;
            timer = vertx.setTimer(Math.max(1, left.toMillis()), late -> begun.expire(patience));
            begun.result()
                    .whenComplete((outcome, thrown) ->
                            context.runOnContext(answered -> came(outcome == null ? null : outcome.result(), thrown)));
        } catch (RuntimeException thrown) {
            unexpected(thrown);
        }
    }

    private Duration patienceLeft() {
        return patience.minusNanos(System.nanoTime() - pageBegan);
    }

    private void came(@Nullable ExecutionResult result, @Nullable Throwable thrown) {
        calm();
        if (isOver) {
            return;
        }
        try {
            if (result == null) {
                throw new IllegalStateException(thrown);
            }
            Optional<GraphQLError> other = result.getErrors().stream()
                    .filter(error -> !isOfContact(error))
                    .findFirst();
            if (other.isPresent()) {
                failed(query.inItsWords(Trouble.of(other.get())));
            } else {
                write(
                        Objects.requireNonNull(result.<Map<String, Map<String, Object>>>getData())
                                .get("contacts"),
                        result.getErrors());
            }
        } catch (Failure overloaded) {
            failed(Trouble.of(overloaded));
        } catch (RuntimeException defect) {
            unexpected(defect);
        }
    }

    /** Whether it stands in the place of a contact: contacts, nodes, which. */
    private static boolean isOfContact(GraphQLError error) {
        List<Object> path = error.getPath();
        return path != null && path.size() == PLACE + 1 && path.get(PLACE) instanceof Integer;
    }

    private static Map<Integer, GraphQLError> byPlace(List<GraphQLError> errors) {
        Map<Integer, GraphQLError> places = new HashMap<>();
        errors.forEach(error -> places.put((Integer) error.getPath().get(PLACE), error));
        return places;
    }

    private void write(@Nullable Map<String, Object> page, List<GraphQLError> errors) {
        Map<?, ?> found = Objects.requireNonNull(page);
        List<?> nodes = (List<?>) Objects.requireNonNull(found.get("nodes"));
        Map<?, ?> pageInfo = (Map<?, ?>) Objects.requireNonNull(found.get("pageInfo"));
        List<Buffer> pieces = new ArrayList<>(Lines.contacts(nodes, byPlace(errors)));
        reserved.atLeast(pieces.stream().mapToLong(Buffer::length).sum());
        boolean hasNext = Boolean.TRUE.equals(pageInfo.get("hasNextPage"));
        contacts += nodes.size();
        if (!nodes.isEmpty()) {
            checkpoint = (String) pageInfo.get("endCursor");
            pieces.add(Lines.checkpoint(checkpoint, contacts));
        }
        isWriting = true;
        outlet.write(pieces, () -> {
            reserved.atMost(0);
            lastWritten = System.nanoTime();
            isWriting = false;
            if (isOver) {
                return;
            }
            Trouble why = early;
            if (hasNext && why != null) {
                failed(why);
            } else if (hasNext) {
                next();
            } else {
                finish();
                outlet.end(Lines.end(contacts));
            }
        });
    }

    private void failed(Trouble trouble) {
        Duration wait = trouble.retryAfter();
        if (trouble.isPassing() && wait != null && wait.compareTo(patienceLeft()) < 0) {
            timer = vertx.setTimer(Math.max(1, wait.toMillis()), again -> ask());
            return;
        }
        finish();
        if (outlet.isBegun()) {
            outlet.end(Lines.trouble(trouble, checkpoint));
        } else {
            outlet.refuse(trouble);
        }
    }

    private void unexpected(RuntimeException thrown) {
        LOG.error("Unexpected in an export", thrown);
        failed(Trouble.unexpected());
    }

    /** A checkpoint may come more than once. */
    private void beat() {
        boolean isSilent = System.nanoTime() - lastWritten >= HEARTBEAT.toNanos();
        if (!isOver && isSilent && !outlet.isWaiting()) {
            lastWritten = System.nanoTime();
            outlet.write(List.of(Lines.checkpoint(checkpoint, contacts)), () -> {});
        }
    }

    private void leave() {
        Execution left = execution;
        if (!isOver && left != null) {
            left.abandon();
        }
        finish();
    }

    private void finish() {
        if (!isOver) {
            isOver = true;
            calm();
            vertx.cancelTimer(heart);
            reserved.close();
            vertx.cancelTimer(last);
            unregister.run();
            over.run();
        }
    }

    private void calm() {
        if (timer != NONE) {
            vertx.cancelTimer(timer);
            timer = NONE;
        }
    }
}
