package dev.meishi.differential;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** One thing that an execution could do wrong. */
enum Mutation {
    A_FIELD_IS_MISSING(response -> inData(response, node -> node instanceof ObjectNode object && dropped(object))),
    A_FIELD_IS_TOO_MUCH(response -> inData(response, node -> node instanceof ObjectNode object && added(object))),
    FIELDS_ARE_SWAPPED(response ->
            inData(response, node -> node instanceof ObjectNode object && object.size() > 1 && swapped(object))),
    A_NULL_IS_A_TEXT(response -> inData(response, node -> replaced(node, JsonNode::isNull, TextNode.valueOf("")))),
    A_TEXT_IS_NULL(response ->
            inData(response, node -> replaced(node, JsonNode::isTextual, JsonNodeFactory.instance.nullNode()))),
    A_TEXT_IS_ANOTHER_ONE(
            response -> inData(response, node -> replaced(node, JsonNode::isTextual, TextNode.valueOf("\u2028")))),
    AN_ENUM_IS_ANOTHER_ONE(response ->
            inData(response, node -> replaced(node, Mutation::isEnum, TextNode.valueOf("OTHER_THAN_THAT")))),
    A_NUMBER_IS_ANOTHER_ONE(
            response -> inData(response, node -> replaced(node, JsonNode::isNumber, IntNode.valueOf(-7)))),
    A_TRUTH_IS_A_TEXT(
            response -> inData(response, node -> replaced(node, JsonNode::isBoolean, TextNode.valueOf("true")))),
    AN_ENTRY_IS_MISSING(response -> inData(response, node -> node instanceof ArrayNode list && list.remove(0) != null)),
    AN_EMPTY_LIST_IS_NULL(response -> inData(
            response,
            node -> replaced(node, part -> part.isArray() && part.isEmpty(), JsonNodeFactory.instance.nullNode()))),
    DATA_IS_NULL(response -> response.path("data").isObject() && response.putNull("data") != null),
    DATA_IS_MISSING(response -> response.has("data") && response.remove("data") != null),
    AN_ERROR_IS_MISSING(response -> response.get("errors") instanceof ArrayNode errors && errors.remove(0) != null),
    AN_ERROR_COMES_TWICE(
            response -> response.get("errors") instanceof ArrayNode errors && errors.add(errors.get(0)) != null),
    AN_ERROR_IS_ELSEWHERE(response -> response.at("/errors/0/path") instanceof ArrayNode path && path.add(0) != null),
    AN_ERROR_HAS_NO_PATH(
            response -> response.at("/errors/0") instanceof ObjectNode error && error.remove("path") != null),
    AN_ERROR_IS_AT_ANOTHER_LINE(response ->
            response.at("/errors/0/locations/0") instanceof ObjectNode place && place.put("line", 77) != null),
    AN_ERROR_SAYS_SOMETHING_ELSE(
            response -> response.at("/errors/0") instanceof ObjectNode error && error.put("message", "Oh.") != null),
    AN_ERROR_HAS_ANOTHER_CODE(response ->
            response.at("/errors/0/extensions") instanceof ObjectNode more && more.put("code", "OH") != null),
    THERE_ARE_EXTENSIONS(response -> response.put("extensions", "some") != null);

    private static final Pattern ENUM = Pattern.compile("[A-Z_]{3,}");

    @SuppressWarnings("ImmutableEnumChecker")
    private final Predicate<ObjectNode> change;

    Mutation(Predicate<ObjectNode> change) {
        this.change = change;
    }

    /** Makes a correct response wrong; false if there is nothing in it that could be wrong in this way. */
    boolean change(ObjectNode response) {
        return change.test(response);
    }

    /** Does it somewhere, as deep down as can be. */
    private static boolean inData(ObjectNode response, Predicate<JsonNode> change) {
        return deepFirst(response.path("data"), change);
    }

    private static boolean deepFirst(JsonNode node, Predicate<JsonNode> change) {
        for (JsonNode part : node) {
            if (deepFirst(part, change)) {
                return true;
            }
        }
        return node instanceof ContainerNode<?> && change.test(node);
    }

    private static boolean dropped(ObjectNode object) {
        return !object.isEmpty() && object.remove(object.fieldNames().next()) != null;
    }

    private static boolean added(ObjectNode object) {
        return !object.has("more") && object.putNull("more") != null;
    }

    private static boolean swapped(ObjectNode object) {
        Map<String, JsonNode> members = new LinkedHashMap<>();
        object.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
        String first = List.copyOf(members.keySet()).get(0);
        object.remove(first);
        object.set(first, members.get(first));
        return true;
    }

    private static boolean replaced(JsonNode node, Predicate<JsonNode> which, JsonNode by) {
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> member : object.properties()) {
                if (which.test(member.getValue())) {
                    member.setValue(by);
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isEnum(JsonNode value) {
        return value.isTextual() && ENUM.matcher(value.textValue()).matches();
    }
}
