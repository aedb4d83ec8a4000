package dev.meishi.settings;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigSourceInterceptor;
import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.Priorities;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.jspecify.annotations.Nullable;

/**
 * Values that are not of the types of their keys. The framework checks nothing of settings among which it cannot read one, so
 * that such a value would hide all mistakes that are declared with it. Here the default takes its place, and the start is
 * refused all the same.
 */
@Priority(Priorities.APPLICATION + 500) // The outermost: it sees values as they are used.
public final class UnreadableValues implements ConfigSourceInterceptor {

    private static final long serialVersionUID = 1;

    /** That of the packaged {@code application.properties}; whatever is above is an operator's. */
    private static final int PACKAGED = 250;

    private static volatile @Nullable UnreadableValues last;

    private final Set<String> lines = new ConcurrentSkipListSet<>();

    /** Of a configuration that is being built. */
    @SuppressWarnings("ThisEscapedInObjectConstruction")
    public UnreadableValues() {
        last = this;
    }

    @Override
    public @Nullable ConfigValue getValue(ConfigSourceInterceptorContext context, String name) {
        ConfigValue set = context.proceed(name);
        if (set == null
                || set.getValue() == null
                || set.getConfigSourceOrdinal() <= PACKAGED
                || !name.startsWith("meishi.")) {
            return set;
        }
        Key key = Keys.of(name).orElse(null);
        if (key == null || key.isReadable(set.getValue())) {
            return set;
        }
        lines.add(Mistake.unreadable(key, name, set.getValue()));
        return key.byDefault().isEmpty() ? null : set.withValue(key.byDefault());
    }

    /** What is wrong with the configuration that was built last, a line each. */
    static Set<String> found() {
        UnreadableValues built = last;
        return built == null ? Set.of() : built.lines;
    }

    /** Refuses a start for them that nothing else has refused. */
    @Singleton
    static final class Check {

        Check() {}

        void refuse(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent start) {
            if (!found().isEmpty()) {
                throw new ConfigurationException(StartMistakes.told(found()));
            }
        }
    }
}
