package dev.meishi.doctor;

import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.PreventFurtherStepsException;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigValidationException;
import java.net.BindException;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Where the process begins: the gateway without arguments, the doctor with {@code doctor}. */
@QuarkusMain
public final class Main {

    private static final Logger LOG = Logger.getLogger(Main.class);

    private static final String USAGE =
            "Unknown arguments; use none to start the gateway, or 'doctor' or 'doctor --json' to examine its settings and LINE WORKS.";

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
        } else {
            StandardOutput.warn(USAGE);
            System.exit(Report.WRONG_SETTINGS);
        }
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
        return root.getMessage() == null ? root.toString() : root.getMessage();
    }
}
