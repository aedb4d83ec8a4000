package dev.meishi.tag;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meishi.contact.Contact;
import dev.meishi.contact.ReadContact;
import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import dev.meishi.json.Text;
import dev.meishi.ledger.CurrentLedger;
import dev.meishi.ledger.Ledger;
import dev.meishi.ledger.OperationTerms;
import dev.meishi.ledger.PageUse;
import dev.meishi.ledger.Urgency;
import dev.meishi.lineworks.Installation;
import dev.meishi.lineworks.LineWorks;
import dev.meishi.lineworks.UpstreamTag;
import dev.meishi.lineworks.v1.SentJson;
import dev.meishi.relay.GlobalId;
import dev.meishi.relay.Node;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link Tags} over a LINE WORKS that notes its calls, with the cache the gateway uses. */
class TagsTest {

    private final Ledger ledger = new CurrentLedger().get();
    private final Shelf lineWorks = new Shelf();
    private final Tags tags = tags(lineWorks);

    @Test
    void allTagsComeInTheVendorSOrder() {
        assertThat(now(tags.all("1", ledger)))
                .containsExactly(
                        tag("1", "c", "Customers", TagType.COMPANY, "COMPANY", null),
                        tag("1", "a", "Friends", TagType.USER, "user", "u1"),
                        tag("1", "b", null, TagType.UNKNOWN, "GROUP", null));
    }

    @Test
    void aTagWithoutIdIsNotThereAndTheLastOfTwoWithOneIdCounts() {
        lineWorks.tags = List.of(
                SentJson.tag(null, "none", null, null),
                SentJson.tag("", "empty", null, null),
                SentJson.tag("a", "before", null, null),
                SentJson.tag("a", "after", null, null));

        assertThat(now(tags.all("1", ledger))).containsExactly(tag("1", "a", "after", TagType.UNKNOWN, null, null));
    }

    @Test
    void aDomainSTagsAreAskedForOnce() {
        now(tags.all("1", ledger));
        now(tags.of("1", List.of(contact("a")), ledger));
        now(tags.find(new GlobalId("Tag", "1", "a"), ledger));
        assertThat(lineWorks.asked).containsExactly("1");

        now(tags.all("2", ledger));
        assertThat(lineWorks.asked).containsExactly("1", "2");
    }

    @Test
    void whoeverComesWhileTheTagsAreLoadedWaitsForTheSameCall() {
        List<UniEmitter<? super List<UpstreamTag>>> loading = new ArrayList<>();
        lineWorks.answer = Uni.createFrom().emitter(loading::add);

        UniAssertSubscriber<List<Tag>> one =
                tags.all("1", ledger).subscribe().withSubscriber(UniAssertSubscriber.create());
        UniAssertSubscriber<List<Tag>> other =
                tags.all("1", ledger).subscribe().withSubscriber(UniAssertSubscriber.create());
        one.assertNotTerminated();
        assertThat(loading).hasSize(1);
        loading.get(0).complete(lineWorks.tags);

        assertThat(one.awaitItem().getItem())
                .isEqualTo(other.awaitItem().getItem())
                .hasSize(3);
        assertThat(lineWorks.asked).containsExactly("1");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void whoGoesAwayTakesNothingFromTheOthersAndTheCache(int leaving) {
        List<UniEmitter<? super List<UpstreamTag>>> loading = new ArrayList<>();
        lineWorks.answer = Uni.createFrom().emitter(loading::add);
        List<UniAssertSubscriber<List<Tag>>> callers = Stream.generate(
                        () -> tags.all("1", ledger).subscribe().withSubscriber(UniAssertSubscriber.<List<Tag>>create()))
                .limit(3)
                .toList();

        callers.get(leaving).cancel();
        loading.get(0).complete(lineWorks.tags);

        for (int i = 0; i < callers.size(); i++) {
            if (i == leaving) {
                callers.get(i).assertNotTerminated();
            } else {
                assertThat(callers.get(i).awaitItem().getItem()).hasSize(3);
            }
        }
        assertThat(now(tags.all("1", ledger))).hasSize(3);
        assertThat(lineWorks.asked).containsExactly("1");
    }

    @Test
    void whoComesAfterAllHaveGoneAwayGetsHisTags() {
        List<UniEmitter<? super List<UpstreamTag>>> loading = new ArrayList<>();
        lineWorks.answer = Uni.createFrom().emitter(loading::add);

        tags.all("1", ledger)
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create())
                .cancel();
        UniAssertSubscriber<List<Tag>> next =
                tags.all("1", ledger).subscribe().withSubscriber(UniAssertSubscriber.create());
        loading.forEach(load -> load.complete(lineWorks.tags));

        assertThat(next.awaitItem().getItem()).hasSize(3);
    }

