package dev.meishi.listing;

import io.smallrye.mutiny.Uni;

/**
 * Reads the windows of a span one after the other.
 *
 * @param <T> kind of result
 */
final class ByWindows<T> implements SpanApproach<T> {

    private final Access<T> access;
    private final Windows windows;
    private final SpanApproach<T> other;
    private final int count;

    /**
     * The windows of a span.
     *
     * @param other the way to the span that costs no less
     * @param count of results wanted
     */
    ByWindows(Access<T> access, Windows windows, SpanApproach<T> other, int count) {
        this.access = access;
        this.windows = windows;
        this.other = other;
        this.count = count;
    }

    @Override
    public long calls() {
        return windows.count();
    }

    @Override
    public Cost cost() {
        return new Cost((int) windows.count()).upTo(access.pagesInWindows(count).atMost());
    }

    @Override
    public Uni<Void> read(Walk<T> walk) {
        return walk.enterFirst(windows, count);
    }

    @Override
    public String how(Cost cost) {
        return "by windows of time: " + calls() + " calls; by " + other.name() + ": up to " + other.calls();
    }

    @Override
    public String name() {
        return "windows";
    }
}
