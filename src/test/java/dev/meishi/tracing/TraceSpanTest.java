package dev.meishi.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import org.junit.jupiter.api.Test;

class TraceSpanTest {

    private final Recorded recorded = new Recorded();

    @Test
    void aPartAndItsCallAreBelowTheWork() {
        TraceSpan work = recorded.begin("work");
        TraceSpan part = work.part("part");
        TraceSpan call = part.call("GET", Recorded.SERVER, "/contacts/{id}");
        call.failed();
        call.end();
        part.end();
        work.end();

        SpanData called = recorded.span("GET /contacts/{id}");
        assertThat(recorded.span("part").getParentSpanId())
                .isEqualTo(recorded.span("work").getSpanId());
        assertThat(called.getParentSpanId()).isEqualTo(recorded.span("part").getSpanId());
        assertThat(called.getKind()).isEqualTo(SpanKind.CLIENT);
        assertThat(called.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(called.getAttributes().get(AttributeKey.stringKey("server.address")))
                .isEqualTo("works.example.com");
        assertThat(called.getAttributes().get(AttributeKey.longKey("server.port")))
                .isEqualTo(443);
        assertThat(called.getAttributes().get(AttributeKey.stringKey("url.template")))
                .isEqualTo("/contacts/{id}");
    }

    @Test
    void whoJoinedLinksTheLastCallOfTheOther() {
        TraceSpan first = recorded.begin("first");
        TraceSpan shared = first.shared();
        TraceSpan second = recorded.begin("second");
        TraceSpan call = shared.part("part").call("GET", Recorded.SERVER, null);
        first.call("POST", Recorded.SERVER, null).end();
        second.joined(shared);
        call.end();
        second.end();
        first.end();

        assertThat(recorded.links("second"))
                .containsExactly(recorded.span("GET").getSpanContext());
        assertThat(recorded.links("first")).isEmpty();
    }

    @Test
    void whoJoinedWhatWasNotTracedLinksNothing() {
        TraceSpan second = recorded.begin("second");
        second.joined(TraceSpan.NONE);
        second.joined(recorded.begin("without a call").shared());
        second.end();

        assertThat(recorded.links("second")).isEmpty();
    }

    @Test
    void theCurrentOneIsThatOfTheWorkUnderWayOnThisThread() {
        TraceSpan outer = recorded.begin("outer");
        TraceSpan inner = outer.part("inner");

        TraceSpan[] seen = outer.within(() -> {
            TraceSpan within = inner.within(TraceSpan::current);
            return new TraceSpan[] {within, TraceSpan.current()};
        });

        assertThat(seen).containsExactly(inner, outer);
        assertThat(TraceSpan.current()).isSameAs(TraceSpan.NONE);
    }

    @Test
    void nothingComesOfWhatIsNotTraced() {
        assertThat(TraceSpan.NONE.part("part")).isSameAs(TraceSpan.NONE);
        assertThat(TraceSpan.NONE.call("GET", Recorded.SERVER, null)).isSameAs(TraceSpan.NONE);
        assertThat(TraceSpan.NONE.shared()).isSameAs(TraceSpan.NONE);
        assertThat(TraceSpan.NONE.within(() -> "done")).isEqualTo("done");
        assertThat(TraceSpan.NONE.traceId()).isNull();
        TraceSpan.NONE.end();
    }
}
