package dev.meishi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meishi.access.CallersConfig;
import dev.meishi.contact.ChangesConfig;
import dev.meishi.contact.TotalsConfig;
import dev.meishi.execution.ExecutionConfig;
import dev.meishi.export.ExportConfig;
import dev.meishi.failure.ErrorCode;
import dev.meishi.graphql.DocumentsConfig;
import dev.meishi.graphql.Limit;
import dev.meishi.graphql.LimitsConfig;
import dev.meishi.http.HttpConfig;
import dev.meishi.http.body.BodyConfig;
import dev.meishi.http.documents.ManifestsConfig;
import dev.meishi.http.sites.SitesConfig;
import dev.meishi.http.sockets.WebSocketConfig;
import dev.meishi.lineworks.CursorConfig;
import dev.meishi.lineworks.UpstreamConfig;
import dev.meishi.lineworks.oauth.OauthConfig;
import dev.meishi.member.MembersConfig;
import dev.meishi.memory.MemoryConfig;
import dev.meishi.pages.LookupConfig;
import dev.meishi.pages.PagesConfig;
import dev.meishi.phone.PhonesConfig;
import dev.meishi.photo.PhotosConfig;
import dev.meishi.privatecontact.PrivateContactConfig;
import dev.meishi.quota.QuotaConfig;
import dev.meishi.sandbox.SandboxConfig;
import dev.meishi.server.ConnectionsConfig;
import dev.meishi.server.ShutdownConfig;
import dev.meishi.settings.Keys;
import dev.meishi.tag.TagsConfig;
import dev.meishi.telemetry.LogConfig;
import dev.meishi.telemetry.MetricsConfig;
import dev.meishi.tracing.TracingConfig;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import io.smallrye.config.common.utils.StringUtil;
import java.io.IOException;
import java.io.Reader;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the README and the pages under src/docs say in tables is what the code does. */
class ReadmeTest {

    private static final List<Class<?>> MAPPINGS = List.of(
            UpstreamConfig.class,
            CursorConfig.class,
            OauthConfig.class,
            QuotaConfig.class,
            PrivateContactConfig.class,
            LimitsConfig.class,
            DocumentsConfig.class,
            ManifestsConfig.class,
            ExecutionConfig.class,
            HttpConfig.class,
            BodyConfig.class,
            SitesConfig.class,
            ConnectionsConfig.class,
            WebSocketConfig.class,
            ShutdownConfig.class,
            CallersConfig.class,
            PagesConfig.class,
            LookupConfig.class,
            MemoryConfig.class,
            MetricsConfig.class,
            TracingConfig.class,
            LogConfig.class,
            MembersConfig.class,
            ChangesConfig.class,
            ExportConfig.class,
            PhotosConfig.class,
            SandboxConfig.class,
            TagsConfig.class,
            TotalsConfig.class,
            PhonesConfig.class);

    /** More words belong on a page of their own. */
    private static final int MOST_WORDS = 1_750;

    private static final Pattern KEY_ROW =
            Pattern.compile("^\\| `(meishi\\.[a-z0-9.<>-]+)` \\| ([a-z]+) \\| (?:`([^`]*)`|–) \\|", Pattern.MULTILINE);

    private static String readme;

    /** The README and all pages. */
    private static String docs;

    @BeforeAll
    static void read() throws IOException {
        readme = Docs.read(Docs.README);
        docs = Docs.all();
    }

    @Test
    void itIsShort() {
        assertThat(readme.strip().split("\\s+")).hasSizeLessThan(MOST_WORDS);
    }

    @Test
    void itsErrorCodesAreTheClosedSet() {
        List<String> documented = rows("\\| `([A-Z_]+)` \\| (yes|no) \\| (.*) \\|");
        List<String> real = Arrays.stream(ErrorCode.values())
                .map(code -> code + " " + (code.isRetryable() ? "yes" : "no") + " " + code.description())
                .toList();

        assertThat(documented).isEqualTo(real);
    }

    @Test
    void itsConfigurationIsEveryKeyWithItsDefault() throws IOException {
        Map<String, String> documented = new TreeMap<>();
        documentedDefaults().forEach((key, values) -> documented.put(key, String.join(" and elsewhere ", values)));

        assertThat(documented).isEqualTo(realConfiguration());
    }

