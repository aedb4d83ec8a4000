package dev.meishi.leak;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Lets everything be logged that can be, each call with its headers too, and remembers the lines with something
 * sensitive in them. What the other side of a test logs, which knows the credentials by right, is none of its affair.
 */
public final class LeakDetector extends Handler implements AutoCloseable {

    /** What the stubs keep quiet: named here, as a category that nothing has logged by yet is no logger's name. */
    private static final String CALLS = "org.jboss.resteasy.reactive.client.logging";

    private final List<String> credentials;
    private final Queue<String> leaks = new ConcurrentLinkedQueue<>();
    private final Set<String> loggers = ConcurrentHashMap.newKeySet();
    private final AtomicInteger lines = new AtomicInteger();
    private final Map<Logger, @Nullable Level> levels = new LinkedHashMap<>();

    /**
     * Listens until it is closed.
     *
     * @param credentials of this test alone
     */
    public LeakDetector(String... credentials) {
        this.credentials = List.of(credentials);
        setLevel(Level.ALL);
        Set<String> names =
                new HashSet<>(Collections.list(LogManager.getLogManager().getLoggerNames()));
        names.add(CALLS);
        for (String name : names) {
            Logger logger = Logger.getLogger(name);
            levels.put(logger, logger.getLevel());
            logger.setLevel(LogLines.isOfOtherSide(name) ? Level.OFF : name.isEmpty() ? Level.ALL : null);
        }
        LogLines.OTHER_SIDE.forEach(name -> Logger.getLogger(name).setLevel(Level.OFF));
        Logger root = Logger.getLogger("");
        root.setLevel(Level.ALL);
        root.addHandler(this);
    }

    /** The lines with a credential, each with its logger. */
    public List<String> leaks() {
        return new ArrayList<>(leaks);
    }

    /** How many lines were read. */
    public int lines() {
        return lines.get();
    }

    /** The names of those that wrote them. */
    public Set<String> loggers() {
        return loggers;
    }

    @Override
    public void publish(LogRecord line) {
        String logger = String.valueOf(line.getLoggerName());
        if (LogLines.isOfOtherSide(logger)) {
            return;
        }
        lines.incrementAndGet();
        loggers.add(logger);
        String text = LogLines.text(line);
        if (Sensitive.in(text).filter(Sensitive::isCredential).isPresent()
                || credentials.stream().anyMatch(text::contains)) {
            leaks.add(logger + ": " + text);
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        Logger.getLogger("").removeHandler(this);
        levels.forEach(Logger::setLevel);
    }
}
