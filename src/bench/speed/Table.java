package speed;

import harness.FirstAnswer;
import harness.ServerProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** What each form of the program takes, all measured in one run: its start, its memory, its size and the time of a request. */
final class Table {

    private static final int STARTS = 5;
    private static final int REQUESTS = 10_000;
    private static final long IDLE_MILLIS = 5_000;
    private static final long NANOS_A_MILLI = 1_000_000;

    private static final String FIRST = "{\"query\":\"{contacts(first:20){nodes{name{full} tags{name}}}}\"}";

    private static final Map<String, String> SIMULATOR = Map.of(
            "MEISHI_SANDBOX_ENABLED", "true",
            "MEISHI_SANDBOX_CONTACTS", "1000",
            "QUARKUS_HTTP_HOST", "127.0.0.1",
            "QUARKUS_MANAGEMENT_PORT", "0");

    private final Options options;
    private final Server upstream;
    private final Book book;
    private final List<Form> forms;
    private final Map<String, Map<Form, String>> rows = new LinkedHashMap<>();
    private final List<Runnable> bars = new ArrayList<>();
    private final Report report;

    private Table(Options options, Server upstream, Book book, Report report) throws IOException, InterruptedException {
        this.options = options;
        this.upstream = upstream;
        this.book = book;
        this.report = report;
        forms = Form.all(options);
    }

    static void run(Options options, Server upstream, Book book, Report report)
            throws IOException, InterruptedException {
        Table table = new Table(options, upstream, book, report);
        table.starts();
        table.memory();
        table.row("size of the program, MB", form -> mega(form.bytes()));
        table.row("size of the cache, MB", form -> form.cacheBytes() == 0 ? "" : mega(form.cacheBytes()));
        table.requests();
        report.table(table.markdown());
        table.bars.forEach(Runnable::run);
    }

    /** From the start of the process to a right answer, on whatever cores are free. The first ones are not counted. */
    private void starts() throws IOException, InterruptedException {
        Map<String, String> canned = Gateway.settings(Api.FIRST, true, upstream);
        Map<Form, List<Double>> bare = new HashMap<>();
        Map<Form, List<Double>> simulated = new HashMap<>();
        for (int time = 0; time <= STARTS; time++) {
            for (Form form : forms) {
                double without = start(form, canned);
                double with = start(form, SIMULATOR);
                if (time > 0) {
                    bare.computeIfAbsent(form, none -> new ArrayList<>()).add(without);
                    simulated.computeIfAbsent(form, none -> new ArrayList<>()).add(with);
                }
            }
        }
        row("start to first answer, ms", form -> "%,.0f".formatted(median(bare, form)));
        row("the same, with the simulator's 1,000 contacts", form -> "%,.0f".formatted(median(simulated, form)));
        for (Form form : forms) {
            double bar = form.isNative() ? 60 : form.cacheBytes() > 0 ? 1_000 : Double.NaN;
            bar("first answer of the " + form.name() + ", ms", median(bare, form), bar);
        }
    }

    private static double median(Map<Form, List<Double>> values, Form form) {
        return Figure.median(Objects.requireNonNull(values.get(form)).stream()
                .mapToDouble(Double::doubleValue)
                .toArray());
    }

    private double start(Form form, Map<String, String> settings) throws IOException, InterruptedException {
        int port = ServerProcess.freePort();
        long began = System.nanoTime();
        try (ServerProcess process = ServerProcess.start(form.on(port), settings, log(form))) {
            FirstAnswer.await(process, port, FIRST);
            return (double) (System.nanoTime() - began) / NANOS_A_MILLI;
        }
    }

    private static Path log(Form form) {
        return Path.of("target", "speed", form.name().replace(' ', '-') + ".log");
    }

