package dev.meishi.tag;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import dev.meishi.ledger.Ledger;
import dev.meishi.ledger.OperationTerms;
import dev.meishi.ledger.PageSource;
import dev.meishi.ledger.PageUse;
import dev.meishi.ledger.Urgency;
import dev.meishi.lineworks.View;
import dev.meishi.tag.TagCache.Index;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Which tags a {@link TagCache} serves to whom. */
class TagCacheTest {

    private static final Duration LONG = Duration.ofMinutes(5);

    private final Shelf lineWorks = new Shelf();
    private final TagCache cache = CachedTags.fresh(lineWorks, LONG);

    @Test
    void tagsAreAskedForOnceForEachDomainAndThenCached() {
        Ledger first = interactive();

        Index index = now(cache.get("1", first));
        assertThat(now(cache.get("1", interactive()))).isSameAs(index);
        assertThat(now(cache.get("2", interactive()))).isNotSameAs(index);

        assertThat(lineWorks.asked).containsExactly("1", "2");
        assertThat(first.summary().pages()).containsExactly(new PageUse("tags", 0, 1, PageSource.CALL, Duration.ZERO));
    }

    @Test
    void aRefusalIsNotCached() {
        lineWorks.answer = Uni.createFrom().failure(new Failure(ErrorCode.UPSTREAM_FORBIDDEN, "no"));
        cache.get("1", interactive())
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create())
                .awaitFailure();
        lineWorks.answer = null;

        assertThat(cache.isAtHand("1", interactive())).isFalse();
        assertThat(now(cache.get("1", interactive())).byId()).hasSize(3);
    }

    @Test
    void tagsAreOfTheViewThatTheyWereAskedForBy() {
        Index own = now(cache.get("1", interactive()));
        lineWorks.view = new View("shelf", "member@example.com");
        assertThat(cache.isAtHand("1", interactive())).isFalse();
        Index member = now(cache.get("1", interactive()));
        lineWorks.view = View.of("shelf");

        assertThat(member).isNotSameAs(own);
        assertThat(now(cache.get("1", interactive()))).isSameAs(own);
        assertThat(lineWorks.asked).hasSize(2);
    }

    private static Ledger interactive() {
        return Ledger.admitted(new OperationTerms(Urgency.INTERACTIVE, LONG, 9, false));
    }

    private static <T> T now(Uni<T> uni) {
        return uni.subscribe()
                .withSubscriber(UniAssertSubscriber.create())
                .awaitItem()
                .getItem();
    }
}
