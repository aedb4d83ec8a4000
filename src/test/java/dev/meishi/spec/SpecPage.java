package dev.meishi.spec;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page of the specification: what LINE WORKS is asked and answers, and what the gateway is asked and answers. A page may
 * say {@code {{now - 50 min}}} for a time, and {@code {{endCursor}}} for the last one that was answered; LINE WORKS is asked about times near to now as {@code startDateTime=*}.
 *
 * @param file where it was read from
 * @param title its first heading
 * @param exchanges every call the gateway must make, and no other
 * @param questions queries in the order they are sent, with their answers
 */
record SpecPage(Path file, String title, List<Exchange> exchanges, List<Question> questions) {

    private static final Path FOLDER = Path.of("src/test/resources/spec");

    private static final Pattern MINUTES_AGO = Pattern.compile("\\{\\{now - (\\d+) min}}");

    /**
     * A request and its answer. A page has a GraphQL document below "Query", with "Variables" and "Extensions" where it
     * needs them; or the id of one below "Document"; or below "Request" the first line of any other request.
     *
     * @param request method and target
     * @param body of the request, empty for none
     * @param status of the response: 200 where a page says nothing else
     * @param answer the JSON of the response, or several one after the other
     */
    record Question(String request, String body, int status, String answer) {}

    /** Those on API 1.0, and on what does not depend on the API. */
    static List<SpecPage> all() {
        return of(FOLDER);
    }

    /** Those on API 2.0. */
    static List<SpecPage> onTwo() {
        return of(FOLDER.resolve("2.0"));
    }

    private static List<SpecPage> of(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
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
            return new Reader(file).page(dated(Files.readString(file)).lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String dated(String text) {
        return MINUTES_AGO
                .matcher(text)
                .replaceAll(time -> Instant.now()
                        .minus(Long.parseLong(time.group(1)), ChronoUnit.MINUTES)
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toString());
    }

    /** The display name of the page's test. */
    @Override
    public String toString() {
        return title;
    }

    /** Reads a page line by line. */
    private static final class Reader {

        private static final String FENCE = "```";

        private static final List<String> SECTIONS =
                List.of("LINE WORKS", "Query", "Variables", "Extensions", "Document", "Request", "Answer");

        private static final Pattern STATUS = Pattern.compile("status (\\d{3})");

        private static final ObjectMapper JSON = new ObjectMapper();

        private final Path file;
        private final List<Exchange> exchanges = new ArrayList<>();
        private final List<Question> questions = new ArrayList<>();
        private String title = "";
        private String section = "";
        private final ObjectNode parameters = JsonNodeFactory.instance.objectNode();
        private String request = "";
        private int status = 200;

        Reader(Path file) {
            this.file = file;
        }

        SpecPage page(List<String> lines) throws IOException {
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
            require(isAnswered(), "its last question has no answer");
            return new SpecPage(file, title, List.copyOf(exchanges), List.copyOf(questions));
        }

        private void line(String line) {
            if (line.startsWith("### ")) {
                require(section.equals("LINE WORKS"), "'" + line + "' is not below '## LINE WORKS'");
                exchanges.add(Exchange.of(line.substring(4)));
            } else if (line.startsWith("## ")) {
                section = line.substring(3);
                require(SECTIONS.contains(section), "the section '" + section + "' means nothing");
            } else if (line.startsWith("# ")) {
                require(title.isEmpty(), "it has two titles");
                title = line.substring(2);
            } else if (line.startsWith("- ") && section.equals("LINE WORKS")) {
                changeExchange(last().with(line.substring(2)));
            } else if (line.startsWith("- ") && section.equals("Answer")) {
                Matcher stated = STATUS.matcher(line.substring(2));
                require(stated.matches(), "'" + line + "' means nothing");
                status = Integer.parseInt(stated.group(1));
            }
        }

        private void block(String text) throws IOException {
            switch (section) {
                case "LINE WORKS" -> changeExchange(last().answering(text));
                case "Query" -> {
                    require(request.isEmpty() && !parameters.has("query"), "a query has no answer");
                    parameters.put("query", text);
                }
                case "Variables" -> parameters.set("variables", JSON.readTree(text));
                case "Document" -> parameters.put("documentId", text);
                case "Extensions" -> parameters.set("extensions", JSON.readTree(text));
                case "Request" -> {
                    require(isAnswered(), "a question has no answer");
                    request = text;
                }
                case "Answer" -> {
                    require(!isAnswered(), "an answer has no question");
                    questions.add(new Question(
                            request.isEmpty() ? "POST /graphql" : request,
                            parameters.isEmpty() ? "" : parameters.toString(),
                            status,
                            text));
                    parameters.removeAll();
                    request = "";
                    status = 200;
                }
                default -> require(false, "a fence stands outside every section");
            }
        }

        private boolean isAnswered() {
            return request.isEmpty() && parameters.isEmpty();
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
