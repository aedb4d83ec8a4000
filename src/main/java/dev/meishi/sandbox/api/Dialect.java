package dev.meishi.sandbox.api;

import dev.meishi.sandbox.faults.Faults;

/** What differs between the versions of the API in every answer: how errors are worded, and when the quota is told. */
public interface Dialect {

    /**
     * An error that nothing is known of but its status.
     *
     * @param faults that say how it is worded
     * @param status HTTP status
     */
    Answer injected(Faults faults, int status);

    /** The answer to a URL that no operation has. */
    Answer unknownUrl();

    /** Whether the quota stands in the headers of an answer with this status. */
    boolean tellsQuota(int status);
}
