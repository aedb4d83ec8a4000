package dev.meishi.graphql;

import graphql.language.Document;
import graphql.language.OperationDefinition;

/**
 * What a cached document takes of the heap, with everything that its operations have for as long as it is cached;
 * what they have only once it is needed counts from the beginning. Their plans are weighed where they are cached.
 */
final class DocumentWeight {

    /** The cache's entry, the document, its definitions by name. */
    private static final int BYTES_AN_ENTRY = 1_000;

    /**
     * A token in the parsed document: measured are 47 to 76 bytes in documents of 68 to 5,600 tokens, and 96 where each
     * of them is a field.
     */
    private static final int BYTES_A_TOKEN = 100;

    /** An operation, its costs and the names of its conditions. */
    private static final int BYTES_AN_OPERATION = 500;

    /** The coordinates of a field in a set with as much room again; their text is the same for all operations. */
    private static final int BYTES_A_COORDINATE = 8;

    /** A cost, with the values of the variables that it was estimated for. */
    private static final int BYTES_A_COST = 80;

    private static final int BYTES_A_VALUE = 48;

    private DocumentWeight() {}

    /**
     * Weighs a document.
     *
     * @param text as it was sent, by which it is found
     * @param scan of the text
     * @param document parsed
     * @return bytes, about
     */
    static int of(String text, DocumentScan scan, Document document) {
        long bytes = BYTES_AN_ENTRY + 2L * text.length() + (long) BYTES_A_TOKEN * scan.tokens();
        for (OperationDefinition operation : document.getDefinitionsOfType(OperationDefinition.class)) {
            long values = operation.getVariableDefinitions().size();
            bytes += BYTES_AN_OPERATION
                    + (long) BYTES_A_COORDINATE * scan.tokens()
                    + Costs.MOST_KEPT * (BYTES_A_COST + BYTES_A_VALUE * values);
        }
        return (int) Math.min(Integer.MAX_VALUE, bytes);
    }
}
