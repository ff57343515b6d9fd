package redline.sun;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Polygon;

/**
 * How high a block may be for the sun of its neighbours, to the millimetre: each keeps the hours that it must have, and one that has
 * less without the block keeps what it has.
 *
 * @param top the highest level of the block's top, m, in the datum of the obstacles
 * @param limit who a millimetre more takes too much from; null where nobody is up to the level that was asked for
 * @param window that governs the hours of {@code limit} under the block; null where there is none
 * @param hours what {@code limit} has under the block, hours; 0 where there is none
 * @param below those in reach of the block that have less than they must have even without it
 */
public record Highest(double top, Wanted limit, Window window, double hours, List<Wanted> below) {
    private static final int STEPS_A_METRE = 1000;
    /** Hours are alike when they are within this: 3.6 ms. */
    private static final double SAME = 1e-6;

    public Highest {
        below = List.copyOf(below);
    }

    /** What stands where the top of a block lies at a level; the higher, the more of it. */
    public interface Block {
        Obstacles upTo(double top);

        /** Upright over a footprint. */
        static Block over(Polygon footprint, double bottom) {
            return top ->
                    new Obstacles.Builder().prism("", footprint, bottom, top).build();
        }
    }

    /**
     * Hours that somebody with several rooms must have.
     *
     * @param rooms each with its windows, each by the stretches of its sill of which the most favourable counts: one where all of it does; a
     *     room has the hours of the window that has least ({@code all}) or most
     * @param room whose hours are asked: 0 of the best room, 1 of the next
     * @param hours as the study counts them
     */
    public record Wanted(String id, List<List<List<Window>>> rooms, boolean all, int room, double hours) {
        public Wanted {
            rooms = List.copyOf(rooms);
            if (room < 0 || room >= rooms.size()) {
                throw new IllegalArgumentException(id + " has no room " + room);
            }
        }

        /** Of one window. */
        public static Wanted of(Window window, double hours) {
            return new Wanted(window.id(), List.of(List.of(List.of(window))), true, 0, hours);
        }

        Stream<Window> windows() {
            return rooms.stream().flatMap(List::stream).flatMap(List::stream);
        }
    }

    /**
     * @param now what stands without the block, the day and the rule of counting; all of it stands, whoever adds it
     * @param bottom level that the block rises from, m
     * @param most level that its top does not go beyond, m
     */
    public static Highest of(Study now, Block block, double bottom, double most, List<Wanted> neighbours) {
        Search search = new Search(now, block, bottom);
        int steps = (int) Math.floor((most - bottom) * STEPS_A_METRE + SAME);
        Neighbour limit = null;
        List<Neighbour> reached = search.reached(steps, neighbours);
        for (Neighbour neighbour : reached) {
            if (!search.keeps(neighbour, steps)) {
                steps = search.highest(neighbour, steps);
                limit = neighbour;
            }
        }
        Room left = limit == null ? null : search.left(limit, steps);
        return new Highest(
                search.top(steps),
                limit == null ? null : limit.wanted,
                left == null ? null : left.window,
                left == null ? 0 : left.hours,
                reached.stream()
                        .filter(neighbour -> neighbour.kept < neighbour.wanted.hours - SAME)
                        .map(Neighbour::wanted)
                        .toList());
    }

    /** Hours of a room and the window that they are of. */
    private record Room(double hours, Window window) {}

    /**
     * @param lit when its windows are without the block
     * @param kept what it must be left with
     * @param over that, under the block as high as it was asked for
     */
    private record Neighbour(Wanted wanted, Map<Window, Spans> lit, double kept, double over) {}

    private record Search(Study now, Block block, double bottom) {
        private double top(int steps) {
            return bottom + (double) steps / STEPS_A_METRE;
        }

        /** Under the block alone. */
        private List<WindowSun> blocked(int steps, Collection<Window> windows) {
            return new Study(block.upTo(top(steps)), Set.of(), now.path(), now.counting()).of(List.copyOf(windows));
        }

        private static Map<Window, Spans> lit(List<WindowSun> suns) {
            Map<Window, Spans> lit = new HashMap<>();
            suns.forEach(sun -> lit.put(sun.window(), sun.after()));
            return lit;
        }

        /** Those that the block takes sun from, who are left with least of what they must have first. */
        private List<Neighbour> reached(int steps, List<Wanted> all) {
            Set<Window> windows = new LinkedHashSet<>();
            all.forEach(wanted -> wanted.windows().forEach(windows::add));
            List<WindowSun> blocked = blocked(steps, windows);
            Map<Window, Spans> beside = lit(blocked);
            Set<Window> hit = new HashSet<>();
            blocked.stream().filter(sun -> !sun.takers().isEmpty()).forEach(sun -> hit.add(sun.window()));
            List<Wanted> reached = all.stream()
                    .filter(wanted -> wanted.windows().anyMatch(hit::contains))
                    .toList();
            Set<Window> theirs = new LinkedHashSet<>();
            reached.forEach(wanted -> wanted.windows().forEach(theirs::add));
            Map<Window, Spans> lit = lit(now.of(List.copyOf(theirs)));
            return reached.stream()
                    .map(wanted -> {
                        double kept = Math.min(wanted.hours, rank(wanted, lit, lit).hours);
                        return new Neighbour(wanted, lit, kept, rank(wanted, lit, beside).hours - kept);
                    })
                    .sorted(Comparator.comparingDouble(Neighbour::over))
                    .toList();
        }

        private Room left(Neighbour neighbour, int steps) {
            return rank(
                    neighbour.wanted,
                    neighbour.lit,
                    lit(blocked(steps, neighbour.wanted.windows().toList())));
        }

        /** The room that is asked about, in the time in which its windows are lit both without the block and by the block alone. */
        private Room rank(Wanted wanted, Map<Window, Spans> without, Map<Window, Spans> beside) {
            List<Room> ranked = new ArrayList<>();
            for (List<List<Window>> room : wanted.rooms) {
                Room governing = null;
                for (List<Window> stretches : room) {
                    Room window = best(stretches, without, beside);
                    if (governing == null
                            || (wanted.all ? window.hours < governing.hours : window.hours > governing.hours)) {
                        governing = window;
                    }
                }
                ranked.add(governing);
            }
            ranked.sort(Comparator.comparingDouble(Room::hours).reversed());
            return ranked.get(wanted.room);
        }

        private Room best(List<Window> stretches, Map<Window, Spans> without, Map<Window, Spans> beside) {
            return stretches.stream()
                    .map(stretch ->
                            new Room(now.counting().hours(without.get(stretch).and(beside.get(stretch))), stretch))
                    .max(Comparator.comparingDouble(Room::hours))
                    .orElseThrow();
        }

        private boolean keeps(Neighbour neighbour, int steps) {
            return left(neighbour, steps).hours >= neighbour.kept - SAME;
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
