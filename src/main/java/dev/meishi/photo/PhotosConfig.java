package dev.meishi.photo;

import dev.meishi.settings.CheckedBy;
import dev.meishi.settings.Ranges;
import dev.meishi.settings.SettingsCheck;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The limits of photos. */
@CheckedBy(PhotosConfig.Check.class)
@ConfigMapping(prefix = "meishi.photos")
public interface PhotosConfig {

    /**
     * The maximum size of a photo; a larger one is not sent, or broken off where its length was not known beforehand.
     *
     * @return 10 MiB by default, the largest that the vendor takes (contact-photo-create)
     */
    @WithDefault("10M")
    MemorySize maxSize();

    /**
     * How long a photo may take, from the request to its last byte.
     *
     * @return 30 s by default, as long as an operation
     */
    @WithDefault("30s")
    Duration timeout();

    /**
     * For how long a client may show a photo, or none where there is none, without asking again.
     *
     * @return an hour by default: each photo of a page of contacts takes a call
     */
    @WithDefault("1h")
    Duration maxAge();

    /** The ranges of its settings. */
    @RegisterForReflection(fields = false)
    final class Check implements SettingsCheck<PhotosConfig> {

        /** As {@link CheckedBy} needs it. */
        public Check() {}

        @Override
        public void check(PhotosConfig set, Mistakes mistakes) {
            Ranges.of("meishi.photos", mistakes)
                    .within("timeout", set.timeout(), Ranges.MILLISECOND, Ranges.DAY)
                    .within("max-age", set.maxAge(), Duration.ZERO, Duration.ofDays(365));
        }
    }
}
