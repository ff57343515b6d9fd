package redline.scheme;

import org.locationtech.jts.geom.Geometry;

/** An area within the ecological red line (生态保护红线). */
public record EcoRedLine(
        String id,
        String name,
        String parcel,
        @Stated(zh = "范围", en = "area") Geometry geometry) implements Element {}