    @Test
    void aFailureIsPassedOnAndNotKept() {
        Failure failure = new Failure(ErrorCode.UPSTREAM_TIMEOUT, "LINE WORKS did not answer.");
        lineWorks.answer = Uni.createFrom().failure(failure);
        assertThat(failure(tags.all("1", ledger))).isSameAs(failure);
        assertThat(failure(tags.of("1", List.of(contact("a")), ledger))).isSameAs(failure);

        lineWorks.answer = null;
        assertThat(now(tags.all("1", ledger))).hasSize(3);
        assertThat(lineWorks.asked).hasSize(3);
    }

    /** The limit of who came first is nobody else's. */
    @Test
    void whoJoinsALoadThatFailsForItsOwnOperationSLimitAsksAgain() {
        List<UniEmitter<? super List<UpstreamTag>>> loading = new ArrayList<>();
        lineWorks.answer = Uni.createFrom().emitter(loading::add);
        UniAssertSubscriber<List<Tag>> first =
                tags.all("1", ledger).subscribe().withSubscriber(UniAssertSubscriber.create());
        UniAssertSubscriber<List<Tag>> joined =
                tags.all("1", ledger).subscribe().withSubscriber(UniAssertSubscriber.create());

        loading.get(0).fail(new Failure(ErrorCode.LIMIT_EXCEEDED, "no calls left"));
        first.awaitFailure();
        loading.get(1).complete(lineWorks.tags);

        assertThat(joined.awaitItem().getItem()).hasSize(3);
    }

    @Test
    void anAnswerSaysThatItsTagsComeFromTheCacheAndPlansNoCall() {
        assertThat(tags.calls("1", ledger)).isEqualTo(1);
        now(tags.all("1", ledger));
        Ledger next = Ledger.admitted(new OperationTerms(Urgency.INTERACTIVE, Duration.ofSeconds(5), 9, false));

        assertThat(tags.calls("1", next)).isZero();
        now(tags.all("1", next));
        assertThat(next.usage().age()).isPresent();
        assertThat(next.summary().pages()).extracting(PageUse::list).containsExactly("tags");
    }

    @Test
    void whoWantsNothingFromTheCacheHasTheTagsAskedForAgainButAnExportDoesNot() {
        now(tags.all("1", ledger));

        now(tags.all("1", Ledger.admitted(OperationTerms.uncached(Duration.ofSeconds(5)))));
        assertThat(lineWorks.asked).hasSize(1);
        now(tags.all("1", Ledger.admitted(new OperationTerms(Urgency.INTERACTIVE, Duration.ofSeconds(5), 9, true))));
        assertThat(lineWorks.asked).hasSize(2);
    }

    @Test
    void tagsAreNamedInTheOrderOfTheirIdsForEveryContact() {
        List<List<Tag>> named =
                now(tags.of("1", List.of(contact("a", "c"), contact(), contact("c", "a", "c")), ledger));

        Tag friends = tag("1", "a", "Friends", TagType.USER, "user", "u1");
        Tag customers = tag("1", "c", "Customers", TagType.COMPANY, "COMPANY", null);
        assertThat(named)
                .containsExactly(List.of(friends, customers), List.of(), List.of(customers, friends, customers));
    }

