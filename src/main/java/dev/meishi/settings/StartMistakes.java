package dev.meishi.settings;

import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * All mistakes of a configuration that was refused, a line each. A value that cannot be read hides what is wrong with the
 * other settings of its group. So the configuration is built again with defaults in place of such values, and what is
 * found then is told with the rest.
 */
public final class StartMistakes {

    /** Above all sources, so that a value that cannot be read is replaced wherever it was set. */
    private static final int ABOVE_ALL = Integer.MAX_VALUE;

    private StartMistakes() {}

    /**
     * Says what is wrong.
     *
     * @param refused by the framework
     * @return a line that says how many mistakes there are, a line for each, and a line that says where the keys are described
     */
    public static String of(ConfigValidationException refused) {
        return of(refused, StartBuilder.last());
    }

    static String of(ConfigValidationException refused, @Nullable SmallRyeConfigBuilder builder) {
        Set<String> lines = new TreeSet<>();
        Map<String, String> replaced = new HashMap<>();
        ConfigValidationException problems = refused;
        while (problems != null) {
            int before = replaced.size();
            for (int i = 0; i < problems.getProblemCount(); i++) {
                Mistake mistake = Mistake.of(problems.getProblem(i).getMessage());
                if (mistake.isUnreadable() && builder != null) {
                    replaced.putIfAbsent(mistake.key(), byDefault(mistake.key(), builder));
                }
                lines.add(mistake.line());
            }
            problems = replaced.size() > before && builder != null ? again(builder, replaced) : null;
        }
        String count = lines.size() == 1 ? "a mistake" : lines.size() + " mistakes";
        return "The gateway does not start, its configuration has " + count + ":\n  " + String.join("\n  ", lines)
                + "\nEvery key is described by the argument 'help', those of a group by 'help' and a part of their names.";
    }

    private static @Nullable ConfigValidationException again(
            SmallRyeConfigBuilder builder, Map<String, String> replaced) {
        try {
            builder.withSources(new PropertiesConfigSource(replaced, "defaults of what cannot be read", ABOVE_ALL))
                    .build();
            return null;
        } catch (ConfigValidationException more) {
            return more;
        }
    }

    /** What the declaration of a setting has; nothing for one that may be left out. */
    private static String byDefault(String key, SmallRyeConfigBuilder builder) {
        return builder.getDefaultValues().entrySet().stream()
                .filter(entry -> isOf(key, entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    /** Whether a name, or a pattern of names with {@code *} for the key of a map, is that of a key. */
    private static boolean isOf(String key, String pattern) {
        if (!pattern.contains("*")) {
            return pattern.equals(key);
        }
        Matcher parts = Pattern.compile("\\*|[^*]+").matcher(pattern);
        String regex = parts.replaceAll(part -> Matcher.quoteReplacement(
                part.group().equals("*") ? "(\"[^\"]*\"|[^.]+)" : Pattern.quote(part.group())));
        return key.matches(regex);
    }
}
