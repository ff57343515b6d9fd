package redline.measure;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import redline.quantity.Quantity;
import redline.scheme.Basis;
import redline.scheme.Scheme;
import redline.scheme.Side;
import redline.scheme.Subject;

/** Distances of basements to the sides of their parcel. */
final class BasementSides {
    private static final Missing NOT_DRAWN = Missing.fact(
            "basis.footprints", "图上距离(basis.footprints 为图)", "distances on the drawing (basis.footprints: drawing)");

    private final Scheme scheme;
    private final Sites sites;
    private final List<Relation> relations = new ArrayList<>();
    private final List<Measure> measures = new ArrayList<>();

    BasementSides(Scheme scheme, Sites sites, List<PlacedBuilding> own) {
        this.scheme = scheme;
        this.sites = sites;
        basements(own);
    }

    List<Relation> relations() {
        return relations;
    }

    List<Measure> measures() {
        return measures;
    }

    private void basements(List<PlacedBuilding> own) {
        Missing lacksSides = Place.layer("sides", "用地界线", "boundary sides").missing();
        if (scheme.buildings() == null) {
            relations.add(new Relation.BasementSide(
                    null,
                    Names.notSupplied(Subject.Kind.BASEMENT_SIDE),
                    null,
                    null,
                    null,
                    List.of(Place.layer("buildings", "建筑", "buildings").missing())));
        }
        for (PlacedBuilding building : own) {
            if (building.volumes() == null) {
                Subject subject = Names.notSupplied(
                        Subject.Kind.BASEMENT_SIDE,
                        building.id(),
                        Names.towards(building.lacksVolumes().label(), lacksSides.label()));
                relations.add(new Relation.BasementSide(
                        null, subject, building, null, null, List.of(building.lacksVolumes())));
                continue;
            }
            for (PlacedVolume volume : building.volumes()) {
                boolean above = volume.volume().role() != null && !volume.isBasement();
                if (above) {
                    continue;
                }
                if (scheme.sides() == null) {
                    Subject subject = Names.notSupplied(
                            Subject.Kind.BASEMENT_SIDE,
                            volume.id(),
                            Names.towards(volume.place().name(), lacksSides.label()));
                    relations.add(
                            new Relation.BasementSide(null, subject, building, volume, null, List.of(lacksSides)));
                } else {
                    scheme.sides().forEach(side -> basement(building, volume, side));
                }
            }
        }
    }

    private void basement(PlacedBuilding building, PlacedVolume volume, Side side) {
        Trace<String> parcel = sites.parcelOf(side.parcel(), null, Survey.placeOf(side));
        boolean elsewhere = building.parcel().isKnown()
                && parcel.isKnown()
                && !building.parcel().value().equals(parcel.value());
        if (elsewhere) {
            return;
        }
        Place place = Survey.placeOf(side);
        String id = volume.id() + "|" + side.id();
        Subject subject = new Subject(
                Subject.Kind.BASEMENT_SIDE, id, Names.towards(volume.place().name(), place.name()));
        // Of a volume that has lost its role it is not known that it is a basement.
        List<Missing> lacks = volume.volume().role() == null ? List.of(volume.lacksRole()) : List.of();
        relations.add(new Relation.BasementSide(lacks.isEmpty() ? id : null, subject, building, volume, side, lacks));
        Lacking lacking = new Lacking();
        if (scheme.basis().footprints() != Basis.Source.DRAWING) {
            lacking.add(NOT_DRAWN);
        }
        Polygon footprint = lacking.need(volume.footprint());
        Geometry line = lacking.need(
                side.line() == null || side.line().isEmpty() ? null : side.line(), place.lacks("line", "界线", "line"));
        lacking.need(parcel);
        lacking.need(building.parcel());
        lacking.addAll(lacks);
        Taken taken;
        if (lacking.isAny()) {
            taken = Taken.unknown(lacking.list());
        } else {
            Frame frame = Frame.around(footprint, line);
            taken = Shortest.between(frame, frame.in(footprint), frame.in(line)).taken(line);
        }
        measures.add(taken.of(Quantity.BASEMENT_SETBACK, subject));
    }
}
