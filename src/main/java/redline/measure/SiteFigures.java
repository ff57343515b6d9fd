package redline.measure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.locationtech.jts.geom.Polygon;
import redline.quantity.Quantity;
import redline.quantity.Text;
import redline.quantity.Value;
import redline.scheme.Access;
import redline.scheme.Basis;
import redline.scheme.ConcentratedGreen;
import redline.scheme.Figures;
import redline.scheme.Layer;
import redline.scheme.Road;
import redline.scheme.Scheme;

/**
 * Figures of a site beside the five of its indicator table: stated ones as they stand, and those that are added up from the area
 * table, the parking lots, the accesses and the concentrated greens.
 */
final class SiteFigures {
    private final Scheme scheme;
    private final Sites sites;
    private final FloorAreas floorAreas;
    private final ParkingSpaces parking;
    private final ElementMeasures elements;

    SiteFigures(Scheme scheme, Sites sites, FloorAreas floorAreas, ParkingSpaces parking, ElementMeasures elements) {
        this.scheme = scheme;
        this.sites = sites;
        this.floorAreas = floorAreas;
        this.parking = parking;
        this.elements = elements;
    }

    /** In the order of {@link Quantity}. */
    Map<Quantity, Taken> of(Site site) {
        Map<Quantity, Taken> taken = new EnumMap<>(Quantity.class);
        for (Quantity quantity : Figures.STATED) {
            taken.put(quantity, stated(site, quantity));
        }
        boolean itemised = scheme.basis().floorAreas() != Basis.Source.TABLE;
        Trace<BigDecimal> siteArea = Sites.areaOf(site);
        if (itemised) {
            taken.put(Quantity.FAR_ABOVE, floorAreas.countedAbove(site).over(siteArea));
            taken.put(Quantity.FAR_BELOW, floorAreas.countedBelow(site).over(siteArea));
            taken.put(Quantity.HOUSING_FLOOR_AREA, floorAreas.housing(site));
            taken.put(Quantity.HOUSING_FOOTPRINT, floorAreas.housingFootprint(site));
        }
        if (scheme.basis().parking() != Basis.Source.TABLE) {
            taken.put(Quantity.SURFACE_SPACES, parking.onSurface(site));
        }
        taken.put(
                Quantity.AVERAGE_STOREYS,
                averageStoreys(taken.get(Quantity.HOUSING_FLOOR_AREA), taken.get(Quantity.HOUSING_FOOTPRINT)));
        perimeter(site).ifPresent(drawn -> taken.put(Quantity.SITE_PERIMETER, drawn));
        taken.put(Quantity.VEHICLE_EXITS, exits(site));
        taken.put(Quantity.EXPRESSWAY_EXITS, expresswayExits(site));
        taken.put(
                Quantity.CONCENTRATED_GREEN,
                elements.sum(
                        Layer.CONCENTRATED_GREENS,
                        ConcentratedGreen.class,
                        green -> sites.belongs(
                                site, green.parcel(), ElementMeasures.placeOf(Layer.CONCENTRATED_GREENS, green)),
                        ConcentratedGreen::area,
                        "area",
                        "面积",
                        "area"));
        return taken;
    }

    private Taken stated(Site site, Quantity quantity) {
        if (scheme.figures() == null) {
            return Taken.unknown(
                    Place.layer("figures", "专项指标表", "table of figures").missing());
        }
        boolean onlyOne = sites.all().size() == 1;
        List<Figures> rows = scheme.figures().stream()
                .filter(row -> row.site() == null ? onlyOne : row.site().equals(site.id()))
                .toList();
        Place place = new Place("figures[" + site.id() + "]", site.subject().name());
        BigDecimal value = rows.size() == 1 ? rows.get(0).values().get(quantity) : null;
        return Taken.declared(Trace.of(
                value,
                place.lacks(
                        Figures.key(quantity),
                        quantity.title().zh(),
                        quantity.title().en())));
    }

    /** Σ housing floor area ÷ Σ housing footprint (domain B.1); of a site without housing there is none. */
    private static Taken averageStoreys(Taken area, Taken footprint) {
        Lacking lacking = new Lacking();
        BigDecimal floor = lacking.need(area.number());
        BigDecimal ground = lacking.need(footprint.number());
        if (lacking.isAny()) {
            return Taken.unknown(lacking.list());
        }
        if (ground.signum() == 0) {
            return Taken.amount(BigDecimal.ZERO, Provenance.RECOMPUTED, null, List.of());
        }
        Reading.Known known = (Reading.Known) area.reading();
        return Taken.known(
                new Value.Ratio(floor, ground),
                known.provenance(),
                null,
                List.of(Numbers.squareMetres(floor) + " ÷ " + Numbers.squareMetres(ground)));
    }

    /** Where the boundary is drawn, its outer ring; else the perimeter is as stated. */
    private static Optional<Taken> perimeter(Site site) {
        Polygon boundary = site.parcel() == null ? null : site.parcel().boundary();
        return boundary == null || boundary.isEmpty()
                ? Optional.empty()
                : Optional.of(Taken.amount(
                        Survey.lengthOf(boundary.getExteriorRing()), Provenance.COMPUTED, boundary, List.of()));
    }

    private Taken exits(Site site) {
        return exits(site, access -> Trace.known(true));
    }

    private Taken expresswayExits(Site site) {
        return exits(site, this::onExpressway);
    }

    private Trace<Boolean> onExpressway(Access access) {
        if (access.road() == null) {
            return Trace.unknown(List.of(Survey.placeOf(access).lacks("road", "所接道路", "road")));
        }
        Place roads = Place.layer("roads", "道路", "roads");
        if (scheme.roads() == null) {
            return Trace.unknown(List.of(roads.missing()));
        }
        Road road = scheme.roads().stream()
                .filter(one -> one.id().equals(access.road()))
                .findFirst()
                .orElseThrow();
        Text name = road.name() == null ? new Text("道路 " + road.id(), "road " + road.id()) : Text.same(road.name());
        return Trace.of(road.roadClass(), Place.of("roads", road.id(), name).lacks("roadClass", "道路等级", "road class"))
                .map("EXPRESSWAY"::equals);
    }

    private Taken exits(Site site, Function<Access, Trace<Boolean>> those) {
        if (scheme.accesses() == null) {
            return Taken.unknown(
                    Place.layer("accesses", "机动车出入口", "vehicle accesses").missing());
        }
        Lacking lacking = new Lacking();
        List<String> formula = new ArrayList<>();
        for (Access access : scheme.accesses()) {
            Trace<Boolean> here = sites.belongs(site, access.parcel(), Survey.placeOf(access));
            if (Boolean.FALSE.equals(here.value())) {
                continue;
            }
            Trace<Boolean> counts = those.apply(access);
            if (Boolean.FALSE.equals(counts.value())) {
                continue;
            }
            lacking.need(here);
            lacking.need(counts);
            if (!lacking.isAny()) {
                formula.add(access.id());
            }
        }
        return lacking.isAny()
                ? Taken.unknown(lacking.list())
                : Taken.amount(BigDecimal.valueOf(formula.size()), Provenance.RECOMPUTED, null, formula);
    }
}
