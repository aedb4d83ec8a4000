package dev.meishi.lineworks.v1;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meishi.quota.Operation;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@link ApiPaths}: spans have the very paths that are called, and how; that of tags is a setting. */
class ApiPathsTest {

    @Test
    void eachPathIsCalledAndEachCallHasAPath() {
        Set<String> called = Arrays.stream(LineWorksV1Api.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Path.class))
                .map(method ->
                        verb(method) + " /" + method.getAnnotation(Path.class).value())
                .collect(Collectors.toSet());

        assertThat(Stream.of(Operation.values())
                        .filter(operation -> ApiPaths.below(operation) != null)
                        .map(operation -> ApiPaths.verb(operation) + ' ' + ApiPaths.below(operation))
                        .collect(Collectors.toSet()))
                .isEqualTo(called);
    }

    private static String verb(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .filter(type -> type.isAnnotationPresent(HttpMethod.class))
                .map(type -> type.getAnnotation(HttpMethod.class).value())
                .findFirst()
                .orElseThrow();
    }
}
