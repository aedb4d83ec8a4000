package dev.meishi.edge;

import com.github.benmanes.caffeine.cache.Cache;
import dev.meishi.execution.Engine;
import dev.meishi.graphql.Documents;
import graphql.GraphQL;
import graphql.schema.GraphQLSchema;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ClientProxy;
import io.smallrye.graphql.execution.ExecutionService;
import java.lang.reflect.Field;
import java.util.Collection;
import java.util.Map;

/** What cannot be seen of the running endpoint from outside, whether it is ours or the framework's. */
final class Inside {

    private Inside() {}

    /** Whether it is ours. */
    static boolean isOurs() {
        return Arc.container().instance(Documents.class).isAvailable();
    }

    /** The schema that operations are executed on, once one was. */
    static GraphQLSchema schema() throws ReflectiveOperationException {
        GraphQL graphql = (GraphQL) (isOurs() ? field(bean(Engine.class), "graphql") : field(service(), "graphQL"));
        return graphql.getGraphQLSchema();
    }

    /** Characters of the documents that are kept. */
    static long keptCharacters() throws ReflectiveOperationException {
        return keptTexts().stream().mapToLong(text -> text.toString().length()).sum();
    }

    private static Collection<?> keptTexts() throws ReflectiveOperationException {
        if (isOurs()) {
            Cache<?, ?> cache = (Cache<?, ?>) field(bean(Documents.class), "cache");
            cache.cleanUp();
            return cache.asMap().keySet();
        }
        Object recentlyUsed = field(field(service(), "queryCache"), "cache");
        return ((Map<?, ?>) field(recentlyUsed, "cache")).keySet();
    }

    private static Object service() {
        return bean(ExecutionService.class);
    }

    private static <T> T bean(Class<T> type) {
        return ClientProxy.unwrap(Arc.container().instance(type).get());
    }

    private static Object field(Object object, String name) throws ReflectiveOperationException {
        Field field = object.getClass().getDeclaredField(name);
        field.setAccessible(true);
        return field.get(object);
    }
}
