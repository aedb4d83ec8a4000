package speed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import graphql.language.Field;
import graphql.language.OperationDefinition;
import graphql.language.SelectionSet;
import graphql.parser.Parser;
import java.util.List;

/** What a query selects of a contact, and so how it has to be answered for one of the book's. */
final class Selection {

    private final SelectionSet ofContact;

    private Selection(SelectionSet ofContact) {
        this.ofContact = ofContact;
    }

    /** Of {@code contacts { edges { node { … } } }}, without aliases and fragments. */
    static Selection of(String query) {
        SelectionSet set = new Parser()
                .parseDocument(query)
                .getDefinitionsOfType(OperationDefinition.class)
                .get(0)
                .getSelectionSet();
        for (String name : List.of("contacts", "edges", "node")) {
            set = fields(set).stream()
                    .filter(field -> field.getName().equals(name))
                    .findFirst()
                    .orElseThrow()
                    .getSelectionSet();
        }
        return new Selection(set);
    }

    private static List<Field> fields(SelectionSet set) {
        return set.getSelectionsOfType(Field.class);
    }

    /** States that this is the contact; a null, an empty list and nothing are the same here. */
    void hold(JsonNode answered, ObjectNode contact, Book book) {
        JsonNode expected = selected(asServed(contact, book), ofContact);
        JsonNode found = selected(answered, ofContact);
        WrongAnswer.unless(found.equals(expected), "Answered %s%ninstead of %s", found, expected);
    }

    /** With the names of its tags, and those parts' ids under the names that the schema has for them. */
    private static ObjectNode asServed(ObjectNode contact, Book book) {
        ObjectNode whole = contact.deepCopy();
        whole.path("messengers").forEach(messenger -> ((ObjectNode) messenger).set("accountId", messenger.path("id")));
        whole.path("sharedMembers").forEach(member -> ((ObjectNode) member).set("memberId", member.path("id")));
        ArrayNode tags = whole.putArray("tags");
        contact.path("tagResourceIds")
                .forEach(id -> tags.addObject()
                        .put("tagResourceId", id.asText())
                        .put("name", book.tagNames().get(id.asText())));
        return whole;
    }

    private static JsonNode selected(JsonNode value, SelectionSet set) {
        if (value.isArray()) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            value.forEach(element -> list.add(selected(element, set)));
            return list;
        }
        if (set == null) {
            return value;
        }
        ObjectNode selected = JsonNodeFactory.instance.objectNode();
        for (Field field : fields(set)) {
            JsonNode part = selected(value.path(field.getName()), field.getSelectionSet());
            if (!part.isNull() && !part.isMissingNode() && !(part.isContainerNode() && part.isEmpty())) {
                selected.set(field.getName(), part);
            }
        }
        return selected;
    }
}