    /** A contact outlives the list that its tags were found in. */
    @Test
    void aContactSTagsAreThoseOfTheListOfTagsAsItIs() {
        Contact contact = contact("a");
        List<List<Tag>> before = now(tags.of("1", List.of(contact), ledger));
        assertThat(now(tags.of("1", List.of(contact), ledger)).get(0)).isSameAs(before.get(0));

        lineWorks.tags = List.of(SentJson.tag("a", "renamed", "COMPANY", null));
        Tags anew = tags(lineWorks);

        assertThat(now(anew.of("1", List.of(contact), ledger)))
                .containsExactly(List.of(tag("1", "a", "renamed", TagType.COMPANY, "COMPANY", null)));
    }

    @Test
    void aTagTheSourceDoesNotKnowHasNoName() {
        assertThat(now(tags.of("1", List.of(contact("lost")), ledger)))
                .containsExactly(List.of(tag("1", "lost", null, TagType.UNKNOWN, null, null)));
    }

    @Test
    void contactsWithoutTagsTakeNoCall() {
        assertThat(now(tags.of("1", List.of(), ledger))).isEmpty();
        assertThat(now(tags.of("1", List.of(contact(), contact()), ledger))).containsExactly(List.of(), List.of());
        assertThat(lineWorks.asked).isEmpty();
    }

    @Test
    void withoutATagSourceNoTagHasANameAndNothingIsAsked() {
        lineWorks.hasTags = false;
        Tag unnamed = tag("1", "a", null, TagType.UNKNOWN, null, null);

        assertThat(now(tags.of("1", List.of(contact("a")), ledger))).containsExactly(List.of(unnamed));
        assertThat(now(tags.find(new GlobalId("Tag", "1", "a"), ledger))).contains(unnamed);
        assertThat(lineWorks.asked).isEmpty();
    }

    @Test
    void aTagIsFoundByItsGlobalId() {
        Tag friends = tag("1", "a", "Friends", TagType.USER, "user", "u1");
        Optional<Node> found = now(tags.find(GlobalId.parse(friends.id()), ledger));

        assertThat(tags.type()).isEqualTo("Tag");
        assertThat(found).contains(friends);
        assertThat(now(tags.find(new GlobalId("Tag", "1", "lost"), ledger))).isEmpty();
    }

    @Test
    void aTagOfADomainThatIsNotServedIsNotThereAndNotAskedFor() {
        assertThat(now(tags.find(new GlobalId("Tag", "3", "a"), ledger))).isEmpty();
        assertThat(lineWorks.asked).isEmpty();
    }

    private static Tags tags(LineWorks lineWorks) {
        return new Tags(lineWorks, Installation.domains("1", "2"), CachedTags.fresh(lineWorks, Duration.ofMinutes(5)));
    }

    private static Tag tag(
            String domainId,
            String id,
            @Nullable String name,
            TagType type,
            @Nullable String typeRaw,
            @Nullable String userId) {
        return new Tag(
                new GlobalId("Tag", domainId, id).encode(),
                domainId,
                Text.of(id),
                text(name),
                type,
                text(typeRaw),
                text(userId));
    }

    private static @Nullable Text text(@Nullable String characters) {
        return characters == null ? null : Text.of(characters);
    }

    private static <T> T now(Uni<T> uni) {
        return uni.subscribe()
                .withSubscriber(UniAssertSubscriber.create())
                .awaitItem()
                .getItem();
    }

    private static Throwable failure(Uni<?> uni) {
        return uni.subscribe()
                .withSubscriber(UniAssertSubscriber.create())
                .awaitFailure()
                .getFailure();
    }

    private static Contact contact(String... tagResourceIds) {
        String ids = Stream.of(tagResourceIds).map(id -> '"' + id + '"').collect(Collectors.joining(","));
        return ReadContact.of("1", "{\"resourceId\":\"contact\",\"tagResourceIds\":[" + ids + "]}");
    }
}
