package dev.meishi.export;

import dev.meishi.execution.OperationResult;
import dev.meishi.json.JsonReader;
import dev.meishi.json.Members;
import dev.meishi.json.Text;
import dev.meishi.json.ValueReader;
import graphql.GraphQLError;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A page of an export, as the answer to the query of {@link ContactDocument}: its contacts stay the JSON that they are. */
final class ExportPage {

    /** Of a contact's number in the path of its error: contacts, nodes, which. */
    private static final int PLACE = 2;

    private static final ByteBuffer NONE = ByteBuffer.allocate(0);

    private static final Members RESPONSE = Members.of("data");
    private static final Members DATA = Members.of("contacts");
    private static final Members CONNECTION = Members.of("nodes", "pageInfo");
    private static final Members PAGE_INFO = Members.of("hasNextPage", "endCursor");

    private List<ByteBuffer> contacts = List.of();
    private final Map<Integer, GraphQLError> errors = new HashMap<>();
    private boolean hasNext;
    private @Nullable String endCursor;

    private ExportPage() {}

    /**
     * Why there is no page.
     *
     * @return empty if all errors are of single contacts
     */
    static Optional<GraphQLError> failure(OperationResult result) {
        return result.errors().stream().filter(error -> !isOfContact(error)).findFirst();
    }

    private static boolean isOfContact(GraphQLError error) {
        List<Object> path = error.getPath();
        return path != null && path.size() == PLACE + 1 && path.get(PLACE) instanceof Integer;
    }

    /** A page, if there is no {@link #failure}. */
    static ExportPage of(OperationResult result) {
        ExportPage page = new ExportPage();
        result.errors()
                .forEach(error -> page.errors.put((Integer) error.getPath().get(PLACE), error));
        byte[] response = Objects.requireNonNull(result.written(), "An export that has no plan")
                .since(0);
        JsonReader.read(response, json -> page.in(RESPONSE, json, data -> page.in(DATA, data, page::readConnection)));
        return page;
    }

    /** Reads the value of an object's only member of interest. */
    private @Nullable Void in(Members only, JsonReader json, ValueReader<Void> value) {
        if (json.isObject()) {
            while (json.member(only, Members.NONE) != Members.NONE) {
                value.read(json);
            }
        }
        return null;
    }

    private @Nullable Void readConnection(JsonReader json) {
        if (json.isObject()) {
            int member = Members.NONE;
            while ((member = json.member(CONNECTION, member)) != Members.NONE) {
                if (member == 0) {
                    contacts = json.present(node -> node.isNothing() ? NONE : node.raw());
                } else {
                    readPageInfo(json);
                }
            }
        }
        return null;
    }

    private void readPageInfo(JsonReader json) {
        if (json.isObject()) {
            int member = Members.NONE;
            while ((member = json.member(PAGE_INFO, member)) != Members.NONE) {
                if (member == 0) {
                    hasNext = json.isTrue();
                } else {
                    endCursor = Text.string(json.text());
                }
            }
        }
    }

    /** The JSON of each; empty in the place of one that cannot be read. */
    List<ByteBuffer> contacts() {
        return contacts;
    }

    /** Why a contact cannot be read. */
    ExportError error(int place) {
        return ExportError.of(Objects.requireNonNull(errors.get(place)));
    }

    /** The id of a contact that cannot be read. */
    @Nullable
    Object id(int place) {
        return Objects.requireNonNull(errors.get(place)).getExtensions().get("id");
    }

    boolean hasNext() {
        return hasNext;
    }

    /** Where the next page begins; null if this one is empty. */
    @Nullable
    String endCursor() {
        return endCursor;
    }
}
