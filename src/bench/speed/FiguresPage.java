package speed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** The page with the figures that were measured last: a section for each kind of run, with its date, command and machine. */
final class FiguresPage {

    private final Path file;

    FiguresPage(Path file) {
        this.file = file;
    }

    /**
     * Puts a section in the place of the one with this heading, or at the end.
     *
     * @param heading of the section
     * @param arguments of the command that measured it
     * @param figures in Markdown
     */
    void write(String heading, List<String> arguments, String figures) throws IOException {
        String page = Files.readString(file);
        String title = "\n## " + heading + "\n";
        int begin = page.indexOf(title);
        int end = begin < 0 ? page.length() : page.indexOf("\n## ", begin + 1);
        String before = begin < 0 ? page : page.substring(0, begin);
        String after = end < 0 || begin < 0 ? "" : page.substring(end);
        Files.writeString(file, before + title + section(arguments, figures) + after);
    }

    private static String section(List<String> arguments, String figures) throws IOException {
        return "\nMeasured on " + LocalDate.now(ZoneOffset.UTC) + " by `"
                + ("src/bench/speed/run " + String.join(" ", arguments)).strip() + "`: Java "
                + Runtime.version().feature() + ", " + Runtime.getRuntime().availableProcessors() + " processors, "
                + processor() + ".\n\n" + figures + "\n";
    }

    /** What was printed, as Markdown leaves it. */
    static String asPrinted(String printed) {
        return "```text\n" + printed.strip().replaceAll("[ \t]+(?=\n|$)", "") + "\n```";
    }

    private static String processor() throws IOException {
        Path cpus = Path.of("/proc/cpuinfo");
        if (!Files.isReadable(cpus)) {
            return System.getProperty("os.arch");
        }
        return Files.readAllLines(cpus).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse(System.getProperty("os.arch"));
    }
}
