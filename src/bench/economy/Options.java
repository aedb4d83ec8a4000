package economy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the command line says.
 *
 * @param shows numbers of what is to be shown
 * @param seed of all that is drawn by lot here
 * @param contacts of the simulator while it changes; an export has 50,000 of them at most
 * @param seconds that one walk may take
 * @param isBrief whether a sample of each show will do
 */
record Options(List<String> shows, long seed, int contacts, int seconds, boolean isBrief) {

    static Options of(String[] args) {
        boolean isBrief = Arrays.asList(args).contains("--brief");
        String[] pairs =
                Arrays.stream(args).filter(arg -> !arg.equals("--brief")).toArray(String[]::new);
        Map<String, String> given = new TreeMap<>(Map.of(
                "--show",
                "2,3,4,6,7,8",
                "--seed",
                "1",
                "--contacts",
                isBrief ? "60000" : "120000",
                "--seconds",
                "300"));
        int known = given.size();
        for (int i = 0; i + 1 < pairs.length; i += 2) {
            given.put(pairs[i], pairs[i + 1]);
        }
        if (pairs.length % 2 == 1 || given.size() != known) {
            throw new IllegalArgumentException(
                    "Expected --brief or a value for --show, --seed, --contacts, --seconds; found " + given);
        }
        return new Options(
                List.of(given.get("--show").split(",")),
                Long.parseLong(given.get("--seed")),
                Integer.parseInt(given.get("--contacts")),
                Integer.parseInt(given.get("--seconds")),
                isBrief);
    }
}
