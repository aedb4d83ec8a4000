package dev.meishi.json;

/** The strings, numbers and words of a body of JSON (RFC 8259), read from left to right. */
class JsonTokens {

    /** The words of JSON, the one of five letters without its first. */
    private static final int TRUE = 't' | 'r' << 8 | 'u' << 16 | 'e' << 24;

    private static final int ALSE = 'a' | 'l' << 8 | 's' << 16 | 'e' << 24;
    private static final int NULL = 'n' | 'u' << 8 | 'l' << 16 | 'l' << 24;

    final byte[] body;
    int at;

    /** Whether texts need not be texts, as long as it is clear where they end. */
    boolean isLenient;

    /** Of the string read last. */
    private boolean hasEscapes;

    private boolean hasHalves;

    JsonTokens(byte[] body) {
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
        if (at < body.length && body[at] > ' ') {
            return body[at];
        }
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

    final Text text(int from, int to) {
        Text text = new Text(body, from, to, hasEscapes);
        return hasHalves ? Text.of(text.toString()) : text;
    }

    final void toStringEnd() {
        hasEscapes = false;
        hasHalves = false;
        while (true) {
            byte stop = at == body.length ? 0 : body[at];
            if (stop == '"') {
                at++;
                return;
            }
            if (stop < 0) {
                beyondAscii();
            } else if (stop == '\\') {
                escape();
            } else if (stop >= ' ') {
                at = Utf8.plainEnd(body, at);
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

    final void requireText() {
        if (hasHalves && !isLenient) {
            throw unexpected("whole surrogate pairs");
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
}
