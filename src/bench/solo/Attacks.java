package solo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import harness.Arguments;
import harness.PackagedGateway;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Attacks a gateway, one kind of attack after the other, beside a client that asks an honest question ten times a
 * second: {@code src/bench/attacks}.
 *
 * <p>The bars: the honest client never waits as long as a second and is always answered right; a request of an attack
 * takes less than 50 ms of the server's processor time on average; each request ends as it must, and none that must be
 * refused is executed; the server lives, answers and never fails to get memory.
 */
public final class Attacks {

    private static final double HONEST_WORST_MILLIS = 1000;
    private static final double CPU_MILLIS_PER_REQUEST = 50;

    private static final List<Attack> ALL = List.of(
            new Deep(),
            new Wide(),
            new Aliased(),
            new FragmentBomb(),
            new TokenFlood(),
            new LongLiterals(),
            new HostileJson(),
            new HugeBody(),
            new SlowBody(),
            new SlowHead(),
            new DistinctDocuments(),
            new CostBomb(),
            new LongAliases(),
            new Plans(),
            new UnreadAnswers(),
            new SilentConnections(),
            new EndlessBodies(),
            new Framings(),
            new Streams(),
            new Rebinding(),
            new UndecodableUpstream(),
            new Hogging());

    private final Server server;
    private final int seconds;
    private final boolean isTimingBar;
    private final List<String> missed = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private Attacks(Server server, Options options) {
        this.server = server;
        this.seconds = options.seconds();
        this.isTimingBar = options.isTimingBar();
    }

    /** The arguments are those of {@code src/bench/attacks}. */
    public static void main(String[] args) throws Exception {
        Options options = Options.of(args);
        List<Attack> attacks = ALL.stream().filter(options::chooses).toList();
        if (attacks.isEmpty()) {
            throw new IllegalArgumentException("No such attack; there are "
                    + ALL.stream().map(Attack::name).collect(Collectors.joining(", ")));
        }
        boolean isHeld = true;
        for (String heap : options.heaps()) {
            isHeld &= isHeld(heap, 1_000_000, options, attacks, attack -> !attack.wantsAServerOfItsOwn());
            isHeld &= isHeld(heap, 60, options, attacks, Attack::wantsAServerOfItsOwn);
        }
        System.exit(isHeld ? 0 : 1);
    }

    private static boolean isHeld(
            String heap, int callsPerMinute, Options options, List<Attack> attacks, Predicate<Attack> chosen)
            throws Exception {
        List<Attack> these = attacks.stream().filter(chosen).toList();
        if (these.isEmpty()) {
            return true;
        }
        System.out.printf("%n== heap %s, %d calls a minute%n", heap, callsPerMinute);
        Map<String, String> settings = Map.of(
                "meishi.sandbox.enabled",
                "true",
                "meishi.quota.calls-per-minute",
                String.valueOf(callsPerMinute),
                "meishi.http.hosts",
                "localhost,127.0.0.1",
                "meishi.http.body-timeout",
                options.deadline() + "s",
                "meishi.http.head-timeout",
                options.deadline() + "s",
                "meishi.callers.honest.token",
                "honest-token-of-the-attacks");
        // On its first failure to get memory the server says so in its log, whoever catches the error.
        List<String> jvm = new ArrayList<>(List.of("-XX:OnOutOfMemoryError=:"));
        if (!heap.equals("default")) {
            jvm.add("-Xmx" + heap);
        }
        Path log = Path.of("target/attacks.log");
        try (PackagedGateway gateway = PackagedGateway.start(PackagedGateway.jar(jvm), settings, log)) {
            long pid = gateway.server().process().pid();
            return new Attacks(new Server(gateway.port(), pid, log, options.deadline()), options).run(these);
        }
    }

    private boolean run(List<Attack> attacks) throws Exception {
        byte[] right = Honest.learn(server);
        Honest.warmUp(server);
        System.out.println(Round.HEADING);
        Round peace = Round.of(new Peace(), server, right, Math.min(Math.max(seconds, 5), 15), 0);
        show(peace);
        for (Attack attack : attacks) {
            show(Round.of(attack, server, right, seconds, peace.cpuMillisEach()));
            if (!server.isAlive()) {
                missed.add("The server died of " + attack.name() + ".");
                break;
            }
        }
        if (server.isAlive()
                && !Arrays.equals(right, Honest.withoutAge(Honest.ask(server).body()))) {
            missed.add("The honest question is not answered right after the attacks.");
        }
        System.out.printf(
                "%nBars: honest worst under %.0f ms and no answer wrong; under %.0f ms of processor time a request; none executed"
                        + " and none amiss; no failure to get memory.%nPeak of resident memory: %s.%n",
                HONEST_WORST_MILLIS, CPU_MILLIS_PER_REQUEST, server.peakOfResidentMemory());
        notes.forEach(note -> System.out.println("Note: " + note));
        missed.forEach(miss -> System.out.println("MISSED: " + miss));
        System.out.println(missed.isEmpty() ? "Every bar is held." : "Bars are missed.");
        return missed.isEmpty();
    }

    private void show(Round round) {
        System.out.println(round);
        if (round.honest().worstMillis() >= HONEST_WORST_MILLIS) {
            slow(round, "the honest client waited %.0f ms", round.honest().worstMillis());
        }
        if (round.honest().wrong() > 0) {
            miss(
                    round,
                    "%d of %d honest answers were wrong, the first one: %s",
                    round.honest().wrong(),
                    round.honest().asked(),
                    round.honest().firstWrong());
        }
        if (round.cpuMillisEach() >= CPU_MILLIS_PER_REQUEST) {
            slow(round, "%.0f ms of processor time a request", round.cpuMillisEach());
        }
        if (round.outOfMemory() > 0) {
            miss(round, "the server failed to get memory");
        }
        round.tally().amiss().forEach((what, times) -> miss(round, "%s (%,d times)", what, times));
        round.alone().forEach((what, millis) -> {
            if (millis >= CPU_MILLIS_PER_REQUEST) {
                notes.add(
                        String.format("%s, %s: %.0f ms of processor time when sent alone", round.name(), what, millis));
            }
        });
        if (round.elsewhere() > 0.2) {
            notes.add(String.format(
                    "%s: other processes had %.0f%% of the machine, the honest client's times suffer from that too",
                    round.name(), round.elsewhere() * 100));
        }
        round.tally().remarks().forEach(remark -> notes.add(round.name() + ": " + remark));
    }

    /** A bar only where the machine is not shared with who knows what. */
    private void slow(Round round, String format, double millis) {
        (isTimingBar ? missed : notes).add(round.name() + ": " + String.format(format, millis));
    }

    @SuppressWarnings("AnnotateFormatMethod")
    private void miss(Round round, String format, Object... arguments) {
        missed.add(round.name() + ": " + String.format(format, arguments));
    }

    /** What the command line says. */
    private record Options(List<String> heaps, int seconds, List<String> only, int deadline, boolean isTimingBar) {

        static Options of(String[] args) {
            Arguments given = Arguments.of(
                    args,
                    Map.of(
                            "--heap", "160m,default",
                            "--seconds", "60",
                            "--only", "",
                            "--deadline", "10",
                            "--timing", "bar"));
            return new Options(
                    given.list("--heap"),
                    given.number("--seconds"),
                    given.list("--only"),
                    given.number("--deadline"),
                    given.text("--timing").equals("bar"));
        }

        boolean chooses(Attack attack) {
            return only.isEmpty() || only.contains(attack.name());
        }
    }

    /**
     * Milliseconds of processor time.
     *
     * @param server those of the server, all in all
     * @param compiler those of them that its just-in-time compiler took, a sign of youth
     * @param elsewhere those of all processes but the server and this one
     */
    private record Cpu(double server, double compiler, double elsewhere) {

        Cpu since(Cpu before) {
            return new Cpu(server - before.server, compiler - before.compiler, elsewhere - before.elsewhere);
        }
    }

    /** The server as its own machine sees it; {@code deadline} is how many seconds it grants a head and a body. */
    private record Server(int port, long pid, Path log, int deadline) {

        InetSocketAddress address() {
            return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        }

        boolean isAlive() {
            return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
        }

        Cpu cpu() {
            long compiler = 0;
            try (Stream<Path> threads = Files.list(Path.of("/proc/" + pid + "/task"))) {
                compiler = threads.map(Server::stat)
                        .filter(stat -> stat.contains("(C1 Compiler") || stat.contains("(C2 Compiler"))
                        .mapToLong(Server::millis)
                        .sum();
            } catch (IOException | UncheckedIOException e) {
                // the server is gone
            }
            return new Cpu(cpuMillis(), compiler, cpuMillisElsewhere());
        }

        /** User and system time of the whole process so far. */
        long cpuMillis() {
            return millis(stat(Path.of("/proc/" + pid)));
        }

        private long cpuMillisElsewhere() {
            String[] all = text(Path.of("/proc/stat")).split("\\s+", 5);
            return (Long.parseLong(all[1]) + Long.parseLong(all[2]) + Long.parseLong(all[3])) * 10
                    - cpuMillis()
                    - millis(stat(Path.of("/proc/self")));
        }

        /** What Linux tells of a process or thread; nothing if it has ended. */
        private static String stat(Path process) {
            return text(process.resolve("stat"));
        }

        private static String text(Path file) {
            try {
                return Files.readString(file);
            } catch (IOException e) {
                return "";
            }
        }

        /** User and system time, which Linux counts in hundredths of a second. */
        private static long millis(String stat) {
            String[] afterName = stat.substring(stat.lastIndexOf(')') + 1).split(" ", -1);
            return afterName.length < 14 ? 0 : (Long.parseLong(afterName[12]) + Long.parseLong(afterName[13])) * 10;
        }

