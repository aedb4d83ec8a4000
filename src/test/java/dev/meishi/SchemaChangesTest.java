package dev.meishi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The changelog of the schema has all that is different from the last release, and says what of it breaks clients. */
class SchemaChangesTest {

    private static final Path RELEASED = Path.of("src/test/resources/schema/last-release.graphql");
    private static final Path COMMITTED = Path.of("src/main/graphql/schema.graphql");
    private static final Path CHANGELOG = Path.of("src/docs/schema-changes.md");

    private static final String BEFORE =
            "type Query { a(x: Int): String  b: String!  l: [T!]  t: T  f(i: I): Int } type T { e: E } enum E { A B } input I { p: Int  q: Int = 1 }";

    @Test
    void theChangelogHasEveryChangeSinceTheLastRelease() throws IOException {
        SchemaChanges changes = new SchemaChanges(Files.readString(RELEASED), Files.readString(COMMITTED));

        assertThat(changes.unlisted(Files.readString(CHANGELOG)))
                .as("differences between %s and %s, compared with %s", RELEASED, COMMITTED, CHANGELOG)
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "b: String!  | ''                   | Query.b",
                "b: String!  | 'b: String '         | Query.b",
                "b: String!  | 'b: Int! '           | Query.b",
                "[T!]        | [T]                  | Query.l",
                "(x: Int)    | ''                   | Query.a(x:)",
                "(x: Int)    | (x: Int!)            | Query.a(x:)",
                "(x: Int)    | '(x: Int, y: Int!)'  | Query.a(y:)",
                "A B         | A                    | E.B",
                "p: Int      | ''                   | I.p",
                "p: Int      | p: Int!              | I.p",
                "p: Int      | p: Int r: Int!       | I.r"
            })
    void whatBreaksClientsIsListedAsBreaking(String old, String now, String coordinate) {
        SchemaChanges changes = changes(old, now);

        assertThat(changes.all()).containsExactly(coordinate);
        assertThat(changes.unlisted(changelog("Breaking", coordinate))).isEmpty();
        assertThat(changes.unlisted(changelog("Added", coordinate)))
                .singleElement()
                .asString()
                .startsWith("breaking: ");
        assertThat(changes.unlisted("")).contains("not listed: " + coordinate).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "b: String!  | 'b: String! c: Int ' | Query.c",
                "(x: Int)    | '(x: Int, y: Int)'   | Query.a(y:)",
                "(x: Int)    | (x: Int = 3)         | Query.a(x:)",
                "b: String!  | b: String! @deprecated | Query.b",
                "A B         | A B C                | E.C",
                "p: Int      | p: Int r: Int        | I.r",
                "q: Int = 1  | q: Int = 2           | I.q",
                "enum E      | scalar S enum E      | S",
                "enum E      | type N { a: Int b: Int } enum E | N"
            })
    void whatBreaksNobodyIsListedToo(String old, String now, String coordinate) {
        SchemaChanges changes = changes(old, now);

        assertThat(changes.all()).containsExactly(coordinate);
        assertThat(changes.breaking()).isEmpty();
        assertThat(changes.unlisted(changelog("Added", coordinate))).isEmpty();
        assertThat(changes.unlisted("")).containsExactly("not listed: " + coordinate);
    }

    @Test
    void whatIsNoChangeIsNotListed() {
        SchemaChanges none = new SchemaChanges(BEFORE, BEFORE.replace("b: String!", "\"Described.\" b: String!"));

        assertThat(none.unlisted("")).isEmpty();
        assertThat(none.unlisted(changelog("Breaking", "Query.b"))).containsExactly("no change: Query.b");
        assertThat(none.unlisted("## Unreleased\n\n## 1.0.0\n\n### Breaking\n\n- `Query.b`: gone.\n"))
                .isEmpty();
    }

    @Test
    void aTypeThatGoesIsOneChange() {
        SchemaChanges changes =
                changes("l: [T!]  t: T  f(i: I): Int } type T { e: E }", "l: Int  e: E  f(i: I): Int }");

        assertThat(changes.all()).containsExactly("Query.e", "Query.l", "Query.t", "T");
    }

    private static SchemaChanges changes(String old, String now) {
        assertThat(BEFORE).contains(old);
        return new SchemaChanges(BEFORE, BEFORE.replace(old, now));
    }

    private static String changelog(String heading, String coordinate) {
        return "# Changes\n\n## Unreleased\n\n### " + heading + "\n\n- `" + coordinate + "`: a word.\n\n## 0.9\n";
    }
}
