package dev.meishi.execution.plan;

import dev.meishi.execution.plan.PlannedField.Property;

/**
 * What a plan takes of the heap, added up while it is compiled: objects of the 64-bit JVM with references of four bytes,
 * rounded up. What is the schema's, the document's or the compiler's own is not counted.
 */
final class PlanWeight {

    /** The plan itself. */
    private static final int BYTES_A_PLAN = 64;

    /**
     * An object's fields: itself 48, what it is known by 16, three arrays of 16, a stretch of 24 and what it is the value
     * of: 24 for its list, 24 and 24 for the promises that there is one, 16 for itself.
     */
    private static final int BYTES_AN_OBJECT = 224;

    /** An object's type where it is one of several. */
    private static final int BYTES_A_TYPE = 64;

    /**
     * A field: itself 40, its selections 32, its source 24, its value 24, its names 24, its place in three arrays 12, and
     * its stretch 24.
     */
    private static final int BYTES_A_FIELD = 184;

    /** The writer of a property. */
    private static final int BYTES_A_PROPERTY = 48;

    /** A list of merged selections, and a selection in it. */
    private static final int BYTES_A_SELECTION = 16;

    /** A name in a set with as much room again. */
    private static final int BYTES_A_NAME = 8;

    private long bytes = BYTES_A_PLAN;

    void addObject() {
        bytes += BYTES_AN_OBJECT + BYTES_A_TYPE;
    }

    void add(PlannedField field) {
        bytes += BYTES_A_FIELD
                + field.key().weight()
                + (long) BYTES_A_SELECTION * field.merged().getFields().size()
                + (long) BYTES_A_NAME * field.selection().names().size();
        if (field.source() instanceof Property) {
            ValueWriter value = field.value();
            // The key with an opening quote, with a null, with a yes and with a no.
            int more = 1 + (value instanceof NonNullWriter ? 0 : 1) + (value.isFlag() ? 2 : 0);
            bytes += BYTES_A_PROPERTY + (long) more * (field.key().weight() + Long.BYTES);
        } else if (field.source() instanceof PlannedField.Fixed fixed) {
            bytes += fixed.json().weight();
        } else if (field.source() instanceof PlannedField.Introspected introspected) {
            bytes += introspected.json().length;
        }
    }

    int bytes() {
        return (int) Math.min(Integer.MAX_VALUE, bytes);
    }
}
