package redline.measure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import redline.quantity.Quantity;
import redline.scheme.Basis;
import redline.scheme.ControlLine;
import redline.scheme.Scheme;
import redline.scheme.Side;
import redline.scheme.Subject;

/**
 * Distances of what stands above ground to the sides of its parcel and to control lines. A footprint that lies wholly outside the
 * parcel keeps no distance to any side: 0. Basements are no subjects here.
 */
final class Boundaries {
    private static final Missing NOT_DRAWN = Missing.fact(
            "basis.footprints", "图上退让距离(basis.footprints 为图)", "setbacks on the drawing (basis.footprints: drawing)");

    private final Scheme scheme;
    private final Sites sites;
    private final List<Relation> relations = new ArrayList<>();
    private final List<Measure> measures = new ArrayList<>();

    Boundaries(Scheme scheme, Sites sites, List<PlacedBuilding> own) {
        this.scheme = scheme;
        this.sites = sites;
        if (scheme.buildings() == null) {
            List<Missing> lacks =
                    List.of(Place.layer("buildings", "建筑", "buildings").missing());
            relations.add(
                    new Relation.BuildingSide(null, Names.notSupplied(Subject.Kind.BUILDING_SIDE), null, null, lacks));
            relations.add(new Relation.VolumeSide(
                    null, Names.notSupplied(Subject.Kind.VOLUME_SIDE), null, null, null, lacks));
            relations.add(new Relation.VolumeLine(
                    null, Names.notSupplied(Subject.Kind.VOLUME_LINE), null, null, null, lacks));
        }
        own.forEach(this::toSides);
        own.forEach(this::toLines);
    }

    List<Relation> relations() {
        return relations;
    }

    List<Measure> measures() {
        return measures;
    }

    private void toSides(PlacedBuilding building) {
        boolean onlyBasements =
                building.volumes() != null && building.aboveGround().isEmpty();
        if (onlyBasements) {
            return;
        }
        Missing lacksSides = Place.layer("sides", "用地界线", "boundary sides").missing();
        if (building.volumes() == null) {
            List<Missing> lacks = scheme.sides() == null
                    ? List.of(building.lacksVolumes(), lacksSides)
                    : List.of(building.lacksVolumes());
            if (scheme.sides() == null || !scheme.sides().isEmpty()) {
                Subject subject = Names.notSupplied(
                        Subject.Kind.VOLUME_SIDE,
                        building.id(),
                        Names.towards(building.lacksVolumes().label(), lacksSides.label()));
                relations.add(new Relation.VolumeSide(null, subject, building, null, null, lacks));
            }
        }
        if (scheme.sides() == null) {
            Subject subject = Names.notSupplied(
                    Subject.Kind.BUILDING_SIDE, building.id(), Names.towards(building.name(), lacksSides.label()));
            relations.add(new Relation.BuildingSide(null, subject, building, null, List.of(lacksSides)));
            for (PlacedVolume volume : building.volumes() == null ? List.<PlacedVolume>of() : building.aboveGround()) {
                Subject ofVolume = Names.notSupplied(
                        Subject.Kind.VOLUME_SIDE,
                        volume.id(),
                        Names.towards(volume.place().name(), lacksSides.label()));
                relations.add(new Relation.VolumeSide(null, ofVolume, building, volume, null, List.of(lacksSides)));
            }
            return;
        }
        scheme.sides().forEach(side -> toSide(building, side));
    }

    private void toSide(PlacedBuilding building, Side side) {
        Trace<String> parcelOfSide = sites.parcelOf(side.parcel(), null, Survey.placeOf(side));
        boolean elsewhere = building.parcel().isKnown()
                && parcelOfSide.isKnown()
                && !building.parcel().value().equals(parcelOfSide.value());
        if (elsewhere) {
            return;
        }
        Place place = Survey.placeOf(side);
        String id = building.id() + "|" + side.id();
        Subject subject = new Subject(Subject.Kind.BUILDING_SIDE, id, Names.towards(building.name(), place.name()));
        relations.add(new Relation.BuildingSide(id, subject, building, side, List.of()));
        measures.add(
                setback(building.footprints(), building, side, parcelOfSide).of(Quantity.SETBACK, subject));
        for (PlacedVolume volume : building.volumes() == null ? List.<PlacedVolume>of() : building.aboveGround()) {
            String volumeId = volume.id() + "|" + side.id();
            Subject ofVolume = new Subject(
                    Subject.Kind.VOLUME_SIDE,
                    volumeId,
                    Names.towards(volume.place().name(), place.name()));
            relations.add(new Relation.VolumeSide(volumeId, ofVolume, building, volume, side, List.of()));
            Trace<List<Polygon>> footprint = volume.footprintAboveGround().map(List::of);
            measures.add(setback(footprint, building, side, parcelOfSide).of(Quantity.SETBACK, ofVolume));
        }
    }

