package redline.intake.gis;

import org.locationtech.jts.geom.CoordinateSequence;

/** Where shapes are measured: the plane of a projected CRS in its own unit, or the ellipsoid under degrees in m and m². */
sealed interface Surface permits Plane, Ellipsoid {
    /** What a ring encloses, never negative, whether it repeats its first corner or not. */
    double area(CoordinateSequence ring);

    double length(CoordinateSequence line);
}