        String peakOfResidentMemory() throws IOException {
            if (!isAlive()) {
                return "unknown";
            }
            try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
                return lines.filter(line -> line.startsWith("VmHWM:"))
                        .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024 + " MB")
                        .findAny()
                        .orElse("unknown");
            }
        }

        long failuresToGetMemory() throws IOException {
            try (Stream<String> lines = Files.lines(log, ISO_8859_1)) {
                return lines.filter(line -> line.contains("OutOfMemoryError")).count();
            }
        }

        long logged() throws IOException {
            return Files.size(log);
        }

        /** Waits until the server has next to nothing to do, 15 seconds at most. */
        boolean settle() throws InterruptedException {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(15);
            while (System.nanoTime() < end) {
                long before = cpuMillis();
                Thread.sleep(250);
                if (cpuMillis() - before <= 50) {
                    return true;
                }
            }
            return false;
        }
    }

    /**
     * One attack beside the honest client, and what came of it.
     *
     * @param alone the processor milliseconds of each of the attack's requests when nobody else asks
     * @param cpuMillisEach the processor milliseconds of a request of the attack, without what the honest answers take; of
     *     an honest answer where there is no attack, and then without the compiler's, so that no attack is forgiven for them
     * @param compilerMillisEach those of them that the just-in-time compiler took
     * @param elsewhere the share of the machine's processors that other processes had
     */
    private record Round(
            String name,
            Honest honest,
            Tally tally,
            Map<String, Double> alone,
            double cpuMillisEach,
            double compilerMillisEach,
            double elsewhere,
            long outOfMemory,
            long loggedBytes) {

        private static final String LINE = "%-16s %9s %7s %8s %8s %6s %9s %9s %9s %9s %8s %9s %9s  %s";

        static final String HEADING = String.format(
                LINE,
                "attack",
                "requests",
                "honest",
                "worst",
                "p99",
                "wrong",
                "CPU each",
                "of it JIT",
                "CPU alone",
                "executed",
                "amiss",
                "answer",
                "logged",
                "ends");

        static Round of(Attack attack, Server server, byte[] right, int seconds, double cpuMillisOfAnHonestAnswer)
                throws Exception {
            long failures = server.failuresToGetMemory();
            long logged = server.logged();
            Map<String, Double> alone = attack.alone(server);
            Tally tally = new Tally();
            if (!server.settle()) {
                tally.remark("the server was still busy when the attack began");
            }
            Honest honest = new Honest(server, right);
            Cpu before = server.cpu();
            long began = System.nanoTime();
            Thread asking = new Thread(honest, "honest");
            asking.start();
            attack.run(server, seconds, tally);
            Thread.sleep(1000); // what the attack left behind may yet hold the honest client up
            honest.stop();
            asking.join();
            Cpu cpu = server.cpu().since(before);
            double capacity =
                    (System.nanoTime() - began) / 1e6 * Runtime.getRuntime().availableProcessors();
            boolean isPeace = tally.made() == 0;
            return new Round(
                    attack.name(),
                    honest,
                    tally,
                    alone,
                    isPeace
                            ? (cpu.server() - cpu.compiler()) / honest.asked()
                            : (cpu.server() - cpuMillisOfAnHonestAnswer * honest.asked()) / tally.made(),
                    cpu.compiler() / (isPeace ? honest.asked() : tally.made()),
                    cpu.elsewhere() / capacity,
                    server.failuresToGetMemory() - failures,
                    server.logged() - logged);
        }

        @Override
        public String toString() {
            return String.format(
                    LINE,
                    name,
                    String.format("%,d", tally.made()),
                    honest.asked(),
                    String.format("%.0f ms", honest.worstMillis()),
                    String.format("%.0f ms", honest.p99Millis()),
                    honest.wrong(),
                    String.format("%.2f ms", cpuMillisEach),
                    String.format("%.2f ms", compilerMillisEach),
                    alone.values().stream()
                            .max(Double::compare)
                            .map(millis -> String.format("%.0f ms", millis))
                            .orElse("-"),
                    String.format("%,d", tally.executed()),
                    String.format(
                            "%,d",
                            tally.amiss().values().stream().mapToInt(i -> i).sum()),
                    String.format("%,d KB", tally.largestAnswer() / 1024),
                    String.format("%,d KB", loggedBytes / 1024),
                    tally.ends());
        }
    }

    /** Counts how the requests of an attack ended. */
    private static final class Tally {

        private final Map<String, Integer> ends = new TreeMap<>();
        private final Map<String, Integer> amiss = new TreeMap<>();
        private final List<String> remarks = new ArrayList<>();
        private int made;
        private int executed;
        private long largestAnswer;

        synchronized void add(String what, Must must, Answer answer) {
            made++;
            largestAnswer = Math.max(largestAnswer, answer.size());
            ends.merge(answer.end(), 1, Integer::sum);
            if (!must.allows.test(answer)) {
                executed += answer.isExecuted() ? 1 : 0;
                amiss.merge(what + " must " + must + ", found " + answer.end(), 1, Integer::sum);
            }
        }

        synchronized void addAmiss(String what) {
            made++;
            amiss.merge(what, 1, Integer::sum);
        }

        synchronized void remark(String remark) {
            remarks.add(remark);
        }

        synchronized int made() {
            return made;
        }

        synchronized int executed() {
            return executed;
        }

        synchronized long largestAnswer() {
            return largestAnswer;
        }

        synchronized Map<String, Integer> amiss() {
            return amiss;
        }

        synchronized List<String> remarks() {
            return remarks;
        }

        synchronized String ends() {
            return ends.entrySet().stream()
                    .map(end -> String.format("%s: %,d", end.getKey(), end.getValue()))
                    .collect(Collectors.joining("; "));
        }
    }

    /** How a request must end. */
    private enum Must {
        EXCEED_A_LIMIT(answer -> answer.isRefused() && "LIMIT_EXCEEDED".equals(answer.code())),
        BE_REFUSED(Answer::isRefused),
        BE_CUT(answer -> answer.isRefused() || answer.isCut()),
        /** Wrong only in what a field finds out, so that the answer may be one with an error in that field's place. */
        FAIL(answer -> answer.isRefused() || (answer.hasErrors() && !answer.isInternal())),
        /** Hostile, and yet nothing a specification forbids: it may be answered or refused. */
        END_WELL(answer -> answer.isRefused() || (answer.isExecuted() && !answer.isInternal())),
        /** Of what there are too many, each may be served, refused with a code, or cut off. */
        BE_BOUNDED(answer -> answer.status() == 200 || answer.isOverload() || answer.isRefused() || answer.isCut()),
        BE_SERVED(answer -> answer.status() == 200 && answer.isExecuted() && !answer.hasErrors()),
        BE_MISDIRECTED(answer -> answer.status() == 421);

        @SuppressWarnings("ImmutableEnumChecker")
        private final Predicate<Answer> allows;

        Must(Predicate<Answer> allows) {
            this.allows = allows;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /**
     * An answer, or why there is none.
     *
     * @param status the status, 0 without an answer
     * @param code the first error's code, or why there is no answer
     * @param isExecuted whether it has data that are not null, whatever errors it has beside them
     * @param body the first 64 KB of it
     */
    @SuppressWarnings("ArrayRecordComponent")
    private record Answer(int status, String code, boolean isExecuted, boolean hasErrors, long size, byte[] body) {

        static final String CLOSED = "closed";

        static Answer none(String why) {
            return new Answer(0, why, false, false, 0, new byte[0]);
        }

        boolean isRefused() {
            return status >= 400 && status < 500 && !isExecuted && !isInternal();
        }

        boolean isOverload() {
            return status == 503 && !isExecuted;
        }

        boolean isInternal() {
            return "INTERNAL".equals(code);
        }

        boolean isCut() {
            return status == 0 && CLOSED.equals(code);
        }

        String end() {
            return (status == 0 ? "" : status + " ")
                    + (code.isEmpty() ? "without code" : code)
                    + (!isExecuted ? "" : hasErrors ? " executed in part" : " executed");
        }
    }

    /** Reads as much of an answer's JSON, while it passes, as {@link Answer} wants to know. */
    private static final class Glance {

        private final StringBuilder string = new StringBuilder();
        private int depth;
        private boolean inString;
        private boolean escaped;
        private String key = "";
        private boolean valueIsNext;
        private String code = "";
        private boolean data;
        private boolean errors;

        void read(byte[] bytes, int length) {
            for (int i = 0; i < length; i++) {
                read((char) (bytes[i] & 0xff));
            }
        }

        private void read(char c) {
            if (inString) {
                readInString(c);
            } else if (c > ' ') {
                if (valueIsNext && depth == 1) {
                    data |= key.equals("data") && c != 'n';
                    errors |= key.equals("errors");
                }
                switch (c) {
                    case '"' -> {
                        inString = true;
                        string.setLength(0);
                    }
                    case '{', '[' -> depth++;
                    case '}', ']' -> depth--;
                    default -> {}
                }
                valueIsNext = c == ':' || (valueIsNext && c == '"');
                if (c == ':') {
                    key = string.toString();
                }
            }
        }

        private void readInString(char c) {
            if (escaped) {
                escaped = false;
            } else if (c == '\\') {
                escaped = true;
            } else if (c == '"') {
                inString = false;
                if (valueIsNext && key.equals("code") && code.isEmpty()) {
                    code = string.toString();
                }
                valueIsNext = false;
            } else if (string.length() < 64) {
                string.append(c);
            }
        }
    }

    /** A connection that speaks as much HTTP as this needs, opened when it is used and kept while the server keeps it. */
    private static final class Connection implements AutoCloseable {

        private static final int LIMIT_SECONDS = 10;
        private static final int KEPT = 64 * 1024;
        private static final ScheduledThreadPoolExecutor WATCHDOG = watchdog();

        private final Server server;
        private final byte[] buffer = new byte[KEPT];
        private @Nullable Socket socket;
        private @Nullable InputStream in;
        private boolean keepsOpen;
        private volatile boolean late;

        Connection(Server server) {
            this.server = server;
        }

        private static ScheduledThreadPoolExecutor watchdog() {
            ScheduledThreadPoolExecutor watchdog = new ScheduledThreadPoolExecutor(1, task -> {
                Thread thread = new Thread(task, "watchdog");
                thread.setDaemon(true);
                return thread;
            });
            watchdog.setRemoveOnCancelPolicy(true);
            return watchdog;
        }

        /** Sends one request and reads its answer, within ten seconds. */
        Answer exchange(Request request) {
            late = false;
            ScheduledFuture<?> limit = WATCHDOG.schedule(this::giveUp, LIMIT_SECONDS, TimeUnit.SECONDS);
            boolean reusable = false;
            try {
                if (socket == null) {
                    open();
                }
                boolean sent = send(request);
                Answer answer = read();
                reusable = sent && keepsOpen;
                return answer;
            } catch (IOException e) {
                return Answer.none(late ? "no answer in " + LIMIT_SECONDS + " s" : Answer.CLOSED);
            } finally {
                limit.cancel(false);
                if (!reusable) {
                    close();
                }
            }
        }

        /** The same, and once more where a kept connection turns out to be one that the server no longer keeps. */
        Answer insist(Request request) {
            boolean isKept = socket != null;
            Answer answer = exchange(request);
            return isKept && answer.isCut() ? exchange(request) : answer;
        }

        private void open() throws IOException {
            Socket fresh = new Socket();
            socket = fresh;
            fresh.setTcpNoDelay(true);
            fresh.connect(server.address(), 5000);
            in = new BufferedInputStream(fresh.getInputStream(), KEPT);
        }

        /**
         * A server that refuses a request may do so before all of it has been sent, and close; its answer is there all the
         * same.
         *
         * @return whether all of it was sent, so that another one may follow
         */
        private boolean send(Request request) {
            try {
                request.sendTo(this);
                return true;
            } catch (IOException e) {
                return false;
            }
        }

        void write(byte[] bytes) throws IOException {
            Objects.requireNonNull(socket).getOutputStream().write(bytes);
        }

        boolean isAnswered() throws IOException {
            return in().available() > 0;
        }

        private Answer read() throws IOException {
            int status = Integer.parseInt(line().split(" ", 3)[1]);
            keepsOpen = true;
            long length = -1;
            boolean chunked = false;
            for (String header = line(); !header.isEmpty(); header = line()) {
                String lower = header.toLowerCase(Locale.ROOT);
                if (lower.startsWith("content-length:")) {
                    length = Long.parseLong(
                            lower.substring("content-length:".length()).trim());
                } else if (lower.startsWith("transfer-encoding:")) {
                    chunked = lower.endsWith("chunked");
                } else if (lower.startsWith("connection:")) {
                    keepsOpen = !lower.endsWith("close");
                }
            }
            if (status < 200) {
                return read();
            }
            Glance glance = new Glance();
            ByteArrayOutputStream kept = new ByteArrayOutputStream();
            long size = 0;
            if (chunked) {
                for (long chunk = chunkSize(); chunk > 0; chunk = chunkSize()) {
                    size += pass(chunk, glance, kept);
                    line();
                }
                line();
            } else if (length >= 0) {
                size = pass(length, glance, kept);
            } else {
                keepsOpen = false;
                size = pass(Long.MAX_VALUE, glance, kept);
            }
            return new Answer(status, glance.code, glance.data, glance.errors, size, kept.toByteArray());
        }

        private InputStream in() {
            return Objects.requireNonNull(in, "not open");
        }

        private long chunkSize() throws IOException {
            return Long.parseLong(line().trim(), 16);
        }

        private String line() throws IOException {
            StringBuilder line = new StringBuilder();
            for (int c = in().read(); c != '\n'; c = in().read()) {
                if (c < 0) {
                    throw new EOFException();
                }
                if (c != '\r') {
                    line.append((char) c);
                }
            }
            return line.toString();
        }

        private long pass(long length, Glance glance, ByteArrayOutputStream kept) throws IOException {
            long passed = 0;
            while (passed < length) {
                int read = in().read(buffer, 0, (int) Math.min(buffer.length, length - passed));
                if (read < 0) {
                    if (length == Long.MAX_VALUE) {
                        break;
                    }
                    throw new EOFException();
                }
                glance.read(buffer, read);
                kept.write(buffer, 0, Math.min(read, KEPT - kept.size()));
                passed += read;
            }
            return passed;
        }

        private void giveUp() {
            late = true;
            Socket open = socket;
            if (open != null) {
                try {
                    open.close();
                } catch (IOException e) {
                    // it is closed for whoever waits on it
                }
            }
        }

        @Override
        public void close() {
            if (socket != null) {
                try {
                    socket.close();
                } catch (IOException e) {
                    // it is of no use any more
                }
                socket = null;
            }
        }
    }

    /** What is sent to get one answer. */
    @FunctionalInterface
    private interface Request {

        /** Sends it; fails if it cannot or need not be sent to its end. */
        void sendTo(Connection connection) throws IOException;

        /** A document by itself. */
        static Request document(String document) {
            return json("{\"query\":" + quoted(document) + "}");
        }

        static Request json(String json) {
            return json(json.getBytes(UTF_8));
        }

        static Request json(byte[] json) {
            byte[] request = post(json);
            return connection -> connection.write(request);
        }

        static byte[] post(byte[] json) {
            byte[] head = head("Content-Length: " + json.length + "\r\n\r\n").getBytes(ISO_8859_1);
            byte[] request = Arrays.copyOf(head, head.length + json.length);
            System.arraycopy(json, 0, request, head.length, json.length);
            return request;
        }

        static String head(String rest) {
            return "POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                    + "Accept: application/graphql-response+json\r\n" + rest;
        }

        static String quoted(String text) {
            return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
        }
    }

    /**
     * The honest client: ten questions a second on a connection it keeps, and every tenth on a new one. A question whose time
     * comes while another one waits for its answer is not asked, but counts as having waited for the same answer: a server
     * that holds the client up is not spared the questions it would have been asked meanwhile.
     */
    private static final class Honest implements Runnable {

        private static final Request QUESTION =
                Request.document("{ contacts(first: 20) { nodes { name { full } tags { name } } } }");
        private static final long EVERY = TimeUnit.MILLISECONDS.toNanos(100);
        private static final Pattern AGE =
                Pattern.compile(",\"extensions\":\\{\"cache\":\\{\"ageSeconds\":\\d+,\"stale\":(?:true|false)}}}$");

        private final Server server;
        private final byte[] right;
        private final List<Long> times = new ArrayList<>();
        private int asked;
        private int wrong;
        private String firstWrong = "";
        private volatile boolean stopped;

        Honest(Server server, byte[] right) {
            this.server = server;
            this.right = right;
        }

        static Answer ask(Server server) {
            try (Connection connection = new Connection(server)) {
                return connection.exchange(QUESTION);
            }
        }

        /** What the right answer is. */
        static byte[] learn(Server server) {
            Answer answer = ask(server);
            String body = new String(answer.body(), UTF_8);
            if (answer.status() != 200 || answer.hasErrors() || body.split("\"full\"", -1).length != 21) {
                throw new IllegalStateException("The honest question is answered with " + answer.end() + ": " + body);
            }
            return withoutAge(answer.body());
        }

        /** The answer but for the age of what is in it, which is another one every second. */
        static byte[] withoutAge(byte[] body) {
            return AGE.matcher(new String(body, UTF_8)).replaceFirst("}").getBytes(UTF_8);
        }

        /** Asks a thousand times, or as often as a quarter of a minute allows. */
        static void warmUp(Server server) {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(15);
            try (Connection connection = new Connection(server)) {
                for (int i = 0; i < 1000 && System.nanoTime() < end; i++) {
                    connection.exchange(QUESTION);
                }
            }
        }

        @Override
        public void run() {
            long due = System.nanoTime();
            try (Connection kept = new Connection(server)) {
                while (!stopped) {
                    TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
                    long sent = System.nanoTime();
                    check(asked++ % 10 == 9 ? ask(server) : kept.insist(QUESTION));
                    long answered = System.nanoTime();
                    times.add(answered - sent);
                    for (due += EVERY; due < answered; due += EVERY) {
                        times.add(answered - due);
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private void check(Answer answer) {
            if (answer.status() != 200 || !Arrays.equals(right, withoutAge(answer.body()))) {
                if (wrong++ == 0) {
                    firstWrong = answer.end();
                }
            }
        }

        void stop() {
            stopped = true;
        }

        int asked() {
            return asked;
        }

        int wrong() {
            return wrong;
        }

        String firstWrong() {
            return firstWrong;
        }

        double worstMillis() {
            return percentile(1);
        }

        double p99Millis() {
            return percentile(0.99);
        }

        private double percentile(double share) {
            List<Long> sorted = times.stream().sorted().toList();
            return sorted.isEmpty() ? 0 : sorted.get((int) Math.ceil(sorted.size() * share) - 1) / 1e6;
        }
    }

    /** One kind of attack. */
    private interface Attack {

        String name();

        /** Attacks for that long. */
        void run(Server server, int seconds, Tally tally) throws Exception;

        /** Whether the server has to be set up for it; {@code --only} chooses it then. */
        default boolean wantsAServerOfItsOwn() {
            return false;
        }

        /** The processor milliseconds of each of its requests when nobody else asks. */
        default Map<String, Double> alone(Server server) throws InterruptedException {
            return Map.of();
        }
    }

    /** No attack at all: what the honest client costs. */
    private static final class Peace implements Attack {

        @Override
        public String name() {
            return "none";
        }

        @Override
        public void run(Server server, int seconds, Tally tally) throws InterruptedException {
            TimeUnit.SECONDS.sleep(seconds);
        }
    }

    /** A request of an attack and how it must end. */
    private record Probe(String what, Must must, Request request) {

        private static final AtomicInteger NUMBER = new AtomicInteger();

        static Probe of(String what, Must must, String document) {
            return new Probe(what, must, Request.document(document));
        }

        /** A document made anew, by a number of its own, each time it is sent, so that a server never knows it already. */
        static Probe distinct(String what, Must must, IntFunction<String> document) {
            return new Probe(
                    what,
                    must,
                    connection -> Request.document(document.apply(NUMBER.incrementAndGet()))
                            .sendTo(connection));
        }
    }

    /** An attack that sends its requests in turn, on a few connections, each as soon as the one before is answered. */
    private interface Flood extends Attack {

        int CONNECTIONS = 4;
        int TIMES_ALONE = 5;

        List<Probe> probes();

        @Override
        default void run(Server server, int seconds, Tally tally) throws InterruptedException {
            List<Probe> probes = probes();
            AtomicInteger turn = new AtomicInteger();
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
            List<Thread> attackers = IntStream.range(0, CONNECTIONS)
                    .mapToObj(i -> new Thread(
                            () -> {
                                try (Connection connection = new Connection(server)) {
                                    while (System.nanoTime() < end) {
                                        Probe probe = probes.get(turn.getAndIncrement() % probes.size());
                                        tally.add(probe.what(), probe.must(), connection.insist(probe.request()));
                                    }
                                }
                            },
                            "attacker " + i))
                    .toList();
            attackers.forEach(Thread::start);
            for (Thread attacker : attackers) {
                attacker.join();
            }
        }

        @Override
        default Map<String, Double> alone(Server server) throws InterruptedException {
            Map<String, Double> alone = new TreeMap<>();
            try (Connection connection = new Connection(server)) {
                for (Probe probe : probes()) {
                    long began = System.nanoTime();
                    double first = cpuMillis(server, connection, probe, 1);
                    boolean isSlow = System.nanoTime() - began > TimeUnit.SECONDS.toNanos(1);
                    alone.put(probe.what(), isSlow ? first : cpuMillis(server, connection, probe, TIMES_ALONE));
                }
            }
            return alone;
        }

        private static double cpuMillis(Server server, Connection connection, Probe probe, int times)
                throws InterruptedException {
            long before = server.cpuMillis();
            for (int i = 0; i < times; i++) {
                connection.insist(probe.request());
            }
            Thread.sleep(20);
            return (server.cpuMillis() - before) / (double) times;
        }
    }

    /** Nested far beyond any use: selections, fragments, values, types. */
    private static final class Deep implements Flood {

        @Override
        public String name() {
            return "deep";
        }

        @Override
        public List<Probe> probes() {
            return List.of(
                    types(30),
                    types(300),
                    types(900),
                    types(2000),
                    Probe.of(
                            "types of types of types",
                            Must.END_WELL,
                            "{__schema{types{" + "fields{type{".repeat(7) + "name" + "}}".repeat(7) + "}}}"),
                    Probe.of("30 unknown fields", Must.BE_REFUSED, "{a".repeat(30) + "}".repeat(30)),
                    Probe.of("600 unknown fields", Must.EXCEED_A_LIMIT, "{a".repeat(600) + "}".repeat(600)),
                    Probe.of("2,000 unknown fields", Must.EXCEED_A_LIMIT, "{a".repeat(2000) + "}".repeat(2000)),
                    inline(100, Must.END_WELL),
                    inline(600, Must.EXCEED_A_LIMIT),
                    lists(900),
                    lists(60_000),
                    Probe.of(
                            "450 input objects",
                            Must.BE_REFUSED,
                            "{contacts(filter:" + "{a:".repeat(450) + "1" + "}".repeat(450) + "){nodes{id}}}"),
                    Probe.of(
                            "900 list types",
                            Must.BE_REFUSED,
                            "query($a:" + "[".repeat(900) + "Int" + "]".repeat(900) + "){__typename}"));
        }

        private static Probe types(int depth) {
            String nested = "ofType{".repeat(depth) + "name" + "}".repeat(depth);
            return Probe.of(
                    String.format("%,d types", depth),
                    Must.EXCEED_A_LIMIT,
                    "{__type(name:\"Contact\"){" + nested + "}}");
        }

        private static Probe inline(int depth, Must must) {
            String nested = "...{".repeat(depth) + "__typename" + "}".repeat(depth);
            return Probe.of(depth + " inline fragments", must, "{" + nested + "}");
        }

        private static Probe lists(int depth) {
            String nested = "[".repeat(depth) + "1" + "]".repeat(depth);
            return Probe.of(
                    String.format("%,d lists", depth), Must.BE_REFUSED, "{contacts(first:" + nested + "){nodes{id}}}");
        }
    }

    /** Thousands of fields beside each other, most of them the same, which validation compares in pairs. */
    private static final class Wide implements Flood {

        @Override
        public String name() {
            return "wide";
        }

        @Override
        public List<Probe> probes() {
            return List.of(
                    ofContacts("1,900 plain fields", Must.EXCEED_A_LIMIT, "resourceId ".repeat(1900)),
                    ofContacts("10,000 plain fields", Must.EXCEED_A_LIMIT, "resourceId ".repeat(10_000)),
                    ofContacts("480 fields with selections", Must.EXCEED_A_LIMIT, "name{full}".repeat(480)),
                    ofContacts(
                            "60 selections, unlike inside",
                            Must.EXCEED_A_LIMIT,
                            many(60, i -> "name{a" + i + ":full}")),
                    ofContacts("1,900 unknown fields", Must.BE_REFUSED, many(1900, i -> "a" + i + " ")),
                    ofContacts("900 unknown fields", Must.BE_REFUSED, many(900, i -> "a" + i + " ")),
                    ofContacts(
                            "480 misspelled fields", Must.BE_REFUSED, many(480, i -> "primaryOrganizatoin" + i + " ")),
                    ofContacts("200 inline fragments alike", Must.END_WELL, "...{name{full}}".repeat(200)),
                    ofContacts(
                            "40 of them, each with 4 inside",
                            Must.END_WELL,
                            ("...{name{" + "...{full}".repeat(4) + "}}").repeat(40)),
                    Probe.distinct(
                            "150 fragments alike",
                            Must.END_WELL,
                            number ->
                                    "query q" + number + "{contacts(first:1){nodes{" + many(150, i -> "...f" + i + " ")
                                            + "}}}" + many(150, i -> "fragment f" + i + " on Contact{name{full}}")),
                    ofContacts("40 conflicts", Must.BE_REFUSED, "x:memo x:resourceId ".repeat(20)),
                    Probe.of(
                            "150 root fields",
                            Must.EXCEED_A_LIMIT,
                            "{" + "contacts(first:500){nodes{id}}".repeat(150) + "}"),
                    Probe.of(
                            "600 arguments",
                            Must.BE_REFUSED,
                            "{contacts(" + many(600, i -> "a" + i + ":1 ") + "){nodes{id}}}"),
                    Probe.of(
                            "450 variables",
                            Must.BE_REFUSED,
                            "query(" + many(450, i -> "$a" + i + ":Int ") + "){__typename}"),
                    Probe.of("400 operations", Must.BE_REFUSED, many(400, i -> "query a" + i + "{__typename}")));
        }

        private static Probe ofContacts(String what, Must must, String fields) {
            return Probe.distinct(
                    what, must, number -> "query q" + number + "{contacts(first:1){nodes{" + fields + "}}}");
        }
    }

    /** The dearest field over and over, each time under another name. */
    private static final class Aliased implements Flood {

        @Override
        public String name() {
            return "aliased";
        }

        @Override
        public List<Probe> probes() {
            return List.of(
                    contacts(60),
                    contacts(140),
                    contacts(3000),
                    Probe.of(
                            "600 type names",
                            Must.EXCEED_A_LIMIT,
                            "{" + many(600, i -> "a" + i + ":__typename ") + "}"),
                    Probe.of(
                            "300 names of 500 contacts",
                            Must.EXCEED_A_LIMIT,
                            "{contacts(first:500){nodes{" + many(300, i -> "a" + i + ":name{full}") + "}}}"),
                    Probe.of(
                            "150 schemas",
                            Must.EXCEED_A_LIMIT,
                            "{" + many(150, i -> "a" + i + ":__schema{types{fields{name}}}") + "}"));
        }

        private static Probe contacts(int aliases) {
            return Probe.of(
                    aliases + " contacts",
                    Must.EXCEED_A_LIMIT,
                    "{" + many(aliases, i -> "a" + i + ":contacts(first:500){nodes{id}}") + "}");
        }
    }

    /** Fragments that spread fragments: few to read, no end of them to walk. */
    private static final class FragmentBomb implements Flood {

        @Override
        public String name() {
            return "fragment-bomb";
        }

        @Override
        public List<Probe> probes() {
            return List.of(
                    Probe.of(
                            "2^30 of a contact",
                            Must.EXCEED_A_LIMIT,
                            "{contacts(first:500){nodes{...f0}}}"
                                    + doubling(30, "Contact", i -> "...f" + i + " ...f" + i)
                                    + "fragment f30 on Contact{id}"),
                    Probe.of(
                            "2^30 of the root",
                            Must.EXCEED_A_LIMIT,
                            "{...f0}"
                                    + doubling(30, "Query", i -> "...f" + i + " ...f" + i)
                                    + "fragment f30 on Query{contacts(first:500){nodes{id}}}"),
                    Probe.of(
                            "2^15 of unlike paths",
                            Must.EXCEED_A_LIMIT,
                            "{__type(name:\"Contact\"){...f0}}"
                                    + doubling(15, "__Type", i -> "a:ofType{...f" + i + "} b:ofType{...f" + i + "}")
                                    + "fragment f15 on __Type{name}"),
                    Probe.of(
                            "40 fragments spread by all before",
                            Must.EXCEED_A_LIMIT,
                            "{contacts{nodes{...f0}}}"
                                    + many(
                                            40,
                                            i -> "fragment f" + i + " on Contact{id "
                                                    + IntStream.rangeClosed(i + 1, 40)
                                                            .mapToObj(later -> "...f" + later + " ")
                                                            .collect(Collectors.joining())
                                                    + "}")
                                    + "fragment f40 on Contact{id}"),
                    ofNothing("2^30 of a fragment unknown", "none"),
                    ofNothing("2^30 round a cycle", "a0"),
                    Probe.of(
                            "a cycle of one", Must.BE_REFUSED, "{contacts{nodes{...a}}}fragment a on Contact{...a id}"),
                    Probe.of(
                            "a cycle of two, both ways twice",
                            Must.BE_REFUSED,
                            "{contacts{nodes{...a}}}fragment a on Contact{...b ...b}fragment b on Contact{...a ...a}"),
                    Probe.of(
                            "a cycle of 200",
                            Must.BE_REFUSED,
                            "{contacts{nodes{...f0}}}"
                                    + many(200, i -> "fragment f" + i + " on Contact{...f" + (i + 1) % 200 + "}")),
                    Probe.distinct(
                            "a chain of 220",
                            Must.END_WELL,
                            number -> "query q" + number + "{contacts(first:1){nodes{...f0}}}"
                                    + many(220, i -> "fragment f" + i + " on Contact{...f" + (i + 1) + "}")
                                    + "fragment f220 on Contact{id}"),
                    Probe.of(
                            "a chain of 160 for 100 operations",
                            Must.BE_REFUSED,
                            many(100, i -> "query q" + i + "{...f0}")
                                    + many(160, i -> "fragment f" + i + " on Query{...f" + (i + 1) + "}")
                                    + "fragment f160 on Query{__typename}"),
                    Probe.of(
                            "a cycle through fields",
                            Must.BE_REFUSED,
                            "{__type(name:\"Contact\"){...a}}fragment a on __Type{x:ofType{...a}y:ofType{...a}}"),
                    Probe.of(
                            "200 unused fragments",
                            Must.BE_REFUSED,
                            "{__typename}" + many(200, i -> "fragment f" + i + " on Contact{id}")));
        }

        /** Two fragments at each level, each of which spreads both of the next, and not one field. */
        private static Probe ofNothing(String what, String last) {
            return Probe.of(
                    what,
                    Must.BE_REFUSED,
                    "{contacts{nodes{...a0}}}"
                            + many(
                                    30,
                                    i -> String.format(
                                            "fragment a%1$d on Contact{...a%2$d ...{...b%2$d}}fragment b%1$d on Contact{...a%2$d ...b%2$d}",
                                            i, i + 1))
                            + String.format("fragment a30 on Contact{...%1$s}fragment b30 on Contact{...%1$s}", last));
        }

        private static String doubling(int times, String type, IntFunction<String> twice) {
            return many(times, i -> "fragment f" + i + " on " + type + "{" + twice.apply(i + 1) + "}");
        }
    }

    /** More tokens than anybody has a use for, within and beyond what a body may have. */
    private static final class TokenFlood implements Flood {

        @Override
        public String name() {
            return "token-flood";
        }

        @Override
        public List<Probe> probes() {
            return List.of(
                    Probe.of("60,000 names", Must.EXCEED_A_LIMIT, "{" + "a ".repeat(60_000) + "}"),
                    Probe.of("100,000 names", Must.EXCEED_A_LIMIT, "{" + "a ".repeat(100_000) + "}"),
                    Probe.of("100,000 {", Must.EXCEED_A_LIMIT, "{".repeat(100_000)),
                    Probe.of("100,000 [", Must.EXCEED_A_LIMIT, "{a(b:" + "[".repeat(100_000)),
                    Probe.of(
                            "100,000 tokens of directives",
                            Must.EXCEED_A_LIMIT,
                            "{__typename" + "@a".repeat(50_000) + "}"),
                    Probe.of("900 directives", Must.EXCEED_A_LIMIT, "{__typename" + "@a".repeat(900) + "}"),
                    Probe.of("300 @skip", Must.EXCEED_A_LIMIT, "{__typename" + "@skip(if:false)".repeat(300) + "}"),
                    Probe.of("40,000 spreads", Must.EXCEED_A_LIMIT, "{" + "...".repeat(40_000) + "}"),
                    Probe.of("100,000 numbers", Must.EXCEED_A_LIMIT, "{a(b:[" + "1,".repeat(50_000) + "])}"),
                    Probe.of("100,000 !", Must.BE_REFUSED, "!".repeat(100_000)),
                    Probe.of("100,000 characters that are no token", Must.BE_REFUSED, "?".repeat(100_000)),
                    Probe.of("100,000 commas and a field unknown", Must.BE_REFUSED, "{" + ",".repeat(100_000) + "a}"),
                    Probe.of(
                            "40,000 comments and a field unknown", Must.BE_REFUSED, "{" + "#\n".repeat(40_000) + "a}"));
        }
    }

    /** One token as long as a body may be. */
    private static final class LongLiterals implements Flood {

        private static final int LENGTH = 120_000;

        @Override
        public String name() {
            return "long-literals";
        }

        @Override
        public List<Probe> probes() {
            return List.of(
                    first("integer", "9".repeat(LENGTH)),
                    first("negative integer", "-" + "9".repeat(LENGTH)),
                    first("fraction", "0." + "9".repeat(LENGTH)),
                    first("exponent of ten digits", "1e1000000000"),
                    first("exponent of many digits", "1e" + "9".repeat(LENGTH)),
                    first("string", "\"" + "a".repeat(LENGTH) + "\""),
                    first("escaped string", "\"" + "\\u0041".repeat(LENGTH / 8) + "\""),
                    first("block string of lines", "\"\"\"" + " a\n".repeat(LENGTH / 4) + "\"\"\""),
                    first("string without end", "\"" + "a".repeat(LENGTH)),
                    first("enum value", "a".repeat(LENGTH)),
                    id("id of digits", "9".repeat(LENGTH)),
                    id("id of letters", "\"" + "a".repeat(LENGTH) + "\""),
                    id("id as a fraction", "1e1000000000"),
                    Probe.of("cursor", Must.FAIL, "{contacts(after:\"" + "A".repeat(LENGTH) + "\"){nodes{id}}}"),
                    Probe.of("field name", Must.BE_REFUSED, "{" + "a".repeat(LENGTH) + "}"),
                    Probe.of("operation type", Must.BE_REFUSED, "a".repeat(LENGTH) + "{__typename}"),
                    Probe.of(
                            "50 integers",
                            Must.BE_REFUSED,
                            "{contacts(first:[" + ("9".repeat(LENGTH / 50) + " ").repeat(50) + "]){nodes{id}}}"));
        }

        private static Probe first(String what, String literal) {
            return Probe.of(what, Must.BE_REFUSED, "{contacts(first:" + literal + "){nodes{id}}}");
        }

        private static Probe id(String what, String literal) {
            return Probe.of(what, Must.FAIL, "{contact(id:" + literal + "){id}}");
        }
    }

    /** Bodies that are meant to hurt, or to mislead, whatever reads JSON. */
    private static final class HostileJson implements Flood {

        private static final String QUERY = "\"query\":\"query($a:Int){contacts(first:$a){nodes{id}}}\"";
        private static final int LENGTH = 120_000;

        @Override
        public String name() {
            return "hostile-json";
        }

        @Override
        public List<Probe> probes() {
            return List.of(
                    variable("60,000 nested arrays", "[".repeat(60_000) + "]".repeat(60_000)),
                    variable("100,000 nested arrays", "[".repeat(100_000) + "]".repeat(100_000)),
                    refused("100,000 arrays without end", "{" + QUERY + ",\"variables\":{\"a\":" + "[".repeat(100_000)),
                    variable("900 nested arrays", "[".repeat(900) + "]".repeat(900)),
                    variable("20,000 nested objects", "{\"a\":".repeat(20_000) + "1" + "}".repeat(20_000)),
                    refused(
                            "nested extensions",
                            "{" + QUERY + ",\"extensions\":{\"a\":" + "[".repeat(60_000) + "]".repeat(60_000) + "}}"),
                    variable("integer of 120,000 digits", "9".repeat(LENGTH)),
                    variable("integer of a million digits", "9".repeat(1_000_000)),
                    variable("integer of 900 digits", "9".repeat(900)),
                    variable("fraction of 120,000 digits", "0." + "9".repeat(LENGTH)),
                    variable("exponent of ten digits", "1e1000000000"),
                    variable("exponent of many digits", "1e" + "9".repeat(LENGTH)),
                    refused(
                            "exponent for an id",
                            "{\"query\":\"query($a:ID!){contact(id:$a){id}}\",\"variables\":{\"a\":1e1000000000}}"),
                    refused("query twice", "{\"query\":\"{__typename}\",\"query\":\"{__typename}\"}"),
                    refused("20,000 queries", "{" + "\"query\":\"\",".repeat(10_000) + "\"query\":\"{__typename}\"}"),
                    refused("variable twice", "{" + QUERY + ",\"variables\":{\"a\":1,\"a\":2}}"),
                    new Probe("UTF-8 cut short", Must.BE_REFUSED, Request.json(inQuery(0xE3, 0x81))),
                    new Probe("UTF-8 overlong", Must.BE_REFUSED, Request.json(inQuery(0xC0, 0xAF))),
                    new Probe("UTF-8 of a surrogate", Must.BE_REFUSED, Request.json(inQuery(0xED, 0xA0, 0x80))),
                    new Probe("UTF-16", Must.END_WELL, Request.json("{\"query\":\"{__typename}\"}".getBytes(UTF_16))),
                    refused("trailing rubbish", "{\"query\":\"{__typename}\"}xyz"),
                    refused("two documents", "{\"query\":\"{__typename}\"}{\"query\":\"{__typename}\"}"),
                    refused("trailing brackets", "{\"query\":\"{__typename}\"}" + "]".repeat(100_000)),
                    refused("megabyte of query", "{\"query\":\"" + "a".repeat(1_000_000) + "\"}"),
                    refused(
                            "long operation name",
                            "{\"query\":\"{__typename}\",\"operationName\":\"" + "a".repeat(LENGTH) + "\"}"),
                    refused("batch of 1,000", "[" + "{\"query\":\"{__typename}\"},".repeat(1000) + "{}]"),
                    refused("nothing but white space", " ".repeat(LENGTH)),
                    refused("string without end", "{\"query\":\"" + "a".repeat(LENGTH)),
                    new Probe("lone surrogate", Must.END_WELL, Request.json("{\"query\":\"{__typename}#\\ud800\"}")),
                    new Probe(
                            "4,096 names of one hash",
                            Must.END_WELL,
                            Request.json("{\"query\":\"{__typename}\",\"variables\":{" + ofOneHash(12) + "}}")));
        }

        private static Probe variable(String what, String value) {
            return refused(what, "{" + QUERY + ",\"variables\":{\"a\":" + value + "}}");
        }

        private static Probe refused(String what, String json) {
            return new Probe(what, Must.BE_REFUSED, Request.json(json));
        }

        private static byte[] inQuery(int... bytes) {
            ByteArrayOutputStream json = new ByteArrayOutputStream();
            json.writeBytes("{\"query\":\"{__typename}#".getBytes(UTF_8));
            Arrays.stream(bytes).forEach(json::write);
            json.writeBytes("\"}".getBytes(UTF_8));
            return json.toByteArray();
        }

        /** {@code Aa} and {@code BB} hash alike, and so does whatever is put together of as many of them. */
        private static String ofOneHash(int pairs) {
            return IntStream.range(0, 1 << pairs)
                    .mapToObj(bits -> "\"" + many(pairs, pair -> (bits >> pair & 1) == 0 ? "Aa" : "BB") + "\":1")
                    .collect(Collectors.joining(","));
        }
    }

    /** Bodies of ten megabytes and heads of one. */
    private static final class HugeBody implements Flood {

        private static final int PIECE = 64 * 1024;
        private static final int PIECES = 160;

        @Override
        public String name() {
            return "huge-body";
        }

        @Override
        public List<Probe> probes() {
            byte[] piece = "a".repeat(PIECE).getBytes(ISO_8859_1);
            byte[] chunk = (Integer.toHexString(PIECE) + "\r\n" + "a".repeat(PIECE) + "\r\n").getBytes(ISO_8859_1);
            byte[] small = "1\r\n \r\n".repeat(PIECE).getBytes(ISO_8859_1);
            String length = "Content-Length: " + PIECE * PIECES + "\r\n\r\n{\"query\":\"";
            String url = "GET /graphql?query=" + "a".repeat(1_000_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
            String header = Request.head("X-A: " + "a".repeat(1_000_000) + "\r\nContent-Length: 0\r\n\r\n");
            return List.of(
                    new Probe("10 MB declared", Must.BE_CUT, pieces(Request.head(length), piece, "")),
                    new Probe(
                            "10 MB in chunks",
                            Must.BE_CUT,
                            pieces(
                                    Request.head("Transfer-Encoding: chunked\r\n\r\na\r\n{\"query\":\"\r\n"),
                                    chunk,
                                    "0\r\n\r\n")),
                    new Probe(
                            "10 MB in chunks of a byte",
                            Must.BE_CUT,
                            pieces(Request.head("Transfer-Encoding: chunked\r\n\r\n"), small, "0\r\n\r\n")),
                    new Probe("64 KB in chunks of a byte", Must.BE_CUT, connection -> {
                        connection.write(Request.head("Transfer-Encoding: chunked\r\n\r\n")
                                .getBytes(ISO_8859_1));
                        connection.write(small);
                        connection.write("0\r\n\r\n".getBytes(ISO_8859_1));
                    }),
                    new Probe(
                            "10 MB declared as a continuation",
                            Must.BE_CUT,
                            pieces(Request.head("Expect: 100-continue\r\n" + length), piece, "")),
                    new Probe("1 MB of address", Must.BE_CUT, connection -> connection.write(url.getBytes(ISO_8859_1))),
                    new Probe(
                            "1 MB of header",
                            Must.BE_CUT,
                            connection -> connection.write(header.getBytes(ISO_8859_1))));
        }

        /** Sends until all is sent or the server has said something. */
        private static Request pieces(String head, byte[] piece, String end) {
            return connection -> {
                connection.write(head.getBytes(ISO_8859_1));
                for (int i = 0; i < PIECES && !connection.isAnswered(); i++) {
                    connection.write(piece);
                }
                if (connection.isAnswered()) {
                    throw new EOFException("answered before the end");
                }
                connection.write(end.getBytes(ISO_8859_1));
            };
        }
    }

    /**
     * Hundreds of connections that send a byte a second each. The server must cut each of them when its deadline is over, with
     * 408 or without a word; another one takes its place.
     */
    private abstract static class Slow implements Attack {

        private static final long GRACE = TimeUnit.SECONDS.toNanos(1);

        /** How many there are at any time. */
        int connections() {
            return 300;
        }

        /** What is sent at once. */
        abstract byte[] start(int number);

        /** What is sent in the second after so many others. */
        abstract byte[] drip(int number, int second);

        /** Runs for three deadlines at least, so that those the server forgets are seen to outlive theirs. */
        @Override
        public void run(Server server, int seconds, Tally tally) throws IOException, InterruptedException {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(Math.max(seconds, 3 * server.deadline()));
            long deadline = TimeUnit.SECONDS.toNanos(server.deadline()) + GRACE;
            Set<Sender> senders = new HashSet<>();
            LongSummaryStatistics lives = new LongSummaryStatistics();
            int number = 0;
            while (System.nanoTime() < end) {
                while (senders.size() < connections()) {
                    senders.add(new Sender(server, number++));
                }
                TimeUnit.MILLISECONDS.sleep(20);
                for (Sender sender : List.copyOf(senders)) {
                    Answer answer = sender.go();
                    if (answer != null) {
                        senders.remove(sender);
                        lives.accept(TimeUnit.NANOSECONDS.toMillis(sender.age()));
                        if (sender.age() > deadline) {
                            tally.addAmiss("cut more than a second after its deadline");
                        } else {
                            tally.add("a slow request", Must.BE_CUT, answer);
                        }
                    }
                }
            }
            for (Sender sender : senders) {
                if (sender.age() > deadline) {
                    tally.addAmiss("not cut when the attack ended, more than a second after its deadline");
                }
                sender.channel.close();
            }
            if (lives.getCount() > 0) {
                tally.remark(String.format("connections were cut after %,d to %,d ms", lives.getMin(), lives.getMax()));
            }
        }

        /** One of the connections. */
        private final class Sender {

            private final int number;
            private final SocketChannel channel;
            private final long began = System.nanoTime();
            private final ByteBuffer received = ByteBuffer.allocate(1024);
            private int second;

            Sender(Server server, int number) throws IOException {
                this.number = number;
                channel = SocketChannel.open(server.address());
                channel.configureBlocking(false);
                channel.write(ByteBuffer.wrap(start(number)));
            }

            long age() {
                return System.nanoTime() - began;
            }

            /** Sends what is due and reads what has come; answers once the server has answered or closed. */
            @Nullable
            Answer go() throws IOException {
                try {
                    int read = channel.read(received);
                    if (read < 0 || received.position() > 12) {
                        channel.close();
                        return answer();
                    }
                    if (age() > TimeUnit.SECONDS.toNanos(second + 1)) {
                        channel.write(ByteBuffer.wrap(drip(number, second++)));
                    }
                    return null;
                } catch (IOException e) {
                    channel.close();
                    return answer();
                }
            }

            private Answer answer() {
                if (received.position() < 12) {
                    return Answer.none(Answer.CLOSED);
                }
                String text = new String(received.array(), 0, received.position(), ISO_8859_1);
                Glance glance = new Glance();
                byte[] json =
                        text.substring(Math.max(0, text.indexOf("\r\n\r\n"))).getBytes(ISO_8859_1);
                glance.read(json, json.length);
                return new Answer(
                        Integer.parseInt(text.substring(9, 12)),
                        glance.code,
                        glance.data,
                        glance.errors,
                        json.length,
                        json);
            }
        }
    }

    /** A body that comes a byte a second, its length declared or in chunks. */
    private static final class SlowBody extends Slow {

        @Override
        public String name() {
            return "slow-body";
        }

        @Override
        byte[] start(int number) {
            String rest = isChunked(number) ? "Transfer-Encoding: chunked\r\n\r\n" : "Content-Length: 1000\r\n\r\n{";
            return Request.head(rest).getBytes(ISO_8859_1);
        }

        @Override
        byte[] drip(int number, int second) {
            return (isChunked(number) ? "1\r\n \r\n" : " ").getBytes(ISO_8859_1);
        }

        private static boolean isChunked(int number) {
            return number % 2 == 1;
        }
    }

    /** A head that comes a byte a second, from its first byte or from its middle. */
    private static final class SlowHead extends Slow {

        private static final String HEAD = Request.head("X-A: ") + "a".repeat(10_000);

        @Override
        public String name() {
            return "slow-head";
        }

        @Override
        byte[] start(int number) {
            return HEAD.substring(0, sentAtOnce(number)).getBytes(ISO_8859_1);
        }

        @Override
        byte[] drip(int number, int second) {
            int next = sentAtOnce(number) + second;
            return HEAD.substring(next, next + 1).getBytes(ISO_8859_1);
        }

        private static int sentAtOnce(int number) {
            return number % 2 == 0 ? 1 : 60;
        }
    }

    /**
     * Big documents, no two of them alike, so that whatever is kept by document is filled. Those within all limits may be
     * answered; what is held against them is what they cost.
     */
    private static final class DistinctDocuments implements Flood {

        private static final int LENGTH = 120_000;

        @Override
        public String name() {
            return "distinct-big";
        }

        @Override
        public List<Probe> probes() {
            String comment = "#" + "c".repeat(LENGTH) + "\n";
            String name = "n".repeat(LENGTH / 40);
            return List.of(
                    Probe.distinct("comment", Must.END_WELL, i -> comment + "query q" + i + "{tags{name}}"),
                    Probe.distinct(
                            "white space", Must.END_WELL, i -> "query q" + i + "{tags{name}}" + " ".repeat(LENGTH)),
                    Probe.distinct(
                            "30 long aliases",
                            Must.END_WELL,
                            i -> "query q" + i + "{tags{" + many(30, alias -> name + alias + "x" + i + ":name ")
                                    + "}}"),
                    Probe.distinct(
                            "long string",
                            Must.END_WELL,
                            i -> "query q" + i + "{tag(id:\"" + i + "a".repeat(LENGTH) + "\"){name}}"),
                    Probe.distinct(
                            "all of a contact",
                            Must.END_WELL,
                            i -> "query q" + i + "{contacts(first:1){nodes{" + CostBomb.CONTACT + "}}}"),
                    Probe.distinct(
                            "list of 1,900 ids",
                            Must.FAIL,
                            i -> "query q" + i + "{nodes(ids:[" + many(1900, id -> "\"" + i + "x" + id + "\" ")
                                    + "]){id}}"),
                    Probe.distinct(
                            "1,900 fields unknown",
                            Must.BE_REFUSED,
                            i -> "query q" + i + "{tags{" + many(1900, field -> "f" + i + "x" + field + " ") + "}}"),
                    Probe.distinct(
                            "2,100 tokens",
                            Must.EXCEED_A_LIMIT,
                            i -> comment + "query q" + i + "{tags{" + "name ".repeat(2100) + "}}"),
                    Probe.distinct(
                            "60 aliases",
                            Must.EXCEED_A_LIMIT,
                            i -> comment + "query q" + i + "{tags{" + many(60, alias -> "a" + alias + ":name ")
                                    + "}}"));
        }
    }

    /** Small documents with enormous answers. */
    private static final class CostBomb implements Flood {

        /** All there is of a contact, every list of it too. */
        static final String CONTACT = """
                id resourceId domainId masterUserId memo open isCoEditing isExternal creationTime modificationTime
                name { firstName full lastName nickName phoneticFirstName phoneticLastName }
                primaryEmail { address represent } primaryOrganization { department name represent title }
                primaryPhone { customType represent type typeRaw value }
                emails { address represent } events { calendar customType dayType represent type typeRaw value }
                locations { customType represent type typeRaw value zipcode }
                messengers { accountId customType represent type typeRaw } organizations { department name represent title }
                phones { customType represent type typeRaw value } photos { path represent }
                sharedMembers { memberId type typeRaw } tagResourceIds tags { id domainId name tagResourceId type typeRaw userId }
                websites { represent value } worksAt { buddyUserIds resourceId type typeRaw }
                """;

        private static final String FRAGMENT = "fragment c on Contact{" + CONTACT + "}";

        @Override
        public String name() {
            return "cost-bomb";
        }

        @Override
        public List<Probe> probes() {
            String ids = "[" + "\"Q29udGFjdDox\" ".repeat(90) + "]";
            return List.of(
                    bomb("19 lists of nodes", "query{", "contacts(first:500){nodes{...c}}"),
                    bomb("19 lists of edges", "query{", "contacts(first:500){edges{cursor node{...c}}}"),
                    bomb("19 lists of both", "query{", "contacts(first:500){nodes{...c}edges{node{...c}}}"),
                    bomb("19 lists by a default", "query($n:Int=500){", "contacts(first:$n){nodes{...c}}"),
                    new Probe(
                            "19 lists by a variable",
                            Must.EXCEED_A_LIMIT,
                            Request.json("{\"query\":"
                                    + Request.quoted("query($n:Int){"
                                            + many(19, i -> "a" + i + ":contacts(first:$n){nodes{...c}}") + "}"
                                            + FRAGMENT)
                                    + ",\"variables\":{\"n\":500}}")),
                    bomb("19 lists in inline fragments", "query{", "contacts(first:500){...{nodes{...on Node{...c}}}}"),
                    Probe.of(
                            "18 times 90 ids",
                            Must.EXCEED_A_LIMIT,
                            "{" + many(18, i -> "a" + i + ":nodes(ids:" + ids + "){...c}") + "}" + FRAGMENT));
        }

        private static Probe bomb(String what, String operation, String field) {
            return Probe.of(
                    what, Must.EXCEED_A_LIMIT, operation + many(19, i -> "a" + i + ":" + field) + "}" + FRAGMENT);
        }
    }

    /** Few fields of long names, which an answer repeats for each of 500 contacts: half a hundred megabytes for one body. */
    private static final class LongAliases implements Flood {

        private static final int LENGTH = 120_000;

        @Override
        public String name() {
            return "long-aliases";
        }

        @Override
        public List<Probe> probes() {
            return List.of(
                    ofContacts("one", "nodes{" + "a".repeat(LENGTH) + ":id}"),
                    ofContacts("40", "nodes{" + many(40, i -> "a".repeat(LENGTH / 40 - 10) + i + ":id ") + "}"),
                    ofContacts("of a list in a list", "nodes{phones{" + "a".repeat(LENGTH) + ":value}}"));
        }

        private static Probe ofContacts(String what, String selection) {
            return Probe.of(what, Must.EXCEED_A_LIMIT, "{contacts(first:500){" + selection + "}}");
        }
    }

    /**
     * Documents whose plans take more memory than they do: many operations spread one fragment of 960 fields, each with
     * eight ways in which its conditions turn out, and no two documents alike.
     */
    private static final class Plans implements Attack {

        private static final int LISTS = 12;
        private static final int WAYS = 8;

        @Override
        public String name() {
            return "plans";
        }

        @Override
        public void run(Server server, int seconds, Tally tally) {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
            try (Connection connection = new Connection(server)) {
                for (int number = 0; System.nanoTime() < end; number++) {
                    for (int operations : new int[] {10, 50}) {
                        String document = Request.quoted(document(number, operations));
                        for (int i = 0; i < operations * WAYS && System.nanoTime() < end; i++) {
                            tally.add(
                                    operations + " operations",
                                    Must.END_WELL,
                                    connection.insist(Request.json("{\"query\":" + document + ",\"operationName\":\"q"
                                            + i / WAYS + "\",\"variables\":" + variables(i % WAYS) + "}")));
                        }
                    }
                }
            }
        }

        private static String variables(int way) {
            return "{\"a\":" + (way % 2 == 0) + ",\"b\":" + (way / 2 % 2 == 0) + ",\"c\":" + (way / 4 == 0) + "}";
        }

        private static String document(int number, int operations) {
            String[] names = {"a", "b", "c"};
            return "#" + number + "\n"
                    + many(operations, i -> "query q" + i + "($a:Boolean!$b:Boolean!$c:Boolean!){...g}")
                    + "fragment g on Query{"
                    + many(LISTS, i -> "l" + i + ":contacts(first:1)@include(if:$" + names[i % 3] + "){nodes{...c}}")
                    + "}fragment c on Contact{" + CostBomb.CONTACT + "}";
        }
    }

    /** Connections on which something is asked for, or begun, and nothing is read; closed ones are opened again. */
    private abstract static class Crowd implements Attack {

        private static final int CONNECTIONS = 900;

        /** What one sends at once; as much of it as the system takes. */
        abstract byte[] sent(int number);

        @Override
        public void run(Server server, int seconds, Tally tally) throws IOException, InterruptedException {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(Math.max(seconds, 10));
            List<SocketChannel> open = new ArrayList<>();
            int number = 0;
            while (System.nanoTime() < end) {
                while (open.size() < CONNECTIONS) {
                    open.add(opened(server, number++));
                }
                TimeUnit.MILLISECONDS.sleep(100);
                for (int i = 0; i < CONNECTIONS / 50; i++) {
                    leave(open.remove(0), tally);
                }
            }
            for (SocketChannel channel : open) {
                leave(channel, tally);
            }
        }

        private SocketChannel opened(Server server, int number) throws IOException {
            SocketChannel channel = SocketChannel.open();
            channel.setOption(StandardSocketOptions.SO_RCVBUF, 4096);
            channel.connect(server.address());
            channel.configureBlocking(false);
            try {
                channel.write(ByteBuffer.wrap(sent(number)));
            } catch (IOException refused) {
                // it is closed already
            }
            return channel;
        }

        /** Looks at the beginning of the answer only now, and at no more. */
        private void leave(SocketChannel channel, Tally tally) throws IOException {
            ByteBuffer received = ByteBuffer.allocate(4096);
            int read;
            try {
                read = channel.read(received);
            } catch (IOException reset) {
                read = -1;
            }
            channel.close();
            if (received.position() >= 12) {
                String text = new String(received.array(), 0, received.position(), ISO_8859_1);
                Glance glance = new Glance();
                byte[] json =
                        text.substring(Math.max(0, text.indexOf("\r\n\r\n"))).getBytes(ISO_8859_1);
                glance.read(json, json.length);
                int status = Integer.parseInt(text.substring(9, 12));
                tally.add(
                        name(),
                        Must.BE_BOUNDED,
                        new Answer(status, glance.code, glance.data, false, json.length, json));
            } else if (read < 0) {
                tally.add(name(), Must.BE_BOUNDED, Answer.none(Answer.CLOSED));
            }
        }
    }

    /** Answers of megabytes that nobody reads. */
    private static final class UnreadAnswers extends Crowd {

        private static final String LONG =
                "{contacts(first:500){nodes{" + many(40, i -> "a".repeat(120) + i + ":id ") + "}}}";
        private static final String ALL = "{contacts(first:500){nodes{" + CostBomb.CONTACT + "}}}";

        private static final String WITH_INTROSPECTION = "{__schema{queryType{name}}" + LONG.substring(1);

        private static final String WITH_AN_ERROR = "{contact(id:\"nobody\"){id}" + LONG.substring(1);

        private static final List<String> DOCUMENTS = List.of(LONG, ALL, WITH_INTROSPECTION, WITH_AN_ERROR);

        @Override
        public String name() {
            return "unread-answers";
        }

        @Override
        byte[] sent(int number) {
            String document = DOCUMENTS.get(number % DOCUMENTS.size());
            return Request.post(("{\"query\":" + Request.quoted(document) + "}").getBytes(UTF_8));
        }
    }

    /** Bodies as large as may be, of each of which the last byte never comes. */
    private static final class EndlessBodies extends Crowd {

        private static final byte[] BODY =
                (Request.head("Content-Length: 131072\r\n\r\n") + " ".repeat(131_000)).getBytes(ISO_8859_1);

        @Override
        public String name() {
            return "endless-bodies";
        }

        @Override
        byte[] sent(int number) {
            return BODY;
        }
    }

    /** As many connections as there may be, and not a byte on any of them. */
    private static final class SilentConnections extends Slow {

        @Override
        public String name() {
            return "silent";
        }

        @Override
        int connections() {
            return 1000;
        }

        @Override
        byte[] start(int number) {
            return new byte[0];
        }

        @Override
        byte[] drip(int number, int second) {
            return new byte[0];
        }
    }

    /** What is sent as it is, on a connection of its own, and what comes back until the server closes. */
    private record Raw(String what, String sent) {

        private static final int PATIENCE_MILLIS = 3000;

        /** What came, and whether the connection was closed then. */
        private record End(String text, boolean isClosed) {

            int answers() {
                return text.split("HTTP/1\\.[01] \\d\\d\\d ", -1).length - 1;
            }

            int status() {
                return text.startsWith("HTTP/1.") && text.length() >= 12 ? Integer.parseInt(text.substring(9, 12)) : 0;
            }

            String summary() {
                return text.lines().findFirst().orElse("nothing") + ", " + answers() + " answers, "
                        + (isClosed ? "closed" : "left open");
            }
        }

        End exchange(Server server) {
            ByteArrayOutputStream came = new ByteArrayOutputStream();
            try (Socket socket = new Socket()) {
                socket.connect(server.address(), PATIENCE_MILLIS);
                socket.setSoTimeout(PATIENCE_MILLIS);
                socket.getOutputStream().write(sent.getBytes(ISO_8859_1));
                byte[] piece = new byte[8192];
                for (int read = socket.getInputStream().read(piece);
                        read >= 0;
                        read = socket.getInputStream().read(piece)) {
                    came.write(piece, 0, read);
                }
                return new End(came.toString(ISO_8859_1), true);
            } catch (SocketTimeoutException open) {
                return new End(came.toString(ISO_8859_1), false);
            } catch (IOException reset) {
                return new End(came.toString(ISO_8859_1), true);
            }
        }
    }

    /**
     * Raw exchanges, each of which has to end in one way. By many at once: some end only at a deadline, and what three
     * requests cost cannot be told from what the compiler does meanwhile.
     */
    private abstract static class RawAttack implements Attack {

        private static final int ATTACKERS = 40;

        abstract List<Raw> probes();

        abstract boolean isHeld(Raw.End end);

        @Override
        public void run(Server server, int seconds, Tally tally) throws InterruptedException {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
            List<Thread> attackers = IntStream.range(0, ATTACKERS)
                    .mapToObj(i -> new Thread(() -> attack(server, end, tally), name() + " " + i))
                    .toList();
            attackers.forEach(Thread::start);
            for (Thread attacker : attackers) {
                attacker.join();
            }
        }

        private void attack(Server server, long end, Tally tally) {
            do {
                for (Raw probe : probes()) {
                    Raw.End found = probe.exchange(server);
                    if (isHeld(found)) {
                        tally.add(probe.what(), Must.BE_BOUNDED, Answer.none(Answer.CLOSED));
                    } else {
                        tally.addAmiss(probe.what() + ": found " + found.summary());
                    }
                }
            } while (System.nanoTime() < end);
        }
    }

    /**
     * Requests that say two things about where they end, or nothing that can be relied on, each with another request where
     * somebody may take its end to be. Must be refused, once, and the connection closed.
     */
    private static final class Framings extends RawAttack {

        private static final String BODY = "{\"query\":\"{__typename}\"}";
        private static final String CHUNKED = Integer.toHexString(BODY.length()) + "\r\n" + BODY + "\r\n0\r\n\r\n";
        private static final String NEXT = "GET /graphql?query=%7B__typename%7D HTTP/1.1\r\nHost: localhost\r\n\r\n";
        private static final String LENGTH = "Content-Length: " + BODY.length() + "\r\n";

        @Override
        public String name() {
            return "framings";
        }

        @Override
        boolean isHeld(Raw.End end) {
            return end.isClosed() && end.answers() <= 1 && (end.status() == 0 || end.status() >= 400);
        }

        @Override
        List<Raw> probes() {
            return List.of(
                    post("xchunked", "Transfer-Encoding: xchunked\r\n", CHUNKED),
                    post("gzip", "Transfer-Encoding: gzip\r\n", BODY),
                    post("identity", "Transfer-Encoding: identity\r\n", BODY),
                    post("chunked, identity", "Transfer-Encoding: chunked, identity\r\n", CHUNKED),
                    post("gzip, chunked", "Transfer-Encoding: gzip, chunked\r\n", CHUNKED),
                    post("two codings", "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n", CHUNKED),
                    post("chunked twice", "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", CHUNKED),
                    post("coding and length", "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n", CHUNKED),
                    post("length and coding", "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n", CHUNKED),
                    post("two lengths", LENGTH + "Content-Length: 3\r\n", BODY),
                    post("a list of lengths", "Content-Length: " + BODY.length() + ", 3\r\n", BODY),
                    post("a length with a sign", "Content-Length: +" + BODY.length() + "\r\n", BODY),
                    post("a negative length", "Content-Length: -1\r\n", BODY),
                    post("a blank before the colon", "Content-Length : " + BODY.length() + "\r\n", BODY),
                    post("no size of a chunk", "Transfer-Encoding: chunked\r\n", "zz\r\n" + BODY + "\r\n0\r\n\r\n"),
                    post(
                            "a line break in an extension",
                            "Transfer-Encoding: chunked\r\n",
                            Integer.toHexString(BODY.length()) + ";a=\"\r\n\"\r\n" + BODY + "\r\n0\r\n\r\n"),
                    post("folded lines", "X-A: a\r\n b\r\n" + LENGTH, BODY),
                    post("two hosts", "Host: elsewhere.example\r\n" + LENGTH, BODY),
                    new Raw("control characters first", "\u0001\u0002" + NEXT + NEXT),
                    new Raw("no host", "GET /graphql?query=%7B__typename%7D HTTP/1.1\r\n\r\n" + NEXT),
                    new Raw("HTTP/3.1", NEXT.replace("HTTP/1.1", "HTTP/3.1") + NEXT),
                    new Raw("HTTP/1.7", NEXT.replace("HTTP/1.1", "HTTP/1.7") + NEXT));
        }

        private static Raw post(String what, String headers, String body) {
            return new Raw(
                    what,
                    "POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n" + headers + "\r\n"
                            + body + NEXT);
        }
    }

    /** HTTP/2 in clear text, by its preface and by an upgrade, neither of which may be taken. */
    private static final class Streams extends RawAttack {

        private static final String SETTINGS = "\0\0\0\4\0\0\0\0\0";
        private static final String OF_HTTP_1 = "GET /graphql?query=%7B__typename%7D HTTP/1.1\r\nHost: localhost\r\n";

        @Override
        public String name() {
            return "streams";
        }

        @Override
        boolean isHeld(Raw.End end) {
            return (end.text().isEmpty() && end.isClosed())
                    || (end.text().startsWith("HTTP/1.1 ") && end.status() != 101);
        }

        @Override
        List<Raw> probes() {
            return List.of(
                    new Raw("a preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + SETTINGS),
                    new Raw(
                            "a preface and half a head",
                            "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + SETTINGS + "\0\0\1\1\0\0\0\0\1" + (char) 0x82
                                    + "\0\0\0\u0009\0\0\0\0\1".repeat(10_000)),
                    new Raw(
                            "an upgrade",
                            OF_HTTP_1 + "Connection: Upgrade, HTTP2-Settings, close\r\nUpgrade: h2c\r\n"
                                    + "HTTP2-Settings: AAMAAABkAAQAAP__\r\n\r\n"));
        }
    }

    /** What a page of another name makes a browser send once that name leads here. */
    private static final class Rebinding implements Flood {

        @Override
        public String name() {
            return "rebinding";
        }

        @Override
        public List<Probe> probes() {
            return List.of(
                    get("a query", "/graphql?query=%7B__typename%7D"),
                    get("an export", "/export/contacts.ndjson"),
                    get("the simulator", "/sandbox/calls"),
                    get("the schema", "/graphql/schema.graphql"),
                    new Probe("a query by POST", Must.BE_MISDIRECTED, connection -> {
                        String body = "{\"query\":\"{contacts(first:1){nodes{id}}}\"}";
                        connection.write(Request.head("Origin: http://rebound.example\r\nContent-Length: "
                                        + body.length() + "\r\n\r\n" + body)
                                .replace("Host: localhost", "Host: rebound.example")
                                .getBytes(ISO_8859_1));
                    }));
        }

        private static Probe get(String what, String path) {
            byte[] request = ("GET " + path + " HTTP/1.1\r\nHost: rebound.example\r\n"
                            + "Origin: http://rebound.example\r\nSec-Fetch-Site: same-origin\r\n\r\n")
                    .getBytes(ISO_8859_1);
            return new Probe(what, Must.BE_MISDIRECTED, connection -> connection.write(request));
        }
    }

    /** LINE WORKS answers what nobody can read; what is asked then fails with a code, and what is kept is served. */
    private static final class UndecodableUpstream implements Attack {

        private static final List<String> FAULTS = List.of(
                "{\"malformed\":1.0}", "{\"cut\":1.0}", "{\"wrongContentType\":1.0}", "{\"truncatedPage\":1.0}");

        @Override
        public String name() {
            return "undecodable";
        }

        @Override
        public void run(Server server, int seconds, Tally tally) throws InterruptedException {
            long each = TimeUnit.SECONDS.toNanos(seconds) / FAULTS.size();
            int number = 0;
            try (Connection connection = new Connection(server)) {
                for (String fault : FAULTS) {
                    connection.insist(control("PUT", fault));
                    long end = System.nanoTime() + each;
                    while (System.nanoTime() < end) {
                        // Half of a page that has one contact at most is a page as well.
                        tally.add(
                                fault,
                                fault.contains("truncatedPage") ? Must.END_WELL : Must.FAIL,
                                connection.insist(Request.document(
                                        "{contacts(first:20,filter:{keyword:\"a" + ++number + "\"}){nodes{id}}}")));
                        TimeUnit.MILLISECONDS.sleep(20);
                    }
                }
                connection.insist(control("DELETE", ""));
            }
        }

        private static Request control(String method, String json) {
            byte[] request = (method + " /sandbox/faults/listContacts HTTP/1.1\r\nHost: localhost\r\n"
                            + "Content-Type: application/json\r\nContent-Length: " + json.length() + "\r\n\r\n" + json)
                    .getBytes(ISO_8859_1);
            return connection -> connection.write(request);
        }
    }

    /**
     * One class of callers asks for whatever needs a call, without an end; somebody of another class asks now and then, for
     * something that needs a call too, and is served. The server has a quota that can be used up, and a class with the
     * token {@value #TOKEN}.
     */
    private static final class Hogging implements Attack {

        private static final String TOKEN = "honest-token-of-the-attacks";
        private static final int EVERY_SECONDS = 4;

        @Override
        public String name() {
            return "hogging";
        }

        @Override
        public boolean wantsAServerOfItsOwn() {
            return true;
        }

        @Override
        public void run(Server server, int seconds, Tally tally) throws InterruptedException {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(Math.max(seconds, 3 * EVERY_SECONDS));
            AtomicInteger number = new AtomicInteger();
            Thread hog = new Thread(
                    () -> {
                        try (Connection connection = new Connection(server)) {
                            while (System.nanoTime() < end) {
                                int i = number.incrementAndGet();
                                String field = i % 2 == 0
                                        ? "contacts(first:20,filter:{keyword:\"hog" + i + "\"}){nodes{id}}"
                                        : "contact(id:\"AgE" + Integer.toHexString(i) + "\"){id}";
                                tally.add(
                                        "the hog",
                                        Must.BE_BOUNDED,
                                        connection.insist(Request.document("{" + field + "}")));
                                TimeUnit.MILLISECONDS.sleep(20);
                            }
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                    },
                    "hog");
            hog.start();
            try (Connection connection = new Connection(server)) {
                for (int i = 0; System.nanoTime() < end; i++) {
                    TimeUnit.SECONDS.sleep(EVERY_SECONDS);
                    String body = "{\"query\":"
                            + Request.quoted("{contacts(first:5,filter:{keyword:\"other" + i + "\"}){nodes{id}}}")
                            + "}";
                    byte[] request = Request.head("Authorization: Bearer " + TOKEN + "\r\nContent-Length: "
                                    + body.length() + "\r\n\r\n" + body)
                            .getBytes(ISO_8859_1);
                    tally.add("another class", Must.BE_SERVED, connection.insist(c -> c.write(request)));
                }
            }
            hog.join();
        }
    }

    private static String many(int times, IntFunction<String> text) {
        return IntStream.range(0, times).mapToObj(text).collect(Collectors.joining());
    }
}
