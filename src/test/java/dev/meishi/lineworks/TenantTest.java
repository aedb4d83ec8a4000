package dev.meishi.lineworks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meishi.secret.Secret;
import org.junit.jupiter.api.Test;

/** {@link Tenant}: its ids may be printed, its credentials not. */
class TenantTest {

    @Test
    void aTenantPrintsNoCredential() {
        Tenant tenant = new Tenant("api-id", "1", Secret.of("c0nsumer-key"), Secret.of("s3rver-t0ken"));

        assertThat(tenant.toString())
                .contains("api-id", "1", "***")
                .doesNotContain("c0nsumer-key")
                .doesNotContain("s3rver-t0ken");
    }
}
