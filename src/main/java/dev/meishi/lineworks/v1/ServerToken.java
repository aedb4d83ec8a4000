package dev.meishi.lineworks.v1;

import dev.meishi.lineworks.Authorization;
import dev.meishi.loop.Loop;
import dev.meishi.secret.Secret;
import dev.meishi.secret.SecretFile;
import dev.meishi.secret.UnreadableSecret;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;

/**
 * The authorization of a Server API call: a token from the Developer Console, which stays the same until an operator
 * changes it. If it is in a file, workers read that again: from time to time, and when LINE WORKS rejects the token.
 */
final class ServerToken implements Authorization {

    private static final Logger LOG = Logger.getLogger(ServerToken.class);

    /** For how long a file is not read again while calls are made. */
    private static final long INTERVAL = Duration.ofSeconds(10).toNanos();

    private final Secret setting;
    private final Executor workers;
    private final LongSupplier nanoTime;
    private final AtomicBoolean isReading = new AtomicBoolean();
    private volatile Header current;
    private volatile long readAt;
    private volatile boolean isUnreadable;

    private record Header(Secret value, Uni<Secret> item) {

        /** Exactly one blank after {@code Bearer}. */
        static Header of(Secret token) {
            Secret value = new Secret("Bearer " + token.value());
            return new Header(value, Uni.createFrom().item(value));
        }
    }

    /**
     * Reads it for the first time.
     *
     * @param setting itself, or the {@code file:} URL of its file
     * @param workers that read the file again
     * @param nanoTime of a clock that never goes back
     */
    ServerToken(Secret setting, Executor workers, LongSupplier nanoTime) {
        this.setting = setting;
        this.workers = workers;
        this.nanoTime = nanoTime;
        this.readAt = nanoTime.getAsLong();
        this.current = Header.of(SecretFile.resolve(setting));
    }

    @Override
    public Uni<Secret> header() {
        if (isInAFile() && nanoTime.getAsLong() - readAt >= INTERVAL && isReading.compareAndSet(false, true)) {
            workers.execute(this::readAgain);
        }
        return current.item();
    }

    @Override
    public Uni<Boolean> rejected(Secret rejected) {
        if (!isInAFile()) {
            return Uni.createFrom().item(false);
        }
        return Uni.createFrom()
                .item(() -> !readAgain().equals(rejected))
                .runSubscriptionOn(workers)
                .emitOn(Loop.here());
    }

    private boolean isInAFile() {
        return SecretFile.isNamedBy(setting);
    }

    /** The header that holds from now on. One that cannot be read leaves the one before in use. */
    private Secret readAgain() {
        try {
            Header read = Header.of(SecretFile.resolve(setting));
            if (!read.value().equals(current.value())) {
                current = read;
                LOG.info("The file of meishi.upstream.server-token has another token, which is used from now on.");
            }
            isUnreadable = false;
        } catch (UnreadableSecret unreadable) {
            if (!isUnreadable) {
                LOG.warnf(
                        "meishi.upstream.server-token %s; the token that was read from it before stays in use",
                        unreadable.text());
            }
            isUnreadable = true;
        } finally {
            readAt = nanoTime.getAsLong();
            isReading.set(false);
        }
        return current.value();
    }

    @Override
    public String toString() {
        return "ServerToken[***]";
    }
}
