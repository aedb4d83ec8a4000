package dev.meishi.json;

import java.nio.ByteBuffer;

/** Goes through a body of JSON (RFC 8259) from left to right, and takes nothing else. */
final class JsonScanner {

    /** As deep as Jackson goes. */
    private static final int MAX_DEPTH = 1000;

    /** The words of JSON, the one of five letters without its first. */
    private static final int TRUE = 't' | 'r' << 8 | 'u' << 16 | 'e' << 24;

    private static final int ALSE = 'a' | 'l' << 8 | 's' << 16 | 'e' << 24;
    private static final int NULL = 'n' | 'u' << 8 | 'l' << 16 | 'l' << 24;

    /** Odd, and with bits of all sizes: a product depends on all of what it is of. */
    private static final long FACTOR = 0x9E3779B97F4A7C15L;

    private final byte[] body;
    private int at;
    private int depth;
    private boolean isFirst;
    private boolean hasEscapes;
    private boolean hasHalves;
    private boolean isLenient;

    JsonScanner(byte[] body) {
        this.body = body;
        boolean hasMark =
                body.length >= 3 && body[0] == (byte) 0xef && body[1] == (byte) 0xbb && body[2] == (byte) 0xbf;
        this.at = hasMark ? 3 : 0;
    }

    UnexpectedJson unexpected(String expected) {
        return new UnexpectedJson(expected, at);
    }

    /** The first byte of what comes next, after all whitespace. */
    byte next() {
        skipWhitespace();
        if (at == body.length) {
            throw unexpected("more");
        }
        return body[at];
    }

    private void skipWhitespace() {
        while (at < body.length && body[at] <= ' ' && isWhitespace(body[at])) {
            at++;
        }
    }

    private static boolean isWhitespace(byte b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }

    void end() {
        skipWhitespace();
        if (at < body.length) {
            throw unexpected("the end");
        }
    }

    /** What was passed over since, without a copy. */
    ByteBuffer since(int begin) {
        return ByteBuffer.wrap(body, begin, at - begin);
    }

    /** Enters an object or an array, at whose opening bracket it is. */
    void enter() {
        at++;
        isFirst = true;
        if (++depth > MAX_DEPTH) {
            throw unexpected("less depth");
        }
    }

    /** Whether the object or array entered goes on; if not, it is left. */
    boolean hasMore(char closing) {
        byte next = next();
        boolean wasFirst = isFirst;
        isFirst = false;
        if (next == closing) {
            at++;
            depth--;
            return false;
        }
        if (!wasFirst) {
            take(',');
        }
        return true;
    }

    private void take(char expected) {
        if (next() != expected) {
            throw unexpected(expected == ':' ? "a colon" : expected == ',' ? "a comma" : "a quote");
        }
        at++;
    }

    /**
     * The next member's name with its colon, if it is one of interest and stands without blanks, as it does nearly always;
     * otherwise nothing is taken.
     */
    int plainName(Members members, int after) {
        int from = at + (isFirst ? 1 : 2);
        if (from >= body.length || body[from - 1] != '"' || !(isFirst || body[at] == ',')) {
            return Members.NONE;
        }
        int found = members.find(body, from, after);
        if (found != Members.NONE) {
            int end = from + members.length(found);
            if (end < body.length && body[end] == ':') {
                at = end + 1;
                isFirst = false;
                return found;
            }
        }
        return Members.NONE;
    }

    /** A member's name with its colon. */
    int name(Members members, int after) {
        take('"');
        int from = at;
        int found = members.find(body, from, after);
        if (found == Members.NONE) {
            toNameEnd();
            found = members.find(text(from, at - 1).toString());
        } else {
            at += members.length(found);
        }
        take(':');
        return found;
    }

    private void toNameEnd() {
        toStringEnd();
        if (hasHalves && !isLenient) {
            throw unexpected("whole surrogate pairs");
        }
    }

    /** The string at whose opening quote it is. */
    Text string() {
        int from = at + 1;
        int end = Utf8.plainEnd(body, from);
        if (end < body.length && body[end] == '"') {
            at = end + 1;
            return new Text(body, from, end, false);
        }
        at = end;
        toStringEnd();
        return text(from, at - 1);
    }

    private Text text(int from, int to) {
        Text text = new Text(body, from, to, hasEscapes);
        return hasHalves ? Text.of(text.toString()) : text;
    }

