package dev.meishi.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The GraphiQL that an endpoint comes with, the framework's or ours. */
final class ExplorerRules {

    private static final Pattern SCRIPT = Pattern.compile("<script[^>]* src=\"([^\"]+)\"");

    private ExplorerRules() {}

    static List<Rule> all() {
        return List.of(
                new Rule(22, "GraphiQL can load nothing but what comes with it.", ExplorerRules::policy),
                new Rule(22, "GraphiQL has the explorer.", ExplorerRules::explorer));
    }

    private static void policy(Wire endpoint) {
        assertThat(endpoint.get(path(endpoint)).header("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'", "connect-src 'self'");
    }

    private static void explorer(Wire endpoint) {
        String page = path(endpoint);
        List<String> scripts = SCRIPT.matcher(endpoint.get(page).body())
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();

        assertThat(scripts)
                .isNotEmpty()
                .anySatisfy(script -> assertThat(
                                endpoint.get(script.startsWith("/") ? script : page + script.replaceFirst("^\\./", ""))
                                        .body())
                        .contains("graphiql-explorer"));
    }

    private static String path(Wire endpoint) {
        String ofTheFramework = "/q/graphql-ui/";
        return endpoint.get(ofTheFramework).status() == 200 ? ofTheFramework : "/graphiql/";
    }
}
