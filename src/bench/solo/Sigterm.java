package solo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import harness.Arguments;
import harness.PackagedGateway;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Ends a gateway in the middle of its work and counts what becomes of the requests: each that was written to a connection
 * which the gateway had accepted must be answered, unless an answer before it on that connection has said that it is
 * closed. {@code src/bench/sigterm} starts this.
 */
public final class Sigterm {

    private static final int CONNECTIONS = 40;
    private static final long BEFORE_MILLIS = 2_000;
    private static final long LONGEST_SECONDS = 60;
    private static final String FAST = "{__typename}";
    private static final String KEPT = "{contacts(first:3){nodes{name{full}}}}";

    /** What became of the requests of one time. */
    private static final class Tally {
        final AtomicInteger answered = new AtomicInteger();
        final AtomicInteger afterTerm = new AtomicInteger();
        final AtomicInteger announced = new AtomicInteger();
        final AtomicInteger refused = new AtomicInteger();
        final AtomicInteger closedIdle = new AtomicInteger();
        final Queue<String> lost = new ConcurrentLinkedQueue<>();
    }

    private record Answer(int status, boolean isLast, String body) {}

    /** One kept connection. */
    private static final class Line implements AutoCloseable {
        final Socket socket = new Socket();
        final InputStream in;
        int asked;

        Line(int port) throws IOException {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 5_000);
            socket.setTcpNoDelay(true);
            in = new BufferedInputStream(socket.getInputStream());
        }

        /** Whether the other side has closed it since its last answer. */
        boolean isClosed() throws IOException {
            socket.setSoTimeout(1);
            in.mark(1);
            try {
                return in.read() < 0;
            } catch (SocketTimeoutException open) {
                return false;
            }
        }

        Answer ask(String request) throws IOException {
            asked++;
            socket.setSoTimeout(40_000);
            socket.getOutputStream().write(request.getBytes(UTF_8));
            socket.getOutputStream().flush();
            StringBuilder head = new StringBuilder();
            while (head.indexOf("\r\n\r\n", Math.max(0, head.length() - 4)) < 0) {
                int next = in.read();
                if (next < 0) {
                    throw new EOFException("cut after " + head.length() + " characters of the head");
                }
                head.append((char) next);
            }
            String lower = head.toString().toLowerCase(java.util.Locale.ROOT);
            int length = Integer.parseInt(lower.replaceAll("(?s).*\r\ncontent-length: *(\\d+).*", "$1"));
            byte[] body = in.readNBytes(length);
            if (body.length < length) {
                throw new EOFException("cut after " + body.length + " of " + length + " bytes");
            }
            return new Answer(
                    Integer.parseInt(head.substring(9, 12)),
                    lower.contains("\r\nconnection: close"),
                    new String(body, ISO_8859_1));
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private final Arguments options;

    private Sigterm(Arguments options) {
        this.options = options;
    }

    /** The arguments are those of {@code src/bench/sigterm}. */
    public static void main(String[] args) throws Exception {
        Arguments given = Arguments.of(args, Map.of("--times", "10", "--rate", "200", "--binary", "", "--options", ""));
        System.exit(new Sigterm(given).run() ? 0 : 1);
    }

    private boolean run() throws Exception {
        boolean isWell = true;
        System.out.printf(
                "%5s %9s %14s %10s %8s %12s %6s%n",
                "time", "answered", "after SIGTERM", "announced", "refused", "ended after", "lost");
        try (PackagedGateway simulator = start(
                "simulator", Map.of("meishi.sandbox.enabled", "true", "meishi.sandbox.faults.latency", "PT0.5S"))) {
            for (int time = 1; time <= options.number("--times"); time++) {
                isWell &= once(time, simulator.port());
            }
        }
        return isWell;
    }

    private boolean once(int time, int simulator) throws Exception {
        Map<String, String> settings = Map.of(
                "meishi.upstream.url", "http://127.0.0.1:" + simulator,
                "meishi.upstream.api-id", "sandbox",
                "meishi.upstream.domain-id", "1",
                "meishi.upstream.consumer-key", "sandbox-consumer-key",
                "meishi.upstream.server-token", "sandbox-server-token",
                "meishi.quota.calls-per-minute", "1000000",
                "meishi.quota.max-concurrent-calls", "200");
        try (PackagedGateway gateway = start("gateway-" + time, settings)) {
            Process process = gateway.server().process();
            Tally tally = new Tally();
            List<Thread> callers = new ArrayList<>();
            long[] told = {Long.MAX_VALUE};
            for (int i = 0; i < CONNECTIONS; i++) {
                Thread caller = new Thread(new Caller(i, gateway.port(), told, tally)::run);
                caller.start();
                callers.add(caller);
            }
            Thread.sleep(BEFORE_MILLIS + (long) (Math.random() * 500));
            long began = System.nanoTime();
            synchronized (told) {
                told[0] = began;
            }
            process.destroy();
            if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                tally.lost.add("the process did not end");
            }
            long ended = System.nanoTime() - began;
            for (Thread caller : callers) {
                caller.join();
            }
            System.out.printf(
                    "%5d %9d %14d %10d %8d %10.1f s %6d%n",
                    time,
                    tally.answered.get(),
                    tally.afterTerm.get(),
                    tally.announced.get(),
                    tally.refused.get(),
                    ended / 1e9,
                    tally.lost.size());
            tally.lost.stream().distinct().limit(5).forEach(what -> System.out.println("      " + what));
            boolean isLoad = tally.afterTerm.get() > 20 && tally.announced.get() >= CONNECTIONS / 2;
            if (!isLoad) {
                System.out.println("      too little was sent after SIGTERM to prove anything");
            }
            return tally.lost.isEmpty() && isLoad;
        }
    }

