package dev.meishi.privatecontact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.meishi.failure.ErrorCode;
import dev.meishi.failure.Failure;
import dev.meishi.lineworks.Capabilities;
import dev.meishi.lineworks.LineWorks;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** {@link PrivateContactQueries} where the API of LINE WORKS has no private contacts. */
@NullUnmarked
class UnavailablePrivateContactsTest {

    @Test
    void theyAreRefusedBeforeAnyCall() {
        Capabilities without = new Capabilities(500, 50_000, Duration.ofDays(7), Set.of());
        LineWorks upstream = (LineWorks) Proxy.newProxyInstance(
                LineWorks.class.getClassLoader(), new Class<?>[] {LineWorks.class}, (proxy, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("capabilities");
                    return without;
                });
        PrivateContactQueries queries = new PrivateContactQueries(upstream, null, () -> true, null);

        Failure refused =
                catchThrowableOfType(Failure.class, () -> queries.privateContacts("member@example.com", 10, null));

        assertThat(refused.code()).isEqualTo(ErrorCode.FEATURE_DISABLED);
        assertThat(refused).hasMessageContaining("accessibleTo");
    }
}
