package dev.meishi.doctor;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the process begins: the gateway without arguments, the doctor with {@code doctor}. */
@QuarkusMain
public final class Main {

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

    private Main() {}

    /**
     * Starts what is asked for.
     *
     * @param arguments none for the gateway
     */
    public static void main(String... arguments) {
        List<String> words = List.of(arguments);
        if (words.isEmpty()) {
            Quarkus.run(arguments);
        } else if (words.equals(List.of("doctor")) || words.equals(List.of("doctor", DoctorRun.JSON))) {
            DOCTOR.forEach(System::setProperty);
            Quarkus.run(DoctorRun.class, Main::end, arguments);
        } else {
            StandardOutput.warn(USAGE);
            System.exit(Report.WRONG_SETTINGS);
        }
    }

    /** What the start of the gateway logs of its settings is printed here: nobody logs it for a process with an end of its own. */
    private static void end(int code, @Nullable Throwable thrown) {
        if (thrown == null) {
            System.exit(code);
            return;
        }
        Throwable cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        StandardOutput.warn(cause.getMessage() == null ? cause.toString() : cause.getMessage());
        System.exit(Report.WRONG_SETTINGS);
    }
}
