package dev.meishi.contact;

import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import dev.meishi.ledger.Ledger;
import dev.meishi.lineworks.Domains;
import dev.meishi.lineworks.LineWorks;
import dev.meishi.lineworks.UpstreamPhoto;
import dev.meishi.relay.GlobalId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/**
 * Photos of contacts. Whose photo may be seen is decided as for the contact itself: by its id and its domain here, and by
 * LINE WORKS at each call in the view that all contacts are read in. Nothing of them is cached. It is built at its first use,
 * not with the route: the simulator's address is that of the server, which listens by then.
 */
@ApplicationScoped
public class ContactPhotos {

    private final LineWorks lineWorks;
    private final Domains domains;

    ContactPhotos(LineWorks lineWorks, Domains domains) {
        this.lineWorks = lineWorks;
        this.domains = domains;
    }

    /**
     * Opens a contact's photo.
     *
     * @param id global id of the contact
     * @param tag of what the client has of it already, as its {@code If-None-Match} says; null if nothing
     * @param ledger that one call is taken from
     * @return to be read or abandoned; fails with {@code NOT_FOUND} if there is no such contact or it has no photo
     * @throws Failure {@code INVALID_ID} as for {@code contact(id)}, {@code NOT_FOUND} for a domain that is not served
     */
    public Uni<UpstreamPhoto> open(String id, @Nullable String tag, Ledger ledger) {
        GlobalId wanted = GlobalId.parse(id, Contact.TYPE);
        if (!domains.has(wanted.domainId())) {
            throw new Failure(ErrorCode.NOT_FOUND, "There is no contact of this id.");
        }
        SingleContactLoader.requirePossible(wanted.key());
        return lineWorks.photo(wanted.domainId(), wanted.key(), tag, ledger);
    }
}