    @Test
    void theArgumentHelpKnowsTheSame() throws IOException {
        Map<String, String> known = new TreeMap<>();
        Keys.all()
                .forEach(key -> known.put(
                        key.name().replaceAll("<.*>", "<>"), key.type().title() + " " + key.byDefault()));

        assertThat(known).isEqualTo(realConfiguration());
    }

    @Test
    void eachKeyHasOneDefaultInAllTablesThatHaveIt() {
        assertThat(docs.lines().filter(line -> line.startsWith("| `meishi.")))
                .allSatisfy(line -> assertThat(line).containsPattern(KEY_ROW));
        assertThat(documentedDefaults())
                .isNotEmpty()
                .allSatisfy((key, values) -> assertThat(values).as(key).hasSize(1));
    }

    /** By key, as it stands in any table of any page. */
    private static Map<String, Set<String>> documentedDefaults() {
        return KEY_ROW.matcher(docs)
                .results()
                .collect(Collectors.groupingBy(
                        row -> row.group(1).replaceAll("<.*>", "<>"),
                        TreeMap::new,
                        Collectors.mapping(
                                row -> row.group(2) + " " + (row.group(3) == null ? "" : row.group(3)),
                                Collectors.toCollection(TreeSet::new))));
    }

    @Test
    void itsLimitsAreDescribedAsTheyAreCounted() {
        for (Limit limit : Limit.values()) {
            assertThat(docs)
                    .containsPattern("(?m)^\\| `" + Pattern.quote(limit.setting()) + "` \\| integer \\| `\\d+` \\| "
                            + Pattern.quote(limit.description()) + "(;| \\|)");
        }
    }

    @Test
    void itsTestCommandIsTheOneOfTheContinuousIntegration() throws IOException {
        assertThat(readme).contains("    ./mvnw verify\n");
        assertThat(Path.of(".ci/run")).content().contains("./mvnw -B -ntp verify\n");
    }

    private static List<String> rows(String row) {
        return Pattern.compile("^" + row + "$", Pattern.MULTILINE)
                .matcher(docs)
                .results()
                .map(match -> match.group(1) + " " + match.group(2) + " " + match.group(3))
                .toList();
    }

    /** What a map of settings has under each name. */
    private static Class<?> valueOf(Method method) {
        return (Class<?>) ((ParameterizedType) method.getGenericReturnType()).getActualTypeArguments()[1];
    }

    private static Map<String, String> realConfiguration() throws IOException {
        Map<String, String> keys = new TreeMap<>();
        for (Class<?> mapping : MAPPINGS) {
            collect(mapping, mapping.getAnnotation(ConfigMapping.class).prefix(), keys);
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of("src/main/resources/application.properties"))) {
            properties.load(reader);
        }
        properties.stringPropertyNames().stream()
                .filter(name -> name.startsWith("meishi.") && !name.contains("\""))
                .forEach(name ->
                        keys.compute(name, (key, declared) -> typeOf(declared) + " " + properties.getProperty(name)));
        return keys;
    }

    /** Those without a public declaration say whether something is on. */
    private static String typeOf(@Nullable String declared) {
        return declared == null ? "boolean" : declared.substring(0, declared.indexOf(' '));
    }

    private static void collect(Class<?> mapping, String prefix, Map<String, String> keys) {
        for (Method method : mapping.getMethods()) {
            String key = prefix + "." + StringUtil.skewer(method.getName());
            if (method.isAnnotationPresent(WithParentName.class)) {
                collect(valueOf(method), prefix + ".<>", keys);
            } else if (method.getReturnType().isInterface()
                    && method.getReturnType().getEnclosingClass() != null
                    && !Map.class.isAssignableFrom(method.getReturnType())) {
                collect(method.getReturnType(), key, keys);
            } else {
                WithDefault value = method.getAnnotation(WithDefault.class);
                boolean isMap = Map.class.isAssignableFrom(method.getReturnType());
                keys.put(
                        isMap ? key + ".<>" : key,
                        Declarations.type(method.getGenericReturnType()) + " " + (value == null ? "" : value.value()));
            }
        }
    }
}
