package dev.meishi.photo;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** The limits of photos. */
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
    @DurationMin(millis = 1)
    @DurationMax(days = 1)
    Duration timeout();

    /**
     * For how long a client may show a photo, or none where there is none, without asking again.
     *
     * @return an hour by default: each photo of a page of contacts takes a call
     */
    @WithDefault("1h")
    @DurationMin
    @DurationMax(days = 365)
    Duration maxAge();
}
