package redline.intake.gis;

import org.locationtech.jts.geom.CoordinateSequence;

/**
 * An ellipsoid of revolution; coordinates are longitude and latitude in degrees. Edges of areas are straight in longitude and latitude, as
 * RFC 7946 §3.1.1 says; lengths are geodesics.
 *
 * @param a equatorial radius, m
 */
record Ellipsoid(String name, double a, double inverseFlattening) implements Surface {
    static final Ellipsoid WGS84 = new Ellipsoid("WGS 84", 6378137, 298.257223563);
    /** Also the ellipsoid of CGCS2000, whose flattening 1/298.257222101 is the same. */
    static final Ellipsoid GRS80 = new Ellipsoid("GRS 80", 6378137, 298.257222101);

    /** Edges flatter than this (64 m of latitude) need no middle: the error is below 1e-6 of the area. */
    private static final double SHORT = 1e-5;
    /** Below this (6 km) the radii at the middle give the length to 1e-7. */
    private static final double NEAR = 1e-3;

    /**
     * The area under an edge is a²/2 · Δλ · (mean of q), q = (1 − e²)(sin φ/(1 − e² sin² φ) + atanh(e sin φ)/e), the q of authalic
     * latitude (Snyder, Map Projections, 3-12), here as its series in e² to e¹².
     */
    @Override
    public double area(CoordinateSequence ring) {
        int n = ring.size();
        if (n < 3) {
            return 0;
        }
        double e2 = eccentricitySquared();
        double last = Math.toRadians(ring.getY(n - 1));
        double base = q(Math.sin(last), e2);
        double qLast = 0;
        double sum = 0;
        double east = ring.getX(n - 1);
        for (int i = 0; i < n; i++) {
            double here = Math.toRadians(ring.getY(i));
            double qHere = q(Math.sin(here), e2) - base;
            double mean = (qLast + qHere) / 2;
            if (Math.abs(here - last) > SHORT) {
                mean = (mean * 2 + 4 * simpson(last, here, base, e2)) / 6;
            }
            sum += Math.toRadians(ring.getX(i) - east) * mean;
            east = ring.getX(i);
            last = here;
            qLast = qHere;
        }
        return Math.abs(sum) * a * a / 2;
    }

    /** The middle value of Simpson's rule; long edges are halved once more on each side so that it holds over whole countries. */
    private static double simpson(double from, double to, double base, double e2) {
        double middle = q(Math.sin((from + to) / 2), e2) - base;
        if (Math.abs(to - from) < 0.02) {
            return middle;
        }
        int pieces = 2 * (int) Math.ceil(Math.abs(to - from) / 0.02);
        double sum = 0;
        for (int i = 0; i <= pieces; i++) {
            int weight = i == 0 || i == pieces ? 1 : i % 2 == 1 ? 4 : 2;
            sum += weight * (q(Math.sin(from + (to - from) * i / pieces), e2) - base);
        }
        double mean = sum / (3 * pieces);
        // as the caller weighs it: mean = (ends + 4 middle) / 6
        double ends = q(Math.sin(from), e2) + q(Math.sin(to), e2) - 2 * base;
        return (6 * mean - ends) / 4;
    }

    private static double q(double sine, double e2) {
        double t = e2 * sine * sine;
        double series =
                1 + t * (2 / 3.0 + t * (3 / 5.0 + t * (4 / 7.0 + t * (5 / 9.0 + t * (6 / 11.0 + t * 7 / 13.0)))));
        return 2 * (1 - e2) * sine * series;
    }

    @Override
    public double length(CoordinateSequence line) {
        double length = 0;
        for (int i = 1; i < line.size(); i++) {
            length += distance(line.getX(i - 1), line.getY(i - 1), line.getX(i), line.getY(i));
        }
        return length;
    }

    /** In m, between two positions in degrees. */
    double distance(double east1, double north1, double east2, double north2) {
        double difference = Math.toRadians(east2 - east1);
        double south = Math.toRadians(north1);
        double north = Math.toRadians(north2);
        if (Math.abs(difference) > NEAR || Math.abs(north - south) > NEAR) {
            return vincenty(difference, south, north);
        }
        double e2 = eccentricitySquared();
        double middle = (south + north) / 2;
        double w = 1 - e2 * Math.sin(middle) * Math.sin(middle);
        double prime = a / Math.sqrt(w);
        double meridian = prime * (1 - e2) / w;
        return Math.hypot(meridian * (north - south), prime * Math.cos(middle) * difference);
    }

    /** T. Vincenty, Direct and inverse solutions of geodesics, Survey Review 1975; the sphere where it does not settle (antipodes). */
    private double vincenty(double difference, double south, double north) {
        double f = 1 / inverseFlattening;
        double b = a * (1 - f);
        double u1 = Math.atan((1 - f) * Math.tan(south));
        double u2 = Math.atan((1 - f) * Math.tan(north));
        double lambda = difference;
        for (int round = 0; round < 100; round++) {
            double acrossLine = Math.hypot(
                    Math.cos(u2) * Math.sin(lambda),
                    Math.cos(u1) * Math.sin(u2) - Math.sin(u1) * Math.cos(u2) * Math.cos(lambda));
            double along = Math.sin(u1) * Math.sin(u2) + Math.cos(u1) * Math.cos(u2) * Math.cos(lambda);
            if (acrossLine == 0) {
                return 0;
            }
            double sigma = Math.atan2(acrossLine, along);
            double sinAlpha = Math.cos(u1) * Math.cos(u2) * Math.sin(lambda) / acrossLine;
            double cos2Alpha = 1 - sinAlpha * sinAlpha;
            double middle = cos2Alpha == 0 ? 0 : along - 2 * Math.sin(u1) * Math.sin(u2) / cos2Alpha;
            double c = f / 16 * cos2Alpha * (4 + f * (4 - 3 * cos2Alpha));
            double next = difference
                    + (1 - c)
                            * f
                            * sinAlpha
                            * (sigma + c * acrossLine * (middle + c * along * (2 * middle * middle - 1)));
            if (Math.abs(next - lambda) < 1e-12) {
                double square = cos2Alpha * (a * a - b * b) / (b * b);
                double big = 1 + square / 16384 * (4096 + square * (-768 + square * (320 - 175 * square)));
                double small = square / 1024 * (256 + square * (-128 + square * (74 - 47 * square)));
                double correction = small
                        * acrossLine
                        * (middle
                                + small
                                        / 4
                                        * (along * (2 * middle * middle - 1)
                                                - small
                                                        / 6
                                                        * middle
                                                        * (4 * acrossLine * acrossLine - 3)
                                                        * (4 * middle * middle - 3)));
                return b * big * (sigma - correction);
            }
            lambda = next;
        }
        double along = Math.sin(south) * Math.sin(north) + Math.cos(south) * Math.cos(north) * Math.cos(difference);
        return a * Math.acos(Math.max(-1, Math.min(1, along)));
    }

    private double eccentricitySquared() {
        double f = 1 / inverseFlattening;
        return f * (2 - f);
    }
}
