package dev.meishi.doctor;

import dev.meishi.settings.KeysPage;
import dev.meishi.settings.StartMistakes;
import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.PreventFurtherStepsException;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigValidationException;
import java.net.BindException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Where the process begins: the gateway without arguments, the doctor with {@code doctor}, the keys with {@code help}. */
@QuarkusMain
public final class Main {

    private static final Logger LOG = Logger.getLogger(Main.class);

    private static final String USAGE =
            "use none to start the gateway, 'doctor' or 'doctor --json' to examine its settings and LINE WORKS, 'help' for all"
                    + " keys of its configuration, 'help' and a part of their names for some of them.";

    private static final Set<String> HELP = Set.of("help", "--help", "-h");

    /**
     * Settings of the doctor's process. It listens only where the simulator is part of it, on a free port of the loopback,
     * and its log does not mix with its report.
     */
    private static final Map<String, String> DOCTOR = Map.of(
            "quarkus.http.host-enabled", "${meishi.sandbox.enabled:false}",
            "quarkus.http.host", "127.0.0.1",
            "quarkus.http.port", "0",
            "quarkus.management.host-enabled", "false",
            "quarkus.log.console.stderr", "true",
            "quarkus.log.console.level", "WARN",
            "quarkus.banner.enabled", "false",
            "meishi.shutdown.delay", "0s");

    Main() {}

    /**
     * Starts what is asked for.
     *
     * @param arguments none for the gateway
     */
    public static void main(String... arguments) {
        List<String> words = List.of(arguments);
        if (words.isEmpty()) {
            Quarkus.run(GatewayRun.class, Main::endOfTheGateway, arguments);
        } else if (words.equals(List.of("doctor")) || words.equals(List.of("doctor", DoctorRun.JSON))) {
            DOCTOR.forEach(System::setProperty);
            Quarkus.run(DoctorRun.class, Main::endOfTheDoctor, arguments);
        } else if (HELP.contains(words.get(0)) && words.size() <= 2) {
            System.exit(help(words.size() == 1 ? "" : words.get(1)));
        } else {
            StandardOutput.warn("Unknown arguments; " + USAGE);
            System.exit(Report.WRONG_SETTINGS);
        }
    }

    /** Of the keys whose names have a part; the exit code. */
    private static int help(String part) {
        String page = KeysPage.of(part);
        if (page.isEmpty()) {
            StandardOutput.warn("No key has '" + part + "' in its name; 'help' alone has all keys.");
            return Report.WRONG_SETTINGS;
        }
        StandardOutput.print(part.isEmpty() ? "Arguments: " + USAGE + "\n\n" + page : page);
        return 0;
    }

    /**
     * What its start was refused for is said in the words of the refusal alone; anything else is a defect, with its trace.
     * Without its port there is nothing that development could begin with either: the process ends there too.
     */
    private static void endOfTheGateway(int code, @Nullable Throwable thrown) {
        if (thrown != null) {
            Throwable root = root(thrown);
            if (isRefusal(root)) {
                StandardOutput.warn(words(root));
            } else {
                LOG.error("The gateway could not be started", thrown);
            }
            if (root instanceof BindException) {
                System.exit(code);
            }
        }
        ApplicationLifecycleManager.getDefaultExitCodeHandler().accept(code, thrown);
    }

    private static boolean isRefusal(Throwable root) {
        return root instanceof BindException
                || root instanceof ConfigurationException
                || root instanceof ConfigValidationException
                || root instanceof PreventFurtherStepsException;
    }

    /** What the start of the gateway logs of its settings is printed here: nobody logs it for a process with an end of its own. */
    private static void endOfTheDoctor(int code, @Nullable Throwable thrown) {
        if (thrown == null) {
            System.exit(code);
            return;
        }
        StandardOutput.warn(words(root(thrown)));
        System.exit(Report.WRONG_SETTINGS);
    }

    private static Throwable root(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static String words(Throwable root) {
        if (root instanceof ConfigValidationException refused) {
            return StartMistakes.of(refused);
        }
        return root.getMessage() == null ? root.toString() : root.getMessage();
    }
}
