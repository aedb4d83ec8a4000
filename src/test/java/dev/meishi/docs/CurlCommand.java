package dev.meishi.docs;

import dev.meishi.wire.GraphqlClient;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A request as curl sends it, as far as the pages use it.
 *
 * @param method of the request
 * @param target path and query
 * @param headers names and values, one after the other
 * @param body empty for none
 */
record CurlCommand(String method, String target, List<String> headers, String body) {

    private static final String ADDRESS = "http://localhost:8080/";

    /** Words as a shell separates them: in single quotes, in double quotes or without. */
    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|([^\\s'\"]+)");

    /**
     * Reads one.
     *
     * @param command on one line
     * @throws IllegalArgumentException if it has an option that is not known here, or is for another address
     */
    static CurlCommand of(String command) {
        List<String> words =
                WORD.matcher(command).results().map(CurlCommand::unquoted).toList();
        String method = "";
        String target = "";
        List<String> headers = new ArrayList<>();
        List<String> data = new ArrayList<>();
        boolean isInUrl = false;
        for (int i = 1; i < words.size(); i++) {
            switch (words.get(i)) {
                case "-X" -> method = words.get(++i);
                case "-H" -> headers.addAll(List.of(words.get(++i).split(": ", 2)));
                case "-d" -> data.add(words.get(++i));
                case "--data-urlencode" -> data.add(encoded(words.get(++i)));
                case "-G" -> isInUrl = true;
                case "-N", "-s" -> {}
                default -> {
                    if (!words.get(i).startsWith(ADDRESS)) {
                        throw new IllegalArgumentException(
                                "'" + words.get(i) + "' is no option that is known here, nor below " + ADDRESS);
                    }
                    target = words.get(i).substring(ADDRESS.length() - 1);
                }
            }
        }
        String all = String.join("&", data);
        boolean isPost = !isInUrl && !data.isEmpty();
        return new CurlCommand(
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

    HttpResponse<String> send(GraphqlClient client) {
        return client.send(method, target, BodyPublishers.ofString(body), headers.toArray(String[]::new));
    }
}
