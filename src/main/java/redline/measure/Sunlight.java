package redline.measure;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/**
 * A sunlight study as plain data: what was computed of the windows of a scheme and from what. Times are apparent solar time in
 * hours, levels in m above datum, shapes in the scheme's CRS.
 *
 * @param place null where the study could not be made
 * @param ground lowest outdoor ground of what is to be built, null where none is stated
 * @param days those that were asked for and could be computed: of dwellings, then of rooms
 * @param solids what stands in the sun's way
 * @param parts of what is to be built that rise above ground, each of whose bodies is one of the solids where it is known
 * @param facades of the same days; null where it is not set how they are sampled
 */
public record Sunlight(
        Place place, BigDecimal ground, List<Day> days, List<Solid> solids, List<Part> parts, List<Facades> facades) {
    /** Below every sill, m: where what stands on the ground begins. */
    public static final double FLOOR = -1000;

    public Sunlight {
        days = List.copyOf(days);
        solids = List.copyOf(solids);
        parts = parts == null ? List.of() : List.copyOf(parts); // older records have none
        facades = facades == null ? null : List.copyOf(facades);
    }

    /**
     * A volume of a building.
     *
     * @param ground outdoor ground of the building, m, null where it is not stated
     * @param storeys heights of its storeys from the lowest up, m; null where one is not known
     */
    public record Part(String building, String volume, BigDecimal ground, List<BigDecimal> storeys) {
        public Part {
            storeys = storeys == null ? null : List.copyOf(storeys);
        }
    }

    /**
     * Of which the sun is taken, degrees.
     *
     * @param convergence true azimuth minus grid azimuth
     * @param stated by a setting; else that of the drawing, rounded to 0.01°
     */
    public record Place(double latitude, double longitude, double convergence, boolean stated) {}

    /** Who is looked at on a day. */
    public enum Kind {
        DWELLINGS,
        ROOMS
    }

    /**
     * One day, counted by the first of the ways.
     *
     * @param ways of counting that a profile leaves open, the first is that of the numbers
     */
    public record Day(Kind kind, LocalDate date, List<Way> ways, List<WindowRow> windows, List<HomeRow> homes) {
        public Day {
            ways = List.copyOf(ways);
            windows = List.copyOf(windows);
            homes = List.copyOf(homes);
        }
    }

    /**
     * @param width of which no more counts of a window, m; null for the whole of it
     * @param nurseryWidth the same for rooms of nurseries
     * @see SunSettings
     */
    public record Way(
            LocalDate date,
            double from,
            double to,
            boolean continuous,
            double leastMinutes,
            Integer mostStretches,
            double leastSweep,
            boolean fullWindow,
            Double width,
            Double nurseryWidth,
            boolean allWindows) {}

    /**
     * @param line the sill, {@code nx}, {@code ny} (of length 1) points from the wall to the open; null where that is not known
     * @param counted the stretch of a wide sill that hours after are of; null for the whole of it
     * @param missing of the hours after; the rest is null where it is not empty
     * @param missingBefore of the hours before
     * @param low least hours after of all ways of counting and as accurate as the drawing is; {@code high}: most
     * @param takers who stands in the way when, whoever else does
     */
    public record WindowRow(
            String id,
            String name,
            String building,
            String home,
            String room,
            String storey,
            LineString line,
            BigDecimal sill,
            Double nx,
            Double ny,
            LineString counted,
            List<Stretch> before,
            List<Stretch> after,
            BigDecimal hoursBefore,
            BigDecimal hoursAfter,
            BigDecimal low,
            BigDecimal high,
            List<Taker> takers,
            List<Missing> missing,
            List<Missing> missingBefore) {}

    public record Stretch(BigDecimal from, BigDecimal to) {}

    public record Taker(String building, List<Stretch> when) {}

    /** A dwelling or room: hours of its best room and of the second best, null where not known. {@code best}: the room's window that governs. */
    public record HomeRow(
            String id,
            BigDecimal hoursBefore,
            BigDecimal hoursAfter,
            BigDecimal secondBefore,
            BigDecimal secondAfter,
            String best) {}

    /**
     * Façades on one day: those of the scheme's own buildings and of buildings that it may take sun from. Sampled points are no windows: no
     * dwelling is judged by them.
     *
     * @param way by which hours are counted, at points
     * @param spacing of points along a wall, at most, m
     * @param sill of points above each floor, m
     * @param missing why nothing could be sampled; empty where it could
     * @param gaps what is missing to sample a part of a building
     */
    public record Facades(
            Kind kind,
            LocalDate date,
            Way way,
            double spacing,
            double sill,
            List<Missing> missing,
            List<Facade> facades,
            List<Gap> gaps) {
        public Facades {
            missing = List.copyOf(missing);
            facades = List.copyOf(facades);
            gaps = List.copyOf(gaps);
        }
    }

    public record Gap(String building, List<Missing> missing) {}

    /**
     * A straight wall that the sun stands before at some time that counts.
     *
     * @param part of the building: the id of a volume
     * @param line its foot in plan, from left to right for who looks at it; {@code nx}, {@code ny} (of length 1) points outward
     * @param rows from below
     */
    public record Facade(String building, String part, LineString line, double nx, double ny, List<FacadeRow> rows) {
        public Facade {
            rows = List.copyOf(rows);
        }
    }

    /**
     * The points of one storey.
     *
     * @param storey its number or name; null where it is not known
     * @param level of the points, m above datum
     * @param bottom of the band that they stand for, m; {@code top} likewise: floors where storeys are known, else a band to draw, halfway to the next
     *     rows
     * @param takers who stands in the way, longest first
     * @param missing of the hours after, which then are null; {@code missingBefore}: of those before
     */
    public record FacadeRow(
            String storey,
            BigDecimal level,
            BigDecimal bottom,
            BigDecimal top,
            List<FacadePiece> pieces,
            List<FacadeTaker> takers,
            List<Missing> missing,
            List<Missing> missingBefore) {
        public FacadeRow {
            pieces = List.copyOf(pieces);
            takers = List.copyOf(takers);
            missing = List.copyOf(missing);
            missingBefore = List.copyOf(missingBefore);
        }
    }

    /** A piece of wall whose points have the same hours; {@code from}, {@code to} in m from the left end. */
    public record FacadePiece(BigDecimal from, BigDecimal to, BigDecimal before, BigDecimal after) {
        public BigDecimal length() {
            return to.subtract(from);
        }
    }

    /** @param most hours for which it stands in the way of a point, of those at which it does so longest */
    public record FacadeTaker(String building, BigDecimal most) {}

    /** What form an obstacle has. */
    public enum Form {
        PRISM,
        WALL,
        FACE
    }

    /**
     * One obstacle.
     *
     * @param part of the building: the id of a volume or of an obstacle
     * @param added it stands only once the scheme is built
     * @param uncertain it may be there or not: a roof of unknown shape between eave and ridge
     * @param outline of a prism or a face in plan, null for a wall; {@code line} of a wall, or of a face where it is lowest
     */
    public record Solid(
            String building,
            String part,
            Form form,
            boolean added,
            boolean uncertain,
            Polygon outline,
            LineString line,
            BigDecimal bottom,
            BigDecimal top) {}
}
