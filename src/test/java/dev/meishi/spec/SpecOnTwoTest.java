package dev.meishi.spec;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.meishi.lineworks.v2.LineWorksV2Stub;
import dev.meishi.lineworks.v2.LineWorksV2Stub.Stub;
import dev.meishi.reset.UpstreamReset;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every page of the specification on API 2.0: what the vendor's pages leave open, in each of its readings. Tokens are issued
 * where a page does not say otherwise, and none is known from an earlier page.
 */
@QuarkusTest
@WithTestResource(LineWorksV2Stub.class)
@Timeout(60)
class SpecOnTwoTest {

    @Stub
    @SuppressWarnings("NullAway.Init")
    WireMockServer lineWorks;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Event<UpstreamReset> resets;

    static List<SpecPage> pages() {
        return SpecPage.onTwo();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void page(SpecPage page) throws IOException {
        lineWorks.resetAll();
        LineWorksV2Stub.issuing(lineWorks, "t0ken-of-the-pages");
        resets.fire(UpstreamReset.ALL);
        new SpecRun(lineWorks, LineWorksV2Stub.TOKEN_PATH).check(page);
    }
}
