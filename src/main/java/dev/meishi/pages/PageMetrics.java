package dev.meishi.pages;

import dev.meishi.ledger.Provenance;
import jakarta.enterprise.context.ApplicationScoped;

/** Counts where pages come from. */
@ApplicationScoped
class PageMetrics {

    /** A page was used for an answer. */
    void used(Provenance from) {}

    /** A page was renewed in the background. */
    void renewed() {}
}
