package speed;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import graphql.parser.Parser;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import graphql.validation.Validator;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * What it costs that callers ask the same with documents of their own: nothing where the gateway has seen them before,
 * and where it has not, what reading them takes.
 */
final class Documents {

    /** Another alias makes another document; @@ stands for what makes it another one. */
    private static final String DOCUMENT =
            "query Few($first: Int!) { contacts(first: $first) { edges { node { id@@: resourceId masterUserId"
                    + " creationTime } } pageInfo { hasNextPage endCursor } } }";

    private static final double MOST_GROWTH = 0.15;
    private static final int READINGS = 20_000;

    private Documents() {}

    static void run(Options options, List<Target> targets, Report report) throws IOException, InterruptedException {
        Map<String, List<String>> kinds = new LinkedHashMap<>();
        kinds.put("one", List.of(post("0")));
        kinds.put(
                options.documents() + " in turn",
                IntStream.range(0, options.documents())
                        .mapToObj(i -> post(String.valueOf(i)))
                        .toList());
        kinds.put("always new", List.of(post("@@")));
        double reading = readingMicros();
        for (Target target : targets) {
            target.walk(Load.W1);
            Map<String, List<Figure>> figures = figures(options, target, kinds);
            report.heading(target.name() + ": " + Load.W1 + ", by number of documents");
            List<Double> micros = new ArrayList<>();
            figures.forEach((kind, each) -> {
                report.row(kind, each, Double.NaN, Double.NaN);
                micros.add(Figure.median(each, Figure::micros));
            });
            double seen = micros.get(1) / micros.get(0) - 1;
            report.hold(
                    seen < MOST_GROWTH,
                    "%s: a document seen before costs %.0f %% more than one alone (bar: less than %.0f %%)",
                    target.name(),
                    seen * 100,
                    MOST_GROWTH * 100);
            report.note(
                    "A new document costs %.0f us more; to parse and validate it alone takes %.0f us",
                    micros.get(2) - micros.get(0), reading);
            target.walk(Load.W1);
        }
    }

    private static Map<String, List<Figure>> figures(Options options, Target target, Map<String, List<String>> kinds)
            throws IOException, InterruptedException {
        Map<String, List<Figure>> figures = new LinkedHashMap<>();
        int connections = Load.W1.connections();
        for (Map.Entry<String, List<String>> kind : kinds.entrySet()) {
            figures.put(kind.getKey(), new ArrayList<>());
            Wrk.run(target, walk(kind.getValue()), connections, Math.max(1, options.warm() / kinds.size()));
        }
        for (int round = 0; round < options.rounds(); round++) {
            for (Map.Entry<String, List<String>> kind : kinds.entrySet()) {
                Wrk.run(target, walk(kind.getValue()), connections, 2);
                Objects.requireNonNull(figures.get(kind.getKey()))
                        .add(Figure.of(target, walk(kind.getValue()), connections, options.seconds()));
            }
        }
        return figures;
    }

    private static Walk walk(List<String> posts) {
        return new Walk(posts, 1);
    }

    private static String post(String alias) {
        ObjectNode post = new ObjectMapper().createObjectNode().put("query", DOCUMENT.replace("@@", alias));
        post.putObject("variables").put("first", Load.W1.first());
        return post.toString();
    }

    /** CPU time of parsing and validating one document, warm, by the gateway's own library and schema. */
    private static double readingMicros() {
        GraphQLSchema schema = UnExecutableSchemaGenerator.makeUnExecutableSchema(new SchemaParser()
                .parse(Path.of("src/main/graphql/schema.graphql").toFile()));
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        long began = 0;
        for (int i = 0; i < 2 * READINGS; i++) {
            if (i == READINGS) {
                began = clock.getCurrentThreadCpuTime();
            }
            new Validator()
                    .validateDocument(
                            schema,
                            new Parser().parseDocument(DOCUMENT.replace("@@", String.valueOf(i))),
                            Locale.ENGLISH);
        }
        return (clock.getCurrentThreadCpuTime() - began) / 1e3 / READINGS;
    }
}
