package redline.measure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import redline.quantity.Quantity;
import redline.quantity.Text;
import redline.scheme.Access;
import redline.scheme.Basis;
import redline.scheme.ConditionLine;
import redline.scheme.EcoRedLine;
import redline.scheme.Element;
import redline.scheme.Facility;
import redline.scheme.Farmland;
import redline.scheme.Layer;
import redline.scheme.Letter;
import redline.scheme.NearbyPoint;
import redline.scheme.Scheme;
import redline.scheme.Side;
import redline.scheme.Subject;
import redline.scheme.UrbanBoundary;

/** Basements beside the sides of their parcel, accesses beside nearby points, sites and control areas, facilities by kind. */
final class FurtherRelations {
    private static final Missing NOT_DRAWN = Missing.fact(
            "basis.footprints", "图上距离(basis.footprints 为图)", "distances on the drawing (basis.footprints: drawing)");

    private final Scheme scheme;
    private final Sites sites;
    private final List<Relation> relations = new ArrayList<>();
    private final List<Measure> measures = new ArrayList<>();

    FurtherRelations(Scheme scheme, Sites sites, List<PlacedBuilding> own) {
        this.scheme = scheme;
        this.sites = sites;
        basements(own);
        accessPoints();
        siteAreas();
        facilities(own);
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

    private void siteAreas() {
        for (Site site : sites.all()) {
            if (site.kind() != Site.Kind.PARCEL) {
                continue;
            }
            for (Layer layer : List.of(Layer.FARMLAND, Layer.ECO_RED_LINES, Layer.URBAN_BOUNDARIES)) {
                siteArea(site, layer);
            }
        }
    }

    private void siteArea(Site site, Layer layer) {
        String kind = switch (layer) {
            case FARMLAND -> "FARMLAND";
            case ECO_RED_LINES -> "ECO_RED_LINE";
            default -> "URBAN_BOUNDARY";
        };
        Text title = ElementMeasures.title(layer);
        if (!site.isSupplied()) {
            Subject subject = Names.notSupplied(
                    Subject.Kind.SITE_AREA,
                    kind + " ",
                    Names.towards(site.place().name(), title));
            relations.add(new Relation.SiteArea(
                    null, subject, null, kind, List.of(site.place().missing())));
            return;
        }
        String id = site.id() + "|" + kind;
        Subject subject = new Subject(
                Subject.Kind.SITE_AREA,
                id,
                Names.towards(
                        site.subject().name(),
                        new Text(title.zh().replace("图层", ""), title.en().replace("layer of ", ""))));
        relations.add(new Relation.SiteArea(id, subject, site.id(), kind, List.of()));
        boolean within = layer == Layer.URBAN_BOUNDARIES;
        measures.add(overlap(site, layer, within).of(within ? Quantity.OUTSIDE_AREA : Quantity.OVERLAP_AREA, subject));
    }

    /** Area of the site within the areas of a layer, or, of those that it must lie within, the area outside them. */
    private Taken overlap(Site site, Layer layer, boolean outside) {
        Lacking lacking = new Lacking();
        Polygon boundary = site.parcel().boundary();
        lacking.need(
                boundary == null || boundary.isEmpty() ? null : boundary,
                site.place().lacks("boundary", "用地红线", "boundary"));
        List<Element> elements = scheme.layers().get(layer);
        if (elements == null) {
            lacking.add(ElementMeasures.missing(layer));
        }
        List<Geometry> shapes = new ArrayList<>();
        for (Element element : elements == null ? List.<Element>of() : elements) {
            Geometry shape = geometry(element);
            boolean area = shape != null && shape.getDimension() == 2 && !shape.isEmpty();
            lacking.need(
                    area ? shape : null, ElementMeasures.placeOf(layer, element).lacks("geometry", "范围", "area"));
            shapes.add(shape);
        }
        if (lacking.isAny()) {
            return Taken.unknown(lacking.list());
        }
        if (shapes.isEmpty()) {
            return Taken.amount(
                    outside ? Frame.area(boundary) : BigDecimal.ZERO, Provenance.COMPUTED, boundary, List.of());
        }
        List<Geometry> all = new ArrayList<>(shapes);
        all.add(boundary);
        Frame frame = Frame.around(all);
        Geometry rest = frame.in(boundary);
        Geometry shared = boundary.getFactory().createGeometryCollection();
        for (Geometry shape : shapes) {
            Geometry within = frame.in(shape);
            Geometry part = OverlayNGRobust.overlay(rest, within, OverlayNG.INTERSECTION);
            shared = shared.isEmpty() ? part : OverlayNGRobust.overlay(shared, part, OverlayNG.UNION);
            rest = OverlayNGRobust.overlay(rest, within, OverlayNG.DIFFERENCE);
        }
        Geometry measured = outside ? rest : shared;
        return Taken.amount(
                Frame.area(frame.in(measured)),
                Provenance.COMPUTED,
                measured.isEmpty() ? null : frame.out(measured),
                List.of());
    }

    private static Geometry geometry(Element element) {
        return element instanceof Farmland farmland
                ? farmland.geometry()
                : element instanceof EcoRedLine line ? line.geometry() : ((UrbanBoundary) element).geometry();
    }

    /** Kinds that a letter asks of a site or that the scheme has there. */
    private void facilities(List<PlacedBuilding> own) {
        for (Site site : sites.all()) {
            if (!site.isSupplied()) {
                relations.add(new Relation.FacilityItem(
                        null,
                        site.kind() == Site.Kind.PARCEL
                                ? Names.notSupplied(Subject.Kind.FACILITY_ITEM)
                                : Names.notSupplied(
                                        Subject.Kind.FACILITY_ITEM,
                                        site.parent() + "/zones",
                                        site.subject().name()),
                        null,
                        null,
                        List.of(site.place().missing())));
                continue;
            }
            Map<String, List<Facility>> byKind = new TreeMap<>(NaturalOrder.OF_IDS);
            Lacking lacking = new Lacking();
            Lacking asked = kindsAsked(site, byKind);
            if (scheme.facilities() == null) {
                lacking.add(Place.layer("facilities", "配套设施", "facilities").missing());
            }
            for (Facility facility : Survey.orNone(scheme.facilities())) {
                Place place = placeOf(facility);
                Trace<Boolean> here = isOn(site, facility, own, place);
                if (Boolean.FALSE.equals(here.value())) {
                    continue;
                }
                lacking.need(here);
                if (facility.kind() == null) {
                    lacking.add(place.lacks("kind", "种类", "kind"));
                } else if (here.isKnown()) {
                    byKind.computeIfAbsent(facility.kind(), k -> new ArrayList<>())
                            .add(facility);
                }
            }
            byKind.forEach((kind, of) -> facility(site, kind, of, lacking));
            asked.addAll(lacking.list());
            if (asked.isAny()) {
                Subject subject = Names.notSupplied(
                        Subject.Kind.FACILITY_ITEM,
                        site.id(),
                        new Text(
                                site.subject().name().zh() + " 配套设施",
                                site.subject().name().en() + " facilities"));
                relations.add(new Relation.FacilityItem(null, subject, site.id(), null, asked.list()));
            }
        }
    }

    /** A facility lies in the sub-zone of its building. */
    private Trace<Boolean> isOn(Site site, Facility facility, List<PlacedBuilding> own, Place place) {
        return own.stream()
                .filter(building ->
                        site.kind() == Site.Kind.ZONE && building.id().equals(facility.building()))
                .findFirst()
                .map(building -> Sites.belongs(site, building.parcel(), building.zone()))
                .orElseGet(() -> sites.belongs(site, facility.parcel(), place));
    }

    /** Adds the kinds that letters ask of the site; what is not known of the letters may hide further ones. */
    private Lacking kindsAsked(Site site, Map<String, List<Facility>> byKind) {
        Lacking lacking = new Lacking();
        if (scheme.conditions() == null) {
            lacking.add(Place.layer("conditions", "规划条件", "planning conditions").missing());
        }
        for (Letter letter : Survey.orNone(scheme.conditions())) {
            String path = "conditions[" + letter.id() + "]";
            if (letter.lines() == null) {
                lacking.add(new Place(path, new Text("规划条件", "planning conditions")).lacks("lines", "条款", "lines"));
            }
            for (ConditionLine line : Survey.orNone(letter.lines())) {
                boolean here = line.site() == null || line.site().equals(site.id());
                boolean mayAsk = line.item() == null || isFacility(line);
                if (!here || !mayAsk || ConditionLine.ANY.equals(line.beyond())) {
                    continue;
                }
                Place place = new Place(path + ".lines[" + line.id() + "]", new Text("规划条件", "planning conditions"));
                if (line.item() == null) {
                    lacking.add(place.lacks("item", "指标", "item"));
                } else if (line.beyond() == null) {
                    lacking.add(place.lacks("beyond", "设施种类", "kind of facility"));
                } else {
                    byKind.putIfAbsent(line.beyond(), new ArrayList<>());
                }
            }
        }
        return lacking;
    }

    private static boolean isFacility(ConditionLine line) {
        return line.item() == ConditionLine.Item.FACILITY_AREA
                || line.item() == ConditionLine.Item.FACILITY_STOREY
                || line.item() == ConditionLine.Item.FACILITY_HANDOVER;
    }

    private void facility(Site site, String kind, List<Facility> of, Lacking layer) {
        String id = site.id() + "/" + kind;
        Text name = site.subject().name();
        Subject subject =
                new Subject(Subject.Kind.FACILITY_ITEM, id, new Text(name.zh() + " " + kind, name.en() + " " + kind));
        relations.add(new Relation.FacilityItem(id, subject, site.id(), kind, List.of()));
        Lacking areas = new Lacking();
        areas.addAll(layer.list());
        Lacking storeys = new Lacking();
        storeys.addAll(layer.list());
        Lacking handed = new Lacking();
        handed.addAll(layer.list());
        BigDecimal area = BigDecimal.ZERO;
        int highest = Integer.MIN_VALUE;
        boolean all = true;
        Map<String, BigDecimal> formula = new LinkedHashMap<>();
        for (Facility facility : of) {
            Place place = placeOf(facility);
            BigDecimal one = areas.need(facility.area(), place.lacks("area", "面积", "area"));
            area = one == null ? area : area.add(one);
            formula.put(facility.id(), one);
            Integer storey = storeys.need(facility.storey(), place.lacks("storey", "所在层", "storey"));
            highest = storey == null ? highest : Math.max(highest, storey);
            Boolean over = handed.need(facility.handedOver(), place.lacks("handedOver", "是否移交", "whether handed over"));
            all &= !Boolean.FALSE.equals(over);
        }
        if (of.isEmpty() && !layer.isAny()) {
            Missing none = Missing.fact("facilities[" + kind + "]", name.zh() + " " + kind, kind + " of " + name.en());
            storeys.add(none);
            handed.add(none);
        }
        List<String> added = formula.entrySet().stream()
                .filter(entry -> entry.getValue() != null)
                .map(entry -> entry.getKey() + ": " + Numbers.squareMetres(entry.getValue()))
                .toList();
        measures.add(
                (areas.isAny() ? Taken.unknown(areas.list()) : Taken.amount(area, Provenance.RECOMPUTED, null, added))
                        .of(Quantity.FACILITY_AREA, subject));
        measures.add((storeys.isAny()
                        ? Taken.unknown(storeys.list())
                        : Taken.amount(BigDecimal.valueOf(highest), Provenance.DECLARED, null, List.of()))
                .of(Quantity.FACILITY_STOREY, subject));
        measures.add((handed.isAny()
                        ? Taken.unknown(handed.list())
                        : Taken.known(
                                redline.quantity.Value.Terms.of(all ? "YES" : "NO"),
                                Provenance.DECLARED,
                                null,
                                List.of()))
                .of(Quantity.FACILITY_HANDOVER, subject));
    }

    private static Place placeOf(Facility facility) {
        String kind = Objects.requireNonNullElse(facility.kind(), "配套设施");
        return Place.of("facilities", facility.id(), new Text(kind + " " + facility.id(), "facility " + facility.id()));
    }
}
