package dev.meishi.http;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same against what is shipped: the packaged jar, or the native binary. */
@QuarkusIntegrationTest
class HeadTimeoutIT extends HeadTimeoutTest {}
