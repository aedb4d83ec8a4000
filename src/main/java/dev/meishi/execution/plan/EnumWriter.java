package dev.meishi.execution.plan;

import dev.meishi.json.JsonBuffer;
import dev.meishi.json.Literal;
import graphql.GraphQLContext;
import graphql.schema.CoercingSerializeException;
import graphql.schema.GraphQLEnumType;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes the constants of an enum. */
@SuppressWarnings(
        "EnumOrdinal") // an ordinal is where the constant's name is found in this process, and goes nowhere else
final class EnumWriter extends ValueWriter {

    private final GraphQLEnumType type;

    /** By their ordinals, as far as they were met. */
    private volatile @Nullable Name[] names = {};

    private record Name(Enum<?> constant, Literal json) {}

    EnumWriter(GraphQLEnumType type) {
        this.type = type;
    }

    @Override
    void write(@Nullable Object found, PlanRun run, JsonBuffer json) {
        if (found == null) {
            json.none();
        } else if (found instanceof Enum<?> constant) {
            json.raw(name(constant));
        } else {
            json.raw(quoted(found));
        }
    }

    private Literal name(Enum<?> constant) {
        @Nullable Name[] known = names;
        int place = constant.ordinal();
        Name name = place < known.length ? known[place] : null;
        return name != null && name.constant == constant ? name.json : learnt(constant);
    }

    /** Two that learn at once may each forget what the other has learnt, and learn it again. */
    private Literal learnt(Enum<?> constant) {
        Literal json = quoted(constant);
        int place = constant.ordinal();
        @Nullable Name[] more = Arrays.copyOf(names, Math.max(names.length, place + 1));
        more[place] = new Name(constant, json);
        names = more;
        return json;
    }

    private Literal quoted(Object found) {
        try {
            return Literal.quoted(String.valueOf(type.serialize(found, GraphQLContext.getDefault(), Locale.ENGLISH)));
        } catch (CoercingSerializeException notOne) {
            throw new CompletionFailure(notOne.toString());
        }
    }
}
