package redline.scheme;

import org.locationtech.jts.geom.Geometry;

/** An area of permanent basic farmland (永久基本农田). */
public record Farmland(
        String id,
        String name,
        String parcel,
        @Stated(zh = "范围", en = "area") Geometry geometry) implements Element {}
