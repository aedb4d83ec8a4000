package dev.meishi.settings;

import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.SmallRyeConfigBuilderCustomizer;
import org.jspecify.annotations.Nullable;

/**
 * Notes what builds the configuration of the process. A start that was refused builds it once more, to find the mistakes
 * that others had hidden ({@link StartMistakes}).
 */
public final class StartBuilder implements SmallRyeConfigBuilderCustomizer {

    private static volatile @Nullable SmallRyeConfigBuilder last;

    @Override
    public void configBuilder(SmallRyeConfigBuilder builder) {
        last = builder;
    }

    /** The builder of this process's configuration; null if there is none yet. */
    static @Nullable SmallRyeConfigBuilder last() {
        return last;
    }
}
