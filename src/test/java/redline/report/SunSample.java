package redline.report;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import redline.quantity.Text;
import redline.report.SunScene.Body;
import redline.report.SunScene.Level;
import redline.report.SunScene.Opening;
import redline.report.SunScene.Part;
import redline.sun.Counting;
import redline.sun.Location;
import redline.sun.Obstacles;
import redline.sun.Study;
import redline.sun.SunPath;
import redline.sun.Window;
import redline.sun.WindowSun;

/** An invented row of dwellings, 5#, that stands north of an existing house, 9#, and of two towers to be built, 1# and 2#. */
final class SunSample {
    private static final GeometryFactory SHAPES = new GeometryFactory();
    static final SunPath GREAT_COLD =
            SunPath.of(new Location(30.63, 120.56), LocalDate.of(2001, 1, 20), ZoneOffset.ofHours(8), 0.29);
    static final Counting CUMULATIVE = new Counting(8, 16, false, 5, null, 0, true);

    private SunSample() {}

    static SunScene scene() {
        Polygon first = box(0, 0, 26, 15);
        Polygon second = box(48, 4, 74, 19);
        Polygon podium = box(-4, -6, 80, 22);
        Polygon old = box(-46, 6, -20, 18);
        Polygon row = box(-20, 46, 70, 58);
        Obstacles obstacles = new Obstacles.Builder()
                .prism("9#", old, 5, 23)
                .prism("5#", row, 5, 23)
                .prism("1#", first, 5, 59)
                .prism("2#", second, 5, 41)
                .prism("3#", podium, 5, 10)
                .build();
        Study study = new Study(obstacles, Set.of("1#", "2#", "3#"), GREAT_COLD, CUMULATIVE);
        List<Window> windows = new ArrayList<>();
        for (int storey = 0; storey < 6; storey++) {
            for (int flat = 0; flat < 6; flat++) {
                double x = -14 + 15 * flat;
                windows.add(new Window(
                        "5#-" + (storey + 1) + "0" + (flat + 1),
                        "5#",
                        x,
                        46,
                        x + 1.8,
                        46,
                        5.3 + 3 * storey + 0.9,
                        0,
                        -1));
            }
        }
        List<Opening> openings = new ArrayList<>();
        for (WindowSun sun : study.of(windows)) {
            openings.add(new Opening(sun, Text.same(sun.window().id())));
        }
        List<Level> levels = IntStream.range(0, 6)
                .mapToObj(i -> new Level(i + 1 + "F", 5.3 + 3 * i + 0.9))
                .toList();
        return new SunScene(
                study,
                "EPSG:4549",
                5,
                List.of(
                        new Body(
                                "3#", new Text("3#裙房", "Podium 3#"), true, List.of(new Part(podium, 5, 10)), List.of()),
                        new Body(
                                "1#", new Text("1#楼", "Building 1#"), true, List.of(new Part(first, 5, 59)), List.of()),
                        new Body(
                                "2#",
                                new Text("2#楼", "Building 2#"),
                                true,
                                List.of(new Part(second, 5, 41)),
                                List.of()),
                        new Body("9#", new Text("9#楼", "Building 9#"), false, List.of(new Part(old, 5, 23)), List.of()),
                        new Body("5#", new Text("5#楼", "Building 5#"), false, List.of(new Part(row, 5, 23)), levels)),
                openings);
    }

    private static Polygon box(double x0, double y0, double x1, double y1) {
        return (Polygon) SHAPES.toGeometry(new Envelope(new Coordinate(x0, y0), new Coordinate(x1, y1)));
    }
}
