package redline.scheme;

import org.locationtech.jts.geom.Polygon;

/** Spaces of one kind in one place. Visitor spaces are counted apart and not as provision. */
public record ParkingLot(
        String id, String parcel, Kind kind, Place place, Integer spaces, Boolean visitor, Polygon outline) {
    /** 机动车 | 非机动车. */
    public enum Kind {
        MOTOR,
        NON_MOTOR
    }

    /** 地上 | 地下. */
    public enum Place {
        SURFACE,
        UNDERGROUND
    }
}
