package dev.meishi.json;

import org.jspecify.annotations.Nullable;

/** Reads scalars as tolerantly as {@link JsonReader} says: what is asked for decides, not how the value is spelt. */
final class JsonScalars extends JsonScanner {

    JsonScalars(byte[] body) {
        super(body);
    }

    @Nullable
    Text text() {
        byte next = next();
        if (next == '"') {
            return string();
        }
        if (next == 'n' && takesNull()) {
            return null;
        }
        return scalar(next);
    }

    private Text scalar(byte next) {
        return switch (next) {
            case 't' -> word("true");
            case 'f' -> word("false");
            case 'n' -> word("null");
            default -> number();
        };
    }

    @Nullable
    Boolean bool() {
        byte next = next();
        if (next == 't' && takesTrue()) {
            return true;
        }
        if (next == 'f' && takesFalse()) {
            return false;
        }
        if (next == '"') {
            return bool(string().toString().trim());
        }
        if (next == 'n' && takesNull()) {
            return null;
        }
        if (next == 't' || next == 'f' || next == 'n') {
            scalar(next);
        }
        return !isZero(number().toString());
    }

    boolean isTrue() {
        byte next = next();
        if (next == 't' && takesTrue()) {
            return true;
        }
        if (next == 'f' && takesFalse()) {
            return false;
        }
        Boolean read = bool();
        return read != null && read;
    }

    private @Nullable Boolean bool(String text) {
        return switch (text) {
            case "true", "True", "TRUE" -> true;
            case "false", "False", "FALSE" -> false;
            case "", "null" -> null;
            default -> throw unexpected("true or false");
        };
    }

    private boolean isZero(String number) {
        if (isFraction(number)) {
            throw unexpected("true or false");
        }
        return number.equals("0") || number.equals("-0");
    }

    private static boolean isFraction(String number) {
        return number.contains(".") || number.contains("e") || number.contains("E");
    }

    @Nullable
    Integer integer() {
        byte next = next();
        if (next == 't' || next == 'f') {
            throw unexpected("a number");
        }
        if (takesNothing()) {
            return null;
        }
        try {
            if (next != '"') {
                return whole(number().toString());
            }
            String text = string().toString().trim();
            return text.equals("null") ? null : Integer.valueOf(text);
        } catch (NumberFormatException notANumber) {
            throw unexpected("a number of 32 bits");
        }
    }

    private int whole(String number) {
        if (!isFraction(number)) {
            return Integer.parseInt(number);
        }
        double value = Double.parseDouble(number);
        if (value < Integer.MIN_VALUE || value > Integer.MAX_VALUE) {
            throw unexpected("a number of 32 bits");
        }
        return (int) value;
    }
}
