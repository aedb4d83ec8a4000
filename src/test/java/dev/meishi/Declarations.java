package dev.meishi;

import dev.meishi.access.CallersConfig;
import dev.meishi.contact.ChangesConfig;
import dev.meishi.contact.TotalsConfig;
import dev.meishi.export.ExportConfig;
import dev.meishi.graphql.DocumentsConfig;
import dev.meishi.graphql.LimitsConfig;
import dev.meishi.http.HttpConfig;
import dev.meishi.http.body.BodyConfig;
import dev.meishi.http.documents.ManifestsConfig;
import dev.meishi.http.sites.SitesConfig;
import dev.meishi.http.sockets.WebSocketConfig;
import dev.meishi.lineworks.CursorConfig;
import dev.meishi.lineworks.TenantSettings;
import dev.meishi.lineworks.UpstreamConfig;
import dev.meishi.lineworks.oauth.AccountSettings;
import dev.meishi.lineworks.oauth.OauthConfig;
import dev.meishi.memory.MemoryConfig;
import dev.meishi.memory.MemorySettings;
import dev.meishi.memory.Share;
import dev.meishi.pages.LookupConfig;
import dev.meishi.pages.PagesConfig;
import dev.meishi.phone.PhonesConfig;
import dev.meishi.photo.PhotosConfig;
import dev.meishi.quota.QuotaConfig;
import dev.meishi.sandbox.SandboxConfig;
import dev.meishi.secret.Secret;
import dev.meishi.server.ConnectionsConfig;
import dev.meishi.server.ServerSettings;
import dev.meishi.server.ShutdownConfig;
import dev.meishi.settings.RenamedKeys;
import dev.meishi.settings.SettingsValidator;
import dev.meishi.telemetry.LogConfig;
import dev.meishi.telemetry.MetricsConfig;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** What declares and checks the gateway's settings. */
public final class Declarations {

    private static final Map<Class<?>, String> TYPES = Map.ofEntries(
            Map.entry(boolean.class, "boolean"),
            Map.entry(int.class, "integer"),
            Map.entry(long.class, "integer"),
            Map.entry(OptionalInt.class, "integer"),
            Map.entry(double.class, "number"),
            Map.entry(Double.class, "number"),
            Map.entry(OptionalDouble.class, "number"),
            Map.entry(Duration.class, "duration"),
            Map.entry(MemorySize.class, "bytes"),
            Map.entry(Share.class, "memory"),
            Map.entry(Secret.class, "secret"),
            Map.entry(Instant.class, "time"),
            Map.entry(String.class, "text"));

    private Declarations() {}

    /** Builds a configuration as the start does, on the simulator and without {@code application.properties}. */
    public static SmallRyeConfigBuilder builder() {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withDefaultValue("meishi.sandbox.enabled", "true")
                .withDefaultValue("quarkus.http.http2", "false")
                .withDefaultValue("quarkus.http.limits.max-connections", "10")
                .withValidator(new SettingsValidator())
                .withMapping(HttpConfig.class)
                .withMapping(BodyConfig.class)
                .withMapping(SitesConfig.class)
                .withMapping(ConnectionsConfig.class)
                .withMapping(WebSocketConfig.class)
                .withMapping(ShutdownConfig.class)
                .withMapping(ExportConfig.class)
                .withMapping(PhotosConfig.class)
                .withMapping(LimitsConfig.class)
                .withMapping(PagesConfig.class)
                .withMapping(LookupConfig.class)
                .withMapping(UpstreamConfig.class)
                .withMapping(CursorConfig.class)
                .withMapping(OauthConfig.class)
                .withMapping(AccountSettings.class)
                .withMapping(ChangesConfig.class)
                .withMapping(CallersConfig.class)
                .withMapping(QuotaConfig.class)
                .withMapping(SandboxConfig.class)
                .withMapping(TotalsConfig.class)
                .withMapping(PhonesConfig.class)
                .withMapping(DocumentsConfig.class)
                .withMapping(ManifestsConfig.class)
                .withMapping(MemoryConfig.class)
                .withMapping(MetricsConfig.class)
                .withMapping(LogConfig.class)
                .withMapping(MemorySettings.class)
                .withMapping(ServerSettings.class)
                .withMapping(TenantSettings.class)
                .withMapping(RenamedKeys.class);
    }

    /** What the documentation calls the type of a setting. */
    public static String type(Type declared) {
        if (declared instanceof ParameterizedType parameterized) {
            Class<?> raw = (Class<?>) parameterized.getRawType();
            Type[] arguments = parameterized.getActualTypeArguments();
            return Collection.class.isAssignableFrom(raw) ? "list" : type(arguments[arguments.length - 1]);
        }
        Class<?> plain = (Class<?>) declared;
        return plain.isEnum() ? "choice" : TYPES.getOrDefault(plain, "varies");
    }
}