    /** Sends one request after the other at its share of the rate until nobody accepts connections any more. */
    private final class Caller {
        private final int number;
        private final int port;
        private final long[] told;
        private final Tally tally;
        private @Nullable Line line;
        private int count;

        Caller(int number, int port, long[] told, Tally tally) {
            this.number = number;
            this.port = port;
            this.told = told;
            this.tally = tally;
        }

        void run() {
            double rate = (double) options.number("--rate") / CONNECTIONS;
            long pause = (long) (1e9 / rate);
            long next = System.nanoTime() + (long) (Math.random() * pause);
            try {
                while (true) {
                    long wait = next - System.nanoTime();
                    if (wait > 0) {
                        TimeUnit.NANOSECONDS.sleep(wait);
                    }
                    next = Math.max(next + pause, System.nanoTime());
                    if (!once()) {
                        return;
                    }
                }
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        }

        private boolean once() {
            boolean isTold = isTold();
            Line open = line;
            try {
                if (open != null && open.isClosed()) {
                    tally.closedIdle.incrementAndGet();
                    open.close();
                    open = null;
                }
                if (open == null) {
                    open = new Line(port);
                }
                line = open;
            } catch (ConnectException refused) {
                if (isTold()) {
                    tally.refused.incrementAndGet();
                    return false;
                }
                tally.lost.add("refused before SIGTERM");
                return false;
            } catch (IOException reset) {
                line = null;
                return true;
            }
            return ask(open, isTold);
        }

        private boolean ask(Line open, boolean isTold) {
            String request = request();
            try {
                Answer answer = open.ask(request);
                if (answer.status() != 200
                        || !answer.body().startsWith("{\"data\":")
                        || answer.body().contains("\"errors\"")) {
                    tally.lost.add("answered with " + answer.status() + " " + answer.body());
                }
                tally.answered.incrementAndGet();
                if (isTold) {
                    tally.afterTerm.incrementAndGet();
                }
                if (answer.isLast()) {
                    tally.announced.incrementAndGet();
                    open.close();
                    line = null;
                }
            } catch (IOException broken) {
                tally.lost.add("%s, number %d of its connection, %d ms after SIGTERM: %s"
                        .formatted(request.split("\r\n", -1)[0], open.asked, sinceTold(), broken));
                line = null;
            }
            return true;
        }

        private long sinceTold() {
            synchronized (told) {
                return told[0] == Long.MAX_VALUE ? -1 : (System.nanoTime() - told[0]) / 1_000_000;
            }
        }

        private boolean isTold() {
            synchronized (told) {
                return told[0] != Long.MAX_VALUE;
            }
        }

        /** A GET, a POST that is answered from the cache, one that waits for LINE WORKS. */
        private String request() {
            int kind = (number + count++) % 4;
            String host = "Host: localhost:" + port + "\r\n";
            if (kind == 0) {
                return "GET /graphql?query=%7B__typename%7D HTTP/1.1\r\n" + host + "\r\n";
            }
            String query = kind == 1
                    ? FAST
                    : kind == 2
                            ? KEPT
                            : "{contacts(first:3,filter:{keyword:\\\"k" + number + "x" + count
                                    + "\\\"}){nodes{name{full}}}}";
            String body = "{\"query\":\"" + query + "\"}";
            return "POST /graphql HTTP/1.1\r\n" + host + "Content-Type: application/json\r\nContent-Length: "
                    + body.length() + "\r\n\r\n" + body;
        }
    }

    private PackagedGateway start(String name, Map<String, String> settings) throws Exception {
        String binary = options.text("--binary");
        List<String> more = options.list("--options");
        return PackagedGateway.start(
                binary.isEmpty() ? PackagedGateway.jar(more) : PackagedGateway.binary(binary, more),
                settings,
                Path.of("target/sigterm", name + ".log"));
    }
}
