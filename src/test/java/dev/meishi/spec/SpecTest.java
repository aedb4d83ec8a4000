package dev.meishi.spec;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.meishi.lineworks.v1.LineWorksStub;
import dev.meishi.lineworks.v1.LineWorksStub.Stub;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page of the specification on API 1.0. */
@QuarkusTest
@WithTestResource(LineWorksStub.class)
@Timeout(60)
class SpecTest {

    private static final String NO_TOKENS = "/no-tokens";

    @Stub
    WireMockServer lineWorks;

    static List<SpecPage> pages() {
        return SpecPage.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void page(SpecPage page) throws IOException {
        lineWorks.resetAll();
        new SpecRun(lineWorks, NO_TOKENS).check(page);
    }
}
