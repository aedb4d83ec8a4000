package dev.meishi.quota;

import java.time.Duration;
import java.util.concurrent.Executor;

/** The clock and the timers of the queues. */
interface Pace {

    /** Nanoseconds since some moment; never goes back. */
    long nanos();

    /**
     * Does something later.
     *
     * @return takes it back; without effect once it has begun
     */
    Runnable after(Duration wait, Runnable work);

    /** Where the caller is running, for work to come back to when another one's end lets it go on. */
    Executor here();

    /** A number that nobody can guess. */
    int salt();

    /** About as long, so that calls that failed together are not repeated together. */
    Duration about(Duration pause);
}
