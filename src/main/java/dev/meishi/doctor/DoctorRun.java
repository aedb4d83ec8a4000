package dev.meishi.doctor;

import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;

/** The doctor as a command: examines, prints, and ends the process. */
@Singleton
@Unremovable
public class DoctorRun implements QuarkusApplication {

    static final String JSON = "--json";

    private final Doctor doctor;

    DoctorRun(Doctor doctor) {
        this.doctor = doctor;
    }

    @Override
    public int run(String... arguments) throws InterruptedException, ExecutionException {
        boolean isJson = Arrays.asList(arguments).contains(JSON);
        String announcement = "At most " + doctor.mostCalls() + " calls of LINE WORKS will be made.";
        if (isJson) {
            StandardOutput.warn(announcement);
        } else {
            StandardOutput.print(announcement);
        }
        Report report = doctor.examine().subscribeAsCompletionStage().get();
        StandardOutput.print(isJson ? JsonReport.of(report) : TextReport.of(report));
        return report.exitCode();
    }
}
