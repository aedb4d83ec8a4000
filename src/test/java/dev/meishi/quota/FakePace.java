package dev.meishi.quota;

import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.Executor;

/** Time that passes when a test says so, and never a thread but the test's own. */
final class FakePace implements Pace {

    private final PriorityQueue<Task> tasks = new PriorityQueue<>(Comparator.comparingLong(Task::at));
    private long now = Duration.ofHours(1).toNanos();

    private record Task(long at, Runnable work) {}

    /** Lets time pass, and happen what was to happen in it. */
    void pass(Duration time) {
        long end = now + time.toNanos();
        for (Task next = tasks.peek(); next != null && next.at() <= end; next = tasks.peek()) {
            tasks.remove();
            now = Math.max(now, next.at());
            next.work().run();
        }
        now = end;
    }

    @Override
    public long nanos() {
        return now;
    }

    @Override
    public Runnable after(Duration wait, Runnable work) {
        Task task = new Task(now + wait.toNanos(), work);
        tasks.add(task);
        return () -> tasks.remove(task);
    }

    @Override
    public Executor here() {
        return Runnable::run;
    }

    @Override
    public int salt() {
        return 0;
    }

    @Override
    public Duration about(Duration pause) {
        return pause;
    }
}
