package dev.meishi.docs;

import java.util.ArrayList;
import java.util.List;

/**
 * A block of code on a page: a fenced one, or an indented one, which is for a shell.
 *
 * @param language after the opening fence; {@link #SHELL} for an indented block
 * @param role the words after the language: {@code ```json variables}; empty for none
 * @param text its lines
 * @param line where it begins, from 1
 */
record CodeBlock(String language, String role, String text, int line) {

    static final String SHELL = "shell";

    private static final String FENCE = "```";

    private static final String INDENT = "    ";

    /** Whether it is part of a request or its answer, and not quoted from a file or the configuration of a tool. */
    boolean isOfAnExample() {
        return !role.startsWith("from=") && !role.equals("configuration");
    }

    /** All blocks of a page, in its order. */
    static List<CodeBlock> of(String page) {
        List<String> lines = page.lines().toList();
        List<CodeBlock> blocks = new ArrayList<>();
        int i = 0;
        while (i < lines.size()) {
            boolean isFence = lines.get(i).startsWith(FENCE);
            if (!isFence
                    && !(lines.get(i).startsWith(INDENT)
                            && (i == 0 || lines.get(i - 1).isBlank()))) {
                i++;
                continue;
            }
            int from = isFence ? i + 1 : i;
            int end = from;
            while (end < lines.size() && (isFence ? !lines.get(end).equals(FENCE) : isIndented(lines, end))) {
                end++;
            }
            if (isFence && end == lines.size()) {
                throw new IllegalArgumentException("The fence in line " + (i + 1) + " stays open.");
            }
            List<String> inside = lines.subList(from, end);
            blocks.add(isFence ? fenced(lines.get(i), inside, i + 1) : indented(inside, i + 1));
            i = end + (isFence ? 1 : 0);
        }
        return blocks;
    }

    /** Blank lines belong to the block if it goes on after them. */
    private static boolean isIndented(List<String> lines, int line) {
        int next = line;
        while (next < lines.size() && lines.get(next).isBlank()) {
            next++;
        }
        return next < lines.size() && lines.get(next).startsWith(INDENT);
    }

    private static CodeBlock fenced(String opening, List<String> inside, int line) {
        String[] words = opening.substring(FENCE.length()).split(" ", 2);
        return new CodeBlock(words[0], words.length > 1 ? words[1] : "", String.join("\n", inside), line);
    }

    private static CodeBlock indented(List<String> inside, int line) {
        List<String> text = inside.stream()
                .map(code -> code.isBlank() ? "" : code.substring(INDENT.length()))
                .toList();
        return new CodeBlock(SHELL, "", String.join("\n", text), line);
    }
}
