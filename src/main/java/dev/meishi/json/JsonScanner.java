package dev.meishi.json;

import java.nio.ByteBuffer;

/** Goes through the objects and arrays of a body of JSON (RFC 8259) from left to right, and takes nothing else. */
class JsonScanner extends JsonTokens {

    /** As deep as Jackson goes. */
    private static final int MAX_DEPTH = 1000;

    /** Odd, and with bits of all sizes: a product depends on all of what it is of. */
    private static final long FACTOR = 0x9E3779B97F4A7C15L;

    private int depth;
    private boolean isFirst;

    JsonScanner(byte[] body) {
        super(body);
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
            at = from + members.length(found);
            isFirst = false;
        }
        return found;
    }

    /** A member's name with its colon. */
    int name(Members members, int after) {
        take('"');
        int from = at;
        int found = members.find(body, from, after);
        if (found == Members.NONE) {
            toNameEnd();
            found = members.find(text(from, at - 1).toString());
            take(':');
        } else {
            at += members.length(found);
        }
        return found;
    }

    /** A member's name, whatever it is, with its colon. */
    Text name() {
        take('"');
        int from = at;
        toNameEnd();
        Text name = text(from, at - 1);
        take(':');
        return name;
    }

    private void toNameEnd() {
        toStringEnd();
        requireText();
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

    /** Of all bytes of the value that is next, which is not passed over. */
    long fingerprint() {
        next();
        int begin = at;
        int around = depth;
        skipLeniently();
        long print = 0;
        for (int i = begin; i < at; i++) {
            print = print * FACTOR + body[i];
        }
        go(begin, around);
        return print;
    }

    /** The value that is next, as it stands and without a copy. */
    ByteBuffer raw() {
        next();
        int begin = at;
        skipLeniently();
        return ByteBuffer.wrap(body, begin, at - begin);
    }

    /** The same of a value that is not passed over. */
    ByteBuffer rawAhead() {
        next();
        int begin = at;
        int around = depth;
        ByteBuffer raw = raw();
        go(begin, around);
        return raw;
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
