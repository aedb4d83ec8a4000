package dev.meishi.json;

import org.jspecify.annotations.Nullable;

/** Reads scalars as tolerantly as {@link JsonReader} says: what is asked for decides, not how the value is spelt. */
final class JsonScalars {

    private final JsonScanner scanner;

    JsonScalars(JsonScanner scanner) {
        this.scanner = scanner;
    }

    @Nullable
    Text text() {
        byte next = scanner.next();
        if (next == '"') {
            return scanner.string();
        }
        if (next == 'n' && scanner.takesNull()) {
            return null;
        }
        return scalar(next);
    }

    private Text scalar(byte next) {
        return switch (next) {
            case 't' -> scanner.word("true");
            case 'f' -> scanner.word("false");
            case 'n' -> scanner.word("null");
            default -> scanner.number();
        };
    }

    @Nullable
    Boolean bool() {
        byte next = scanner.next();
        if (next == 't' && scanner.takesTrue()) {
            return true;
        }
        if (next == 'f' && scanner.takesFalse()) {
            return false;
        }
        if (next == '"') {
            return bool(scanner.string().toString().trim());
        }
        if (next == 'n' && scanner.takesNull()) {
            return null;
        }
        if (next == 't' || next == 'f' || next == 'n') {
            scalar(next);
        }
        return !isZero(scanner.number().toString());
    }

    boolean isTrue() {
        byte next = scanner.next();
        if (next == 't' && scanner.takesTrue()) {
            return true;
        }
        if (next == 'f' && scanner.takesFalse()) {
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
            default -> throw scanner.unexpected("true or false");
        };
    }

    private boolean isZero(String number) {
        if (isFraction(number)) {
            throw scanner.unexpected("true or false");
        }
        return number.equals("0") || number.equals("-0");
    }

    private static boolean isFraction(String number) {
        return number.contains(".") || number.contains("e") || number.contains("E");
    }

    @Nullable
    Integer integer() {
        byte next = scanner.next();
        if (next == 't' || next == 'f') {
            throw scanner.unexpected("a number");
        }
        if (scanner.takesNothing()) {
            return null;
        }
        try {
            if (next != '"') {
                return whole(scanner.number().toString());
            }
            String text = scanner.string().toString().trim();
            return text.equals("null") ? null : Integer.valueOf(text);
        } catch (NumberFormatException notANumber) {
            throw scanner.unexpected("a number of 32 bits");
        }
    }

    private int whole(String number) {
        if (!isFraction(number)) {
            return Integer.parseInt(number);
        }
        double value = Double.parseDouble(number);
        if (value < Integer.MIN_VALUE || value > Integer.MAX_VALUE) {
            throw scanner.unexpected("a number of 32 bits");
        }
        return (int) value;
    }
}
