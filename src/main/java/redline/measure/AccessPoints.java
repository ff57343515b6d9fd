package redline.measure;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import redline.quantity.Quantity;
import redline.scheme.Access;
import redline.scheme.Element;
import redline.scheme.Layer;
import redline.scheme.NearbyPoint;
import redline.scheme.Scheme;
import redline.scheme.Subject;

/** Distances of accesses to nearby points: stated, else drawn. */
final class AccessPoints {
    private final Scheme scheme;
    private final List<Relation> relations = new ArrayList<>();
    private final List<Measure> measures = new ArrayList<>();

    AccessPoints(Scheme scheme) {
        this.scheme = scheme;
        accessPoints();
    }

    List<Relation> relations() {
        return relations;
    }

    List<Measure> measures() {
        return measures;
    }

    private void accessPoints() {
        List<Element> points = scheme.layers().get(Layer.NEARBY_POINTS);
        Missing lacksPoints = ElementMeasures.missing(Layer.NEARBY_POINTS);
        if (scheme.accesses() == null) {
            Missing lacks =
                    Place.layer("accesses", "机动车出入口", "vehicle accesses").missing();
            relations.add(new Relation.AccessPoint(
                    null, Names.notSupplied(Subject.Kind.ACCESS_POINT), null, null, List.of(lacks)));
            return;
        }
        for (Access access : scheme.accesses()) {
            Place place = Survey.placeOf(access);
            if (points == null) {
                Subject subject = Names.notSupplied(
                        Subject.Kind.ACCESS_POINT, access.id(), Names.towards(place.name(), lacksPoints.label()));
                relations.add(new Relation.AccessPoint(null, subject, access, null, List.of(lacksPoints)));
                continue;
            }
            for (Element each : points) {
                NearbyPoint point = (NearbyPoint) each;
                if (point.access() == null || point.access().equals(access.id())) {
                    accessPoint(access, place, point);
                }
            }
        }
    }

    private void accessPoint(Access access, Place place, NearbyPoint point) {
        Place of = ElementMeasures.placeOf(Layer.NEARBY_POINTS, point);
        String id = access.id() + "|" + point.id();
        Subject subject = new Subject(Subject.Kind.ACCESS_POINT, id, Names.towards(place.name(), of.name()));
        relations.add(new Relation.AccessPoint(id, subject, access, point, List.of()));
        Taken taken;
        if (point.distance() != null) {
            taken = Taken.declared(Trace.known(point.distance()));
        } else {
            Lacking lacking = new Lacking();
            Geometry from = lacking.need(access.place(), place.lacks("place", "位置", "place"));
            Geometry to = lacking.need(point.place(), of.lacks("distance", "至出入口距离", "distance to the access"));
            if (lacking.isAny()) {
                taken = Taken.unknown(lacking.list());
            } else {
                Frame frame = Frame.around(from, to);
                taken = Shortest.between(frame, frame.in(from), frame.in(to)).taken(from);
            }
        }
        measures.add(taken.of(Quantity.ACCESS_DISTANCE, subject));
    }
}
