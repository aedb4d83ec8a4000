package dev.meishi.execution.plan;

import dev.meishi.execution.smallrye.FieldReader;
import dev.meishi.json.JsonBuffer;
import dev.meishi.json.Literal;
import dev.meishi.json.Text;
import org.jspecify.annotations.Nullable;

/** Writes a property of an object with its key; what is often found is one piece with the key. */
final class PropertyWriter {

    private final FieldReader reader;
    private final ValueWriter value;
    private final ValueWriter present;
    private final boolean isText;
    private final Literal key;

    /** With the quote that opens a text. */
    private final Literal opening;

    /** With a null, where there may be one. */
    private final @Nullable Literal none;

    /** With a yes and a no, where it is one of them. */
    private final @Nullable Literal yes;

    private final @Nullable Literal no;

    /**
     * For one field.
     *
     * @param field whose source is the property
     */
    PropertyWriter(PlannedField field, FieldReader reader) {
        this.reader = reader;
        this.value = field.value();
        this.present = value.present();
        this.isText = value.isText();
        this.key = field.key();
        this.opening = key.and("\"");
        this.none = value instanceof NonNullWriter ? null : key.and("null");
        this.yes = value.isFlag() ? key.and("true") : null;
        this.no = value.isFlag() ? key.and("false") : null;
    }

    void write(Object object, PlanRun run, JsonBuffer json) {
        Object found = reader.read(object);
        if (found instanceof Text text && isText) {
            json.text(opening, text);
            return;
        }
        Literal whole = found == null ? none : found instanceof Boolean flag ? flag ? yes : no : null;
        if (whole == null) {
            json.raw(key);
            (found == null ? value : present).write(found, run, json);
        } else {
            json.raw(whole);
        }
    }
}
