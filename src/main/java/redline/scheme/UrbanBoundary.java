package redline.scheme;

import org.locationtech.jts.geom.Geometry;

/** An area within the urban growth boundary (城镇开发边界). */
public record UrbanBoundary(
        String id,
        String name,
        String parcel,
        @Stated(zh = "范围", en = "area") Geometry geometry) implements Element {}
