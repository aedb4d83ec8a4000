package dev.meishi.sandbox.api.v2;

import dev.meishi.lineworks.StandInAccount;
import dev.meishi.lineworks.Tenant;
import dev.meishi.secret.Secret;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one app that the simulator knows, and its service account. The key pair is generated when the private key is first
 * asked for: it takes a part of a second, which a start that does not use it is spared.
 */
@Singleton
public class SandboxAccount implements StandInAccount {

    private static final int KEY_BITS = 2048;

    private final String domainId;
    private @Nullable KeyPair keys;
    private volatile @Nullable PublicKey publicKey;

    /** The account in a tenant's domain. */
    @Inject
    public SandboxAccount(Tenant tenant) {
        this.domainId = tenant.domainId();
    }

    @Override
    public String clientId() {
        return "sandbox-client";
    }

    @Override
    public Secret clientSecret() {
        return new Secret("sandbox-client-secret");
    }

    @Override
    public String serviceAccount() {
        return "sandbox.serviceaccount@example.com";
    }

    @Override
    public String domainId() {
        return domainId;
    }

    @Override
    public Secret privateKey() {
        String base64 = Base64.getMimeEncoder()
                .encodeToString(keys().getPrivate().getEncoded())
                .replace("\r", "");
        return new Secret("-----BEGIN PRIVATE KEY-----\n" + base64 + "\n-----END PRIVATE KEY-----\n");
    }

    /** The key of its signatures; empty as long as nobody has asked for the private one, so nobody can have signed. */
    Optional<PublicKey> publicKey() {
        return Optional.ofNullable(publicKey);
    }

    private synchronized KeyPair keys() {
        KeyPair known = keys;
        if (known == null) {
            known = generated();
            keys = known;
            publicKey = known.getPublic();
        }
        return known;
    }

    private static KeyPair generated() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(KEY_BITS);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