    /** Before the canned upstream, without a bound to a core: that of a gateway that was asked once, and of one that worked. */
    private void memory() throws IOException, InterruptedException {
        Map<Form, Long> idle = new HashMap<>();
        Map<Form, Long> worked = new HashMap<>();
        for (Form form : forms) {
            try (Gateway gateway = Gateway.start(form, Cores.ANY, true, upstream, book)) {
                FirstAnswer.await(gateway.server().process(), gateway.server().port(), FIRST);
                Thread.sleep(IDLE_MILLIS);
                idle.put(form, gateway.server().process().resident());
                List<String> posts = gateway.walk(Load.W1).posts();
                for (int i = 0; i < REQUESTS; i++) {
                    int status = gateway.server()
                            .post(gateway.path(), posts.get(i % posts.size()))
                            .statusCode();
                    WrongAnswer.unless(status == 200, "%s: request %d: %d", form.name(), i, status);
                }
                worked.put(form, gateway.server().process().resident());
            }
        }
        row("resident memory, idle, MB", form -> mega(Objects.requireNonNull(idle.get(form))));
        row("resident memory after 10,000 requests, MB", form -> mega(Objects.requireNonNull(worked.get(form))));
        forms.stream()
                .filter(Form::isNative)
                .forEach(form -> bar(
                        "resident memory of the native binary, idle, MB",
                        (double) Objects.requireNonNull(idle.get(form)) / (1 << 20),
                        80));
    }

    /** Processor time, as workloads alone measure it. */
    private void requests() throws IOException, InterruptedException {
        Figures figures = new Figures();
        Map<Form, Map<Boolean, Target>> targets = new LinkedHashMap<>();
        List<Target> all = new ArrayList<>();
        try {
            Target oneHop = Proxy.start(upstream, book);
            all.add(oneHop);
            for (Form form : forms) {
                for (boolean isKeeping : options.pages()) {
                    Target gateway = Gateway.start(form, Cores.MEASURED, isKeeping, upstream, book);
                    all.add(gateway);
                    targets.computeIfAbsent(form, none -> new HashMap<>()).put(isKeeping, gateway);
                }
            }
            new Course(options, upstream, all, figures).run(options.loads());
            for (Load load : options.loads()) {
                report.heading(load);
                all.forEach(target -> report.row(
                        target.name(), figures.of(target, load), figures.ratio(target, oneHop, load), Double.NaN));
                for (boolean isKeeping : options.pages()) {
                    Function<Form, Target> gateway = form -> Objects.requireNonNull(
                            Objects.requireNonNull(targets.get(form)).get(isKeeping));
                    requests(load, isKeeping ? "on" : "off", gateway, oneHop, figures);
                }
            }
        } finally {
            all.forEach(Target::close);
        }
    }

    private void requests(Load load, String pages, Function<Form, Target> gateway, Target oneHop, Figures figures) {
        String row = load.name() + ", pages " + pages + ", µs of the processor a request (multiples of one hop)";
        row(
                row,
                form -> "%,.0f (%.2f)"
                        .formatted(
                                Figure.median(figures.of(gateway.apply(form), load), Figure::micros),
                                figures.ratio(gateway.apply(form), oneHop, load)));
        forms.stream()
                .filter(Form::isNative)
                .forEach(form -> bar(
                        load.name() + ", pages " + pages + ", of the native binary in multiples of the JVM's",
                        figures.ratio(gateway.apply(form), gateway.apply(forms.get(0)), load),
                        load.equals(Load.W3) ? 2.2 : 2));
    }

    private void row(String name, Function<Form, String> value) {
        Map<Form, String> values = new LinkedHashMap<>();
        forms.forEach(form -> values.put(form, value.apply(form)));
        rows.put(name, values);
    }

    private void bar(String what, double found, double bar) {
        if (!Double.isNaN(bar)) {
            bars.add(() -> report.hold(found <= bar, "%s: %.2f (bar: %.2f)", what, found, bar));
        }
    }

    private String markdown() {
        StringBuilder table = new StringBuilder("|");
        forms.forEach(form -> table.append(" | ").append(form.name()));
        table.append(" |\n| ---").append(" | --:".repeat(forms.size())).append(" |\n");
        rows.forEach((name, values) -> table.append("| ")
                .append(name)
                .append(" | ")
                .append(String.join(" | ", values.values()))
                .append(" |\n"));
        return table.toString();
    }

    private static String mega(long bytes) {
        return String.valueOf(Math.round((double) bytes / (1 << 20)));
    }
}
