package dev.meishi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.meishi.sandbox.data.ContactMembers;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the simulator's page says in tables and in code is what the simulator and the recipes do. */
@QuarkusTest
class SimulatorPageTest {

    private static final Pattern ROW = Pattern.compile("^\\| `([^`]+)` \\| (.*) \\|$", Pattern.MULTILINE);
    private static final Pattern WORD = Pattern.compile("`([A-Za-z]+)`");
    private static final Pattern SCRIPT = Pattern.compile("^```js\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    private static String page;

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init")
    URI address;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Router router;

    @BeforeAll
    static void read() throws IOException {
        page = Docs.page("simulator.md");
    }

    @Test
    void itsSwitchesAreTheRoutes() {
        TreeSet<String> routes = new TreeSet<>();
        for (Route route : router.getRoutes()) {
            String path = route.getPath();
            if (path != null
                    && path.startsWith("/sandbox/")
                    && !path.startsWith("/sandbox/2.0")
                    && route.methods() != null) {
                route.methods().forEach(method -> routes.add(method + " " + path));
            }
        }
        routes.removeIf(route -> route.endsWith(" /sandbox/"));

        assertThat(new TreeSet<>(rows("Switches", "## One contact").keySet()))
                .isEqualTo(routes)
                .hasSizeGreaterThan(20);
    }

    @Test
    void itsScenariosAreThoseOfTheSimulator() {
        Map<String, String> scenarios = new LinkedHashMap<>();
        JsonNode all =
                new Gateway(address).sandbox("GET", "/sandbox/scenarios", "").path("scenarios");
        all.fieldNames()
                .forEachRemaining(name -> scenarios.put(name, all.path(name).asText()));

        assertThat(rows("Scenarios", "## The same data")).isEqualTo(scenarios);
    }

    @Test
    void itsMembersOfAContactAreAll() {
        Map<String, List<String>> members = new LinkedHashMap<>();
        rows("One contact", "`represent` marks").forEach((member, text) -> {
            List<String> parts = new ArrayList<>();
            if (text.startsWith("list: ") || text.startsWith("object: ")) {
                String names = text.replaceAll("\\([^)]*\\)", "").replaceFirst(";.*", "");
                WORD.matcher(names).results().forEach(word -> parts.add(word.group(1)));
            }
            members.put(member, parts);
        });

        assertThat(members).isEqualTo(ContactMembers.ALL);
        assertThat(members.keySet()).containsExactlyElementsOf(ContactMembers.ALL.keySet());
    }

    @Test
    void itsRecipesAreThoseThatAreRun() throws IOException {
        StringBuilder recipes = new StringBuilder();
        for (String file : List.of("contacts.spec.js", "handlers.js", "ContactList.stories.jsx")) {
            recipes.append(Files.readString(Path.of("src", "mocks", file)));
        }
        assertThat(SCRIPT.matcher(page).results().map(script -> script.group(1)))
                .hasSize(5)
                .allSatisfy(script -> assertThat(recipes.toString()).contains(script));
    }

    private static Map<String, String> rows(String heading, String end) {
        int from = page.indexOf("## " + heading + "\n");
        assertThat(from).as(heading).isPositive();
        Map<String, String> rows = new LinkedHashMap<>();
        String part = page.substring(from, page.indexOf(end, from));
        ROW.matcher(part.replaceAll("(?s)What the gateway forgets.*", ""))
                .results()
                .forEach(row -> rows.put(row.group(1), row.group(2)));
        return rows;
    }
}
