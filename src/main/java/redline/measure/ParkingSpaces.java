package redline.measure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Polygon;
import redline.quantity.Text;
import redline.scheme.Basis;
import redline.scheme.Declared;
import redline.scheme.Element;
import redline.scheme.Layer;
import redline.scheme.ParkingLot;
import redline.scheme.Scheme;
import redline.scheme.VehicleSpaces;

/** Parking spaces provided, by kind; visitor spaces are counted apart and not as provision. */
final class ParkingSpaces {
    private final Scheme scheme;
    private final Sites sites;

    ParkingSpaces(Scheme scheme, Sites sites) {
        this.scheme = scheme;
        this.sites = sites;
    }

    Taken of(Site site, ParkingLot.Kind kind) {
        return scheme.basis().parking() == Basis.Source.TABLE ? declared(site, kind) : added(site, kind);
    }

    private Taken declared(Site site, ParkingLot.Kind kind) {
        Trace<Declared> row = sites.declaredFor(site, scheme.declared());
        if (!row.isKnown()) {
            return Taken.unknown(row.missing());
        }
        Place place = Sites.declaredPlace(site);
        return Taken.declared(
                kind == ParkingLot.Kind.MOTOR
                        ? Trace.of(
                                row.value().motorSpaces(), place.lacks("motorSpaces", "机动车停车位", "car parking spaces"))
                        : Trace.of(
                                row.value().nonMotorSpaces(),
                                place.lacks("nonMotorSpaces", "非机动车停车位", "bicycle parking spaces")));
    }

    /** Car spaces on the surface, visitor spaces included: what lies on the ground is what a limit on it means. */
    Taken onSurface(Site site) {
        return in(site, ParkingLot.Place.SURFACE);
    }

    /** Car spaces in one place, visitor spaces included. */
    Taken in(Site site, ParkingLot.Place where) {
        if (scheme.parking() == null) {
            return Taken.unknown(Place.layer("parking", "停车场(库)", "parking").missing());
        }
        Lacking lacking = new Lacking();
        long total = 0;
        for (ParkingLot lot : scheme.parking()) {
            Place place = placeOf(lot);
            Trace<Boolean> here = sites.belongs(site, lot.parcel(), place);
            boolean other = lot.kind() == ParkingLot.Kind.NON_MOTOR || (lot.place() != null && lot.place() != where);
            if (Boolean.FALSE.equals(here.value()) || other) {
                continue;
            }
            lacking.need(here);
            lacking.need(lot.kind(), place.lacks("kind", "机动车或非机动车", "motor or non-motor"));
            lacking.need(lot.place(), place.lacks("place", "地上或地下", "surface or underground"));
            Integer spaces = lacking.need(lot.spaces(), place.lacks("spaces", "车位数", "number of spaces"));
            total += spaces == null ? 0 : spaces;
        }
        return lacking.isAny()
                ? Taken.unknown(lacking.list())
                : Taken.amount(BigDecimal.valueOf(total), Provenance.RECOMPUTED, null, List.of());
    }

    private Taken added(Site site, ParkingLot.Kind kind) {
        if (scheme.parking() == null) {
            return Taken.unknown(Place.layer("parking", "停车场(库)", "parking").missing());
        }
        Lacking lacking = new Lacking();
        long total = 0;
        List<String> formula = new ArrayList<>();
        List<Polygon> shapes = new ArrayList<>();
        for (ParkingLot lot : scheme.parking()) {
            Place place = placeOf(lot);
            Trace<Boolean> here = sites.belongs(site, lot.parcel(), place);
            boolean otherKind = lot.kind() != null && lot.kind() != kind;
            if (Boolean.FALSE.equals(here.value()) || otherKind || Boolean.TRUE.equals(lot.visitor())) {
                continue;
            }
            lacking.need(here);
            lacking.need(lot.kind(), place.lacks("kind", "机动车或非机动车", "motor or non-motor"));
            lacking.need(lot.visitor(), place.lacks("visitor", "是否访客车位", "whether for visitors"));
            Integer spaces = lacking.need(lot.spaces(), place.lacks("spaces", "车位数", "number of spaces"));
            if (spaces != null) {
                total += spaces;
                formula.add(lot.id() + ": " + spaces);
            }
            if (lot.outline() != null && !lot.outline().isEmpty()) {
                shapes.add(lot.outline());
            }
        }
        boolean drawn = scheme.basis().parking() == Basis.Source.DRAWING;
        return lacking.isAny()
                ? Taken.unknown(lacking.list())
                : Taken.amount(
                        BigDecimal.valueOf(total),
                        drawn ? Provenance.COMPUTED : Provenance.RECOMPUTED,
                        drawn ? Shapes.together(shapes) : null,
                        formula);
    }

    /**
     * Car spaces as they are judged: where the file writes a table of spaces by vehicle, Σ spaces × factor of that table, which
     * must hold as many spaces as are provided; else the spaces themselves.
     */
    Taken standard(Site site, Taken provided) {
        if (!scheme.basis().written().contains(Layer.VEHICLE_SPACES)) {
            return provided;
        }
        List<Element> rows = scheme.layers().get(Layer.VEHICLE_SPACES);
        if (rows == null) {
            return Taken.unknown(ElementMeasures.missing(Layer.VEHICLE_SPACES));
        }
        Lacking lacking = new Lacking();
        BigDecimal spaces = lacking.need(provided.number());
        BigDecimal listed = BigDecimal.ZERO;
        BigDecimal standard = BigDecimal.ZERO;
        List<String> formula = new ArrayList<>();
        for (Element each : rows) {
            VehicleSpaces row = (VehicleSpaces) each;
            Place place = ElementMeasures.placeOf(Layer.VEHICLE_SPACES, row);
            Trace<Boolean> here = sites.belongs(site, row.parcel(), place);
            if (Boolean.FALSE.equals(here.value())) {
                continue;
            }
            lacking.need(here);
            Integer count = lacking.need(row.spaces(), place.lacks("spaces", "车位数", "spaces"));
            BigDecimal factor = lacking.need(row.factor(), place.lacks("factor", "换算系数", "factor"));
            if (count != null && factor != null) {
                listed = listed.add(BigDecimal.valueOf(count));
                standard = standard.add(factor.multiply(BigDecimal.valueOf(count)));
                formula.add(row.id() + ": " + count + " × " + Numbers.plain(factor));
            }
        }
        if (lacking.isAny()) {
            return Taken.unknown(lacking.list());
        }
        return listed.compareTo(spaces) == 0
                ? Taken.amount(standard, Provenance.RECOMPUTED, null, formula)
                : Taken.unknown(Missing.fact(
                        Layer.VEHICLE_SPACES.key(),
                        "各车型车位(合计 " + Numbers.plain(listed) + "，与实配车位 " + Numbers.plain(spaces) + " 不同)",
                        "spaces by vehicle (" + Numbers.plain(listed) + " in all, not the " + Numbers.plain(spaces)
                                + " provided)"));
    }

    private static Place placeOf(ParkingLot lot) {
        return Place.of("parking", lot.id(), new Text("停车 " + lot.id(), "parking " + lot.id()));
    }
}
