package dev.meishi.graphql;

import java.util.List;

/**
 * How many tokens and operations a text has and how deep its brackets go, by the lexical grammar of GraphQL
 * (specification, section 2.1). It costs a fraction of parsing, so that a flood of tokens never reaches the parser. A
 * text that is no GraphQL is counted somehow; the parser says what is wrong with it.
 *
 * @param tokens names, numbers, strings and punctuators
 * @param operations definitions that begin with their kind or with a brace
 * @param nesting most brackets of any kind open at once
 * @param longestNumber characters of the longest number
 * @param longestName characters of the longest name
 */
record DocumentScan(int tokens, int operations, int nesting, int longestNumber, int longestName) {

    private static final String BLOCK_QUOTE = "\"\"\"";

    private static final char MARK = '\uFEFF';

    private static final List<String> KINDS = List.of("query", "mutation", "subscription");

    static DocumentScan of(String text) {
        int tokens = 0;
        int operations = 0;
        boolean isBetween = true;
        int open = 0;
        int nesting = 0;
        int longestNumber = 0;
        int longestName = 0;
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '#') {
                at = endOfLine(text, at);
                continue;
            }
            if (isIgnored(c)) {
                at++;
                continue;
            }
            tokens++;
            int end = endOfToken(text, at, c);
            if (isBetween && c != '"') {
                operations += isOperation(text, at, end) ? 1 : 0;
                isBetween = false;
            }
            if (c == '{' || c == '(' || c == '[') {
                nesting = Math.max(nesting, ++open);
            } else if (c == '}' || c == ')' || c == ']') {
                open--;
                isBetween |= c == '}' && open <= 0;
            }
            if (isOfNumber(c)) {
                longestNumber = Math.max(longestNumber, end - at);
            } else if (isOfWord(c)) {
                longestName = Math.max(longestName, end - at);
            }
            at = end;
        }
        return new DocumentScan(tokens, operations, nesting, longestNumber, longestName);
    }

    /**
     * The same text with a blank for each byte order mark that is ignored, as those in strings are not. The parser's lexer
     * takes a hundred times as long for such a mark as for any other character.
     */
    static String withoutMarks(String text) {
        if (text.indexOf(MARK) < 0) {
            return text;
        }
        char[] blank = text.toCharArray();
        int at = 0;
        while (at < blank.length) {
            if (blank[at] == MARK) {
                blank[at++] = ' ';
            } else if (blank[at] == '#') {
                at = endOfLine(text, at);
            } else {
                at = isIgnored(blank[at]) ? at + 1 : endOfToken(text, at, blank[at]);
            }
        }
        return new String(blank);
    }

    /** Whether the token with which a definition begins makes it an operation. */
    private static boolean isOperation(String text, int start, int end) {
        if (text.charAt(start) == '{') {
            return true;
        }
        for (String kind : KINDS) {
            if (end - start == kind.length() && text.startsWith(kind, start)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isIgnored(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == ',' || c == MARK;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isOfNumber(char first) {
        return first == '-' || isDigit(first);
    }

    private static boolean isOfWord(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c) || c == '_';
    }

    private static int endOfToken(String text, int start, char first) {
        if (text.startsWith(BLOCK_QUOTE, start)) {
            return endOfBlockString(text, start + BLOCK_QUOTE.length());
        }
        if (first == '"') {
            return endOfString(text, start + 1);
        }
        if (text.startsWith("...", start)) {
            return start + 3;
        }
        if (first == '-' || isOfWord(first)) {
            return endOfWord(text, start + 1, isOfNumber(first));
        }
        return start + 1;
    }

    private static int endOfWord(String text, int from, boolean isNumber) {
        int at = from;
        while (at < text.length() && isPartOfWord(text, at, isNumber)) {
            at++;
        }
        return at;
    }

    private static boolean isPartOfWord(String text, int at, boolean isNumber) {
        char c = text.charAt(at);
        char before = text.charAt(at - 1);
        boolean isSign = (c == '+' || c == '-') && (before == 'e' || before == 'E');
        return isOfWord(c) || (isNumber && (c == '.' || isSign));
    }

    private static int endOfString(String text, int from) {
        int at = from;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"' || c == '\n' || c == '\r') {
                return at + 1;
            }
            at += c == '\\' ? 2 : 1;
        }
        return at;
    }

    /** An escaped end is one all the same if no other follows: the parser's lexer takes it so, and reads on behind it. */
    private static int endOfBlockString(String text, int from) {
        int escaped = -1;
        int at = text.indexOf(BLOCK_QUOTE, from);
        while (at > 0 && text.charAt(at - 1) == '\\') {
            escaped = at;
            at = text.indexOf(BLOCK_QUOTE, at + BLOCK_QUOTE.length());
        }
        int end = at < 0 ? escaped : at;
        return end < 0 ? text.length() : end + BLOCK_QUOTE.length();
    }

    private static int endOfLine(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
            at++;
        }
        return at;
    }
}
