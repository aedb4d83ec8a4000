package dev.meishi.differential;

import dev.meishi.connection.CursorSeal;
import dev.meishi.connection.Page;
import dev.meishi.connection.PageRequest;
import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import dev.meishi.ledger.Ledger;
import dev.meishi.lineworks.Capabilities;
import dev.meishi.lineworks.ContactBuilder;
import dev.meishi.lineworks.ContactSearch;
import dev.meishi.lineworks.Installation;
import dev.meishi.lineworks.LineWorks;
import dev.meishi.lineworks.UpstreamPrivateContact;
import dev.meishi.lineworks.UpstreamTag;
import dev.meishi.lineworks.View;
import dev.meishi.lineworks.v1.JacksonContact;
import dev.meishi.lineworks.v1.SentJson;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * A LINE WORKS of random contacts and tags that fails at random, and in which nothing is but the parameters of a call:
 * whoever asks the same gets the same, in whatever order, from whatever thread.
 */
@Alternative
@Singleton
public class RandomLineWorks implements LineWorks {

    /** Every failure that LINE WORKS or the way to it can be the cause of. */
    static final List<ErrorCode> FAULTS = List.of(
            ErrorCode.UPSTREAM_UNAUTHORIZED,
            ErrorCode.UPSTREAM_FORBIDDEN,
            ErrorCode.UPSTREAM_REJECTED,
            ErrorCode.UPSTREAM_RATE_LIMITED,
            ErrorCode.UPSTREAM_TIMEOUT,
            ErrorCode.UPSTREAM_UNAVAILABLE,
            ErrorCode.UPSTREAM_INVALID,
            ErrorCode.NOT_FOUND);

    private static final int KNOWN_TAGS = RandomContacts.TAGS * 2 / 3;

    private static final int LATE_PERCENT = 10;

    /** Another one for every run, so that a longer run has more than more documents. */
    private static final long SEED = Settings.SEED;

    private final RandomBook book = new RandomBook(SEED);

    @Override
    public Capabilities capabilities() {
        return Installation.NUMBERED;
    }

    @Override
    public CursorSeal cursorSeal() {
        return Installation.SEAL;
    }

    @Override
    public View view() {
        return View.of("random");
    }

    @Override
    public boolean hasTags() {
        return true;
    }

    /** A list has one failure only: of calls that are made at the same time any may be the first to fail. */
    @Override
    public <C> Uni<Page<C>> contacts(
            ContactSearch search, PageRequest page, Supplier<ContactBuilder<C>> builders, Ledger ledger) {
        ContactSearch whole = RandomBook.whole(search);
        Dice ofList = Dice.of(SEED, "faults of", whole);
        boolean isFaulty = !book.isBroken(whole) && Dice.of(SEED, search, page).percent(7);
        return isFaulty
                ? late(failed(ofList), search, page)
                : given(book.page(search, page), search, page).map(found -> read(found, builders));
    }

    private static <C> Page<C> read(Page<JacksonContact> page, Supplier<ContactBuilder<C>> builders) {
        List<C> contacts = page.items().stream()
                .map(payload -> SentJson.read(payload, builders))
                .toList();
        return new Page<>(contacts, page.hasNext(), page.total());
    }

    /** Whatever fails comes at once: of several ids that cannot be had the first one to fail is shown. */
    @Override
    public <C> Uni<Optional<C>> contact(
            String domainId, String resourceId, Supplier<ContactBuilder<C>> builders, Ledger ledger) {
        Dice dice = Dice.of(SEED, "contact", domainId, resourceId);
        if (dice.percent(10)) {
            return failed(dice);
        }
        if (dice.percent(2)) {
            return Uni.createFrom()
                    .item(() -> Optional.of(SentJson.single(book.contact(domainId, null), resourceId, builders)));
        }
        Optional<JacksonContact> found =
                dice.percent(15) ? Optional.empty() : Optional.of(book.contact(domainId, resourceId));
        return given(found, domainId, resourceId)
                .map(sent -> sent.map(payload -> SentJson.single(payload, resourceId, builders)));
    }

    /** Those of one domain can be had or not for good; those of the gateway's own can. */
    @Override
    public Uni<List<UpstreamTag>> tags(String domainId, Ledger ledger) {
        Dice dice = Dice.of(SEED, "tags", domainId);
        if (!domainId.equals(Settings.OWN_DOMAIN) && dice.percent(60)) {
            return failed(dice);
        }
        return given(IntStream.range(0, KNOWN_TAGS).mapToObj(i -> tag(i, dice)).toList(), domainId);
    }

    private static UpstreamTag tag(int number, Dice dice) {
        String id = dice.percent(10) ? dice.oneOf(null, "") : "t" + number;
        String type = RandomTexts.name(dice, "COMPANY", "USER");
        return SentJson.tag(id, RandomTexts.anyOrNull(dice), type, RandomTexts.anyOrNull(dice));
    }

    @Override
    public Uni<Page<UpstreamPrivateContact>> privateContacts(String memberEmail, PageRequest page, Ledger ledger) {
        Dice dice = Dice.of(SEED, "private", memberEmail, page);
        return dice.percent(10) ? failed(dice) : given(book.privatePage(memberEmail, page), memberEmail, page);
    }

    /** At once, or from another thread, as the call is. */
    private static <T> Uni<T> given(T answer, Object... call) {
        return late(Uni.createFrom().item(answer), call);
    }

    private static <T> Uni<T> late(Uni<T> answer, Object... call) {
        return Dice.of(SEED, "late", Arrays.asList(call)).percent(LATE_PERCENT)
                ? answer.emitOn(Infrastructure.getDefaultExecutor())
                : answer;
    }

    private static <T> Uni<T> failed(Dice dice) {
        ErrorCode code = dice.oneOf(FAULTS);
        String vendorCode = dice.orNull(50, () -> RandomTexts.any(dice));
        Duration retryAfter = dice.orNull(50, () -> Duration.ofMillis(dice.below(90_000)));
        String message = "LINE WORKS: " + RandomTexts.any(dice);
        return Uni.createFrom()
                .failure(new Failure(code, "LINE WORKS failed.", vendorCode, retryAfter, null).worded(message));
    }
}
