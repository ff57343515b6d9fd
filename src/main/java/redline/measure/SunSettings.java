package redline.measure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import redline.quantity.Text;
import redline.sun.Counting;
import redline.sun.Location;

/**
 * How sunlight is counted, as a profile says. Each list holds the value; several where sources disagree: all are computed; none
 * where the setting is unset, which makes the hours that need it unknown (BASIS).
 *
 * @param housing the standard day of dwellings
 * @param care the day of nurseries, classrooms, wards and rooms of the elderly
 * @param stretches which stretches are added
 * @param leastSweep least angle in plan between rays and wall, degrees
 * @param points of a sill that are looked from
 * @param widths what of a wide window's sill is looked at
 * @param rooms which windows of a room with several count
 * @param greenHours hours that make the shadow line of concentrated greens
 * @param accuracy of the drawing; null where none is stated, and then no error is told
 * @param place for which a city has all its schemes computed; null for that of the drawing
 * @param facades how façades are sampled; null where that is not set
 */
public record SunSettings(
        List<Day> housing,
        List<Day> care,
        List<Stretches> stretches,
        List<Double> leastSweep,
        List<Points> points,
        List<Width> widths,
        List<Rooms> rooms,
        List<Double> greenHours,
        Accuracy accuracy,
        Location place,
        Facades facades) {
    /** Nothing is set. */
    public static final SunSettings UNSET = new SunSettings(
            List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), null, null, null);

    public SunSettings {
        housing = List.copyOf(housing);
        care = List.copyOf(care);
        stretches = List.copyOf(stretches);
        leastSweep = List.copyOf(leastSweep);
        points = List.copyOf(points);
        widths = List.copyOf(widths);
        rooms = List.copyOf(rooms);
        greenHours = List.copyOf(greenHours);
    }

    /** A day (in the standard year) and the time of it that counts (有效日照时间带), apparent solar time in hours. */
    public record Day(LocalDate date, double from, double to) {}

    /** Only the longest stretch, or all together: those of at least so many minutes, at most so many of them (null = any). */
    public record Stretches(boolean continuous, double leastMinutes, Integer most) {}

    /** Both ends of the sill lit at once (满窗), or its middle. */
    public enum Points {
        FULL,
        CENTRE
    }

    /**
     * No more of a sill than the most favourable stretch of so many metres counts; infinite for the whole of it.
     *
     * @param nursery the same for rooms of nurseries
     */
    public record Width(double most, double nursery) {
        public static final Width WHOLE = new Width(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    /** A room has the sun of the window that has least, or of the one that has most. */
    public enum Rooms {
        ALL,
        ANY
    }

    /** How far an outline or a level of the drawing may be off, m. */
    public record Accuracy(double position, double height) {}

    /**
     * How façades are sampled.
     *
     * @param spacing of points along a wall, at most, m
     * @param sill of points above each floor, m
     */
    public record Facades(double spacing, double sill) {}

    /** One way of counting out of the candidates. */
    record Way(Day day, Counting counting, Width width, Rooms rooms) {
        /** The same for windows that are not wide. */
        Way whole() {
            return new Way(day, counting, Width.WHOLE, rooms);
        }

        /** The same for points, which have no width. */
        Way atPoints() {
            return new Way(day, counting.atEnds(false), Width.WHOLE, rooms);
        }
    }

    /** All ways to count on one of these days; the first is that of the first candidates. Empty where something is unset. */
    List<Way> ways(List<Day> days) {
        List<Way> ways = new ArrayList<>();
        for (Day day : days) {
            for (Stretches added : stretches) {
                for (double sweep : leastSweep) {
                    for (Points point : points) {
                        Counting counting = new Counting(
                                day.from(),
                                day.to(),
                                added.continuous(),
                                added.leastMinutes(),
                                added.most(),
                                sweep,
                                point == Points.FULL);
                        for (Width width : widths) {
                            rooms.forEach(of -> ways.add(new Way(day, counting, width, of)));
                        }
                    }
                }
            }
        }
        return ways;
    }

    /** Names of the settings that are unset, of those that hours on one of these days need. */
    List<Missing> unset(List<Day> days, String ofDays) {
        Lacking lacking = new Lacking();
        need(lacking, days, ofDays, "日照标准日与有效日照时间带", "the day and the time that count for sunlight");
        need(lacking, stretches, "sun-counting", "日照时段的计法", "which stretches of sunlight count");
        need(lacking, leastSweep, "sun-least-sweep", "最小扫掠角", "least sweep angle");
        need(lacking, points, "sun-points", "日照计算点(满窗或窗中点)", "points of a window (both ends or the middle)");
        need(lacking, widths, "sun-width", "宽窗的计算宽度", "which width of a wide window counts");
        need(lacking, rooms, "sun-rooms", "多窗房间的取法", "how a room with several windows counts");
        return lacking.list();
    }

    private static void need(Lacking lacking, List<?> values, String name, String zh, String en) {
        if (values.isEmpty()) {
            lacking.add(basis(name, zh, en));
        }
    }

    static Missing basis(String name, String zh, String en) {
        return new Missing("settings/" + name, new Text(zh, en), Missing.Kind.BASIS);
    }
}
