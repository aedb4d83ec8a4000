package dev.meishi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the pages on clients quote of a file ({@code ```ts from=…}) stands in it, apart from white space. */
class ClientPagesTest {

    private static final Pattern QUOTED =
            Pattern.compile("^```\\w+ from=(\\S+)\\R(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    private static final int SCREEN = 70;

    @Test
    void whatIsQuotedStandsInItsFile() throws IOException {
        List<String> quoted = new ArrayList<>();
        for (Path page : pages()) {
            for (MatchResult quote : QUOTED.matcher(Docs.read(page)).results().toList()) {
                quoted.add(quote.group(1));
                assertThat(collapsed(Files.readString(Path.of(quote.group(1)))))
                        .as("%s quotes %s", page, quote.group(1))
                        .contains(collapsed(quote.group(2)));
            }
        }
        assertThat(quoted).hasSizeGreaterThan(3);
    }

    @Test
    void aPageIsShort() throws IOException {
        for (Path page : pages()) {
            assertThat(Docs.read(page).lines()).as(page.toString()).hasSizeLessThan(SCREEN);
        }
    }

    private static List<Path> pages() throws IOException {
        List<Path> pages = Docs.pages().stream()
                .filter(page -> page.startsWith("src/docs/clients"))
                .toList();
        assertThat(pages).hasSizeGreaterThan(5);
        return pages;
    }

    private static String collapsed(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
