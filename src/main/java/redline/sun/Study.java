package redline.sun;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Envelope;
import redline.sun.Obstacles.Solid;

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
        double lowest = Double.POSITIVE_INFINITY;
        for (int i : stack) {
            lowest = Math.min(lowest, windows.get(i).sill());
        }
        double length = Math.hypot(one.nx(), one.ny());
        double dx = one.nx() / length * HAIR;
        double dy = one.ny() / length * HAIR;
        Sky.Looker.Outlook outlook = looker.outlook(one.nx(), one.ny(), counting.leastSweep());
        Spans open = outlook.open();
        if (open.isEmpty()) {
            stack.forEach(i -> results[i] = new WindowSun(windows.get(i), open, open, 0, 0, List.of()));
            return;
        }
        Fan fan = outlook.fan();
        List<Solid> solids =
                looker.sky().within(new Envelope(one.ax() + dx, one.bx() + dx, one.ay() + dy, one.by() + dy), lowest);
        List<Column> columns = new ArrayList<>(2);
        if (counting.fullWindow()) {
            columns.add(looker.over(solids, one.ax() + dx, one.ay() + dy, lowest, fan));
            columns.add(looker.over(solids, one.bx() + dx, one.by() + dy, lowest, fan));
        } else {
            columns.add(
                    looker.over(solids, (one.ax() + one.bx()) / 2 + dx, (one.ay() + one.by()) / 2 + dy, lowest, fan));
        }
        Hidden hidden = looker.hidden();
        for (int i : stack) {
            Window window = windows.get(i);
            hidden.clear();
            for (Column column : columns) {
                column.from(window.sill(), hidden);
            }
            results[i] = counted(window, open, hidden.shade(looker.sky().day()), isAdded);
        }
    }

    private WindowSun counted(Window window, Spans open, Sky.Shade shade, boolean[] isAdded) {
        Spans after = shade.lit(open, owner -> true);
        Spans before = shade.isOfAny(owner -> isAdded[owner]) ? shade.lit(open, owner -> !isAdded[owner]) : after;
        return new WindowSun(
                window,
                before,
                after,
                counting.hours(before),
                counting.hours(after),
                new Takers(obstacles.owners(), shade, open));
    }
}
