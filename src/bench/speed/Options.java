package speed;

import harness.Arguments;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/** What the command line says. */
final class Options {

    private static final Map<String, String> DEFAULTS = Map.ofEntries(
            Map.entry("--starts", "1"),
            Map.entry("--rounds", "3"),
            Map.entry("--seconds", "10"),
            Map.entry("--warm", "60"),
            Map.entry("--workloads", "w1,w2,w3,w4"),
            Map.entry("--pages", "both"),
            Map.entry("--api", "1.0"),
            Map.entry("--jar", "target/quarkus-app/quarkus-run.jar"),
            Map.entry("--binary", ""),
            Map.entry("--before", ""),
            Map.entry("--options", "-Xmx1g"),
            Map.entry("--documents", "0"),
            Map.entry("--soak", "0"),
            Map.entry("--figures", ""),
            Map.entry("--timing", "note"));

    private final List<String> arguments;
    private final Arguments given;

    Options(String[] args) {
        arguments = List.of(args);
        given = Arguments.of(args, DEFAULTS, "--linear", "--turns", "--table");
        if (Stream.of(isLinear(), isTurns(), isTable(), documents() > 0, soak() > 0)
                        .filter(is -> is)
                        .count()
                > 1) {
            throw new IllegalArgumentException("Expected one of --linear, --turns, --table, --documents and --soak");
        }
        if (starts() < 1 || (starts() > 1 && !isComparison())) {
            throw new IllegalArgumentException("Expected --starts 1, or more for workloads or --linear");
        }
    }

    /** How often each target is started, as no two starts of a JVM compile the same code the same way. */
    int starts() {
        return given.number("--starts");
    }

    /** Of each start. */
    int rounds() {
        return given.number("--rounds");
    }

    /** Of one measurement. */
    int seconds() {
        return given.number("--seconds");
    }

    /** Seconds that a gateway is warmed up, all loads together. */
    int warm() {
        return given.number("--warm");
    }

    List<Load> loads() {
        List<String> names =
                List.of(given.text("--workloads").toUpperCase(Locale.ROOT).split(","));
        return Load.LOADS.stream().filter(load -> names.contains(load.name())).toList();
    }

    /** Whether each gateway to be measured keeps pages. */
    List<Boolean> pages() {
        return switch (given.text("--pages")) {
            case "off" -> List.of(false);
            case "on" -> List.of(true);
            default -> List.of(false, true);
        };
    }

    /** The APIs of LINE WORKS that gateways are measured with, each with a gateway of its own. */
    List<Api> apis() {
        String version = given.text("--api");
        List<Api> apis = Stream.of(Api.values())
                .filter(api -> version.equals("both") || version.equals(api.version()))
                .toList();
        if (apis.isEmpty()) {
            throw new IllegalArgumentException("Expected --api 1.0, 2.0 or both, found " + version);
        }
        return apis;
    }

    boolean isBinary() {
        return !given.text("--binary").isEmpty();
    }

    boolean isLinear() {
        return given.is("--linear");
    }

    /** How many documents are asked in turn; 0 if that is not what is asked for. */
    int documents() {
        return given.number("--documents");
    }

    /** Seconds; 0 if that is not what is asked for. */
    int soak() {
        return given.number("--soak");
    }

    /** The page that the figures are written into, if there is one. */
    Optional<FiguresPage> figures() {
        String page = given.text("--figures");
        return page.isEmpty() ? Optional.empty() : Optional.of(new FiguresPage(Path.of(page)));
    }

    /** The command line, without the page. */
    List<String> arguments() {
        List<String> all = new ArrayList<>(arguments);
        int figures = all.indexOf("--figures");
        if (figures >= 0) {
            all.subList(figures, figures + 2).clear();
        }
        return all;
    }

    /** What is measured, as the page of figures calls it. */
    String subject() {
        if (isTable()) {
            return "JVM, ahead-of-time cache and native binary";
        }
        String which = isBinary() ? " of the native binary" : "";
        if (isLinear()) {
            return "Growth with contacts" + which;
        }
        if (isTurns()) {
            return "Turns of the event loop" + which;
        }
        if (documents() > 0) {
            return "Many documents" + which;
        }
        return (soak() > 0 ? "Memory under load" : "Time of a request") + which;
    }

    /** Whether a missed bar is a failure. */
    boolean isBarBinding() {
        return given.text("--timing").equals("bar");
    }

    /** Whether all forms of the program are compared. */
    boolean isTable() {
        return given.is("--table");
    }

    /** The jar. */
    Path jar() {
        return Path.of(given.text("--jar"));
    }

    /** The native binary, if there is one. */
    Optional<Path> binary() {
        return isBinary() ? Optional.of(Path.of(given.text("--binary"))) : Optional.empty();
    }

    /** Options of the gateway's JVM, or of the native binary. */
    List<String> ofGateway() {
        return given.list("--options");
    }

    boolean isTurns() {
        return given.is("--turns");
    }

    /** Whether the one hop is measured too. */
    boolean isComparison() {
        return !isTurns() && !isTable() && documents() == 0 && soak() == 0;
    }

    /** Whether an earlier gateway is measured too. */
    boolean isBeforeMeasured() {
        return !given.text("--before").isEmpty();
    }

    /** Whether the earlier gateway is so early that some of its settings had other names. */
    boolean hasBeforeOldKeys() throws IOException {
        Path jars = Path.of(given.text("--before")).toAbsolutePath().resolveSibling("app");
        try (DirectoryStream<Path> found = Files.newDirectoryStream(jars, "*.jar")) {
            for (Path path : found) {
                try (ZipFile jar = new ZipFile(path.toFile())) {
                    if (jar.getEntry("dev/meishi/settings/RenamedKeys.class") != null) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /** The command that starts an earlier gateway. */
    List<String> before(int port) {
        return Server.java(
                List.of(given.text("--options").split(" ")),
                "-Dquarkus.http.port=" + port,
                "-jar",
                given.text("--before"));
    }

    /** The command that starts a gateway. */
    List<String> gateway(int port) {
        List<String> options = Stream.concat(
                        Stream.of(given.text("--options").split(" ")),
                        isTurns() ? Stream.of("-Dquarkus.vertx.event-loops-pool-size=1") : Stream.empty())
                .filter(option -> !option.isEmpty())
                .toList();
        String where = "-Dquarkus.http.port=" + port;
        if (isBinary()) {
            return Stream.of(
                            List.of(Path.of(given.text("--binary"))
                                    .toAbsolutePath()
                                    .toString()),
                            options,
                            List.of(where))
                    .flatMap(List::stream)
                    .toList();
        }
        return Server.java(options, where, "-jar", given.text("--jar"));
    }
}
