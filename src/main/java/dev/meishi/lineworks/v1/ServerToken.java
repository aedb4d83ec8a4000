package dev.meishi.lineworks.v1;

import dev.meishi.lineworks.Authorization;
import dev.meishi.secret.Secret;
import io.smallrye.mutiny.Uni;

/**
 * The authorization of a Server API call: a token from the Developer Console, which stays the same until an operator
 * changes it.
 */
final class ServerToken implements Authorization {

    private final Uni<Secret> header;

    /** Exactly one blank after {@code Bearer}. */
    ServerToken(Secret token) {
        header = Uni.createFrom().item(new Secret("Bearer " + token.value()));
    }

    @Override
    public Uni<Secret> header() {
        return header;
    }

    @Override
    public boolean rejected(Secret rejected) {
        return false;
    }
}
