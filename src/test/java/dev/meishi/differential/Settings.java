package dev.meishi.differential;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a run is made of; the system properties {@code differential.*}, which are no settings of the gateway, change it. */
final class Settings {

    /** Of documents and of what LINE WORKS has: {@code -Ddifferential.seed=}. */
    static final long SEED = Long.getLong("differential.seed", 20_200_405L);

    /** {@code -Ddifferential.documents=}. */
    static final int DOCUMENTS = Integer.getInteger("differential.documents", 20_000);

    /** Only this one of them, if not negative: {@code -Ddifferential.document=}. */
    static final int ONLY = Integer.getInteger("differential.document", -1);

    /** The gateway's clock stands still, as what LINE WORKS has does not move on with it. */
    static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");

    /** How far back contacts go: further than LINE WORKS searches at once. */
    static final int SPAN_SECONDS = (int) Duration.ofDays(20).toSeconds();

    static final String OWN_DOMAIN = "1";

    static final List<String> MORE_DOMAINS =
            IntStream.rangeClosed(2, 40).mapToObj(Integer::toString).toList();

    static final List<String> DOMAINS =
            Stream.concat(Stream.of(OWN_DOMAIN), MORE_DOMAINS.stream()).toList();

    private Settings() {}
}