    private void toStringEnd() {
        hasEscapes = false;
        hasHalves = false;
        while (true) {
            at = Utf8.plainEnd(body, at);
            byte stop = at == body.length ? 0 : body[at];
            if (stop == '"') {
                at++;
                return;
            }
            if (stop < 0) {
                beyondAscii();
            } else if (stop == '\\') {
                escape();
            } else {
                throw unexpected("a string that ends");
            }
        }
    }

    private void beyondAscii() {
        int end = Utf8.beyondAsciiEnd(body, at);
        if (end < 0 && !isLenient) {
            throw unexpected("UTF-8");
        }
        at = end < 0 ? at + 1 : end;
    }

    private void escape() {
        hasEscapes = true;
        if (at + 1 < body.length && Escapes.isLetter(body[at + 1])) {
            at += 2;
            return;
        }
        int unit = Escapes.codeUnit(body, at);
        if (unit < 0) {
            throw unexpected("an escape");
        }
        at += Escapes.HEX_LENGTH;
        if (Character.isSurrogate((char) unit)) {
            int low = Escapes.codeUnit(body, at);
            boolean isPair = low >= 0 && Character.isSurrogatePair((char) unit, (char) low);
            hasHalves |= !isPair;
            at += isPair ? Escapes.HEX_LENGTH : 0;
        }
    }

    /** Takes null, or a text of nothing but blanks, if that is what comes next. */
    boolean takesNothing() {
        byte next = next();
        if (next == 'n') {
            word("null");
            return true;
        }
        int from = at;
        if (next == '"' && string().toString().trim().isEmpty()) {
            return true;
        }
        at = from;
        return false;
    }

    /** The number that begins here, as it is written. */
    Text number() {
        int from = at;
        at += body[at] == '-' ? 1 : 0;
        if (at < body.length && body[at] == '0') {
            at++;
        } else {
            digits();
        }
        if (at < body.length && body[at] == '.') {
            at++;
            digits();
        }
        if (at < body.length && (body[at] | 0x20) == 'e') {
            at++;
            at += at < body.length && (body[at] == '+' || body[at] == '-') ? 1 : 0;
            digits();
        }
        return new Text(body, from, at, false);
    }

    private void digits() {
        int from = at;
        while (at < body.length && body[at] >= '0' && body[at] <= '9') {
            at++;
        }
        if (at == from) {
            throw unexpected("a digit");
        }
    }

    boolean takesTrue() {
        return takes(at, TRUE);
    }

    boolean takesFalse() {
        return takes(at + 1, ALSE);
    }

    boolean takesNull() {
        return takes(at, NULL);
    }

    private boolean takes(int from, int fourBytes) {
        boolean isThere = Utf8.isAt(body, from, fourBytes);
        if (isThere) {
            at = from + Integer.BYTES;
        }
        return isThere;
    }

    /** One of the three words of JSON, which begins here. */
    Text word(String word) {
        int from = at;
        for (int i = 0; i < word.length(); i++) {
            if (at == body.length || body[at] != word.charAt(i)) {
                throw unexpected(word);
            }
            at++;
        }
        return new Text(body, from, at, false);
    }

    /** Where a value begins. */
    int at() {
        return at;
    }

    /** How many objects and arrays it is in. */
    int depth() {
        return depth;
    }

    /** Goes to where a value begins or ends. */
    void go(int to, int toDepth) {
        at = to;
        depth = toDepth;
        isFirst = false;
    }

    /** Of all bytes since a place. */
    long fingerprint(int from) {
        long print = 0;
        for (int i = from; i < at; i++) {
            print = print * FACTOR + body[i];
        }
        return print;
    }

    /** Passes over a value whose texts need not be texts, as long as it is clear where they end. */
    void skipLeniently() {
        isLenient = true;
        try {
            skip();
        } finally {
            isLenient = false;
        }
    }

    /** Passes over a value of any kind. */
    void skip() {
        switch (next()) {
            case '"' -> {
                at++;
                toStringEnd();
            }
            case '{' -> {
                enter();
                while (hasMore('}')) {
                    take('"');
                    toNameEnd();
                    take(':');
                    skip();
                }
            }
            case '[' -> {
                enter();
                while (hasMore(']')) {
                    skip();
                }
            }
            case 't' -> word("true");
            case 'f' -> word("false");
            case 'n' -> word("null");
            default -> number();
        }
    }
}
