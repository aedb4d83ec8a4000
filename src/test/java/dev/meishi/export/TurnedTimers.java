package dev.meishi.export;

import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.Executor;

/** Time that passes when a test says so, on its own thread. */
final class TurnedTimers implements Timers {

    private final PriorityQueue<Task> tasks = new PriorityQueue<>(Comparator.comparingLong(Task::at));
    private long now = Long.MIN_VALUE / 2;

    private record Task(long at, Runnable work) {}

    /** Lets time pass, and happen what was to happen in it. */
    void pass(Duration time) {
        long end = now + time.toNanos();
        for (Task next = tasks.peek(); next != null && next.at() <= end; next = tasks.peek()) {
            tasks.remove();
            now = next.at();
            next.work().run();
        }
        now = end;
    }

    /** Timers that have not fired and were not taken back. */
    int running() {
        return tasks.size();
    }

    @Override
    public long nanos() {
        return now;
    }

    @Override
    public Runnable after(Duration wait, Runnable work) {
        Task task = new Task(now + Math.max(0, wait.toNanos()), work);
        tasks.add(task);
        return () -> tasks.remove(task);
    }

    @Override
    public Executor thread() {
        return Runnable::run;
    }
}
