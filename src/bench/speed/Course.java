package speed;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Several targets under several loads: warmed up first, then measured in turn and round after round, so that whatever
 * else the machine does meets them alike. What they answer is checked before and after.
 */
final class Course {

    /** After another load, until this one is all there is. */
    private static final int SETTLING_SECONDS = 2;

    private final Options options;
    private final Server upstream;
    private final List<? extends Target> targets;
    private final Map<Target, Map<Load, Walk>> walks = new LinkedHashMap<>();
    private final Figures figures;

    /** Whose figures join those of earlier starts. */
    Course(Options options, Server upstream, List<? extends Target> targets, Figures figures) {
        this.options = options;
        this.upstream = upstream;
        this.targets = targets;
        this.figures = figures;
    }

    /** Does it all. */
    void run(List<Load> loads) throws IOException, InterruptedException {
        for (Target target : targets) {
            walks.put(target, new LinkedHashMap<>());
            for (Load load : loads) {
                walks.get(target).put(load, target.walk(load));
            }
        }
        warm(loads);
        for (int round = 0; round < options.rounds(); round++) {
            for (Load load : loads) {
                delay(load.delayMillis());
                for (int i = 0; i < targets.size(); i++) {
                    measure(targets.get((i + round) % targets.size()), load);
                }
            }
            delay(0);
        }
        for (Target target : targets) {
            for (Load load : loads) {
                target.walk(load);
            }
        }
    }

    /** The one hop, which does little, is warm in a third of the time. */
    private void warm(List<Load> loads) throws IOException, InterruptedException {
        for (Target target : targets) {
            int seconds = target instanceof Proxy ? options.warm() / 3 : options.warm();
            for (Load load : loads) {
                delay(load.delayMillis());
                int share = Math.max(1, seconds / loads.size());
                Wrk.run(target, walk(target, load), load.connections(), share);
            }
            delay(0);
        }
    }

    private Walk walk(Target target, Load load) {
        return Objects.requireNonNull(Objects.requireNonNull(walks.get(target)).get(load));
    }

    private void measure(Target target, Load load) throws IOException, InterruptedException {
        Walk walk = walk(target, load);
        Wrk.run(target, walk, load.connections(), SETTLING_SECONDS);
        figures.add(target, load, Figure.of(target, walk, load.connections(), options.seconds()));
    }

    private void delay(int millis) throws IOException, InterruptedException {
        upstream.get("/delay?" + millis);
    }
}
