package harness;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A command line of options with values, {@code --seconds 60}, and of switches, {@code --brief}. */
public final class Arguments {

    private final Map<String, String> values;
    private final Set<String> switches;

    private Arguments(Map<String, String> values, Set<String> switches) {
        this.values = values;
        this.switches = switches;
    }

    /**
     * What a command line says.
     *
     * @param args as {@code main} has them
     * @param defaults of all options that there are
     * @param switches all that there are
     * @throws IllegalArgumentException if there is another one, or an option without its value
     */
    public static Arguments of(String[] args, Map<String, String> defaults, String... switches) {
        Map<String, String> values = new TreeMap<>(defaults);
        Set<String> on = new HashSet<>();
        List<String> unknown = new ArrayList<>();
        for (int i = 0; i < args.length; i++) {
            if (List.of(switches).contains(args[i])) {
                on.add(args[i]);
            } else if (defaults.containsKey(args[i]) && i + 1 < args.length) {
                values.put(args[i], args[++i]);
            } else {
                unknown.add(args[i]);
            }
        }
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("Expected one of " + List.of(switches) + ", or a value for one of "
                    + new TreeMap<>(defaults).keySet() + "; found " + unknown);
        }
        return new Arguments(values, on);
    }

    /** Whether a switch is there. */
    public boolean is(String name) {
        return switches.contains(name);
    }

    /** The value of an option. */
    public String text(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("There is no option " + name);
        }
        return value;
    }

    /** The value of an option that is a whole number. */
    public int number(String name) {
        return Integer.parseInt(text(name));
    }

    /** The values of an option that has several, with commas between them or blanks; none if it is empty. */
    public List<String> list(String name) {
        return Stream.of(text(name).split("[, ]")).filter(one -> !one.isBlank()).toList();
    }
}
