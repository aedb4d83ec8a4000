package dev.meishi.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import graphql.GraphQLError;
import graphql.validation.ValidationError;
import graphql.validation.ValidationErrorType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link EngineErrors}: what the engine says of a document, without what it says of itself. */
class EngineErrorsTest {

    private static final Documents DOCUMENTS = Settings.documents();

    /** A document, and what is said of it first. */
    private static final String[][] DOCUMENTS_AND_MESSAGES = {
        {"{contact {id}}", "The field 'contact' needs the argument 'id', of the type ID!."},
        {"{contacts(frist: 1) {totalCount}}", "The field 'contacts' has no argument 'frist'. Did you mean 'first'?"},
        {
            "{contacts(first: \"x\") {totalCount}}",
            "The argument 'first' of the field 'contacts': expected an integer between -2147483648 and 2147483647, found \"x\"."
        },
        {
            "{contacts(orderBy: {field: \"NAME\"}) {totalCount}}",
            "The argument 'orderBy.field' of the field 'contacts': expected one of CREATION_TIME, MODIFICATION_TIME, NAME without quotes, found \"NAME\"."
        },
        {
            "{contacts(orderBy: {field: SIZE}) {totalCount}}",
            "The argument 'orderBy.field' of the field 'contacts': expected one of CREATION_TIME, MODIFICATION_TIME, NAME, found SIZE."
        },
        {
            "{contacts(orderBy: 5) {totalCount}}",
            "The argument 'orderBy' of the field 'contacts': expected an object, found 5."
        },
        {
            "{contacts(filter: {nope: 1}) {totalCount}}",
            "The argument 'filter' of the field 'contacts': the type ContactFilter has no field 'nope'."
        },
        {
            "{contacts(filter: [1]) {totalCount}}",
            "The argument 'filter' of the field 'contacts': expected an object, found a list."
        },
        {
            "{contacts(filter: {keyword: {a: 1}}) {totalCount}}",
            "The argument 'filter.keyword' of the field 'contacts': expected a string, found an object."
        },
        {
            "{contact(id: null) {id}}",
            "The argument 'id' of the field 'contact': expected an ID, which is a string or an integer, found null."
        },
        {
            "{contact(id: true) {id}}",
            "The argument 'id' of the field 'contact': expected an ID, which is a string or an integer, found true."
        },
        {
            "{contact(id: 1.5) {id}}",
            "The argument 'id' of the field 'contact': expected an ID, which is a string or an integer, found 1.5."
        },
        {
            "{nodes(ids: [1, null]) {id}}",
            "The argument 'ids[1]' of the field 'nodes': expected an ID, which is a string or an integer, found null."
        },
        {
            "{contacts(first: \"}' is not a valid '\") {totalCount}}",
            "The argument 'first' of the field 'contacts': expected an integer between -2147483648 and 2147483647, found \"}' is not a valid '\"."
        },
        {
            "{tags {id @skip(if: \"x\")}}",
            "The argument 'if' of the directive '@skip': expected true or false, found \"x\"."
        },
        {
            "query($a: Int = \"x\") {contacts(first: $a) {totalCount}}",
            "The default of the variable '$a': expected an integer between -2147483648 and 2147483647, found \"x\"."
        },
        {
            "{contacts {nodes {x: memo x: resourceId}}}",
            "'x' stands for two different fields, 'memo' and 'resourceId': give one of them an alias of its own."
        },
        {
            "{contacts(first: 1) {totalCount} contacts(first: 2) {totalCount}}",
            "'contacts' stands for the field 'contacts' with different arguments or of different types: give one of them an alias of its own."
        },
        {"{... on Querry {tags {id}}}", "There is no type 'Querry'. Did you mean 'Query'?"},
        {"{...F} fragment F on Querry {id}", "There is no type 'Querry'. Did you mean 'Query'?"},
        {"query($a: Nope) {contacts(first: $a) {totalCount}}", "There is no type 'Nope'. Did you mean 'Node'?"},
        {
            "query($a: Contact) {contacts(first: $a) {totalCount}}",
            "The variable '$a' cannot be of the type Contact, which is not an input type."
        },
        {"query($a: Int) {tags {id}}", "The variable '$a' is declared, but not used: use it or leave it out."},
        {"{contacts(first: $a) {totalCount}}", "The variable '$a' is used, but the operation does not declare it."},
        {
            "query($a: String) {contacts(first: $a) {totalCount}}",
            "The variable '$a' is of the type String, but Int is expected here."
        },
        {
            "query($a: Int $a: Int) {contacts(first: $a) {totalCount}}",
            "There can be only one variable '$a' of an operation."
        },
        {"{nope}", "The type 'Query' has no field 'nope'. Did you mean 'node'?"},
        {"{contacs {totalCount}}", "The type 'Query' has no field 'contacs'. Did you mean 'contact' or 'contacts'?"},
        {"{contacts {nodes {nme {full}}}}", "The type 'Contact' has no field 'nme'. Did you mean 'name'?"},
        {"{node(id: 1) {ID}}", "The type 'Node' has no field 'ID'. Did you mean 'id'?"},
        {
            "{contacts(filter: {keyWord: 1}) {totalCount}}",
            "The argument 'filter' of the field 'contacts': the type ContactFilter has no field 'keyWord'. Did you mean 'keyword'?"
        },
        {
            "{contacts(orderBy: {field: NAMES}) {totalCount}}",
            "The argument 'orderBy.field' of the field 'contacts': expected one of CREATION_TIME, MODIFICATION_TIME, NAME, found NAMES. Did you mean 'NAME'?"
        },
        {
            "query($a: ContactOrder = {field: NMAE}) {contacts(orderBy: $a) {totalCount}}",
            "The default of the variable '$a' at field: expected one of CREATION_TIME, MODIFICATION_TIME, NAME, found NMAE. Did you mean 'NAME'?"
        },
        {
            "query($a: ContactFiltre) {contacts(filter: $a) {totalCount}}",
            "There is no type 'ContactFiltre'. Did you mean 'ContactFilter'?"
        },
        {"{tags}", "The field 'tags' is of the type [Tag!], which has fields: select some of them in braces."},
        {"{tags {id {x}}}", "The field 'id' is of the type ID!, which has no fields: leave out the braces."},
        {"{tags {id @skip}}", "The directive '@skip' needs the argument 'if'."},
        {"{tags {id @nope}}", "There is no directive '@nope'."},
        {"{tags {id @defer}}", "There is no directive '@defer'."},
        {
            "query @experimental_disableErrorPropagation {tags {id}}",
            "There is no directive '@experimental_disableErrorPropagation'."
        },
        {"{tags {id @skip(if: true nope: 1)}}", "The directive '@skip' has no argument 'nope'."},
        {"query @skip(if: true) {tags {id}}", "The directive '@skip' is not allowed here."},
        {
            "{tags {id @skip(if: true) @skip(if: true)}}",
            "The directive '@skip' is used twice in one place: leave one out."
        },
        {"{tags {... on String {id}}}", "A fragment must be on an object type or an interface, and 'String' is neither."
        },
        {
            "{tags {...F}} fragment F on ID {id}",
            "A fragment must be on an object type or an interface, and 'ID' is neither."
        },
        {"{...F}", "The document has no fragment 'F'."},
        {"{tags {id}} fragment F on Tag {id}", "The fragment 'F' is not used: spread it or leave it out."},
        {
            "{tags {... on Contact {id}}}",
            "A fragment on 'Contact' never matches here: no object of the type 'Tag' is one."
        },
        {
            "{tags {...F}} fragment F on Contact {id}",
            "A fragment on 'Contact' never matches here: no object of the type 'Tag' is one."
        },
        {
            "{tags {id}} query A {tags {id}}",
            "An operation without a name must be the only one of its document: name all operations."
        },
        {"query A {tags {id}} query A {tags {id}}", "There can be only one operation named 'A'."},
        {
            "{...F} fragment F on Query {tags {id}} fragment F on Query {tags {id}}",
            "There can be only one fragment named 'F'."
        },
        {"{contacts(first: 1 first: 2) {totalCount}}", "There can be only one argument 'first' of the field 'contacts'."
        },
        {
            "{contacts(filter: {open: true open: false}) {totalCount}}",
            "There can be only one field 'open' of an input object."
        },
        {"mutation {x}", "The schema has no type 'Mutation': operations of this kind are not supported."},
        {"subscription {x}", "The schema has no type 'Subscription': operations of this kind are not supported."},
        {
            "type A {b: Int}",
            "A document may have operations and fragments only; this is a definition of the type system."
        },
        {"{...F} fragment F on Query {...F}", "Fragment cycles not allowed: 'F' spreads itself"},
    };

