package dev.meishi.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import graphql.language.AstPrinter;
import graphql.language.Document;
import graphql.language.Node;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link ObjectOrder}: an input object is the same in whatever order its fields are written. */
class ObjectOrderTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ contacts(first: 1, filter: {open: true, externalOnly: false}) { totalCount }"
                        + " contacts(filter: {externalOnly: false, open: true}, first: 1) { totalCount } }",
                "{ contacts(filter: {open: true, createdBetween: {from: \"2020-01-01T00:00:00Z\","
                        + " to: \"2020-01-02T00:00:00Z\"}}) { totalCount } ...F } fragment F on Query {"
                        + " contacts(filter: {createdBetween: {to: \"2020-01-02T00:00:00Z\","
                        + " from: \"2020-01-01T00:00:00Z\"}, open: true}) { totalCount } }",
                "query ($k: String) { contacts(filter: {keyword: $k, open: true}) { totalCount }"
                        + " contacts(filter: {open: true, keyword: $k}) { totalCount } }",
            })
    void fieldsOfTheSameArgumentsAreOne(String document) {
        assertThatCode(() -> Settings.documents().names(document)).doesNotThrowAnyException();
    }

    @Test
    void fieldsOfDifferentArgumentsAreNot() {
        String document = "{ contacts(filter: {open: true, externalOnly: true}) { totalCount }"
                + " contacts(filter: {externalOnly: false, open: true}) { totalCount } }";

        assertThat(catchThrowableOfType(
                        RequestRefused.class, () -> Settings.documents().names(document)))
                .hasMessageContaining("different arguments");
    }

    @Test
    void listsKeepTheirOrderAndEverythingItsPlace() {
        Document written =
                Settings.parsed("query ($a: A = {z: 1, y: 2}) {\n  f(b: [{d: [2, 1], c: {f: 1, e: 2}}, {a: 1}])\n}");
        Document document = ObjectOrder.sorted(written);

        assertThat(AstPrinter.printAstCompact(document))
                .isEqualTo("query ($a:A={y:2,z:1}){f(b:[{c:{e:2,f:1},d:[2,1]},{a:1}])}");
        assertThat(places(document)).isEqualTo(places(written)).hasSizeGreaterThan(10);
    }

    @Test
    void aDocumentWithNothingToSortStaysTheSame() {
        Document document = Settings.parsed("{ f(b: {c: 1, d: {e: 2}}) }");

        assertThat(ObjectOrder.sorted(document)).isSameAs(document);
    }

    private static Set<String> places(Node<?> node) {
        Set<String> places = new HashSet<>();
        if (node.getSourceLocation() != null) {
            places.add(node.getClass().getSimpleName() + node.getSourceLocation());
        }
        node.getChildren().forEach(child -> places.addAll(places(child)));
        return places;
    }
}
