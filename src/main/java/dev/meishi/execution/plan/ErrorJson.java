package dev.meishi.execution.plan;

import dev.meishi.json.JsonBuffer;
import graphql.GraphQLError;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Errors as JSON; section 7.1.2 of the specification. */
final class ErrorJson {

    private final JsonBuffer json;

    private ErrorJson(JsonBuffer json) {
        this.json = json;
    }

    /** Writes the list of them. */
    static void write(List<GraphQLError> errors, JsonBuffer json) {
        new ErrorJson(json)
                .value(errors.stream().map(GraphQLError::toSpecification).toList());
    }

    private void value(@Nullable Object value) {
        if (value instanceof Map<?, ?> object) {
            object(object);
        } else if (value instanceof List<?> list) {
            list(list);
        } else if (value instanceof Boolean bool) {
            json.bool(bool);
        } else if (value instanceof Number number) {
            json.number(number.intValue());
        } else if (value == null) {
            json.none();
        } else {
            json.string(value.toString());
        }
    }

    private void object(Map<?, ?> object) {
        char before = '{';
        for (Map.Entry<?, ?> member : object.entrySet()) {
            json.raw(before);
            json.string(String.valueOf(member.getKey()));
            json.raw(':');
            value(member.getValue());
            before = ',';
        }
        if (before == '{') {
            json.raw('{');
        }
        json.raw('}');
    }

    private void list(List<?> list) {
        json.raw('[');
        for (int i = 0; i < list.size(); i++) {
            if (i > 0) {
                json.raw(',');
            }
            value(list.get(i));
        }
        json.raw(']');
    }
}
