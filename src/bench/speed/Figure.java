package speed;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * One measurement.
 *
 * @param micros of CPU a request, of all threads of the process
 * @param compiling share of it that the JIT took
 * @param collecting share of it that the garbage collector took
 * @param perSecond requests
 * @param p50 milliseconds
 * @param p99 milliseconds
 * @param loading how busy the core was that makes the load: near 1 that one, not the target, is the limit
 * @param resident bytes of memory at the end
 */
record Figure(
        double micros,
        double compiling,
        double collecting,
        double perSecond,
        double p50,
        double p99,
        double loading,
        double resident) {

    private static final double JIFFIES_A_SECOND = 100;

    static Figure of(Target target, Walk walk, int connections, int seconds) throws IOException, InterruptedException {
        Usage before = target.server().usage();
        long busy = Cores.LOADING.busy();
        long began = System.nanoTime();
        Wrk wrk = Wrk.run(target, walk, connections, seconds);
        double elapsed = (System.nanoTime() - began) / 1e9;
        long busyAfter = Cores.LOADING.busy();
        Usage after = target.server().usage();
        WrongAnswer.unless(
                wrk.requests() > 0,
                "%s: none of %d connections is answered within %d s",
                target.name(),
                connections,
                seconds);
        double spent = after.since(before);
        return new Figure(
                spent / 1e3 / wrk.requests(),
                after.compilingSince(before) / spent,
                after.collectingSince(before) / spent,
                wrk.requests() / wrk.seconds(),
                wrk.p50(),
                wrk.p99(),
                (busyAfter - busy) / JIFFIES_A_SECOND / elapsed,
                target.server().process().resident());
    }

    static double median(List<Figure> figures, ToDoubleFunction<Figure> part) {
        return median(figures.stream().mapToDouble(part).toArray());
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
