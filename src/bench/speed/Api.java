package speed;

import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/** The APIs of LINE WORKS that the canned upstream has, each with what a gateway has to be told to use it. */
enum Api {
    FIRST("1.0") {
        @Override
        Map<String, String> settings(String upstream) {
            return Map.of(
                    "MEISHI_UPSTREAM_URL",
                    upstream,
                    "MEISHI_UPSTREAM_API_ID",
                    API_ID,
                    "MEISHI_UPSTREAM_CONSUMER_KEY",
                    "key",
                    "MEISHI_UPSTREAM_SERVER_TOKEN",
                    "token");
        }
    },

    SECOND("2.0") {
        @Override
        Map<String, String> settings(String upstream) {
            return Map.of(
                    "MEISHI_UPSTREAM_API", "2.0",
                    "MEISHI_UPSTREAM_URL", upstream + SECOND_API,
                    "MEISHI_UPSTREAM_TOKEN_URL", upstream + TOKEN,
                    "MEISHI_UPSTREAM_CLIENT_ID", "client",
                    "MEISHI_UPSTREAM_CLIENT_SECRET", "secret",
                    "MEISHI_UPSTREAM_SERVICE_ACCOUNT", "speed@example.com",
                    "MEISHI_UPSTREAM_PRIVATE_KEY", privateKey());
        }
    };

    static final String API_ID = "speed";
    static final String DOMAIN_ID = "1";
    static final String SECOND_API = "/v1.0";
    static final String TOKEN = "/oauth2/v2.0/token";

    private final String version;

    Api(String version) {
        this.version = version;
    }

    /**
     * The settings that the APIs differ in, as environment variables.
     *
     * @param upstream scheme, host and port
     */
    abstract Map<String, String> settings(String upstream);

    /** As {@code meishi.upstream.api} has it. */
    String version() {
        return version;
    }

    /** The canned upstream takes any. */
    private static String privateKey() {
        try {
            byte[] key = KeyPairGenerator.getInstance("RSA")
                    .generateKeyPair()
                    .getPrivate()
                    .getEncoded();
            return "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(key)
                    + "\n-----END PRIVATE KEY-----\n";
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
