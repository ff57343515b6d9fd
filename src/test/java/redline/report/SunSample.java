package redline.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import redline.measure.Sunlight;
import redline.measure.Sunlight.Facade;
import redline.measure.Sunlight.FacadePiece;
import redline.measure.Sunlight.FacadeRow;
import redline.quantity.Text;
import redline.report.SunScene.Body;
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
        return new SunScene(
                study,
                "EPSG:4549",
                5,
                List.of(
                        new Body("3#", new Text("3#裙房", "Podium 3#"), true, List.of(new Part(podium, 5, 10))),
                        new Body("1#", new Text("1#楼", "Building 1#"), true, List.of(new Part(first, 5, 59))),
                        new Body("2#", new Text("2#楼", "Building 2#"), true, List.of(new Part(second, 5, 41))),
                        new Body("9#", new Text("9#楼", "Building 9#"), false, List.of(new Part(old, 5, 23))),
                        new Body("5#", new Text("5#楼", "Building 5#"), false, List.of(new Part(row, 5, 23)))),
                openings,
                sampled(study));
    }

    /** The walls of 5# that the sun comes to, a point in the middle of each metre and of each of six storeys of 3 m above 5.3 m. */
    private static Sunlight.Facades sampled(Study study) {
        List<Facade> facades = List.of(
                facade(study, -20, 46, 70, 46, 0, -1),
                facade(study, 70, 46, 70, 58, 1, 0),
                facade(study, -20, 58, -20, 46, -1, 0));
        return new Sunlight.Facades(
                Sunlight.Kind.DWELLINGS, GREAT_COLD.day(), null, 1, 0.9, List.of(), facades, List.of());
    }

    private static Facade facade(Study study, double x0, double y0, double x1, double y1, int nx, int ny) {
        int length = (int) Math.hypot(x1 - x0, y1 - y0);
        List<FacadeRow> rows = new ArrayList<>();
        for (int storey = 0; storey < 6; storey++) {
            double floor = 5.3 + 3 * storey;
            List<FacadePiece> pieces = new ArrayList<>();
            for (int metre = 0; metre < length; metre++) {
                double x = x0 + (x1 - x0) / length * (metre + 0.5);
                double y = y0 + (y1 - y0) / length * (metre + 0.5);
                WindowSun sun = study.of(List.of(new Window("", "5#", x, y, x, y, floor + 0.9, nx, ny)))
                        .get(0);
                pieces.add(new FacadePiece(
                        BigDecimal.valueOf(metre),
                        BigDecimal.valueOf(metre + 1),
                        BigDecimal.valueOf(sun.hoursBefore()),
                        BigDecimal.valueOf(sun.hoursAfter())));
            }
            rows.add(new FacadeRow(
                    String.valueOf(storey + 1),
                    BigDecimal.valueOf(floor + 0.9),
                    BigDecimal.valueOf(floor),
                    BigDecimal.valueOf(floor + 3),
                    pieces,
                    List.of(),
                    List.of(),
                    List.of()));
        }
        LineString line = SHAPES.createLineString(new Coordinate[] {new Coordinate(x0, y0), new Coordinate(x1, y1)});
        return new Facade("5#", "1", line, nx, ny, rows);
    }

    private static Polygon box(double x0, double y0, double x1, double y1) {
        return (Polygon) SHAPES.toGeometry(new Envelope(new Coordinate(x0, y0), new Coordinate(x1, y1)));
    }
}
