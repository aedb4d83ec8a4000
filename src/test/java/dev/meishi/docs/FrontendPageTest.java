package dev.meishi.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meishi.Docs;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The page for frontends answers each of its questions on one screen, with an example, and is found from the README. */
class FrontendPageTest {

    /** Lines of a screen. */
    private static final int SCREEN = 45;

    private static final Pattern CONTENTS = Pattern.compile("\\]\\(#([a-z-]+)\\)");

    private static final Pattern FROM_README = Pattern.compile("\\]\\(src/docs/frontend\\.md#([a-z-]+)\\)");

    private static String page;

    @BeforeAll
    static void read() throws IOException {
        page = Docs.page("frontend.md");
    }

    @Test
    void itsContentsAreItsTenQuestions() {
        List<String> headings =
                sections().stream().map(FrontendPageTest::anchor).skip(1).toList();

        assertThat(headings).hasSize(10);
        assertThat(anchors(CONTENTS, page.substring(0, page.indexOf("\n## ")))).isEqualTo(headings);
    }

    @Test
    void theReadmeLeadsToEachOfThem() throws IOException {
        assertThat(anchors(FROM_README, Docs.read(Docs.README)))
                .containsAll(anchors(CONTENTS, page.substring(0, page.indexOf("\n## "))));
    }

    @Test
    void eachAnswerIsOnOneScreenWithAnExample() {
        assertThat(sections()).allSatisfy(section -> {
            assertThat(section.lines()).as(anchor(section)).hasSizeLessThanOrEqualTo(SCREEN);
            assertThat(CodeBlock.of(section)).as(anchor(section)).isNotEmpty();
        });
    }

    private static List<String> sections() {
        List<String> parts = new ArrayList<>(Arrays.asList(page.split("\n## ")));
        return parts.subList(1, parts.size());
    }

    private static String anchor(String section) {
        return section.lines()
                .findFirst()
                .orElseThrow()
                .toLowerCase(Locale.ROOT)
                .replace(' ', '-');
    }

    private static List<String> anchors(Pattern link, String text) {
        return link.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
