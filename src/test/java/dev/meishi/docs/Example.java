package dev.meishi.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.meishi.wire.GraphqlClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A request that a page shows: a document in a block {@code graphql}, with blocks {@code json variables} and
 * {@code json extensions} where it needs them, or a command curl of an indented block. A block {@code json} that follows
 * is its answer.
 *
 * @param line where it stands on its page
 * @param document of GraphQL; empty for a command
 * @param parameters beside the document
 * @param command null for a document
 * @param answer as shown; null if the page shows none
 */
record Example(
        int line,
        String document,
        ObjectNode parameters,
        @Nullable CurlCommand command,
        @Nullable JsonNode answer) {

    private static final Pattern QUERY = Pattern.compile("\\A(\\{|query\\b|mutation\\b|fragment\\b)");

    private static final Pattern CONTINUED = Pattern.compile("\\\\\n\\s*");

    /**
     * All requests of a page, in its order.
     *
     * @throws IllegalArgumentException if a block of JSON belongs to none of them, or a document stands where it is not run
     */
    static List<Example> of(String page) {
        List<Example> examples = new ArrayList<>();
        boolean isOpen = false;
        for (CodeBlock block : CodeBlock.of(page)) {
            if (!block.isOfAnExample()) {
                continue;
            }
            switch (block.language()) {
                case "graphql" -> {
                    examples.add(
                            new Example(block.line(), block.text(), JsonNodeFactory.instance.objectNode(), null, null));
                    isOpen = true;
                }
                case "json" -> {
                    require(isOpen, block, "there is no request before it that it belongs to");
                    Example asked = examples.remove(examples.size() - 1);
                    examples.add(asked.with(block));
                    isOpen = block.role().isEmpty() ? false : isOpen;
                }
                case CodeBlock.SHELL -> {
                    require(
                            !QUERY.matcher(block.text()).find(),
                            block,
                            "a document belongs between fences, as graphql");
                    List<Example> commands = commands(block);
                    examples.addAll(commands);
                    isOpen = !commands.isEmpty();
                }
                default -> isOpen = false;
            }
        }
        return examples;
    }

    private static List<Example> commands(CodeBlock block) {
        return CONTINUED
                .matcher(block.text())
                .replaceAll("")
                .lines()
                .filter(line -> line.startsWith("curl "))
                .map(line -> new Example(
                        block.line(), "", JsonNodeFactory.instance.objectNode(), CurlCommand.of(line), null))
                .toList();
    }

    private Example with(CodeBlock json) {
        JsonNode value = GraphqlClient.json(json.text());
        if (json.role().isEmpty()) {
            return new Example(line, document, parameters, command, value);
        }
        require(
                command == null && List.of("variables", "extensions").contains(json.role()),
                json,
                "'" + json.role() + "' means nothing here");
        ObjectNode more = parameters.deepCopy();
        more.set(json.role(), value);
        return new Example(line, document, more, command, answer);
    }

    /** Whether it can be run: a document that needs variables is shown with some. */
    boolean isWhole() {
        return !document.contains("!") || parameters.has("variables");
    }

    HttpResponse<String> send(GraphqlClient clients, GraphqlClient operators) {
        if (command != null) {
            return command.send(clients, operators);
        }
        String body = parameters.deepCopy().put("query", document).toString();
        return clients.send("POST", "/graphql", BodyPublishers.ofString(body), "Content-Type", "application/json");
    }

    private static void require(boolean condition, CodeBlock block, String otherwise) {
        if (!condition) {
            throw new IllegalArgumentException("The block in line " + block.line() + ": " + otherwise + ".");
        }
    }
}
