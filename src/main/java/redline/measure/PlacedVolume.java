package redline.measure;

import org.locationtech.jts.geom.Polygon;
import redline.scheme.Subject;
import redline.scheme.Volume;

/** A volume with its building. {@code id} is {@code building/volume}, unique in the scheme. */
public record PlacedVolume(String id, Subject subject, Volume volume, String building, Place place) {
    public boolean isBasement() {
        return volume.role() == Volume.Role.BASEMENT;
    }

    /** The footprint, known to be that of a volume above ground. */
    Trace<Polygon> footprintAboveGround() {
        return volume.role() == null ? Trace.unknown(java.util.List.of(lacksRole())) : footprint();
    }

    Missing lacksRole() {
        return place.lacks("role", "体量类型", "role");
    }

    Trace<Polygon> footprint() {
        Polygon footprint = volume.footprint();
        return Trace.of(
                footprint == null || footprint.isEmpty() ? null : footprint,
                place.lacks("footprint", "轮廓", "footprint"));
    }
}
