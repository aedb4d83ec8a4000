package dev.meishi.sandbox;

import dev.meishi.lineworks.Secret;
import dev.meishi.lineworks.Tenant;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The tenant the simulator's tests call as. */
class TestTenant {

    @Produces
    @Singleton
    Tenant tenant() {
        return new Tenant("sandbox", "1", Secret.of("sandbox-consumer-key"), Secret.of("sandbox-server-token"));
    }
}
