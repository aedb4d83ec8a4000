package dev.meishi.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * {@link Documents}: however a new document is made, reading and validating it stays within an effort that an event loop
 * can spare. The effort is counted in bytes allocated, which do not depend on what else the machine does: a warm JVM
 * allocates some 2 MB of them in a millisecond.
 */
class DocumentEffortTest {

    private static final long MOST_BYTES = 30_000_000;
    private static final int BODY = 131_000;
    private static final String CONTACT =
            "id memo resourceId emails { address represent } phones { value type typeRaw }"
                    + " name { lastName firstName } organizations { name title } websites { value } ";

    private static final Map<String, String> SHAPES = shapes();

    private static Map<String, String> shapes() {
        Map<String, String> shapes = new LinkedHashMap<>();
        shapes.put("byte order marks", "{ tags { id } }" + "\uFEFF".repeat(BODY / 3));
        shapes.put("commas", "{ tags { id } }" + ",".repeat(BODY));
        shapes.put("line ends", "{ tags { id } }" + "\n".repeat(BODY));
        shapes.put("comments", "{ tags { id } }" + "#\n".repeat(BODY / 2));
        shapes.put("operations", many(250, "query Q%d { tags { id } } "));
        shapes.put(
                "operations of one fragment",
                many(10, "query Q%d { contacts { nodes { ...F } } } ") + "fragment F on Contact { " + CONTACT + "}");
        shapes.put(
                "operations of many aliases",
                many(
                                10,
                                "query Q%d { "
                                        + IntStream.range(0, 19)
                                                .mapToObj(i -> "a" + i + ": contacts { nodes { ...F } } ")
                                                .collect(Collectors.joining())
                                        + "} ")
                        + "fragment F on Contact { " + CONTACT + "}");
        shapes.put(
                "a chain of fragments",
                "{ ...F0 }"
                        + IntStream.range(0, 240)
                                .mapToObj(i -> " fragment F" + i + " on Query { ...F" + (i + 1) + " }")
                                .collect(Collectors.joining())
                        + " fragment F240 on Query { tags { id } }");
        shapes.put("fragments that are not used", "{ tags { id } }" + many(250, " fragment F%d on Tag { id }"));
        shapes.put("variables that are not used", "query (" + many(480, "$v%d: Int ") + ") { tags { id } }");
        shapes.put(
                "variables with defaults",
                "query (" + many(90, "$v%d: ContactFilter = {open: true keyword: \"x\"} ")
                        + ") { contacts(filter: $v0) { totalCount } }");
        shapes.put("a long list", "{ nodes(ids: [" + many(1_900, "%d ") + "]) { id } }");
        shapes.put("a deep list", "{ nodes(ids: " + "[".repeat(120) + "]".repeat(120) + ") { id } }");
        shapes.put("arguments", "{ contacts(" + "first: 1 ".repeat(600) + ") { totalCount } }");
        shapes.put("fields of an object", "{ contacts(filter: {" + "open: true ".repeat(600) + "}) { totalCount } }");
        shapes.put("unknown fields", "{ contacts { nodes { " + many(900, "x%d ") + "} } }");
        shapes.put("fields near known ones", "{ contacts { nodes { " + many(480, "primaryOrganizatoin%d ") + "} } }");
        shapes.put(
                "types near known ones",
                many(200, "fragment F%d on PrivateContactConnectoin%d { id } ") + "{ tags { id } }");
        shapes.put("unknown directives", "{ tags { id " + many(40, "@x(a: 1 b: 2 c: 3 d: 4 e: 5) ") + "} }");
        shapes.put("repeated fields", "{ contacts { nodes { " + "emails { address } ".repeat(50) + "} } }");
        shapes.put(
                "overlapping fragments",
                many(10, "query Q%d { contacts { nodes { " + "...F ".repeat(30) + "} } } ") + "fragment F on Contact { "
                        + CONTACT + "}");
        shapes.put("inline fragments", "{" + "... { ".repeat(100) + "tags { id }" + " }".repeat(100) + "}");
        shapes.put("a long string", "{ contact(id: \"" + "x".repeat(BODY) + "\") { id } }");
        shapes.put("a string of many lines", "{ contact(id: \"\"\"" + " x\n".repeat(BODY / 3) + "\"\"\") { id } }");
        shapes.put("a string of escapes", "{ contact(id: \"" + "\\u0041".repeat(BODY / 6) + "\") { id } }");
        shapes.put("definitions", many(380, "type A%d { b: C } "));
        return shapes;
    }

    @Test
    void noShapeOfADocumentTakesMoreThanAnEventLoopCanSpare() {
        SHAPES.forEach((shape, text) -> {
            allocated(text + " ");
            assertThat(allocated(text)).as(shape).isLessThan(MOST_BYTES);
        });
    }

    private static long allocated(String text) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Documents documents = Settings.documents();
        long before = threads.getCurrentThreadAllocatedBytes();
        try {
            documents.names(text);
        } catch (RequestRefused refused) {
            assertThat(refused.errors()).isNotEmpty();
        }
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    private static String many(int count, String text) {
        return IntStream.range(0, count)
                .mapToObj(i -> text.replace("%d", String.valueOf(i)))
                .collect(Collectors.joining());
    }
}
