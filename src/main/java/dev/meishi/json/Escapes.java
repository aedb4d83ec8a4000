package dev.meishi.json;

/** What stands in a JSON string for a character that cannot stand there itself (RFC 8259, section 7). */
final class Escapes {

    /** {@code \}{@code u} and four digits. */
    static final int HEX_LENGTH = 6;

    private static final int HEX_DIGITS = 4;

    private static final String MEANT = "\b\t\n\f\r\"\\/";
    private static final String WRITTEN = "btnfr\"\\/";

    private Escapes() {}

    /** The characters with escapes where there must be one; of several ones, the shortest. */
    static String escaped(String characters) {
        for (int i = 0; i < characters.length(); i++) {
            if (isUnfit(characters.charAt(i))) {
                return escapedFrom(i, characters);
            }
        }
        return characters;
    }

    private static boolean isUnfit(char c) {
        return c < ' ' || c == '"' || c == '\\';
    }

    private static String escapedFrom(int first, String characters) {
        StringBuilder content = new StringBuilder(characters.length() + HEX_LENGTH).append(characters, 0, first);
        for (int i = first; i < characters.length(); i++) {
            char c = characters.charAt(i);
            if (!isUnfit(c)) {
                content.append(c);
            } else if (MEANT.indexOf(c) >= 0) {
                content.append('\\').append(WRITTEN.charAt(MEANT.indexOf(c)));
            } else {
                content.append("\\u00").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 0xf, 16));
            }
        }
        return content.toString();
    }

    /** The characters meant by valid content of a JSON string. */
    static String unescaped(String content) {
        StringBuilder characters = new StringBuilder(content.length());
        int i = 0;
        while (i < content.length()) {
            char c = content.charAt(i++);
            if (c != '\\') {
                characters.append(c);
                continue;
            }
            char written = content.charAt(i++);
            if (written == 'u') {
                characters.append((char) Integer.parseInt(content, i, i + HEX_DIGITS, 16));
                i += HEX_DIGITS;
            } else {
                characters.append(MEANT.charAt(WRITTEN.indexOf(written)));
            }
        }
        return characters.toString();
    }

    /** Whether this may follow a backslash in front of nothing else. */
    static boolean isLetter(byte written) {
        return switch (written) {
            case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> true;
            default -> false;
        };
    }

    /** The code unit of {@code \}{@code uXXXX} at a place; negative if there is none. */
    static int codeUnit(byte[] body, int at) {
        if (body.length - at < HEX_LENGTH || body[at] != '\\' || body[at + 1] != 'u') {
            return -1;
        }
        int unit = 0;
        for (int i = at + 2; i < at + HEX_LENGTH; i++) {
            int digit = body[i] < 0 ? -1 : Character.digit(body[i], 16);
            unit = digit < 0 || unit < 0 ? -1 : unit << 4 | digit;
        }
        return unit;
    }
}