    private static final String[][] TEXTS_AND_MESSAGES = {
        {"{a(b: “a”)}", "The document is not GraphQL at line 1, column 7: strings need straight double quotes (\")."},
        {"{a(b: 'a')}", "The document is not GraphQL at line 1, column 7: strings need straight double quotes (\")."},
        {
            "{a(b: \"open)}",
            "The document is not GraphQL at line 1, column 7: the string that begins here is not closed; a string of several lines needs \"\"\" before and after it."
        },
        {
            "{a(b: \"x\\n y\ny\")}",
            "The document is not GraphQL at line 1, column 7: the string that begins here is not closed; a string of several lines needs \"\"\" before and after it."
        },
        {
            "{a(b: \"\"\"x)}",
            "The document is not GraphQL at line 1, column 7: the string that begins here is not closed."
        },
        {
            "{a(b: \"\\q\")}",
            "The document is not GraphQL at line 1, column 7: the string has an escape sequence that GraphQL does not know."
        },
        {
            "{a(b: \"\\u00g0\")}",
            "The document is not GraphQL at line 1, column 7: the string has an escape sequence that GraphQL does not know."
        },
        {"{a(b: 01)}", "The document is not GraphQL at line 1, column 7: '01' is not a number."},
        {"{a;b}", "The document is not GraphQL at line 1, column 3: GraphQL allows this character in strings only: ;."},
        {"{a}}", "The document is not GraphQL at line 1, column 4: '}' is not expected here."},
        {"qury {a}", "The document is not GraphQL at line 1, column 1: 'qury' is not expected here."},
        {
            "{a",
            "The document is not GraphQL at line 1, column 3: it ends where more is expected: a selection such as { tags { id } }, or a closing bracket."
        },
        {"", "The document is empty."},
        {
            "{a(b: \"\\uD800\")}",
            "Invalid unicode encountered. Leading surrogate must be followed by a trailing surrogate. Offending token '\\uD800' at line 1 column 7"
        },
    };

