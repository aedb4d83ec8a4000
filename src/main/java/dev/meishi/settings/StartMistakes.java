package dev.meishi.settings;

import io.smallrye.config.ConfigValidationException;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** All mistakes of a configuration that was refused, a line each. */
public final class StartMistakes {

    private StartMistakes() {}

    /**
     * Says what is wrong.
     *
     * @param refused by the framework
     * @return a line that says how many mistakes there are, a line for each, and a line that says where the keys are described
     */
    public static String of(ConfigValidationException refused) {
        Set<String> lines = new TreeSet<>(UnreadableValues.found());
        for (int i = 0; i < refused.getProblemCount(); i++) {
            lines.add(Mistake.of(refused.getProblem(i).getMessage()));
        }
        return told(lines);
    }

    static String told(Collection<String> lines) {
        String count = lines.size() == 1 ? "a mistake" : lines.size() + " mistakes";
        return "The gateway does not start, its configuration has " + count + ":\n  " + String.join("\n  ", lines)
                + "\nEvery key is described by the argument 'help', those of a group by 'help' and a part of their names.";
    }
}
