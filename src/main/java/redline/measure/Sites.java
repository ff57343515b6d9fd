package redline.measure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import redline.quantity.Text;
import redline.scheme.Declared;
import redline.scheme.Parcel;
import redline.scheme.Scheme;
import redline.scheme.Subject;

/** The parcels and sub-zones of a scheme, and which of them a thing belongs to. */
final class Sites {
    /** The zone of what stands on a parcel without sub-zones. */
    static final String NO_ZONE = "NONE";

    private final List<Parcel> parcels;
    private final List<Site> all;

    private Sites(List<Parcel> parcels, List<Site> all) {
        this.parcels = parcels;
        this.all = all;
    }

    static Sites of(Scheme scheme) {
        if (scheme.parcels() == null) {
            Place place = Place.layer("parcels", "地块", "parcels");
            return new Sites(
                    null,
                    List.of(new Site(
                            null, Names.notSupplied(Subject.Kind.PARCEL), Site.Kind.PARCEL, null, null, place)));
        }
        List<Site> all = new ArrayList<>();
        for (Parcel parcel : scheme.parcels()) {
            Text name = Names.parcel(parcel);
            Place place = Place.of("parcels", parcel.id(), name);
            all.add(new Site(parcel.id(), subject(parcel.id(), name), Site.Kind.PARCEL, null, parcel, place));
            if (parcel.zones() == null) {
                Place zones = new Place(place.path() + ".zones", new Text(name.zh() + " 分区", name.en() + " sub-zones"));
                all.add(new Site(
                        null,
                        Names.notSupplied(Subject.Kind.PARCEL, parcel.id(), zones.name()),
                        Site.Kind.ZONE,
                        parcel.id(),
                        null,
                        zones));
                continue;
            }
            for (Parcel zone : parcel.zones()) {
                Text zoneName = Names.zone(zone);
                all.add(new Site(
                        zone.id(),
                        subject(zone.id(), zoneName),
                        Site.Kind.ZONE,
                        parcel.id(),
                        zone,
                        place.item("zones", zone.id(), zoneName)));
            }
        }
        return new Sites(scheme.parcels(), List.copyOf(all));
    }

    private static Subject subject(String id, Text name) {
        return new Subject(Subject.Kind.PARCEL, id, name);
    }

    List<Site> all() {
        return all;
    }

    List<Site> supplied() {
        return all.stream().filter(Site::isSupplied).toList();
    }

    /** The parcel of something that states {@code parcel} and {@code zone}; where it states neither, the only parcel there is. */
    Trace<String> parcelOf(String parcel, String zone, Place place) {
        if (parcel != null) {
            return Trace.known(parcel);
        }
        if (zone != null) {
            for (Site site : all) {
                if (site.kind() == Site.Kind.ZONE && zone.equals(site.id())) {
                    return Trace.known(site.parent());
                }
            }
        }
        if (parcels != null && parcels.size() == 1) {
            return Trace.known(parcels.get(0).id());
        }
        return Trace.of(null, place.lacks("parcel", "所属地块", "parcel"));
    }

    /** {@link #NO_ZONE} where the parcel is known to have no sub-zones. */
    Trace<String> zoneOf(String zone, Trace<String> parcel, Place place) {
        if (zone != null) {
            return Trace.known(zone);
        }
        if (parcels == null) {
            return Trace.unknown(List.of(all.get(0).place().missing()));
        }
        List<Parcel> candidates = parcels.stream()
                .filter(p -> !parcel.isKnown() || p.id().equals(parcel.value()))
                .toList();
        Lacking lacking = new Lacking();
        boolean divided = false;
        for (Parcel candidate : candidates) {
            if (candidate.zones() == null) {
                Text name = Names.parcel(candidate);
                lacking.add(Place.of("parcels", candidate.id(), name).lacks("zones", "分区", "sub-zones"));
            } else {
                divided |= !candidate.zones().isEmpty();
            }
        }
        if (divided) {
            lacking.add(place.lacks("zone", "所属分区", "sub-zone"));
        }
        return lacking.isAny() ? lacking.trace() : Trace.known(NO_ZONE);
    }

    /** Whether something on {@code parcel} in {@code zone} belongs to the site. */
    static Trace<Boolean> belongs(Site site, Trace<String> parcel, Trace<String> zone) {
        String owner = site.kind() == Site.Kind.PARCEL ? site.id() : site.parent();
        if (parcel.isKnown() && !parcel.value().equals(owner)) {
            return Trace.known(false);
        }
        if (site.kind() == Site.Kind.PARCEL) {
            return parcel.map(owner::equals);
        }
        return zone.map(z -> Objects.equals(z, site.id()));
    }

    /** Whether something belongs to the site that states one id: that of a parcel, or of a zone where it lies within one. */
    Trace<Boolean> belongs(Site site, String stated, Place place) {
        boolean namesZone =
                stated != null && all.stream().anyMatch(s -> s.kind() == Site.Kind.ZONE && stated.equals(s.id()));
        String parcelId = namesZone ? null : stated;
        String zoneId = namesZone ? stated : null;
        Trace<String> parcel = parcelOf(parcelId, zoneId, place);
        Trace<String> zone = zoneId != null
                ? Trace.known(zoneId)
                : Trace.unknown(List.of(place.lacks("parcel", "所属分区", "sub-zone")));
        return belongs(site, parcel, zone);
    }

    /** The row of the declared table for the site; a row that names no site speaks of the only one. */
    Trace<Declared> declaredFor(Site site, List<Declared> table) {
        if (table == null) {
            return Trace.unknown(List.of(
                    Place.layer("declared", "技术经济指标表", "declared indicators").missing()));
        }
        boolean onlyOne = all.size() == 1;
        List<Declared> rows = table.stream()
                .filter(row -> row.site() == null ? onlyOne : row.site().equals(site.id()))
                .toList();
        return rows.size() == 1
                ? Trace.known(rows.get(0))
                : Trace.unknown(List.of(declaredPlace(site).missing()));
    }

    static Place declaredPlace(Site site) {
        Text name = site.subject().name();
        return Place.of("declared", site.id(), new Text(name.zh() + " 技术经济指标", name.en() + " declared indicators"));
    }

    static Trace<BigDecimal> areaOf(Site site) {
        BigDecimal area = site.parcel().area();
        return Trace.of(
                area == null || area.signum() <= 0 ? null : area, site.place().lacks("area", "用地面积", "site area"));
    }
}
