package dev.meishi.lineworks;

import dev.meishi.secret.Secret;

/**
 * Who the gateway is to API 2.0 of a LINE WORKS that stands in for the real one, where nothing is configured. Whatever
 * stands in provides the bean.
 */
public interface StandInAccount {

    /** Client id of the app, the issuer of assertions. */
    String clientId();

    /** Client secret of the app. */
    Secret clientSecret();

    /** The service account, the subject of assertions. */
    String serviceAccount();

    /** The domain that the app belongs to. */
    String domainId();

    /**
     * The private key that assertions are signed with. The first call generates it, which takes a moment: ask on a worker.
     *
     * @return RSA, PKCS#8, in PEM
     */
    Secret privateKey();
}
