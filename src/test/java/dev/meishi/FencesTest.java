package dev.meishi;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import graphql.Directives;
import graphql.Internal;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a library does not promise is used in a few packages only, and each use stands in {@code src/docs/upgrading.md}. */
@AnalyzeClasses(packages = "dev.meishi", importOptions = DoNotIncludeTests.class)
public class FencesTest {

    private static final String BASE = "dev.meishi.";

    private static final Path PAGE = Path.of("src/docs/upgrading.md");

    private static final Pattern NAME = Pattern.compile("`([^`]+)`");

    private static final List<Library> LIBRARIES = List.of(
            new Library(
                    "graphql-java",
                    FencesTest::isOfGraphqlJava,
                    List.of("graphql", "execution.plan", "execution.smallrye")),
            new Library(
                    "SmallRye GraphQL",
                    type -> isBelow(type, "io.smallrye.graphql") && !isBelow(type, "io.smallrye.graphql.api"),
                    List.of("execution.smallrye")),
            new Library("Mutiny", type -> type.isEquivalentTo(Infrastructure.class), List.of("execution.smallrye")),
            new Library(
                    "Quarkus ArC",
                    type -> Stream.of(Arc.class, ManagedContext.class)
                            .anyMatch(part -> topLevel(type).equals(part.getName())),
                    List.of("execution.smallrye")),
            new Library("Quarkus REST client", FencesTest::isOfTheRestClient, List.of("lineworks.http")),
            new Library(
                    "Vert.x",
                    type -> isBelow(type, "io.vertx") && (type.getPackageName() + ".").contains(".impl."),
                    List.of("server", "loop")),
            new Library("Netty", type -> isBelow(type, "io.netty"), List.of("server", "lineworks.http", "loop")),
            new Library("Caffeine", type -> false, List.of("graphql", "execution.plan")));

    /**
     * A library.
     *
     * @param name on the page
     * @param isInternal whether a class of it is promised by nobody
     * @param packages that may use such classes
     */
    private record Library(String name, Predicate<JavaClass> isInternal, List<String> packages) {

        private Stream<String> usedBy(JavaClass type) {
            Stream<String> classes = type.getDirectDependenciesFromSelf().stream()
                    .map(Dependency::getTargetClass)
                    .map(JavaClass::getBaseComponentType)
                    .filter(isInternal)
                    .map(used -> topLevel(used).replaceFirst(".*\\.", ""));
            return switch (name) {
                case "graphql-java" -> Stream.concat(classes, switchesUsedBy(type));
                case "Caffeine" -> Stream.concat(classes, generatedUsedBy(type));
                default -> classes;
            };
        }
    }

    /** By the class itself: of one that is only caught, ArchUnit does not read the annotations. */
    private static boolean isOfGraphqlJava(JavaClass type) {
        return isBelow(type, "graphql") && isInternal(type.reflect());
    }

    private static boolean isInternal(@Nullable Class<?> type) {
        return type != null && (type.isAnnotationPresent(Internal.class) || isInternal(type.getEnclosingClass()));
    }

    private static boolean isOfTheRestClient(JavaClass type) {
        boolean isOfClient = isBelow(type, "org.jboss.resteasy.reactive.client");
        return isBelow(type, "org.jboss.resteasy.reactive.common")
                || (isOfClient && !isBelow(type, "org.jboss.resteasy.reactive.client.api"));
    }

    /** Switches of a whole process, though their class is public. */
    private static Stream<String> switchesUsedBy(JavaClass type) {
        return type.getMethodCallsFromSelf().stream()
                .filter(call -> call.getTargetOwner().isEquivalentTo(Directives.class))
                .map(JavaAccess::getName)
                .filter(name -> name.startsWith("set"))
                .map(name -> "Directives." + name);
    }

    /** Generated classes, which are registered for the native binary by their names. */
    private static Stream<String> generatedUsedBy(JavaClass type) {
        return type.tryGetAnnotationOfType(RegisterForReflection.class).stream()
                .flatMap(registered -> Arrays.stream(registered.classNames()))
                .filter(name -> name.startsWith("com.github.benmanes.caffeine."))
                .map(name -> name.substring(name.lastIndexOf('.') + 1));
    }

