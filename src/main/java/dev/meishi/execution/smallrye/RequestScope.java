package dev.meishi.execution.smallrye;

import io.quarkus.arc.Arc;
import io.quarkus.arc.InjectableContext;
import io.quarkus.arc.ManagedContext;
import io.smallrye.graphql.execution.context.SmallRyeContext;
import io.smallrye.graphql.execution.context.SmallRyeContextManager;
import jakarta.json.JsonValue;
import java.util.HashMap;
import java.util.Map;

/**
 * The contexts of one operation: ArC's request context and the framework's own. Active on this thread from {@link #open()}
 * to {@link #close()}; wherever a resolver is called later, {@link ResolverMethod} activates them again, until they are
 * destroyed.
 */
public final class RequestScope implements AutoCloseable {

    /** Where the framework has the state of the request context. */
    static final String STATE = "state";

    private final ManagedContext requests;
    private final InjectableContext.ContextState state;

    private RequestScope(ManagedContext requests) {
        this.requests = requests;
        this.state = requests.getState();
    }

    /**
     * A new one, active.
     *
     * @return to be closed on the same thread, and destroyed when the operation is over
     */
    public static RequestScope open() {
        ManagedContext requests = Arc.container().requestContext();
        requests.activate();
        return new RequestScope(requests);
    }

    /**
     * What resolvers find the contexts by.
     *
     * @return entries of a GraphQL context; the caller's, to add others
     */
    public Map<Object, Object> entries() {
        SmallRyeContext context = new SmallRyeContext(RequestScope.class.getName());
        context.setRequest(JsonValue.EMPTY_JSON_OBJECT);
        Map<Object, Object> entries = new HashMap<>();
        entries.put(SmallRyeContextManager.CONTEXT, context);
        entries.put("runBlocking", false);
        entries.put(STATE, state);
        return entries;
    }

    /** The operation is over: its request-scoped beans go. */
    public void destroy() {
        requests.destroy(state);
    }

    /** Leaves this thread; the operation may go on. */
    @Override
    public void close() {
        SmallRyeContextManager.clearCurrentSmallRyeContext();
        requests.deactivate();
    }
}
