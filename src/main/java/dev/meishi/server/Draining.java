package dev.meishi.server;

import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.value.registry.ValueRegistry;
import io.quarkus.vertx.http.HttpServer;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Ends the process in an order in which nothing that was accepted is lost. First its readiness is down and it serves on
 * for a while, each answer with {@code Connection: close}. Then it accepts no more connections, closes the idle ones,
 * tells exports and WebSockets to end, and waits for what is under way.
 *
 * <p>All of this happens while the framework tells its beans of the shutdown, before it closes anything: its own way to
 * wait ends when no request is under way for an instant, and closes connections on which the next one is arriving.
 */
@Singleton
@Unremovable
public class Draining {

    private static final Logger LOG = Logger.getLogger(Draining.class);

    private static final Duration GLANCE = Duration.ofMillis(20);

    private final ShutdownConfig config;
    private final ValueRegistry values;
    private final OpenConnections connections = OpenConnections.ofThisProcess();
    private final Set<Runnable> endings = ConcurrentHashMap.newKeySet();
    private volatile boolean isAccepting = true;
    private volatile boolean isEnding;

    Draining(ShutdownConfig config, ValueRegistry values) {
        this.config = config;
        this.values = values;
        connections.serve();
    }

    /** Whether new callers are welcome, which is what readiness says. */
    boolean isAccepting() {
        return isAccepting;
    }

    /**
     * Whether nothing new is to begin that takes long: the process is about to end.
     *
     * @return true from when exports and WebSockets are told to end
     */
    public boolean isEnding() {
        return isEnding;
    }

    /**
     * Has something done when the process is about to end, on a thread of the process's own.
     *
     * @param ending what is to be done; at once if that moment has passed
     * @return takes it back; to be called when what it would end is over
     */
    public Runnable atEnd(Runnable ending) {
        endings.add(ending);
        if (isEnding && endings.remove(ending)) {
            ending.run();
        }
        return () -> endings.remove(ending);
    }

    /** Where people develop, the server outlives the application that is reloaded. */
    void drain(@Observes ShutdownDelayInitiatedEvent shutdown) throws InterruptedException {
        if (LaunchMode.current() == LaunchMode.DEVELOPMENT) {
            return;
        }
        isAccepting = false;
        connections.leave();
        Thread.sleep(config.delay().toMillis());
        isEnding = true;
        int management = values.getOrDefault(HttpServer.MANAGEMENT_PORT, 0);
        connections.end(management);
        endings.forEach(ending -> {
            if (endings.remove(ending)) {
                ending.run();
            }
        });
        await(management);
    }

    private void await(int management) throws InterruptedException {
        long end = System.nanoTime() + config.timeout().toNanos();
        int open = connections.open(management);
        if (open > 0) {
            LOG.infof("Waiting up to %s for %d connections", config.timeout(), open);
        }
        while ((open > 0 || connections.isListening(management)) && System.nanoTime() < end) {
            Thread.sleep(GLANCE.toMillis());
            open = connections.open(management);
        }
        if (open > 0) {
            LOG.warnf(
                    "Closing %d connections that are still open after %s (meishi.shutdown.timeout)",
                    open, config.timeout());
        }
    }
}
