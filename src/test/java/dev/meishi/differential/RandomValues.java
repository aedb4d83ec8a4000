package dev.meishi.differential;

import dev.meishi.relay.GlobalId;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Values that fit a type; what its name asks for as well, more often than not. */
final class RandomValues {

    /** From which on changes are asked for: few, as a cursor is good for one of them only. */
    private static final List<String> MOMENTS = List.of(
            "2026-06-14T00:00:00Z", "2026-06-10T09:30:00.5+09:00", "2026-05-20T00:00:00Z", "2027-01-01T00:00:00Z");

    private final Dice dice;
    private final Map<String, List<String>> cursors;

    /** With cursors by the root field they belong to. */
    RandomValues(Dice dice, Map<String, List<String>> cursors) {
        this.dice = dice;
        this.cursors = cursors;
    }

    /** A value of an enum, which is no text where it is written in a document. */
    record EnumValue(String name) {}

    /**
     * A value.
     *
     * @param type of an argument or of a part of one
     * @param name of the argument or the part
     * @param field that it is an argument of
     */
    @Nullable
    Object of(GraphQLType type, String name, String field) {
        if (type instanceof GraphQLNonNull required) {
            return present(required.getWrappedType(), name, field);
        }
        return dice.percent(8) ? null : present(type, name, field);
    }

    private Object present(GraphQLType type, String name, String field) {
        if (type instanceof GraphQLList list) {
            return list(list, name, field);
        }
        if (type instanceof GraphQLEnumType values) {
            return new EnumValue(dice.oneOf(values.getValues().stream()
                    .map(GraphQLEnumValueDefinition::getName)
                    .toList()));
        }
        if (type instanceof GraphQLInputObjectType object) {
            return object(object, field);
        }
        return switch (((GraphQLNamedType) type).getName()) {
            case "Int" -> integer();
            case "Boolean" -> dice.percent(50);
            case "DateTime" -> name.equals("since") ? dice.oneOf(MOMENTS) : time();
            case "ID" -> id(name, field);
            default -> text(name, field);
        };
    }

    private List<@Nullable Object> list(GraphQLList list, String name, String field) {
        List<@Nullable Object> entries = new ArrayList<>();
        for (int i = dice.percent(2) ? 101 : dice.few(6); i > 0; i--) {
            entries.add(of(list.getWrappedType(), name, field));
        }
        return entries;
    }

    private Map<String, @Nullable Object> object(GraphQLInputObjectType type, String field) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        boolean isFull = dice.percent(10) || type.getName().equals("DateTimeRange");
        for (GraphQLInputObjectField part : type.getFields()) {
            int chance = isFull ? 95 : part.getName().equals("domainId") ? 60 : 15;
            if (GraphQLTypeUtil.isNonNull(part.getType()) || dice.percent(chance)) {
                object.put(part.getName(), of(part.getType(), part.getName(), field));
            }
        }
        return object;
    }

    private Object integer() {
        return dice.percent(85) ? dice.between(1, 12) : dice.oneOf(0, -1, 20, 30, 100, 500, 501, Integer.MAX_VALUE);
    }

    private String time() {
        String time = Settings.NOW
                .minusSeconds(dice.below(Settings.SPAN_SECONDS) - Settings.SPAN_SECONDS / 20)
                .atOffset(ZoneOffset.ofHours(dice.oneOf(0, 9, -3)))
                .withNano(0)
                .toString();
        String full = time.matches(".*T\\d\\d:\\d\\d[^:].*") ? time.replaceFirst("(T\\d\\d:\\d\\d)", "$1:00") : time;
        return dice.percent(10) ? full.replaceFirst("(:\\d\\d)(?=Z|[+-])", "$1.5") : full;
    }

    private Object id(String name, String field) {
        return switch (name) {
            case "id", "ids" -> globalId(field);
            case "domainId" -> dice.percent(5) ? "999" : dice.oneOf(Settings.DOMAINS);
            case "tagResourceId", "all", "any" -> "t" + dice.below(RandomContacts.TAGS);
            default -> dice.percent(20) ? (Object) dice.below(100) : text(name, name);
        };
    }

    /** Of the type that the field has its name from, mostly. */
    private String globalId(String field) {
        String type = dice.percent(3) ? dice.oneOf("Widget", "Query", "") : dice.oneOf("Contact", "Tag");
        if (dice.percent(90)) {
            type = field.equals("contact") ? "Contact" : field.equals("tag") ? "Tag" : type;
        }
        String domain = dice.percent(5) ? "999" : dice.oneOf(Settings.DOMAINS);
        String key = type.equals("Tag") ? "t" + dice.below(RandomContacts.TAGS) : "c" + dice.below(1_000);
        String id = new GlobalId(type, dice.percent(30) ? Settings.OWN_DOMAIN : domain, key).encode();
        return dice.percent(2) ? dice.oneOf("", "5", "?", id + "=", id.substring(1), RandomTexts.any(dice)) : id;
    }

    private String text(String name, String field) {
        return switch (name) {
            case "after", "before" ->
                dice.percent(15) ? RandomTexts.any(dice) : dice.oneOf(cursors.getOrDefault(field, List.of("none")));
            case "memberEmail" -> "m" + dice.few(50) + "@example.com";
            case "keyword", "accessibleTo" -> dice.percent(80) ? "k" + dice.below(1_000) : RandomTexts.any(dice);
            case "name" -> dice.oneOf("Contact", "Tag", "Node", "Query", "ContactFilter", "PhoneType", "Nothing");
            default -> RandomTexts.any(dice);
        };
    }

    /** Something that most types do not take. */
    @Nullable
    Object wrong() {
        List<Object> some = Stream.concat(
                        Stream.of("x", "", true, 1.5, 3_000_000_000L, -3_000_000_000L, Map.of("a", 1)),
                        Stream.of(List.of(), List.of("x", List.of()), Map.of(), "CREATION_TIMES", "2026-01-01"))
                .toList();
        return dice.orNull(15, () -> dice.oneOf(some));
    }
}
