package dev.meishi.lineworks.probe;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;

/** An API of LINE WORKS whose operations can be called one by one, outside of the quota, the cache and the readers. */
public interface ProbedApi {

    /** One call of each operation, those first whose answers others need. */
    List<Probe> probes();

    /** What is not called, each with its reason. */
    List<String> notCalled();

    /** How many calls {@link #authorize()} makes. */
    int callsForPermission();

    /**
     * Gets the permission to call; once, before anything is called.
     *
     * @return fails with {@link dev.meishi.failure.Failure} where it is refused
     */
    Uni<Granted> authorize();

    /**
     * Makes one call, and repeats nothing.
     *
     * @param probe what is called
     * @param found what the names in its path and its parameters stand for
     * @return whatever was answered, errors too; fails with {@link dev.meishi.failure.Failure} where nothing was
     */
    Uni<RawAnswer> call(Probe probe, Map<String, String> found);
}
