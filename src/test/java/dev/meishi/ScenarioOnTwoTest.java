package dev.meishi;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** The same with API 2.0. */
@QuarkusTest
@TestProfile(InDevelopment.class)
class ScenarioOnTwoTest extends ScenarioTest {}