    private Taken setback(
            Trace<List<Polygon>> footprints, PlacedBuilding building, Side side, Trace<String> parcelOfSide) {
        if (scheme.basis().footprints() != Basis.Source.DRAWING) {
            return Taken.unknown(NOT_DRAWN);
        }
        Lacking lacking = new Lacking();
        List<Polygon> shapes = lacking.need(footprints);
        lacking.need(building.parcel());
        String parcel = lacking.need(parcelOfSide);
        Geometry line = lacking.need(drawn(side.line()), Survey.placeOf(side).lacks("line", "界线", "line"));
        Geometry boundary = parcel == null ? null : lacking.need(boundaryOf(parcel));
        if (lacking.isAny()) {
            return Taken.unknown(lacking.list());
        }
        Frame frame = Frame.around(List.of(Shapes.together(shapes), line, boundary));
        Geometry shape = frame.in(Shapes.together(shapes));
        Shortest shortest = Shortest.between(frame, shape, frame.in(line));
        boolean outside = shortest.metres().signum() > 0 && isOutside(shape, frame.in(boundary));
        return outside
                ? Taken.amount(BigDecimal.ZERO, Provenance.COMPUTED, shortest.line(line), List.of("∩ = ∅"))
                : shortest.taken(line);
    }

    /** Whether a footprint shares no area with the parcel. */
    private static boolean isOutside(Geometry footprints, Geometry boundary) {
        for (int i = 0; i < footprints.getNumGeometries(); i++) {
            Geometry footprint = footprints.getGeometryN(i);
            if (!boundary.covers(footprint) && !boundary.relate(footprint, "T********")) {
                return true;
            }
        }
        return false;
    }

    private Trace<Geometry> boundaryOf(String parcel) {
        for (Site site : sites.supplied()) {
            if (site.id().equals(parcel)) {
                return Trace.of(drawn(site.parcel().boundary()), site.place().lacks("boundary", "用地红线", "boundary"));
            }
        }
        return Trace.unknown(List.of(Place.layer("parcels", "地块", "parcels").missing()));
    }

    private void toLines(PlacedBuilding building) {
        Missing lacksLines = Place.layer("controlLines", "控制线", "control lines").missing();
        List<ControlLine> lines = scheme.controlLines();
        if (building.volumes() == null) {
            if (lines == null || !lines.isEmpty()) {
                Subject subject = Names.notSupplied(
                        Subject.Kind.VOLUME_LINE,
                        building.id(),
                        Names.towards(building.lacksVolumes().label(), lacksLines.label()));
                List<Missing> lacks =
                        lines == null ? List.of(building.lacksVolumes(), lacksLines) : List.of(building.lacksVolumes());
                relations.add(new Relation.VolumeLine(null, subject, building, null, null, lacks));
            }
            return;
        }
        for (PlacedVolume volume : building.aboveGround()) {
            if (lines == null) {
                Subject subject = Names.notSupplied(
                        Subject.Kind.VOLUME_LINE,
                        volume.id(),
                        Names.towards(volume.place().name(), lacksLines.label()));
                relations.add(new Relation.VolumeLine(null, subject, building, volume, null, List.of(lacksLines)));
            } else {
                lines.forEach(line -> toLine(building, volume, line));
            }
        }
    }

    private void toLine(PlacedBuilding building, PlacedVolume volume, ControlLine line) {
        Place place = Survey.placeOf(line);
        String id = volume.id() + "|" + line.id();
        Subject subject = new Subject(
                Subject.Kind.VOLUME_LINE, id, Names.towards(volume.place().name(), place.name()));
        relations.add(new Relation.VolumeLine(id, subject, building, volume, line, List.of()));
        measures.add(distance(volume, line, place).of(Quantity.CONTROL_LINE_SETBACK, subject));
    }

    private Taken distance(PlacedVolume volume, ControlLine line, Place place) {
        if (scheme.basis().footprints() != Basis.Source.DRAWING) {
            return Taken.unknown(NOT_DRAWN);
        }
        Lacking lacking = new Lacking();
        Polygon footprint = lacking.need(volume.footprintAboveGround());
        Geometry shape = lacking.need(drawn(line.geometry()), place.lacks("geometry", "图形", "geometry"));
        if (lacking.isAny()) {
            return Taken.unknown(lacking.list());
        }
        Frame frame = Frame.around(footprint, shape);
        return Shortest.between(frame, frame.in(footprint), frame.in(shape)).taken(shape);
    }

    private static <G extends Geometry> G drawn(G shape) {
        return shape == null || shape.isEmpty() ? null : shape;
    }
}
