package redline.sun;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Locale;

/**
 * The sun's way over one place on one day, by apparent solar time (hours, 12 when it stands in the meridian). Hour angle h and
 * declination δ, those of the Earth's centre, give the direction cos h·E1 + sin h·E2 + tan δ·E3 and a trifle down for who stands on its
 * surface (parallax, 0.0024°); tan δ and the clock are quadratics in h through three positions of {@link SunPosition}, which follow it to
 * 1e-5 degrees between 6 and 18 h ({@code SunPathTest}). Refraction is left out, as programs for 日照 do.
 *
 * <p>Directions are of a drawing: x and y along its grid, z up; {@code convergence} is how far its north is turned from true north.
 */
public final class SunPath {
    /** The one clock of China. */
    public static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

    private static final double HOUR = Math.PI / 12;
    private static final double[] NODES = {8, 12, 16};

    private final Location place;
    private final LocalDate day;
    private final ZoneOffset offset;
    private final double convergence;
    private final double[] tangent;
    private final double[] clock;
    /** How far down, of directions that have the length 1/cos δ. */
    final double parallax;

    final double e1x;
    final double e1y;
    final double e1z;
    final double e2x;
    final double e2y;
    final double e3x;
    final double e3y;
    final double e3z;

    private SunPath(Location place, LocalDate day, ZoneOffset offset, double convergence) {
        this.place = place;
        this.day = day;
        this.offset = offset;
        this.convergence = convergence;
        double[] angles = new double[NODES.length];
        double[] tangents = new double[NODES.length];
        double[] seconds = new double[NODES.length];
        ZonedDateTime midnight = day.atStartOfDay(offset);
        for (int i = 0; i < NODES.length; i++) {
            long mean = Math.round((NODES[i] - place.longitude() / 15) * 3600 + offset.getTotalSeconds());
            SunPosition sun = SunPosition.of(place, midnight.plusSeconds(mean));
            angles[i] = Math.toRadians(sun.hourAngle());
            tangents[i] = Math.tan(Math.toRadians(sun.declination()));
            seconds[i] = mean;
        }
        this.tangent = quadratic(angles, tangents);
        this.clock = quadratic(angles, seconds);
        this.parallax = SunPosition.PARALLAX * Math.hypot(1, tangents[1]);
        double latitude = Math.toRadians(place.latitude());
        double cos = Math.cos(Math.toRadians(convergence));
        double sin = Math.sin(Math.toRadians(convergence));
        // true east and north (e, n) stand at (e·cos − n·sin, n·cos + e·sin) of the grid
        this.e1x = Math.sin(latitude) * sin;
        this.e1y = -Math.sin(latitude) * cos;
        this.e1z = Math.cos(latitude);
        this.e2x = -cos;
        this.e2y = -sin;
        this.e3x = -Math.cos(latitude) * sin;
        this.e3y = Math.cos(latitude) * cos;
        this.e3z = Math.sin(latitude);
    }

    /**
     * @param day in the clock of {@code offset}
     * @param convergence azimuth of true north's meridian minus that of the grid's north at the place, degrees: grid azimuth = true azimuth − convergence
     */
    public static SunPath of(Location place, LocalDate day, ZoneOffset offset, double convergence) {
        return new SunPath(place, day, offset, convergence);
    }

    /** Over a drawing whose y axis is true north. */
    public static SunPath of(Location place, LocalDate day, ZoneOffset offset) {
        return of(place, day, offset, 0);
    }

    public Location place() {
        return place;
    }

    public LocalDate day() {
        return day;
    }

    public ZoneOffset offset() {
        return offset;
    }

    public double convergence() {
        return convergence;
    }

    static double angle(double hour) {
        return (hour - 12) * HOUR;
    }

    static double hour(double angle) {
        return 12 + angle * (12 / Math.PI);
    }

    /** tan of the declination. */
    double tangent(double angle) {
        return tangent[0] + angle * (tangent[1] + angle * tangent[2]);
    }

    double tangentSlope(double angle) {
        return tangent[1] + 2 * angle * tangent[2];
    }

    /** Declination in degrees. */
    public double declination(double hour) {
        return Math.toDegrees(Math.atan(tangent(angle(hour))));
    }

    /** To the sun: x, y along the grid, z up; length 1. */
    public double[] direction(double hour) {
        double[] to = towards(angle(hour));
        double length = Math.sqrt(to[0] * to[0] + to[1] * to[1] + to[2] * to[2]);
        return new double[] {to[0] / length, to[1] / length, to[2] / length};
    }

    /** To the sun, of any length. */
    double[] towards(double angle) {
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        double tan = tangent(angle);
        return new double[] {
            cos * e1x + sin * e2x + tan * e3x, cos * e1y + sin * e2y + tan * e3y, cos * e1z + tan * e3z - parallax
        };
    }

    static Moment moment(double angle) {
        return new Moment(angle, Math.cos(angle), Math.sin(angle));
    }

    /** How far the sun, in the length of {@link #towards}, stands along a direction of the drawing. */
    double along(Moment at, double x, double y) {
        double tan = tangent(at.angle());
        return x * (at.cos() * e1x + at.sin() * e2x + tan * e3x) + y * (at.cos() * e1y + at.sin() * e2y + tan * e3y);
    }

    /** How that changes with the angle. */
    double alongChange(Moment at, double x, double y) {
        double slope = tangentSlope(at.angle());
        return x * (at.cos() * e2x - at.sin() * e1x + slope * e3x)
                + y * (at.cos() * e2y - at.sin() * e1y + slope * e3y);
    }

    /** How far it stands up. */
    double up(Moment at) {
        return at.cos() * e1z + tangent(at.angle()) * e3z - parallax;
    }

    /** How that changes with the angle. */
    double upChange(Moment at) {
        return tangentSlope(at.angle()) * e3z - at.sin() * e1z;
    }

    /** Above the horizon, degrees. */
    public double altitude(double hour) {
        return Math.toDegrees(Math.asin(direction(hour)[2]));
    }

    /** Clockwise from the grid's north, degrees 0 to 360. */
    public double gridAzimuth(double hour) {
        double[] to = towards(angle(hour));
        double degrees = Math.toDegrees(Math.atan2(to[0], to[1]));
        return degrees < 0 ? degrees + 360 : degrees;
    }

    /** Clockwise from true north, degrees 0 to 360. */
    public double azimuth(double hour) {
        double degrees = gridAzimuth(hour) + convergence;
        return degrees < 0 ? degrees + 360 : degrees % 360;
    }

    /** {@code 08:12:05}: an hour to the second. */
    public static String second(double hour) {
        long seconds = Math.round(hour * 3600);
        return String.format(Locale.ROOT, "%02d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    /** What the clock of the place shows. */
    public LocalTime clock(double hour) {
        double angle = angle(hour);
        double seconds = clock[0] + angle * (clock[1] + angle * clock[2]);
        return LocalTime.MIDNIGHT.plus(Duration.ofMillis(Math.round(seconds * 1000)));
    }

    /** Coefficients of the quadratic through three points. */
    private static double[] quadratic(double[] x, double[] y) {
        double first = (y[1] - y[0]) / (x[1] - x[0]);
        double second = ((y[2] - y[1]) / (x[2] - x[1]) - first) / (x[2] - x[0]);
        return new double[] {y[0] - first * x[0] + second * x[0] * x[1], first - second * (x[0] + x[1]), second};
    }
}
