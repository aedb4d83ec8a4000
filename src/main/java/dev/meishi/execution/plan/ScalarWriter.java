package dev.meishi.execution.plan;

import dev.meishi.json.JsonBuffer;
import dev.meishi.json.Text;
import graphql.GraphQLContext;
import graphql.schema.CoercingSerializeException;
import graphql.schema.GraphQLScalarType;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes scalars. What its Java type alone does not say how to write goes through the schema's own coercion. */
final class ScalarWriter extends ValueWriter {

    private final GraphQLScalarType type;
    private final Class<?> written;
    private final boolean isTime;

    ScalarWriter(GraphQLScalarType type) {
        this.type = type;
        this.isTime = type.getName().equals("DateTime");
        this.written = switch (type.getName()) {
            case "Int" -> Integer.class;
            case "Boolean" -> Boolean.class;
            case "String", "ID", "Date", "DateTime" -> String.class;
            default -> throw new NotPlannable("the scalar " + type.getName());
        };
    }

    @Override
    boolean isText() {
        return written == String.class;
    }

    @Override
    boolean isFlag() {
        return written == Boolean.class;
    }

    @Override
    void write(@Nullable Object found, PlanRun run, JsonBuffer json) {
        if (found == null) {
            json.none();
            return;
        }
        if (found instanceof Text text && written == String.class) {
            json.text(text);
            return;
        }
        if (found instanceof OffsetDateTime time && isTime && json.time(time)) {
            return;
        }
        Object value = found.getClass() == written ? found : coerced(found);
        if (value instanceof String text) {
            json.string(text);
        } else if (value instanceof Boolean bool) {
            json.bool(bool);
        } else if (value instanceof Integer number) {
            json.number(number);
        }
    }

    private Object coerced(Object found) {
        try {
            Object value = type.getCoercing().serialize(found, GraphQLContext.getDefault(), Locale.ENGLISH);
            if (value != null && value.getClass() == written) {
                return value;
            }
        } catch (CoercingSerializeException notOne) {
            throw new CompletionFailure(notOne.toString());
        }
        throw new CompletionFailure("a value that is no " + type.getName());
    }
}
