package dev.meishi.lineworks;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import java.util.logging.SimpleFormatter;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads every line that is logged at any level, with its stack traces and parameters, and remembers those that have a
 * credential in them. What the other side of a test logs, which knows the credentials by right, is none of its affair.
 */
public final class LeakDetector extends Handler implements AutoCloseable {

    private static final List<String> OTHER_SIDE =
            List.of("org.eclipse.jetty", "wiremock", "com.github.tomakehurst", "org.apache.http", "io.restassured");

    /** What the stubs keep quiet: named here, as a category that nothing has logged by yet is no logger's name. */
    private static final String CALLS = "org.jboss.resteasy.reactive.client.logging";

    /** Header, claims and signature of a signed assertion. */
    private static final Pattern ASSERTION = Pattern.compile("eyJ[\\w-]+\\.[\\w-]+\\.[\\w-]{20,}");

    private final List<String> credentials;
    private final Queue<String> leaks = new ConcurrentLinkedQueue<>();
    private final Set<String> loggers = ConcurrentHashMap.newKeySet();
    private final AtomicInteger lines = new AtomicInteger();
    private final Map<Logger, @Nullable Level> levels = new LinkedHashMap<>();

    /** Listens until it is closed. */
    public LeakDetector(List<String> credentials) {
        this.credentials = credentials;
        setLevel(Level.ALL);
        Set<String> names = new HashSet<>(Collections.list(LogManager.getLogManager().getLoggerNames()));
        names.add(CALLS);
        for (String name : names) {
            Logger logger = Logger.getLogger(name);
            levels.put(logger, logger.getLevel());
            logger.setLevel(isOfOtherSide(name) ? Level.OFF : name.isEmpty() ? Level.ALL : null);
        }
        OTHER_SIDE.forEach(name -> Logger.getLogger(name).setLevel(Level.OFF));
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
        if (isOfOtherSide(logger)) {
            return;
        }
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        out.println(new SimpleFormatter().format(line));
        for (Object parameter : Objects.requireNonNullElse(line.getParameters(), new Object[0])) {
            out.println(parameter);
        }
        out.flush();
        lines.incrementAndGet();
        loggers.add(logger);
        String all = text.toString();
        if (ASSERTION.matcher(all).find() || credentials.stream().anyMatch(all::contains)) {
            leaks.add(logger + ": " + all);
        }
    }

    private static boolean isOfOtherSide(String logger) {
        return OTHER_SIDE.stream().anyMatch(logger::startsWith);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        Logger.getLogger("").removeHandler(this);
        levels.forEach(Logger::setLevel);
    }
}
