package redline.bench;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import redline.sun.Counting;
import redline.sun.Highest;
import redline.sun.Location;
import redline.sun.Spans;
import redline.sun.Study;
import redline.sun.SunPath;
import redline.sun.WindowSun;

/** Stretches solved exactly against a ray a minute: both on all processors, in turn. */
final class SunlightBench {
    private static final double SECOND = 1.0 / 3600;

    private final SunPath path =
            SunPath.of(new Location(30.63, 120.56), LocalDate.of(2001, 1, 20), ZoneOffset.ofHours(8), 0.29);
    private final Counting counting = new Counting(8, 16, false, 5, null, 0, true);

    void run(int rounds, Table table) throws Exception {
        HousingEstate small = new HousingEstate(1);
        HousingEstate large = new HousingEstate(10);
        Study study = study(small);
        Study largeStudy = study(large);
        MinuteRays rays = new MinuteRays(small, path, counting, false);
        MinuteRays fewer = new MinuteRays(small, path, counting, true);
        System.out.println("the stretches of " + small.windows.size() + " windows and rays agree on "
                + agree(small, study.of(small.windows), rays.of(small.windows)) + " minutes");
        agree(small, study.of(small.windows), fewer.of(small.windows));
        System.out.printf(
                "ten times the windows have %.2f times the pairs of a window and a house that takes sun from it%n",
                (double) pairs(largeStudy.of(large.windows)) / pairs(study.of(small.windows)));
        for (int i = 0; i < 300; i++) { // the second compiler is done with all of them before anything counts
            study.of(small.windows);
            if (i % 10 == 0) {
                largeStudy.of(large.windows);
                highest(small);
            }
        }
        Map<String, Figure> figures = new Interleaved()
                .add("ours", () -> often(() -> study.of(small.windows)))
                .add("large", () -> often(() -> largeStudy.of(large.windows)))
                .add("rays", () -> Interleaved.time(() -> rays.of(small.windows)))
                .add("fewer", () -> Interleaved.time(() -> fewer.of(small.windows)))
                .add("highest", () -> Interleaved.time(() -> highest(small)))
                .run(rounds);
        Figure ours = figures.get("ours");
        table.compare(
                "sunlight, 30 buildings, 2000 windows : a ray a minute, each asks the tree",
                ours,
                figures.get("rays"),
                0.01);
        table.compare(
                "sunlight, 30 buildings, 2000 windows : a ray a minute, the tree asked once a point",
                ours,
                figures.get("fewer"),
                0);
        table.compare(
                "sunlight, 300 buildings, 20000 windows : 30 buildings, 2000 windows", figures.get("large"), ours, 10);
        table.note("sunlight, the highest block among 2000 windows, to the millimetre", figures.get("highest"));
    }

    /** A study takes a few milliseconds: the middle of eleven, so that moments in which the machine is busy with others do not decide. */
    private static double often(Interleaved.Work work) throws Exception {
        double[] times = new double[11];
        for (int i = 0; i < times.length; i++) {
            times[i] = Interleaved.time(work);
        }
        Arrays.sort(times);
        return times[times.length / 2];
    }

    /** In the garden between two rows: who has an hour and a half keeps it. */
    private Highest highest(HousingEstate estate) {
        Polygon footprint = (Polygon) new GeometryFactory().toGeometry(new Envelope(116, 146, 75, 88));
        return Highest.of(
                study(estate),
                Highest.Block.over(footprint, 0),
                0,
                100,
                estate.windows.stream()
                        .map(window -> Highest.Wanted.of(window, 1.5))
                        .toList());
    }

    private Study study(HousingEstate estate) {
        return new Study(estate.obstacles, estate.added, path, counting);
    }

    private static int pairs(List<WindowSun> suns) {
        return suns.stream().mapToInt(sun -> sun.takers().size()).sum();
    }

    /** Every minute, but where its middle is within a second of the end of a stretch. */
    private long agree(HousingEstate estate, List<WindowSun> exact, List<MinuteRays.Minutes> minutes) {
        long agreed = 0;
        for (int i = 0; i < exact.size(); i++) {
            agreed += agree(exact.get(i), exact.get(i).before(), minutes.get(i).before());
            agreed += agree(exact.get(i), exact.get(i).after(), minutes.get(i).after());
        }
        return agreed;
    }

    private long agree(WindowSun window, Spans exact, boolean[] minutes) {
        long agreed = 0;
        for (int i = 0; i < minutes.length; i++) {
            double hour = counting.from() + (i + 0.5) / 60;
            if (exact.contains(hour) == minutes[i]) {
                agreed++;
            } else if (exact.list().stream()
                    .noneMatch(s -> Math.abs(s.from() - hour) < SECOND || Math.abs(s.to() - hour) < SECOND)) {
                throw new IllegalStateException(
                        window.window().id() + " at " + hour + " h: " + exact + ", but a ray says " + minutes[i]);
            }
        }
        return agreed;
    }
}
