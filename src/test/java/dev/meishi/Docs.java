package dev.meishi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What is written for people: the README and the pages under {@code src/docs}. */
public final class Docs {

    /** The first page. */
    public static final Path README = Path.of("README.md");

    private static final Path PAGES = Path.of("src", "docs");

    private Docs() {}

    /**
     * Where the pages are.
     *
     * @return the README first
     * @throws IOException if they cannot be listed
     */
    public static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(README));
        try (Stream<Path> files = Files.walk(PAGES)) {
            files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
        }
        return pages;
    }

    /**
     * One page under {@code src/docs}.
     *
     * @param name of its file
     * @return its text
     * @throws IOException if it cannot be read
     */
    public static String page(String name) throws IOException {
        return read(PAGES.resolve(name));
    }

    /**
     * One page.
     *
     * @param page its file
     * @return its text
     * @throws IOException if it cannot be read
     */
    public static String read(Path page) throws IOException {
        return Files.readString(page);
    }

    /**
     * All pages, one after the other.
     *
     * @return their text
     * @throws IOException if one cannot be read
     */
    public static String all() throws IOException {
        StringBuilder all = new StringBuilder();
        for (Path page : pages()) {
            all.append(read(page)).append('\n');
        }
        return all.toString();
    }
}
