package redline.measure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import redline.quantity.Quantity;
import redline.quantity.Text;
import redline.scheme.EcoRedLine;
import redline.scheme.Element;
import redline.scheme.Farmland;
import redline.scheme.Layer;
import redline.scheme.Scheme;
import redline.scheme.Subject;
import redline.scheme.UrbanBoundary;

/** Parcels beside the areas of control layers: what overlaps, or what lies outside where they must lie within. */
final class SiteAreas {
    private final Scheme scheme;
    private final Sites sites;
    private final List<Relation> relations = new ArrayList<>();
    private final List<Measure> measures = new ArrayList<>();

    SiteAreas(Scheme scheme, Sites sites) {
        this.scheme = scheme;
        this.sites = sites;
        siteAreas();
    }

    List<Relation> relations() {
        return relations;
    }

    List<Measure> measures() {
        return measures;
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
}
