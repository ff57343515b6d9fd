package redline.measure;

import redline.scheme.Parcel;
import redline.scheme.Subject;

/**
 * A parcel (kind PARCEL) or a sub-zone of one (kind ZONE): what ratios and sums are taken over.
 *
 * @param id null where it was not supplied
 * @param parent the parcel of a zone, else null
 * @param parcel the record, null where it was not supplied
 */
public record Site(String id, Subject subject, Kind kind, String parent, Parcel parcel, Place place) {
    /** Parcel or sub-zone. */
    public enum Kind {
        PARCEL,
        ZONE
    }

    boolean isSupplied() {
        return id != null;
    }
}
