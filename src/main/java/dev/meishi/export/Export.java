package dev.meishi.export;

import dev.meishi.execution.Execution;
import dev.meishi.execution.OperationResult;
import dev.meishi.failure.Failure;
import dev.meishi.ledger.Ledger;
import dev.meishi.ledger.OperationTerms;
import dev.meishi.memory.Reservation;
import graphql.GraphQLError;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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

    private final Source source;
    private final NdjsonResponse response;
    private final Timers timers;
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
    private Runnable timer = () -> {};
    private Runnable heart = () -> {};
    private Runnable last = () -> {};
    private Runnable unregister = () -> {};
    private boolean isWriting;
    private @Nullable ExportError early;
    private boolean isOver;

    /** Where pages come from. */
    interface Source {
        /** Begins to ask for the page after a checkpoint, null for the first one. */
        Execution page(@Nullable String after, Ledger ledger);
    }

    Export(
            Source source,
            ExportQuery query,
            NdjsonResponse response,
            Timers timers,
            ExportConfig config,
            Reservation pieces,
            Runnable over) {
        this.source = source;
        this.query = query;
        this.checkpoint = query.after();
        this.response = response;
        this.timers = timers;
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
        response.onGone(this::onDisconnect);
        lastWritten = timers.nanos();
        heart = timers.after(HEARTBEAT, this::beat);
        last = timers.after(longest, () -> endEarly(ExportError.tooLong(longest)));
        next();
    }

    /** Ends with an error, as the process is about to end; from any thread. */
    void stop() {
        timers.thread().execute(() -> endEarly(ExportError.shuttingDown()));
    }

    /** After the page that is being written, whose checkpoint the reader is to have; at once if there is none. */
    private void endEarly(ExportError why) {
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

    private void next() {
        pageBegan = timers.nanos();
        ask();
    }

    private void ask() {
        if (isOver) {
            return;
        }
        try {
            Duration left = patienceLeft();
            Execution begun = source.page(checkpoint, new Ledger(OperationTerms.uncached(left), timers::nanos));
            execution = begun;
            timer = timers.after(left, () -> begun.expire(patience));
            begun.result().whenComplete((result, thrown) -> timers.thread().execute(() -> onPage(result, thrown)));
        } catch (RuntimeException thrown) {
            unexpected(thrown);
        }
    }

    private Duration patienceLeft() {
        return patience.minusNanos(timers.nanos() - pageBegan);
    }

    private void onPage(@Nullable OperationResult result, @Nullable Throwable thrown) {
        cancelTimer();
        if (isOver) {
            return;
        }
        try {
            if (result == null) {
                throw new IllegalStateException(thrown);
            }
            Optional<GraphQLError> failure = ExportPage.failure(result);
            if (failure.isPresent()) {
                failed(query.inItsWords(ExportError.of(failure.get())));
            } else {
                write(ExportPage.of(result));
            }
        } catch (Failure overloaded) {
            failed(ExportError.of(overloaded));
        } catch (RuntimeException defect) {
            unexpected(defect);
        }
    }

    private void write(ExportPage page) {
        List<Buffer> pieces = new ArrayList<>(NdjsonLines.contacts(page));
        reserved.atLeast(pieces.stream().mapToLong(Buffer::length).sum());
        int size = page.contacts().size();
        boolean hasNext = page.hasNext();
        contacts += size;
        String end = page.endCursor();
        if (end != null) {
            checkpoint = end;
            pieces.add(NdjsonLines.checkpoint(checkpoint, contacts));
        }
        isWriting = true;
        response.write(pieces, () -> {
            reserved.atMost(0);
            lastWritten = timers.nanos();
            isWriting = false;
            if (isOver) {
                return;
            }
            ExportError why = early;
            if (hasNext && why != null) {
                failed(why);
            } else if (hasNext) {
                next();
            } else {
                finish();
                response.end(NdjsonLines.end(contacts));
            }
        });
    }

    private void failed(ExportError error) {
        Duration wait = error.retryAfter();
        if (error.isTransient() && wait != null && wait.compareTo(patienceLeft()) < 0) {
            timer = timers.after(wait, this::ask);
            return;
        }
        finish();
        if (response.isBegun()) {
            response.end(NdjsonLines.error(error, checkpoint));
        } else {
            response.refuse(error);
        }
    }

    private void unexpected(RuntimeException thrown) {
        LOG.error("Unexpected in an export", thrown);
        failed(ExportError.unexpected());
    }

    /** A checkpoint may come more than once. */
    private void beat() {
        if (isOver) {
            return;
        }
        heart = timers.after(HEARTBEAT, this::beat);
        boolean isSilent = timers.nanos() - lastWritten >= HEARTBEAT.toNanos();
        if (isSilent && !response.isWaiting()) {
            lastWritten = timers.nanos();
            response.write(List.of(NdjsonLines.checkpoint(checkpoint, contacts)), () -> {});
        }
    }

    private void onDisconnect() {
        Execution left = execution;
        if (!isOver && left != null) {
            left.abandon();
        }
        finish();
    }

    private void finish() {
        if (!isOver) {
            isOver = true;
            cancelTimer();
            heart.run();
            reserved.close();
            last.run();
            unregister.run();
            over.run();
        }
    }

    private void cancelTimer() {
        timer.run();
        timer = () -> {};
    }
}
