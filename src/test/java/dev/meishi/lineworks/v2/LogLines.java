package dev.meishi.lineworks.v2;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.jspecify.annotations.Nullable;

/** Everything that is logged, stack traces included, while it listens; at every level. */
final class LogLines extends Handler {

    private static final List<String> TALKATIVE =
            List.of("dev.meishi", "org.jboss.resteasy", "io.smallrye", "org.jose4j");

    private final StringWriter text = new StringWriter();
    private final Map<Logger, @Nullable Level> levels = new LinkedHashMap<>();

    LogLines() {
        setLevel(Level.ALL);
    }

    void listen() {
        for (String name : TALKATIVE) {
            Logger logger = Logger.getLogger(name);
            levels.put(logger, logger.getLevel());
            logger.setLevel(Level.ALL);
        }
        Logger scope = Logger.getLogger("org.jboss.resteasy.reactive.client.logging");
        levels.put(scope, scope.getLevel());
        scope.setLevel(Level.ALL);
        Logger.getLogger("").addHandler(this);
    }

    String text() {
        return text.toString();
    }

    @Override
    public void publish(LogRecord line) {
        PrintWriter out = new PrintWriter(text, true);
        out.println(new SimpleFormatter().format(line));
        Object[] parameters = Objects.requireNonNullElse(line.getParameters(), new Object[0]);
        for (Object parameter : parameters) {
            out.println(parameter);
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        Logger.getLogger("").removeHandler(this);
        levels.forEach(Logger::setLevel);
        levels.clear();
    }
}
