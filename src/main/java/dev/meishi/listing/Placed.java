package dev.meishi.listing;

import dev.meishi.connection.Anchor;
import dev.meishi.connection.Direction;
import dev.meishi.connection.Position.Token;
import dev.meishi.connection.Slice;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads up to an anchor of a list with cursors of the API that is not sorted by time. A page that is full before the anchor
 * is met may be beyond its place if the anchor is gone. Where a cursor of the API leads on from it, that tells its place all
 * the same; else it is looked for where it was found, and nowhere else: the rest of the list may be long.
 *
 * @param <T> kind of result
 */
final class Placed<T> implements Approach<T> {

    /** Pages on which it is looked for: others may have come before it on its own. */
    private static final int PAGES = 2;

    private final Approach<T> list;
    private final ListSource<T> source;
    private final Slice slice;
    private final Anchor until;
    private final CursorPages<T> pages;

    /**
     * A part of a list with an anchor at its other end.
     *
     * @param list how it is read
     * @param until where it ends
     */
    Placed(Access<T> access, Approach<T> list, Slice slice, Anchor until) {
        this.list = list;
        this.source = access.source();
        this.slice = slice;
        this.until = until;
        this.pages = new CursorPages<>(source, until.origin().order(), null, access.ledger());
    }

    @Override
    public Cost cost() {
        Cost read = list.cost();
        boolean isLookedFor = until.position() instanceof Token && !isCached();
        return isLookedFor ? read.and(1).upTo(PAGES - 1) : read;
    }

    /** Fails with {@code CURSOR_STALE} if the part may go on beyond the place of the anchor. */
    @Override
    public Uni<Void> read(Walk<T> walk) {
        return until.position() instanceof Token token && token.offset() < 0 && !isCached()
                ? place(token).chain(place -> readUpTo(place, walk))
                : readAndLook(walk);
    }

    private boolean isCached() {
        return pages.withCached(until, Direction.FORWARD) != null;
    }

    /** By the result that the API's cursor leads to; empty if that is refused. */
    private Uni<Optional<EndPlace>> place(Token token) {
        return pages.at(token.next(), pages.ahead(1))
                .map(page -> Optional.of(new EndPlace(slice, first(page))))
                .onFailure(ListFailures::isStale)
                .recoverWithItem(Optional.empty());
    }

    private @Nullable Long first(CursorPage<T> page) {
        return page.items().isEmpty()
                ? null
                : (Long) source.keys().fingerprint(page.items().get(0));
    }

    private Uni<Void> readUpTo(Optional<EndPlace> place, Walk<T> walk) {
        if (place.isPresent()) {
            walk.collector().endsAt(place.get());
            return list.read(walk);
        }
        return list.read(walk).invoke(read -> {
            if (walk.collector().hasMore()) {
                throw ListFailures.unplaced();
            }
        });
    }

    private Uni<Void> readAndLook(Walk<T> walk) {
        return list.read(walk).chain(read -> {
            if (!walk.collector().hasMore() || isCached()) {
                return Uni.createFrom().voidItem();
            }
            return until.position() instanceof Token token
                    ? look(token.at(token.rank() - token.offset()), PAGES)
                            .onFailure(Reading::isOfCalls)
                            .transform(thrown -> ListFailures.unplaced())
                    : Uni.createFrom().failure(ListFailures.unplaced());
        });
    }

    private Uni<Void> look(Token start, int most) {
        return pages.fresh(start, Integer.MAX_VALUE)
                .onFailure(ListFailures::isStale)
                .transform(thrown -> ListFailures.unplaced())
                .chain(page -> {
                    if (pages.find(page, until) >= 0) {
                        return Uni.createFrom().voidItem();
                    }
                    Token next = page.next();
                    return next == null || most == 1
                            ? Uni.createFrom().failure(ListFailures.stale())
                            : look(next, most - 1);
                });
    }

    @Override
    public String how(Cost cost) {
        return list.how(cost);
    }

    @Override
    public boolean isSparse() {
        return list.isSparse();
    }

    @Override
    public boolean isRationed() {
        return list.isRationed();
    }

    @Override
    public String hint() {
        return list.hint();
    }
}
