package redline.sun;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

    /** Windows above each other see the same corners at the same time: the numbers of each stack, stacks by their first window. */
    private static List<int[]> stacked(List<Window> windows) {
        int n = windows.size();
        int slots = Integer.highestOneBit(Math.max(1, n)) * 4;
        int[] stackAt = new int[slots]; // + 1; open addressing
        int[] stackOf = new int[n];
        Window[] firsts = new Window[n];
        int[] sizes = new int[n];
        int stacks = 0;
        for (int i = 0; i < n; i++) {
            Window window = windows.get(i);
            int slot = place(window) & (slots - 1);
            while (stackAt[slot] != 0 && !isAbove(window, firsts[stackAt[slot] - 1])) {
                slot = (slot + 1) & (slots - 1);
            }
            if (stackAt[slot] == 0) {
                firsts[stacks] = window;
                stackAt[slot] = ++stacks;
            }
            stackOf[i] = stackAt[slot] - 1;
            sizes[stackOf[i]]++;
        }
        int[][] result = new int[stacks][];
        for (int i = n - 1; i >= 0; i--) {
            int stack = stackOf[i];
            if (result[stack] == null) {
                result[stack] = new int[sizes[stack]];
            }
            result[stack][--sizes[stack]] = i;
        }
        return Arrays.asList(result);
    }

    private static int place(Window window) {
        long bits = Double.doubleToLongBits(window.ax()) * 31 + Double.doubleToLongBits(window.ay());
        bits *= 0x9E3779B97F4A7C15L; // spreads what differs in the last digits only
        return (int) (bits >>> 32);
    }

    private static boolean isAbove(Window one, Window other) {
        return one.ax() == other.ax()
                && one.ay() == other.ay()
                && one.bx() == other.bx()
                && one.by() == other.by()
                && one.nx() == other.nx()
                && one.ny() == other.ny();
    }

    private void look(Sky.Looker looker, List<Window> windows, int[] stack, boolean[] isAdded, WindowSun[] results) {
        Window one = windows.get(stack[0]);
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
            for (int i : stack) {
                results[i] = new WindowSun(windows.get(i), open, open, 0, 0, List.of());
            }
            return;
        }
        Fan fan = outlook.fan();
        double x = (one.ax() + one.bx()) / 2 + dx;
        double y = (one.ay() + one.by()) / 2 + dy;
        double reach = counting.fullWindow() ? Math.hypot(one.bx() - one.ax(), one.by() - one.ay()) / 2 : 0;
        List<Around> around = looker.around(x, y, reach, lowest, fan);
        List<Column> columns = new ArrayList<>(2);
        if (counting.fullWindow()) {
            columns.add(looker.over(around, one.ax() + dx, one.ay() + dy, lowest, fan));
            columns.add(looker.over(around, one.bx() + dx, one.by() + dy, lowest, fan));
        } else {
            columns.add(looker.over(around, x, y, lowest, fan));
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
