package redline.scheme;

import org.locationtech.jts.geom.LineString;

/** A run of boundary edges. {@code beyond}: ROAD | PARCEL | WATER | GREEN | NONE; {@code road} is the id where beyond is ROAD. */
public record Side(
        String id, String name, String parcel, Compass compass, String beyond, String road, LineString line) {}
