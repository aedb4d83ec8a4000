package dev.meishi.graphql;

import graphql.language.SourceLocation;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.exceptions.InvalidUnicodeSyntaxException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a document that is no GraphQL has at the place where it stops making sense, without the parser's own words. */
final class SyntaxErrors {

    private static final Pattern UNREADABLE =
            Pattern.compile("token recognition error at: '(.*)'' at line \\d+ column \\d+$", Pattern.DOTALL);

    /** An escape that there is not; a line's end in a string is written as an escape that there is. */
    private static final Pattern NO_ESCAPE = Pattern.compile("\\\\([^\"\\\\/bfnrtu]|u[0-9a-fA-F]{0,3}[^0-9a-fA-F]?)$");

    private static final String END = "<EOF>";

    private static final SourceLocation BEGIN = new SourceLocation(1, 1);

    private SyntaxErrors() {}

    /** A message for what the parser found. */
    static String message(InvalidSyntaxException thrown) {
        String text = String.valueOf(thrown.getMessage());
        if (thrown instanceof InvalidUnicodeSyntaxException) {
            return text;
        }
        SourceLocation place = thrown.getLocation();
        String where = place == null ? "" : " at line " + place.getLine() + ", column " + place.getColumn();
        Matcher unreadable = UNREADABLE.matcher(text);
        if (END.equals(thrown.getOffendingToken()) && place != null && place.equals(BEGIN)) {
            return "The document is empty.";
        }
        String what = unreadable.find() ? unreadable(unreadable.group(1)) : unexpected(thrown.getOffendingToken());
        return "The document is not GraphQL" + where + ": " + what + ".";
    }

    private static String unexpected(@Nullable String token) {
        if (token == null) {
            return "this is not expected here";
        }
        return token.equals(END)
                ? "it ends where more is expected: a selection such as { tags { id } }, or a closing bracket"
                : named(token) + " is not expected here";
    }

    private static String unreadable(String piece) {
        char first = piece.isEmpty() ? ' ' : piece.charAt(0);
        if (first == '"') {
            return NO_ESCAPE.matcher(piece).find()
                    ? "the string has an escape sequence that GraphQL does not know"
                    : "the string that begins here is not closed"
                            + (piece.startsWith("\"\"\"")
                                    ? ""
                                    : "; a string of several lines needs \"\"\" before and after it");
        }
        if (first == '“' || first == '”' || first == '„' || first == '\'' || first == '‘' || first == '’') {
            return "strings need straight double quotes (\")";
        }
        if (first == '-' || Character.isDigit(first)) {
            return named(piece) + " is not a number";
        }
        return "GraphQL allows this character in strings only: " + piece;
    }

    /** In quotes that differ from those in the text. */
    private static String named(String token) {
        return token.indexOf('\'') < 0 ? "'" + token + "'" : token;
    }
}
