package dev.meishi.execution.smallrye;

import graphql.schema.DataFetchingEnvironment;
import io.smallrye.graphql.execution.datafetcher.helper.BatchLoaderHelper;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dataloader.BatchLoaderEnvironment;

/** What a batch resolver is called with beside its objects; the framework looks at the environment of the first of them. */
public final class BatchContext {

    /** The framework's own name for it. */
    private static final String ENVIRONMENT = BatchLoaderHelper.DATA_FETCHING_ENVIRONMENT;

    /** Stands for the first object, whose hash would be one of all it has. */
    private static final List<Object> FIRST = List.of("first");

    private BatchContext() {}

    /**
     * For a call without a data loader.
     *
     * @param first environment of the first object
     * @return the environment of the batch
     */
    public static BatchLoaderEnvironment of(DataFetchingEnvironment first) {
        return BatchLoaderEnvironment.newBatchLoaderEnvironment()
                .keyContexts(FIRST, List.of(ofKey(first)))
                .build();
    }

    /** For one object that a data loader collects. */
    static Map<String, Object> ofKey(DataFetchingEnvironment environment) {
        return Map.of(BatchLoaderHelper.ARGUMENTS, List.of(), ENVIRONMENT, environment);
    }

    /** Of the first object. */
    static DataFetchingEnvironment first(BatchLoaderEnvironment batch) {
        Map<?, ?> first = (Map<?, ?>) batch.getKeyContextsList().get(0);
        return (DataFetchingEnvironment) Objects.requireNonNull(first.get(ENVIRONMENT));
    }
}