    static Stream<Arguments> documentsAndMessages() {
        return Arrays.stream(DOCUMENTS_AND_MESSAGES).map(row -> Arguments.of(row[0], row[1]));
    }

    static Stream<Arguments> textsAndMessages() {
        return Arrays.stream(TEXTS_AND_MESSAGES).map(row -> Arguments.of(row[0], row[1]));
    }

    @ParameterizedTest
    @MethodSource("documentsAndMessages")
    void aMessageNamesThePartThatIsWrongAndItsPlace(String document, String message) {
        GraphQLError error = errors(document).get(0);

        assertThat(error.getMessage()).isEqualTo(message);
        assertThat(error.getLocations()).isNotEmpty().doesNotContainNull();
        assertThat(error.getExtensions())
                .containsOnly(Map.entry("code", "GRAPHQL_VALIDATION_FAILED"), Map.entry("retryable", false));
    }

    @ParameterizedTest
    @MethodSource("textsAndMessages")
    void whatIsNoGraphqlIsToldWithoutTheParsersWords(String text, String message) {
        assertThat(errors(text).get(0).getMessage()).isEqualTo(message);
    }

    @Test
    void anErrorIsToldOnce() {
        assertThat(errors("{contact(id: null) {id}}")).hasSize(1);
    }

    /** What the engine may add to its rules is not to come out with the names of its classes. */
    @Test
    void everyKindOfErrorOfTheEngineIsSaidWithoutItsOwnName() {
        for (ValidationErrorType type : ValidationErrorType.values()) {
            ValidationError error = ValidationError.newValidationError()
                    .validationErrorType(type)
                    .description("Validation error (" + type + "@[a/b]) : It is 'x' and 'y'")
                    .build();

            assertThat(DocumentErrors.of(
                            List.of(error),
                            Settings.parsed("{ tags { id } }"),
                            Settings.servedSchema(),
                            Guesses.of(true)))
                    .singleElement()
                    .satisfies(
                            said -> assertThat(said.getMessage()).isNotBlank().doesNotContain("(" + type, "@["));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{a}}",
                "{a(}",
                "{a(b: \"x\ny\")}",
                "{a(b: \"\\q\")}",
                "{a(b: \"\\uD800\")}",
                "é",
                "",
                "{a(b: 1.)}"
            })
    void whatIsNoGraphqlIsRefusedWithItsPlace(String text) {
        List<GraphQLError> errors = errors(text);

        assertThat(errors).singleElement().satisfies(error -> {
            assertThat(error.getExtensions()).containsEntry("code", "GRAPHQL_PARSE_FAILED");
            assertThat(error.getLocations()).hasSize(1);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"{%s}", "{tags(%s: 1) {id}}", "{tags {id(a: \"%s}", "{...%s}"})
    void whatACallerWroteIsNotSentBackAtLength(String document) {
        String text = document.replace("%s", "a".repeat(100_000));

        assertThat(errors(text).get(0).getMessage()).hasSizeLessThan(600);
    }

    @Test
    void aNumberThatTakesLongToReadIsRefusedUnread() {
        for (String number : List.of("9".repeat(101), "-" + "9".repeat(100_000), "0." + "1".repeat(100_000))) {
            assertThat(errors("{contact(id: " + number + ") {id}}"))
                    .singleElement()
                    .satisfies(error -> {
                        assertThat(error.getExtensions()).containsEntry("code", "GRAPHQL_PARSE_FAILED");
                        assertThat(error.getMessage())
                                .isEqualTo("The document has a number with " + number.length()
                                        + " characters; the maximum is 100.");
                    });
        }
        assertThat(DOCUMENTS.prepare("{contact(id: " + "9".repeat(100) + ") {id}}", null, true))
                .isNotNull();
    }

    @Test
    void aDocumentOfSeveralOperationsIsGoodAsAWhole() {
        String document = "query A { tags { id } } query B { __typename }";

        assertThatCode(() -> DOCUMENTS.names(document)).doesNotThrowAnyException();
        assertThat(errors(document))
                .singleElement()
                .satisfies(error -> assertThat(error.getExtensions()).containsEntry("code", "OPERATION_NOT_FOUND"));
    }

    private static List<GraphQLError> errors(String document) {
        return catchThrowableOfType(RequestRefused.class, () -> DOCUMENTS.prepare(document, null, false))
                .errors();
    }
}
