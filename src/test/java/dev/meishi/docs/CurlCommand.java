package dev.meishi.docs;

import dev.meishi.wire.GraphqlClient;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request as curl sends it, as far as the pages use it.
 *
 * @param port it goes to: that of clients, or that of health and metrics
 * @param method of the request
 * @param target path and query
 * @param headers names and values, one after the other
 * @param body empty for none
 */
record CurlCommand(int port, String method, String target, List<String> headers, String body) {

    /** For clients. */
    static final int CLIENTS = 8080;

    /** For operators. */
    static final int OPERATORS = 9000;

    private static final Pattern ADDRESS = Pattern.compile("http://localhost:(" + CLIENTS + "|" + OPERATORS + ")(/.*)");

    /** Words as a shell separates them: in single quotes, in double quotes or without. */
    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|([^\\s'\"]+)");

    /**
     * Reads one.
     *
     * @param command on one line, perhaps with a comment after it
     * @throws IllegalArgumentException if it has an option that is not known here, or is for another address
     */
    static CurlCommand of(String command) {
        List<String> words =
                WORD.matcher(command).results().map(CurlCommand::unquoted).toList();
        String method = "";
        int port = CLIENTS;
        String target = "";
        List<String> headers = new ArrayList<>();
        List<String> data = new ArrayList<>();
        boolean isInUrl = false;
        for (int i = 1; i < words.size() && !words.get(i).equals("#"); i++) {
            switch (words.get(i)) {
                case "-X" -> method = words.get(++i);
                case "-H" -> headers.addAll(List.of(words.get(++i).split(": ", 2)));
                case "-d" -> data.add(words.get(++i));
                case "--data-urlencode" -> data.add(encoded(words.get(++i)));
                case "-G" -> isInUrl = true;
                case "-N", "-s" -> {}
                default -> {
                    Matcher address = ADDRESS.matcher(words.get(i));
                    if (!address.matches()) {
                        throw new IllegalArgumentException(
                                "'" + words.get(i) + "' is no option that is known here, nor an address " + ADDRESS);
                    }
                    port = Integer.parseInt(address.group(1));
                    target = address.group(2);
                }
            }
        }
        String all = String.join("&", data);
        boolean isPost = !isInUrl && !data.isEmpty();
        return new CurlCommand(
                port,
                method.isEmpty() ? (isPost ? "POST" : "GET") : method,
                isInUrl ? target + "?" + all : target,
                List.copyOf(headers),
                isPost ? all : "");
    }

    private static String unquoted(MatchResult word) {
        for (int group = 1; group <= 3; group++) {
            if (word.group(group) != null) {
                return word.group(group);
            }
        }
        throw new IllegalArgumentException(word.group());
    }

    private static String encoded(String pair) {
        int equals = pair.indexOf('=');
        return pair.substring(0, equals + 1) + URLEncoder.encode(pair.substring(equals + 1), StandardCharsets.UTF_8);
    }

    HttpResponse<String> send(GraphqlClient clients, GraphqlClient operators) {
        GraphqlClient client = port == CLIENTS ? clients : operators;
        return client.send(method, target, BodyPublishers.ofString(body), headers.toArray(String[]::new));
    }
}
