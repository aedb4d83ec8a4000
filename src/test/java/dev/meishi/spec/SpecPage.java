package dev.meishi.spec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A page of the specification: what LINE WORKS is asked and answers, and what the gateway is asked and answers.
 *
 * @param file where it was read from
 * @param title its first heading
 * @param exchanges every call the gateway must make, and no other
 * @param questions queries in the order they are sent, with their answers
 */
record SpecPage(Path file, String title, List<Exchange> exchanges, List<Question> questions) {

    private static final Path FOLDER = Path.of("src/test/resources/spec");

    /**
     * A query and its answer, all three as written in the page.
     *
     * @param query a GraphQL document
     * @param variables a JSON object
     * @param answer the JSON of the response
     */
    record Question(String query, String variables, String answer) {}

    static List<SpecPage> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .map(SpecPage::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SpecPage read(Path file) {
        try {
            return new Reader(file).page(Files.readAllLines(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The display name of the page's test. */
    @Override
    public String toString() {
        return title;
    }

    /** Reads a page line by line. */
    private static final class Reader {

        private static final String FENCE = "```";

        private final Path file;
        private final List<Exchange> exchanges = new ArrayList<>();
        private final List<Question> questions = new ArrayList<>();
        private String title = "";
        private String section = "";
        private String query = "";
        private String variables = "{}";

        Reader(Path file) {
            this.file = file;
        }

        SpecPage page(List<String> lines) {
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).startsWith(FENCE)) {
                    int end = lines.subList(i + 1, lines.size()).indexOf(FENCE) + i + 1;
                    require(end > i, "a fence stays open");
                    block(String.join("\n", lines.subList(i + 1, end)));
                    i = end;
                } else {
                    line(lines.get(i));
                }
            }
            require(!title.isEmpty(), "it has no title");
            require(!questions.isEmpty(), "it has no query with an answer");
            require(query.isEmpty(), "its last query has no answer");
            return new SpecPage(file, title, List.copyOf(exchanges), List.copyOf(questions));
        }

        private void line(String line) {
            if (line.startsWith("### ")) {
                require(section.equals("LINE WORKS"), "'" + line + "' is not below '## LINE WORKS'");
                exchanges.add(Exchange.of(line.substring(4)));
            } else if (line.startsWith("## ")) {
                section = line.substring(3);
                require(
                        List.of("LINE WORKS", "Query", "Variables", "Answer").contains(section),
                        "the section '" + section + "' means nothing");
            } else if (line.startsWith("# ")) {
                require(title.isEmpty(), "it has two titles");
                title = line.substring(2);
            } else if (line.startsWith("- ") && section.equals("LINE WORKS")) {
                changeExchange(last().with(line.substring(2)));
            }
        }

        private void block(String text) {
            switch (section) {
                case "LINE WORKS" -> changeExchange(last().answering(text));
                case "Query" -> {
                    require(query.isEmpty(), "a query has no answer");
                    query = text;
                }
                case "Variables" -> variables = text;
                case "Answer" -> {
                    require(!query.isEmpty(), "an answer has no query");
                    questions.add(new Question(query, variables, text));
                    query = "";
                    variables = "{}";
                }
                default -> require(false, "a fence stands outside every section");
            }
        }

        private Exchange last() {
            require(!exchanges.isEmpty(), "what LINE WORKS answers stands before what it is asked");
            return Objects.requireNonNull(exchanges.get(exchanges.size() - 1));
        }

        private void changeExchange(Exchange changed) {
            exchanges.set(exchanges.size() - 1, changed);
        }

        private void require(boolean condition, String otherwise) {
            if (!condition) {
                throw new IllegalArgumentException(file + ": " + otherwise);
            }
        }
    }
}
