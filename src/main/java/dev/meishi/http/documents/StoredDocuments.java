package dev.meishi.http.documents;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.meishi.failure.ErrorCode;
import dev.meishi.graphql.DocumentHash;
import dev.meishi.graphql.Documents;
import dev.meishi.graphql.DocumentsConfig;
import dev.meishi.graphql.PreparedOperation;
import dev.meishi.graphql.RequestRefused;
import dev.meishi.http.body.GraphqlRequest;
import dev.meishi.http.documents.ManifestsConfig.Trust;
import dev.meishi.http.documents.TrustedDocuments.Trusted;
import dev.meishi.log.LogThrottle;
import dev.meishi.memory.Account;
import dev.meishi.memory.Memory;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Locale;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Which document a request means, and whether it may be executed: its text, one stored by a client under its hash
 * (automatic persisted queries, Apollo's protocol), or one of the installation's manifests (trusted documents).
 */
@Startup
@Singleton
public class StoredDocuments {

    private static final Logger LOG = Logger.getLogger(StoredDocuments.class);

    /** Of the specification's appendix: {@code sha256:} and the hexadecimal digits. */
    private static final String HASH_PREFIX = "sha256:";

    /** Heap of an entry of the cache beside its characters: two strings, and the nodes that hold them. */
    private static final int BYTES_AN_ENTRY = 250;

    private final Documents documents;
    private final Trust trust;
    private final TrustedDocuments trusted;
    private final @Nullable Cache<String, String> automatic;
    private final LogThrottle<Trust> throttle = new LogThrottle<>(Duration.ofSeconds(1));

    StoredDocuments(
            Documents documents,
            TrustedDocuments trusted,
            ManifestsConfig manifests,
            DocumentsConfig config,
            Memory memory) {
        this.documents = documents;
        this.trust = manifests.trust();
        this.trusted = trusted;
        this.automatic = config.automatic().enabled() && trust != Trust.ONLY
                ? Caffeine.newBuilder()
                        .maximumWeight(config.automatic().cache().bytes())
                        .weigher((String hash, String text) -> BYTES_AN_ENTRY + 2 * (hash.length() + text.length()))
                        .build()
                : null;
        if (automatic != null) {
            memory.show(Account.AUTOMATIC_DOCUMENTS, automatic);
        }
    }

    /**
     * The operation a request means.
     *
     * @param request what the caller sent
     * @param isReadOnly whether only queries may be executed
     * @return valid and within the limits
     * @throws RequestRefused {@code PERSISTED_QUERY_NOT_FOUND}, {@code PERSISTED_QUERY_MISMATCH},
     *     {@code DOCUMENT_NOT_TRUSTED}, and what {@link Documents#prepare} refuses
     */
    public PreparedOperation find(GraphqlRequest request, boolean isReadOnly) {
        String id = id(request);
        Trusted now = trusted.now();
        String text = request.query() != null ? request.query() : stored(id, now);
        if (request.query() != null && id != null) {
            requireSame(text, id, now);
        }
        requireTrusted(text, now);
        PreparedOperation operation = documents.prepare(text, request.operationName(), isReadOnly);
        if (automatic != null && request.query() != null && id != null) {
            automatic.put(id.toLowerCase(Locale.ROOT), text);
        }
        return operation;
    }

    private static @Nullable String id(GraphqlRequest request) {
        if (request.hash() != null) {
            return request.hash();
        }
        String id = request.documentId();
        return id != null && id.startsWith(HASH_PREFIX) ? id.substring(HASH_PREFIX.length()) : id;
    }

    private String stored(@Nullable String id, Trusted now) {
        String text = id == null ? null : now.byId().get(id);
        if (text == null && id != null && automatic != null) {
            text = automatic.getIfPresent(id.toLowerCase(Locale.ROOT));
        }
        if (text != null) {
            return text;
        }
        // The messages are Apollo's: its clients send the text along when they read the first, always at the second.
        throw automatic == null && now.byId().isEmpty()
                ? RequestRefused.of(ErrorCode.PERSISTED_QUERY_NOT_SUPPORTED, "PersistedQueryNotSupported")
                : RequestRefused.of(ErrorCode.PERSISTED_QUERY_NOT_FOUND, "PersistedQueryNotFound");
    }

    /** An id that is not checked would let one caller store another document under it than the others mean. */
    private static void requireSame(String text, String id, Trusted now) {
        String known = now.byId().get(id);
        if (known != null ? !known.equals(text) : !DocumentHash.of(text).equalsIgnoreCase(id)) {
            throw RequestRefused.of(
                    ErrorCode.PERSISTED_QUERY_MISMATCH,
                    "The SHA-256 of the document is " + DocumentHash.of(text)
                            + ", which does not match the hash or id sent with it.");
        }
    }

    /** Where documents of no manifest are executed but logged, it logs this one. */
    private void requireTrusted(String text, Trusted now) {
        if (trust == Trust.ANY || now.has(text)) {
            return;
        }
        if (trust == Trust.ONLY) {
            throw RequestRefused.of(
                    ErrorCode.DOCUMENT_NOT_TRUSTED,
                    "This installation executes only documents of its manifests; this one, with the SHA-256 "
                            + DocumentHash.of(text) + ", is not one of them.");
        }
        if (throttle.isDue(trust)) {
            LOG.warnf(
                    "A document that is in no manifest is executed: SHA-256 %s, %d characters.",
                    DocumentHash.of(text), text.length());
        }
    }
}
