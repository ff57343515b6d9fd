package redline.sun;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Envelope;

/**
 * Windows under obstacles on one day, counted by one rule: before and after what a scheme adds.
 *
 * @param added owners of obstacles that stand only afterwards
 */
public record Study(Obstacles obstacles, Set<String> added, SunPath path, Counting counting) {
    /** The viewer stands this far before the wall, m: its own wall then never hides it, and no stretch is off by more than a second. */
    static final double HAIR = 1e-4;

    /** Many enough that processors end at the same time, whatever a part takes. */
    private static final int PARTS = 128;

    /** Looked at in less time than it takes to share them. */
    private static final int FEW = 64;

    /** What lies within this is near to much the same, m. */
    private static final double TOGETHER = 50;

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
        int[] parts = parts(windows);
        AtomicInteger next = new AtomicInteger();
        IntStream.range(0, Math.min(parts.length - 1, Runtime.getRuntime().availableProcessors()))
                .parallel()
                .forEach(processor -> {
                    Sky.Looker looker = sky.looker();
                    for (int part = next.getAndIncrement(); part + 1 < parts.length; part = next.getAndIncrement()) {
                        look(looker, windows.subList(parts[part], parts[part + 1]), parts[part], isAdded, results);
                    }
                });
        return List.of(results);
    }

    /**
     * Where parts begin that several processors can take, and the end of the last: a building's windows that come together stay together, where
     * they are few or no more than an eighth of all.
     */
    private static int[] parts(List<Window> windows) {
        int n = windows.size();
        int[] parts = new int[PARTS + 1];
        int count = 1;
        for (int part = 1; part <= PARTS; part++) {
            int at = (int) ((long) n * part / PARTS);
            if (at > parts[count - 1]) {
                int most = Math.min(n, at + Math.max(FEW, n / 8));
                while (at < most
                        && windows.get(at).building().equals(windows.get(at - 1).building())) {
                    at++;
                }
                parts[count++] = at;
            }
        }
        return Arrays.copyOf(parts, count);
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

    /** Stacks that stand together share what is near them. */
    private void look(Sky.Looker looker, List<Window> windows, int first, boolean[] isAdded, WindowSun[] results) {
        List<int[]> stacks = stacked(windows);
        double lowest = windows.stream().mapToDouble(Window::sill).min().orElseThrow();
        for (int from = 0, to; from < stacks.size(); from = to) {
            Envelope places = new Envelope();
            for (to = from; to < stacks.size(); to++) {
                Envelope wider = windows.get(stacks.get(to)[0]).places();
                wider.expandToInclude(places);
                if (to > from && wider.getDiameter() > TOGETHER) {
                    break;
                }
                places = wider;
            }
            List<Obstacles.Solid> near = looker.near(places, lowest);
            for (int[] stack : stacks.subList(from, to)) {
                look(looker, near, windows, first, stack, isAdded, results);
            }
        }
    }

    private void look(
            Sky.Looker looker,
            List<Obstacles.Solid> near,
            List<Window> windows,
            int first,
            int[] stack,
            boolean[] isAdded,
            WindowSun[] results) {
        double lowest = Double.POSITIVE_INFINITY;
        for (int i : stack) {
            lowest = Math.min(lowest, windows.get(i).sill());
        }
        Sight sight = Sight.of(looker, counting, near, windows.get(stack[0]), lowest);
        for (int i : stack) {
            Window window = windows.get(i);
            Hidden hidden = sight.from(window.sill());
            Spans after = hidden.after(sight.open());
            Spans before = hidden.before(sight.open(), after, isAdded);
            results[first + i] = new WindowSun(
                    window,
                    before,
                    after,
                    counting.hours(before),
                    counting.hours(after),
                    new Takers(looker.sky(), counting, window));
        }
    }
}
