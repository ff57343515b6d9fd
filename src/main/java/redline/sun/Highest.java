package redline.sun;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Polygon;

/**
 * How high a block may be for the sun of its neighbours, to the millimetre: every window keeps the hours that it must have, and one that has
 * less without the block keeps what it has.
 *
 * @param top the highest level of the block's top, m, in the datum of the obstacles
 * @param limit the window that a millimetre more takes too much from; null where none does up to the level that was asked for
 * @param hours what that window has under the block, hours; 0 where there is none
 */
public record Highest(double top, Window limit, double hours) {
    private static final int STEPS_A_METRE = 1000;
    /** Hours are alike when they are within this: 3.6 ms. */
    private static final double SAME = 1e-6;

    /**
     * @param stretches of one window, of which the most favourable must have the hours; the whole of it alone where all of it counts
     * @param hours as the study counts them
     */
    public record Wanted(List<Window> stretches, double hours) {
        public Wanted {
            stretches = List.copyOf(stretches);
        }

        public Wanted(Window window, double hours) {
            this(List.of(window), hours);
        }
    }

    /**
     * @param now what stands without the block, the day and the rule of counting; all of it stands, whoever adds it
     * @param footprint of the block
     * @param bottom level that it rises from, m
     * @param most level that its top does not go beyond, m
     */
    public static Highest of(Study now, Polygon footprint, double bottom, double most, List<Wanted> neighbours) {
        Search search = new Search(now, footprint, bottom);
        int steps = (int) Math.floor((most - bottom) * STEPS_A_METRE + SAME);
        Neighbour limit = null;
        for (Neighbour neighbour : search.reached(steps, neighbours)) {
            if (!search.keeps(neighbour, steps)) {
                steps = search.highest(neighbour, steps);
                limit = neighbour;
            }
        }
        return new Highest(
                search.top(steps),
                limit == null ? null : limit.stretches.get(0),
                limit == null ? 0 : search.hours(limit, steps));
    }

    /** @param lit without the block */
    private record Neighbour(List<Window> stretches, List<Spans> lit, double hours) {}

    private record Search(Study now, Polygon footprint, double bottom) {
        private double top(int steps) {
            return bottom + (double) steps / STEPS_A_METRE;
        }

        private Study blockAlone(int steps) {
            Obstacles block = new Obstacles.Builder()
                    .prism("", footprint, bottom, top(steps))
                    .build();
            return new Study(block, Set.of(), now.path(), now.counting());
        }

        /** Those that the block takes sun from, who are left with least of what they must have first. */
        private List<Neighbour> reached(int steps, List<Wanted> all) {
            List<WindowSun> blocked = blockAlone(steps).of(stretches(all));
            List<Wanted> reached = new ArrayList<>();
            List<Spans> underBlock = new ArrayList<>();
            int next = 0;
            for (Wanted one : all) {
                List<WindowSun> of =
                        blocked.subList(next, next + one.stretches().size());
                next += of.size();
                if (of.stream().anyMatch(sun -> !sun.takers().isEmpty())) {
                    reached.add(one);
                    of.forEach(sun -> underBlock.add(sun.after()));
                }
            }
            List<WindowSun> without = now.of(stretches(reached));
            record Left(Neighbour neighbour, double over) {}
            List<Left> left = new ArrayList<>();
            next = 0;
            for (Wanted one : reached) {
                int end = next + one.stretches().size();
                List<Spans> lit = without.subList(next, end).stream()
                        .map(WindowSun::after)
                        .toList();
                double has =
                        lit.stream().mapToDouble(now.counting()::hours).max().orElse(0);
                Neighbour neighbour = new Neighbour(one.stretches(), lit, Math.min(one.hours(), has));
                left.add(new Left(neighbour, most(lit, underBlock.subList(next, end)) - neighbour.hours));
                next = end;
            }
            return left.stream()
                    .sorted(Comparator.comparingDouble(Left::over))
                    .map(Left::neighbour)
                    .toList();
        }

        private static List<Window> stretches(List<Wanted> windows) {
            return windows.stream().flatMap(one -> one.stretches().stream()).toList();
        }

        /** Hours of the most favourable stretch. */
        private double most(List<Spans> lit, List<Spans> beside) {
            double most = 0;
            for (int i = 0; i < lit.size(); i++) {
                most = Math.max(most, now.counting().hours(lit.get(i).and(beside.get(i))));
            }
            return most;
        }

        private double hours(Neighbour neighbour, int steps) {
            return most(
                    neighbour.lit,
                    blockAlone(steps).of(neighbour.stretches).stream()
                            .map(WindowSun::after)
                            .toList());
        }

        private boolean keeps(Neighbour neighbour, int steps) {
            return hours(neighbour, steps) >= neighbour.hours - SAME;
        }

        /** What adds height never adds sun; without the block all keep theirs. */
        private int highest(Neighbour neighbour, int tooHigh) {
            int fits = 0;
            int not = tooHigh;
            while (not - fits > 1) {
                int middle = (fits + not) >>> 1;
                if (keeps(neighbour, middle)) {
                    fits = middle;
                } else {
                    not = middle;
                }
            }
            return fits;
        }
    }
}
