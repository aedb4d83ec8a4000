package dev.meishi.graphql;

import dev.meishi.settings.CheckedBy;
import dev.meishi.settings.Ranges;
import dev.meishi.settings.SettingsCheck;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;
import java.util.Set;

/** How much a request may ask for before it is executed. */
@CheckedBy(LimitsConfig.Check.class)
@ConfigMapping(prefix = "meishi.limits")
public interface LimitsConfig {

    /**
     * Of {@link Limit#BODY_BYTES}.
     *
     * @return 128 KiB by default: the largest documents of large frontends have some 50 KiB
     */
    @WithDefault("131072")
    int bodyBytes();

    /**
     * Of {@link Limit#TOKENS}.
     *
     * @return 2000 by default: a query of every field of a contact has about 150
     */
    @WithDefault("2000")
    int tokens();

    /**
     * Of {@link Limit#NAME_LENGTH}.
     *
     * @return 128 by default: the longest name of the schema has 20
     */
    @WithDefault("128")
    int nameLength();

    /**
     * Of {@link Limit#OPERATIONS}: one is executed, all are validated and cached.
     *
     * @return 10 by default: most clients send one, GraphiQL as many as its editor has
     */
    @WithDefault("10")
    int operations();

    /**
     * Of {@link Limit#DEPTH}.
     *
     * @return 20 by default: the introspection query of GraphiQL has 15, the schema's own types 5
     */
    @WithDefault("20")
    int depth();

    /**
     * Of {@link Limit#FIELDS}.
     *
     * @return 1000 by default: every field of a contact is 80, the introspection query of GraphiQL 200
     */
    @WithDefault("1000")
    int fields();

    /**
     * Of {@link Limit#ALIASES}.
     *
     * @return 50 by default
     */
    @WithDefault("50")
    int aliases();

    /**
     * Of {@link Limit#ROOT_FIELDS}: each may be a call to LINE WORKS.
     *
     * @return 20 by default
     */
    @WithDefault("20")
    int rootFields();

    /**
     * Of {@link Limit#DIRECTIVES}.
     *
     * @return 50 by default
     */
    @WithDefault("50")
    int directives();

    /**
     * Of {@link Limit#DUPLICATE_FIELDS}: comparing them takes time that grows with their square.
     *
     * @return 50 by default
     */
    @WithDefault("50")
    int duplicateFields();

    /**
     * Of {@link Limit#OPERATIONS_AT_ONCE}.
     *
     * @return 20 by default
     */
    @WithDefault("20")
    int maxConcurrentOperations();

    /**
     * Of {@link Limit#COST}.
     *
     * @return 60000 by default: a full page of 500 contacts with all they have is about 27,500, and two are allowed
     */
    @WithDefault("60000")
    int cost();

    /**
     * Of {@link Limit#ANSWER_BYTES}.
     *
     * @return 4 MiB by default: 500 contacts with everything LINE WORKS sends have about 1 MB
     */
    @WithDefault("4194304")
    int answerBytes();

    /**
     * How many entries a list is taken to have that no argument gives a size to.
     *
     * @return 3 by default: a contact has one or two e-mail addresses, phones and organizations
     */
    @WithDefault("3")
    int assumedListSize();

    /**
     * How many entries a connection is estimated to have without {@code first} and {@code last}.
     *
     * @return 20 by default, which is what it then has
     */
    @WithDefault("20")
    int assumedPageSize();

    /**
     * Limits that refuse nothing: what goes over one of them is logged, at most once a minute.
     *
     * @return none by default
     */
    Optional<Set<Limit>> measureOnly();

    /** The ranges of its settings. */
    @RegisterForReflection(fields = false)
    final class Check implements SettingsCheck<LimitsConfig> {

        /** As {@link CheckedBy} needs it. */
        public Check() {}

        @Override
        public void check(LimitsConfig set, Mistakes mistakes) {
            Ranges.of("meishi.limits", mistakes)
                    .atLeast("body-bytes", set.bodyBytes(), 1)
                    .atLeast("tokens", set.tokens(), 1)
                    .atLeast("name-length", set.nameLength(), 1)
                    .atLeast("operations", set.operations(), 1)
                    .atLeast("depth", set.depth(), 1)
                    .atLeast("fields", set.fields(), 1)
                    .atLeast("aliases", set.aliases(), 1)
                    .atLeast("root-fields", set.rootFields(), 1)
                    .atLeast("directives", set.directives(), 0)
                    .atLeast("duplicate-fields", set.duplicateFields(), 0)
                    .atLeast("max-concurrent-operations", set.maxConcurrentOperations(), 1)
                    .atLeast("cost", set.cost(), 1)
                    .atLeast("answer-bytes", set.answerBytes(), 1)
                    .atLeast("assumed-list-size", set.assumedListSize(), 1)
                    .atLeast("assumed-page-size", set.assumedPageSize(), 1);
        }
    }
}