    /**
     * One use.
     *
     * @param library whose internal it is
     * @param what its class
     * @param where our class
     */
    private record Use(String library, String what, String where) implements Comparable<Use> {

        @Override
        public int compareTo(Use other) {
            return toString().compareTo(other.toString());
        }

        @Override
        public String toString() {
            return library + " | `" + what + "` | `" + where + "`";
        }
    }

    @ArchTest
    static void internalsAreUsedInFewPackages(JavaClasses classes) {
        for (Library library : LIBRARIES) {
            noClasses()
                    .that(describe(
                            "are outside of " + library.packages,
                            type -> !library.packages.contains(place(type.getPackageName()))))
                    .should()
                    .dependOnClassesThat(describe("are internals of " + library.name, library.isInternal))
                    .because("an upgrade is to break named places only, with their tests beside them")
                    .check(classes);
            assertThat(uses(classes, library).map(use -> use.where().replaceFirst("\\.\\w+$", "")))
                    .as("packages that use internals of " + library.name)
                    .containsOnly(library.packages().toArray(String[]::new));
        }
    }

    @ArchTest
    static void eachUseOfAnInternalIsOnThePage(JavaClasses classes) throws IOException {
        Set<Use> listed = rows("What the compiler sees").stream()
                .flatMap(row -> names(row.get(1)).stream()
                        .flatMap(what -> names(row.get(2)).stream().map(where -> new Use(row.get(0), what, where))))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<Use> real = LIBRARIES.stream()
                .flatMap(library -> uses(classes, library))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(listed).as("uses listed in %s", PAGE).containsExactlyInAnyOrderElementsOf(real);
    }

    @ArchTest
    static void eachClassAndEachTestThatThePageNamesIsThere(JavaClasses classes) throws IOException {
        List<List<String>> rows = Stream.of("What the compiler sees", "What nobody sees")
                .flatMap(FencesTest::rowsOf)
                .toList();
        Set<String> tests;
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            tests = files.map(file -> file.getFileName().toString().replaceFirst("\\.java$", ""))
                    .collect(Collectors.toSet());
        }

        assertThat(rows).hasSizeGreaterThan(40);
        for (List<String> row : rows) {
            assertThat(row).hasSize(5).noneMatch(String::isBlank);
            assertThat(names(row.get(2))).as("%s", row).isNotEmpty().allMatch(name -> classes.contain(BASE + name));
            assertThat(names(row.get(4)).stream().filter(name -> name.matches("[A-Z]\\w+")))
                    .as("%s", row)
                    .allMatch(tests::contains);
        }
        assertThat(rows.stream().map(row -> row.get(0)).collect(Collectors.toSet()))
                .isSubsetOf(rowsOf("Versions").map(row -> row.get(0)).collect(Collectors.toSet()));
    }

    private static Stream<Use> uses(JavaClasses classes, Library library) {
        return classes.stream()
                .flatMap(type -> library.usedBy(type).map(used -> new Use(library.name, used, place(topLevel(type)))))
                .distinct();
    }

    /** Name of the class that it is part of. */
    private static String topLevel(JavaClass type) {
        return type.getName().replaceFirst("\\$.*", "");
    }

    private static String place(String name) {
        return name.startsWith(BASE) ? name.substring(BASE.length()) : name;
    }

    private static boolean isBelow(JavaClass type, String place) {
        return (type.getPackageName() + ".").startsWith(place + ".");
    }

    private static Stream<List<String>> rowsOf(String heading) {
        try {
            return rows(heading).stream();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    /** The cells of the table below a heading. */
    private static List<List<String>> rows(String heading) throws IOException {
        String page = Files.readString(PAGE);
        int begin = page.indexOf("\n## " + heading + "\n");
        assertThat(begin).as("heading " + heading).isNotNegative();
        int end = page.indexOf("\n## ", begin + 1);
        return page.substring(begin, end < 0 ? page.length() : end)
                .lines()
                .filter(line -> line.startsWith("| "))
                .skip(1)
                .filter(line -> !line.startsWith("| ---"))
                .map(line -> Arrays.stream(
                                line.substring(1, line.lastIndexOf('|')).split("\\|", -1))
                        .map(String::strip)
                        .toList())
                .toList();
    }

    private static List<String> names(String cell) {
        return NAME.matcher(cell)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }
}
