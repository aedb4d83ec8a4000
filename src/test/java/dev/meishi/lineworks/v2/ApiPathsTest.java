package dev.meishi.lineworks.v2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meishi.quota.Operation;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** {@link ApiPaths}: spans have the very paths that are called. */
class ApiPathsTest {

    @Test
    void eachPathIsCalledAndEachCallHasAPath() {
        Set<String> called = Stream.of(LineWorksV2Api.class, LineWorksV2PhotoApi.class)
                .map(Class::getDeclaredMethods)
                .flatMap(Arrays::stream)
                .map(ApiPathsTest::path)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());

        assertThat(Stream.of(Operation.values())
                        .map(ApiPaths::below)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()))
                .isEqualTo(called);
    }

    private static @Nullable String path(Method method) {
        Path path = method.getAnnotation(Path.class);
        return path == null ? null : '/' + path.value();
    }
}
