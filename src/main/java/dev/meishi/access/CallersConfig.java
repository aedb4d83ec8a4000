package dev.meishi.access;

import dev.meishi.secret.Secret;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithDefaults;
import io.smallrye.config.WithParentName;
import jakarta.validation.constraints.Min;
import java.util.Map;
import java.util.Optional;

/**
 * The classes of callers. The class {@value Callers#DEFAULT} is of everybody without a known token, and there is always
 * one: as it comes it may do everything, which suits the simulator. An operator restricts it and gives those who may do
 * more a class with a token.
 */
@ConfigMapping(prefix = "meishi.callers")
public interface CallersConfig {

    /**
     * The classes by their names.
     *
     * @return a class that is not configured is as its settings are by default
     */
    @WithParentName
    @WithDefaults
    Map<String, Settings> classes();

    /** Of one class. */
    interface Settings {

        /**
         * Most calls to LINE WORKS that one operation may need.
         *
         * @return 100 by default: as many as {@code nodes} takes ids, so that nothing the schema allows is refused
         */
        @WithDefault("100")
        @Min(1)
        int maxUpstreamCalls();

        /**
         * Whether {@code Cache-Control: no-cache} has what is kept passed over.
         *
         * @return true by default
         */
        @WithDefault("true")
        boolean refresh();

        /**
         * Whether lists may be exported.
         *
         * @return true by default
         */
        @WithDefault("true")
        boolean export();

        /**
         * By which a caller is known: it sends {@code Authorization: Bearer} and this.
         *
         * @return empty for the class {@value Callers#DEFAULT}, and for no other
         */
        Optional<Secret> token();
    }
}
