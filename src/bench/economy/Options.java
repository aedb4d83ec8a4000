package economy;

import harness.Arguments;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

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
        Arguments given = Arguments.of(
                args,
                Map.of(
                        "--show", "2,3,4,6,7,8",
                        "--seed", "1",
                        "--contacts", isBrief ? "60000" : "120000",
                        "--seconds", "300"),
                "--brief");
        return new Options(
                given.list("--show"),
                given.number("--seed"),
                given.number("--contacts"),
                given.number("--seconds"),
                isBrief);
    }
}
