package dev.meishi.execution.smallrye;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Keeps contexts out of Mutiny's pipelines. The framework would capture all contexts of the caller at each step of each
 * pipeline and put them back around each of its functions, which takes longer than the functions do. No function here asks
 * a context for anything: a resolver does so when it is called, and hands on what it got.
 */
@ApplicationScoped
class MutinyWithoutContexts {

    void begin(@Observes StartupEvent start) {
        Infrastructure.clearInterceptors();
    }
}
