package redline.intake;

import java.util.List;
import org.locationtech.jts.geom.Polygon;
import redline.scheme.Parcel;

/**
 * Which parcel or zone an element belongs to where it does not say so: with a single parcel there is only one answer. A written
 * null stays unknown.
 */
record Sites(List<Parcel> parcels) {
    private static final List<Session.Named> PARCEL_OR_ZONE = List.of(Session.Named.PARCEL, Session.Named.ZONE);

    /** The {@code parcel} of an element. */
    String parcel(Fields fields) {
        String written = fields.reference("parcel", Session.Named.PARCEL);
        return fields.has("parcel") ? written : single(true);
    }

    /** The {@code site} of a condition line or of declared indicators: a parcel without zones, where it is the only one. */
    String site(Fields fields) {
        String written = fields.reference("site", PARCEL_OR_ZONE);
        return fields.has("site") ? written : single(false);
    }

    private String single(boolean alsoWithZones) {
        if (parcels == null || parcels.size() != 1) {
            return null;
        }
        Parcel only = parcels.get(0);
        boolean whole = only.zones() == null || only.zones().isEmpty();
        return whole || alsoWithZones ? only.id() : null;
    }

    /** The drawn boundary of a parcel, or null. */
    Polygon boundary(String id) {
        if (parcels == null || id == null) {
            return null;
        }
        return parcels.stream()
                .filter(parcel -> id.equals(parcel.id()))
                .map(Parcel::boundary)
                .filter(boundary -> boundary != null)
                .findFirst()
                .orElse(null);
    }

    /** Whether the zone is one of that parcel; true where either is unknown. */
    boolean holds(String parcel, String zone) {
        return parcels == null
                || parcel == null
                || zone == null
                || parcels.stream()
                        .filter(one -> parcel.equals(one.id()) && one.zones() != null)
                        .anyMatch(one -> one.zones().stream().anyMatch(inner -> zone.equals(inner.id())));
    }
}
