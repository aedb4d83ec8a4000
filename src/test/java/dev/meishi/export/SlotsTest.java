package dev.meishi.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.meishi.access.CallersConfig;
import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@link Slots}: no class of callers shuts another out. */
class SlotsTest {

    private final Slots slots = slots(Map.of("meishi.callers.office.max-concurrent-exports", "3"));

    @Test
    void aClassHasNoMoreThanItsOwn() {
        slots.take("default");
        Runnable second = slots.take("default");

        assertThat(refusal("default"))
                .hasMessageContaining(
                        "2 exports are already running for clients of this class (meishi.callers.<class>.max-concurrent-exports).");
        second.run();
        second.run();
        slots.take("default");
        assertThat(refusal("default").retryAfter()).isNotNull();
    }

    @Test
    void theFirstOfAClassIsTakenWhateverOthersHave() {
        slots.take("default");
        slots.take("default");
        Runnable first = slots.take("office");

        assertThat(refusal("office"))
                .hasMessageContaining("2 exports are already running (meishi.export.max-concurrent-exports).");
        first.run();
        slots.take("office");
    }

    @Test
    void theSharedOnesAreForWhoComesFirst() {
        slots.take("office");
        slots.take("office");

        assertThat(refusal("office"))
                .hasMessageContaining("2 exports are already running (meishi.export.max-concurrent-exports).");
        slots.take("default");
        assertThat(refusal("default"))
                .hasMessageContaining("2 exports are already running (meishi.export.max-concurrent-exports).");
    }

    private Failure refusal(String callerClass) {
        Failure failure = catchThrowableOfType(Failure.class, () -> slots.take(callerClass));
        assertThat(failure.code()).isEqualTo(ErrorCode.TOO_MANY_EXPORTS);
        return failure;
    }

    private static Slots slots(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.putIfAbsent("meishi.callers.default.export", "true");
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .withMapping(ExportConfig.class)
                .withMapping(CallersConfig.class)
                .withDefaultValues(all)
                .addDiscoveredConverters()
                .build();
        return new Slots(config.getConfigMapping(ExportConfig.class), config.getConfigMapping(CallersConfig.class));
    }
}
