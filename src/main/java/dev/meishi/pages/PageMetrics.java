package dev.meishi.pages;

import dev.meishi.ledger.PageSource;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Counts where the pages of answers come from. */
@Singleton
public class PageMetrics {

    private final Map<PageSource, Counter> used = new EnumMap<>(PageSource.class);
    private final Counter renewed;
    private final Counter notRenewed;

    PageMetrics(MeterRegistry registry) {
        for (PageSource from : PageSource.values()) {
            used.put(
                    from,
                    Counter.builder("meishi.pages.used")
                            .description("Pages used in answers, by source")
                            .tag("from", from.name().toLowerCase(Locale.ROOT))
                            .register(registry));
        }
        renewed = renewals(registry, "renewed");
        notRenewed = renewals(registry, "failed");
    }

    private static Counter renewals(MeterRegistry registry, String result) {
        return Counter.builder("meishi.pages.renewals")
                .description("Pages renewed in the background after they were served stale, by result")
                .tag("result", result)
                .register(registry);
    }

    /**
     * A page was used for an answer.
     *
     * @param from where it came from
     */
    public void used(PageSource from) {
        Objects.requireNonNull(used.get(from)).increment();
    }

    /** A page was renewed in the background. */
    void renewed() {
        renewed.increment();
    }

    /** A page could not be renewed. */
    void notRenewed() {
        notRenewed.increment();
    }
}
