package redline.sun;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
        boolean[] isAdded = new boolean[obstacles.owners().size()];
        for (int i = 0; i < isAdded.length; i++) {
            isAdded[i] = added.contains(obstacles.owners().get(i));
        }
        WindowSun[] results = new WindowSun[windows.size()];
        ThreadLocal<Sky.Looker> lookers = ThreadLocal.withInitial(sky::looker);
        stacked(windows).parallelStream().forEach(stack -> look(lookers.get(), windows, stack, isAdded, results));
        return List.of(results);
    }

    private record Place(double ax, double ay, double bx, double by, double nx, double ny) {}

    /** Windows above each other see the same corners at the same time. */
    private static Collection<List<Integer>> stacked(List<Window> windows) {
        Map<Place, List<Integer>> stacks = new LinkedHashMap<>();
        for (int i = 0; i < windows.size(); i++) {
            Window w = windows.get(i);
            stacks.computeIfAbsent(
                            new Place(w.ax(), w.ay(), w.bx(), w.by(), w.nx(), w.ny()), place -> new ArrayList<>(4))
                    .add(i);
        }
        return new ArrayList<>(stacks.values());
    }

    private void look(
            Sky.Looker looker, List<Window> windows, List<Integer> stack, boolean[] isAdded, WindowSun[] results) {
        Window one = windows.get(stack.get(0));
        double lowest =
                stack.stream().mapToDouble(i -> windows.get(i).sill()).min().orElseThrow();
        double length = Math.hypot(one.nx(), one.ny());
        double dx = one.nx() / length * HAIR;
        double dy = one.ny() / length * HAIR;
        Spans open = looker.before(one.nx(), one.ny(), counting.leastSweep());
        if (open.isEmpty()) {
            stack.forEach(i -> results[i] = new WindowSun(windows.get(i), open, open, 0, 0, List.of()));
            return;
        }
        Fan fan = new Fan(path, open.begin(), open.end());
        if (counting.fullWindow()) {
            Column a = looker.over(one.ax() + dx, one.ay() + dy, lowest, fan);
            Column b = looker.over(one.bx() + dx, one.by() + dy, lowest, fan);
            for (int i : stack) {
                double sill = windows.get(i).sill();
                results[i] = counted(windows.get(i), open, a.from(sill).or(b.from(sill)), isAdded);
            }
        } else {
            Column middle = looker.over((one.ax() + one.bx()) / 2 + dx, (one.ay() + one.by()) / 2 + dy, lowest, fan);
            for (int i : stack) {
                results[i] =
                        counted(windows.get(i), open, middle.from(windows.get(i).sill()), isAdded);
            }
        }
    }

    private WindowSun counted(Window window, Spans open, Sky.Shade shade, boolean[] isAdded) {
        Spans before = open.without(shade.by(owner -> !isAdded[owner]));
        Spans after = open.without(shade.by(owner -> true));
        List<WindowSun.Taker> takers = new ArrayList<>(4);
        for (int owner : shade.distinct()) {
            Spans when = shade.by(other -> other == owner).and(open);
            if (!when.isEmpty()) {
                takers.add(new WindowSun.Taker(obstacles.owners().get(owner), when));
            }
        }
        return new WindowSun(window, before, after, counting.hours(before), counting.hours(after), takers);
    }
}
