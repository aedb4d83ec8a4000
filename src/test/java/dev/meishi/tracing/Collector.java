package dev.meishi.tracing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.Map;

/** A gateway whose operations are traced, and the collector that it sends spans to. */
public final class Collector implements QuarkusTestResourceLifecycleManager {

    private final OtlpReceiver receiver = new OtlpReceiver();

    /** Marks the field of a test that is to hold it. */
    @Retention(RetentionPolicy.RUNTIME)
    public @interface Receiver {}

    @Override
    public Map<String, String> start() {
        return Map.of(
                "meishi.tracing.enabled", "true",
                "meishi.tracing.endpoint", receiver.endpoint(),
                "meishi.tracing.ratio", "1");
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(
                receiver, new TestInjector.AnnotatedAndMatchesType(Receiver.class, OtlpReceiver.class));
    }

    @Override
    public void stop() {
        receiver.close();
    }
}
