package dev.meishi.quota;

import dev.meishi.ledger.Claim;
import dev.meishi.ledger.Ledger;
import dev.meishi.ledger.OperationTerms;
import dev.meishi.ledger.Urgency;
import dev.meishi.ledger.Weights;
import dev.meishi.reset.UpstreamReset;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A governor, and a LINE WORKS whose answers are left to the test. */
final class Calls {

    /** A call that LINE WORKS got. */
    record Call(String name, UniEmitter<? super String> answer, Consumer<RateLimitInfo> quota) {}

    final FakePace pace = new FakePace();
    final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    final List<Call> made = new ArrayList<>();
    final List<String> aborted = new ArrayList<>();
    private final Governor governor;

    Calls(QuotaConfig config) {
        this(config, new Weights(Map.of("default", 1)));
    }

    Calls(QuotaConfig config, Weights weights) {
        governor = new Governor(config, weights, pace, registry);
    }

    /** Of a caller of this class, at this address. */
    UniAssertSubscriber<String> of(String callers, int client, String name) {
        OperationTerms terms = new OperationTerms(Urgency.INTERACTIVE, Duration.ofHours(1), Integer.MAX_VALUE, false);
        return ask(name, Ledger.admitted(terms.of(new Claim(callers, client))));
    }

    /** How many calls it may make now, as it is told beforehand. */
    int room(String callers, int client) {
        OperationTerms terms = new OperationTerms(Urgency.INTERACTIVE, Duration.ofHours(1), Integer.MAX_VALUE, false);
        return governor.room(Operation.LIST_CONTACTS, "1", Ledger.admitted(terms.of(new Claim(callers, client))))
                .now();
    }

    void reset(UpstreamReset reset) {
        governor.forget(reset);
    }

    UniAssertSubscriber<String> interactive(String name) {
        return ask(name, ledger(Urgency.INTERACTIVE, Duration.ofHours(1)));
    }

    UniAssertSubscriber<String> background(String name) {
        return ask(name, ledger(Urgency.BACKGROUND, Duration.ofHours(1)));
    }

    UniAssertSubscriber<String> ask(String name, Ledger ledger) {
        return ask(Operation.LIST_CONTACTS, "1", name, ledger);
    }

    UniAssertSubscriber<String> ask(Operation operation, String domainId, String name, Ledger ledger) {
        return governor.call(
                        operation,
                        domainId,
                        ledger,
                        quota -> Uni.createFrom()
                                .<String>emitter(answer -> made.add(new Call(name, answer, quota)))
                                .onCancellation()
                                .invoke(() -> aborted.add(name)))
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create());
    }

    /** Answers all that were made and not answered yet. */
    void answerAll() {
        List.copyOf(made).forEach(call -> call.answer().complete("answer to " + call.name()));
    }

    Call last() {
        return made.get(made.size() - 1);
    }

    List<String> names() {
        return made.stream().map(Call::name).toList();
    }

    double count(String name, String label, String value) {
        return registry.get(name).tag(label, value).counter().count();
    }

    double gauge(String name) {
        return registry.get(name).tag("domain", "1").gauge().value();
    }

    static Ledger ledger(Urgency urgency, Duration patience) {
        return Ledger.admitted(new OperationTerms(urgency, patience, Integer.MAX_VALUE, false));
    }
}
