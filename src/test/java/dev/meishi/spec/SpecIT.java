package dev.meishi.spec;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same pages against what is shipped: the packaged jar, or the native binary. */
@QuarkusIntegrationTest
class SpecIT extends SpecTest {}
