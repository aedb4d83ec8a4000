package dev.meishi;

import java.util.Queue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;

/** Keeps what is logged while it is attached, down to its level. */
public final class LogRecorder extends Handler {

    private final Queue<String> lines;
    private final PatternFormatter format = new PatternFormatter("%c %s%e");

    public LogRecorder(Queue<String> lines) {
        this.lines = lines;
    }

    @Override
    public void publish(LogRecord line) {
        if (isLoggable(line)) {
            lines.add(format.format(line));
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
