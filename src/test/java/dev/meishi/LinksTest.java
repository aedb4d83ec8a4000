package dev.meishi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every relative link of the README and the pages under src/docs leads somewhere, and every page is linked to. */
class LinksTest {

    private static final Pattern FENCED = Pattern.compile("^```.*?^```$", Pattern.MULTILINE | Pattern.DOTALL);

    private static final Pattern INDENTED = Pattern.compile("^    .*$", Pattern.MULTILINE);

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]*)\\)");

    private static final Pattern HEADING = Pattern.compile("^#{1,6} (.+)$", Pattern.MULTILINE);

    private static final Pattern ELSEWHERE = Pattern.compile("https?://[^/]+.*");

    @Test
    void everyLinkAndAnchorLeadsSomewhere() throws IOException {
        List<String> broken = new ArrayList<>();
        int checked = 0;
        for (Path page : Docs.pages()) {
            for (String link : links(Docs.read(page))) {
                checked++;
                if (!isFound(page, link)) {
                    broken.add(page + ": " + link);
                }
            }
        }

        assertThat(broken).isEmpty();
        assertThat(checked).isGreaterThan(50);
    }

    @Test
    void everyPageIsReachedFromTheReadme() throws IOException {
        Set<Path> reached = new HashSet<>();
        reach(Docs.README, reached);

        assertThat(Docs.pages()).isSubsetOf(reached);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "src/docs/no-such-page.md",
                "src/docs/paging.md#no-such-heading",
                "#no-such-heading",
                "/src/docs/paging.md",
                "../README.md",
                "src/docs",
                "ftp://example.com/",
                ""
            })
    void aLinkToNothingIsFoundOut(String link) throws IOException {
        assertThat(isFound(Docs.README, link)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "src/docs/paging.md",
                "src/docs/paging.md#cached-pages",
                "#try-it",
                "LICENSE",
                "https://relay.dev/graphql/connections.htm"
            })
    void aLinkToSomethingPasses(String link) throws IOException {
        assertThat(isFound(Docs.README, link)).isTrue();
    }

    @Test
    void headingsHaveTheAnchorsThatGithubGivesThem() {
        assertThat(anchors("# Start-up and memory\n\n## `a_b`, \"C\": [d](e)\n\n## Again\n\n## Again\n"))
                .containsExactlyInAnyOrder("start-up-and-memory", "a_b-c-d", "again", "again-1");
    }

    @Test
    void codeHasNoLinks() {
        assertThat(links("[a](b)\n\n```json\n[c](d)\n```\n\n    [e](f)\n")).containsExactly("b");
    }

    private static void reach(Path page, Set<Path> reached) throws IOException {
        if (!reached.add(page)) {
            return;
        }
        for (String link : links(Docs.read(page))) {
            Path target = target(page, link);
            if (link.contains(".md") && !ELSEWHERE.matcher(link).matches() && Files.isRegularFile(target)) {
                reach(target, reached);
            }
        }
    }

    private static List<String> links(String text) {
        return LINK.matcher(withoutCode(text))
                .results()
                .map(link -> link.group(1))
                .toList();
    }

    private static String withoutCode(String text) {
        return INDENTED.matcher(FENCED.matcher(text).replaceAll("")).replaceAll("");
    }

    private static Path target(Path page, String link) {
        String file = link.replaceFirst("#.*", "");
        return file.isEmpty() ? page : page.resolveSibling(file).normalize();
    }

    /** Relative, within the repository, to a file that is there, and to a heading of it where it names one. */
    private static boolean isFound(Path page, String link) throws IOException {
        if (ELSEWHERE.matcher(link).matches()) {
            return true;
        }
        Path target = target(page, link);
        if (link.isEmpty() || target.isAbsolute() || target.startsWith("..") || !Files.isRegularFile(target)) {
            return false;
        }
        int anchor = link.indexOf('#');
        return anchor < 0 || anchors(Docs.read(target)).contains(link.substring(anchor + 1));
    }

    private static Set<String> anchors(String text) {
        Set<String> anchors = new HashSet<>();
        for (MatchResult heading : HEADING.matcher(withoutCode(text)).results().toList()) {
            String anchor = heading.group(1)
                    .replaceAll("\\]\\([^)]*\\)", "")
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[^\\p{L}\\p{N} _-]", "")
                    .replace(' ', '-');
            String unique = anchor;
            for (int i = 1; !anchors.add(unique); i++) {
                unique = anchor + "-" + i;
            }
        }
        return anchors;
    }
}
