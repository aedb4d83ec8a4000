package speed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What was measured, of each target under each load: a figure for every round of every start. */
final class Figures {

    private final Map<String, Map<Load, List<Figure>>> figures = new HashMap<>();

    void add(Target target, Load load, Figure figure) {
        figures.computeIfAbsent(target.name(), name -> new HashMap<>())
                .computeIfAbsent(load, of -> new ArrayList<>())
                .add(figure);
    }

    List<Figure> of(Target target, Load load) {
        return Objects.requireNonNull(
                Objects.requireNonNull(figures.get(target.name())).get(load));
    }

    /** How often the other's time it takes: the median of what each round says. */
    double ratio(Target target, Target other, Load load) {
        List<Figure> its = of(target, load);
        double[] ratios = new double[its.size()];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = its.get(i).micros() / of(other, load).get(i).micros();
        }
        return Figure.median(ratios);
    }
}
