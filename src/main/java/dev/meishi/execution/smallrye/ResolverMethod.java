package dev.meishi.execution.smallrye;

import graphql.schema.DataFetchingEnvironment;
import io.quarkus.arc.Arc;
import io.quarkus.arc.InjectableContext;
import io.quarkus.arc.ManagedContext;
import io.smallrye.graphql.api.Context;
import io.smallrye.graphql.execution.context.SmallRyeContext;
import io.smallrye.graphql.execution.context.SmallRyeContextManager;
import io.smallrye.graphql.execution.datafetcher.helper.OperationInvoker;
import io.smallrye.graphql.schema.model.Operation;
import io.smallrye.mutiny.Uni;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A resolver's method, called as the framework calls it: with the request's context, and with the field's environment
 * for a resolver that reads it. The framework describes each call in JSON as well, with all that is selected below the
 * field, and looks the bean up for each call; that takes longer than most calls, and is read by nothing.
 */
final class ResolverMethod {

    private final Method method;

    /** Beans with queries are singletons; this one is made when it is first called. */
    private volatile @Nullable Object bean;

    private ResolverMethod(Method method) {
        this.method = method;
    }

    /**
     * The method of an operation.
     *
     * @return empty if it is one that the framework does more for: it does not give a {@link Uni}, or what it gives is
     *     turned into something else
     */
    static Optional<ResolverMethod> of(Operation operation) {
        Method method = new OperationInvoker(operation).getMethod();
        // A call by reflection asks otherwise each time who calls, and whether it may.
        method.setAccessible(true);
        boolean isPlain = Uni.class.equals(method.getReturnType())
                && !List.of(method.getParameterTypes()).contains(Context.class)
                && !operation.hasTransformation()
                && !operation.isAdaptingTo()
                && !operation.isAdaptingWith();
        return isPlain ? Optional.of(new ResolverMethod(method)) : Optional.empty();
    }

    /**
     * Calls it.
     *
     * @param environment of the field
     * @param arguments of the method
     * @return its result, under way
     */
    CompletableFuture<?> call(DataFetchingEnvironment environment, Object... arguments) throws Exception {
        InjectableContext.ContextState state = environment.getGraphQlContext().get(RequestScope.STATE);
        ManagedContext requests = Arc.container().requestContext();
        InjectableContext.ContextState before = requests.getStateIfActive();
        boolean isOther = !state.equals(before);
        if (isOther) {
            requests.activate(state);
        }
        SmallRyeContext context = new SmallRyeContext(ResolverMethod.class.getName());
        context.setDataFetchingEnvironment(environment);
        SmallRyeContextManager.restore(context);
        try {
            Uni<?> result = (Uni<?>) method.invoke(bean(), arguments);
            return result == null ? CompletableFuture.completedFuture(null) : UniFuture.of(result);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause() instanceof Exception cause ? cause : thrown;
        } finally {
            SmallRyeContextManager.clearCurrentSmallRyeContext();
            if (before == null) {
                requests.deactivate();
            } else if (isOther) {
                requests.activate(before);
            }
        }
    }

    private Object bean() {
        Object known = bean;
        if (known == null) {
            known = Arc.container().instance(method.getDeclaringClass()).get();
            bean = known;
        }
        return known;
    }
}
