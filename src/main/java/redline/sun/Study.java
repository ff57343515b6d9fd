package redline.sun;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Windows under obstacles on one day, counted by one rule: before and after what a scheme adds.
 *
 * @param added owners of obstacles that stand only afterwards
 */
public record Study(Obstacles obstacles, Set<String> added, SunPath path, Counting counting) {
    /** The viewer stands this far before the wall, m: its own wall then never hides it, and no stretch is off by more than a second. */
    static final double HAIR = 1e-4;

    public Study {
        added = Set.copyOf(added);
    }

    /** Of each window, in their order; on all processors. */
    public List<WindowSun> of(List<Window> windows) {
        Sky sky = new Sky(obstacles, path, counting.from(), counting.to());
        List<String> owners = obstacles.owners();
        boolean[] isAdded = new boolean[owners.size()];
        for (int i = 0; i < isAdded.length; i++) {
            isAdded[i] = added.contains(owners.get(i));
        }
        WindowSun[] results = new WindowSun[windows.size()];
        ThreadLocal<Sky.Looker> lookers = ThreadLocal.withInitial(sky::looker);
        IntStream.range(0, results.length)
                .parallel()
                .forEach(i -> results[i] = look(lookers.get(), windows.get(i), owners, isAdded));
        return List.of(results);
    }

    private WindowSun look(Sky.Looker looker, Window window, List<String> owners, boolean[] isAdded) {
        double length = Math.hypot(window.nx(), window.ny());
        double dx = window.nx() / length * HAIR;
        double dy = window.ny() / length * HAIR;
        List<Sky.Shade> shades = new ArrayList<>(2);
        if (counting.fullWindow()) {
            shades.add(looker.from(window.ax() + dx, window.ay() + dy, window.sill()));
            shades.add(looker.from(window.bx() + dx, window.by() + dy, window.sill()));
        } else {
            shades.add(looker.from(
                    (window.ax() + window.bx()) / 2 + dx, (window.ay() + window.by()) / 2 + dy, window.sill()));
        }
        Spans open = looker.before(window.nx(), window.ny(), counting.leastSweep());
        Spans before = open;
        Spans after = open;
        for (Sky.Shade shade : shades) {
            before = before.and(shade.litWith(owner -> !isAdded[owner]));
            after = after.and(shade.lit());
        }
        return new WindowSun(
                window, before, after, counting.hours(before), counting.hours(after), takers(shades, open, owners));
    }

    private static List<WindowSun.Taker> takers(List<Sky.Shade> shades, Spans open, List<String> owners) {
        List<WindowSun.Taker> takers = new ArrayList<>();
        shades.stream()
                .flatMap(shade -> shade.who().stream())
                .distinct()
                .sorted()
                .forEach(owner -> {
                    Spans when = Spans.NONE;
                    for (Sky.Shade shade : shades) {
                        when = when.or(shade.by(other -> other == owner));
                    }
                    when = when.and(open);
                    if (!when.isEmpty()) {
                        takers.add(new WindowSun.Taker(owners.get(owner), when));
                    }
                });
        return takers;
    }
}
