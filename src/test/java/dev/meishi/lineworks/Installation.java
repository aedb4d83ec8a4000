package dev.meishi.lineworks;

import dev.meishi.connection.CursorSeal;
import dev.meishi.lineworks.Capabilities.Ability;
import dev.meishi.secret.Secret;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A gateway's settings, for tests of what is read from them. */
public final class Installation {

    /** What an API with numbered pages can do, and everything else besides. */
    public static final Capabilities NUMBERED =
            new Capabilities(500, 50_000, Duration.ofDays(7), EnumSet.allOf(Ability.class));

    /** Of cursors that a test makes. */
    public static final CursorSeal SEAL = CursorSeal.of("secret of the tests");

    private static final String PRIVATE_KEY = pem();

    private Installation() {}

    /** The domains of a gateway whose own is {@code own}; {@code more} is a comma-separated list, empty for none. */
    public static Domains domains(String own, String more) {
        Tenant tenant = new Tenant("api", own, Secret.of("consumer-key"), Secret.of("server-token"));
        UpstreamConfig config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(UpstreamConfig.class)
                .withDefaultValue("meishi.upstream.more-domain-ids", more)
                .build()
                .getConfigMapping(UpstreamConfig.class);
        return new Domains(tenant, config);
    }

    /** A private key as the Developer Console issues it. */
    public static String privateKey() {
        return PRIVATE_KEY;
    }

    private static String pem() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            byte[] der = generator.generateKeyPair().getPrivate().getEncoded();
            return "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(der)
                    + "\n-----END PRIVATE KEY-----\n";
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** Makes seals from what is configured: null for nothing. */
    public static CursorSeals seals(@Nullable String secret) {
        return new CursorSeals(() -> Optional.ofNullable(secret).map(Secret::of));
    }
}
