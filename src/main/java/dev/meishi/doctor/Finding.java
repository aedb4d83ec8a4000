package dev.meishi.doctor;

/**
 * Something that the reader of a report should know.
 *
 * @param isProblem whether the gateway does not work as configured because of it
 * @param text a sentence or two
 */
record Finding(boolean isProblem, String text) {

    static Finding problem(String text) {
        return new Finding(true, text);
    }

    static Finding note(String text) {
        return new Finding(false, text);
    }
}
