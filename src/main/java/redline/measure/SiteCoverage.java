package redline.measure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import redline.scheme.AreaElement;
import redline.scheme.Basis;
import redline.scheme.Declared;
import redline.scheme.Scheme;

/**
 * 建筑密度: the union of all footprints above ground over the site area. Every building of the scheme counts, also one that
 * stands already; elements marked as part of the footprint count where floor areas are drawn as well.
 */
final class SiteCoverage {
    private final Scheme scheme;
    private final Sites sites;
    private final Map<String, PlacedBuilding> buildings;
    private final FloorAreas floorAreas;
    private final Map<String, Taken> footprints = new HashMap<>();

    SiteCoverage(Scheme scheme, Sites sites, Map<String, PlacedBuilding> buildings, FloorAreas floorAreas) {
        this.scheme = scheme;
        this.sites = sites;
        this.buildings = buildings;
        this.floorAreas = floorAreas;
    }

    Taken of(Site site) {
        return switch (scheme.basis().footprints()) {
            case DRAWING -> footprint(site).over(Sites.areaOf(site));
            case ITEMISED -> footprint(site).over(Sites.areaOf(site));
            case TABLE -> {
                Trace<Declared> row = sites.declaredFor(site, scheme.declared());
                yield Taken.declared(
                        row.isKnown()
                                ? Trace.of(
                                        row.value().density(),
                                        Sites.declaredPlace(site).lacks("density", "建筑密度", "building density"))
                                : Trace.unknown(row.missing()));
            }
        };
    }

    /** 基底面积 of a site. */
    Taken footprint(Site site) {
        if (scheme.buildings() == null) {
            return Taken.unknown(Place.layer("buildings", "建筑", "buildings").missing());
        }
        return footprints.computeIfAbsent(
                site.id(), id -> scheme.basis().footprints() == Basis.Source.DRAWING ? drawn(site) : fromTable(site));
    }

    private Taken drawn(Site site) {
        Lacking lacking = new Lacking();
        List<Polygon> footprints = new ArrayList<>();
        for (PlacedBuilding building : on(site, lacking)) {
            List<Polygon> own = lacking.need(building.footprints());
            footprints.addAll(own == null ? List.of() : own);
        }
        footprints.addAll(elementsInFootprint(site, lacking));
        if (lacking.isAny()) {
            return Taken.unknown(lacking.list());
        }
        if (footprints.isEmpty()) {
            return Taken.amount(BigDecimal.ZERO, Provenance.COMPUTED, null, List.of());
        }
        Frame frame = Frame.around(footprints);
        Geometry union = Frame.union(footprints.stream().map(frame::in).toList());
        return Taken.amount(Frame.area(union), Provenance.COMPUTED, frame.out(union), List.of());
    }

    private List<Polygon> elementsInFootprint(Site site, Lacking lacking) {
        if (scheme.basis().floorAreas() != Basis.Source.DRAWING) {
            return List.of();
        }
        if (scheme.areaElements() == null) {
            lacking.add(FloorAreas.lacksElements());
            return List.of();
        }
        List<Polygon> outlines = new ArrayList<>();
        for (AreaElement element : scheme.areaElements()) {
            Trace<Boolean> here = floorAreas.onSite(site, element);
            Place place = FloorAreas.place(element);
            if (Boolean.FALSE.equals(here.value()) || Boolean.FALSE.equals(element.inFootprint())) {
                continue;
            }
            lacking.need(here);
            lacking.need(element.inFootprint(), place.lacks("inFootprint", "是否计入基底", "whether in the footprint"));
            Polygon outline = lacking.need(Shapes.outline(element.outline(), place));
            if (outline != null) {
                outlines.add(outline);
            }
        }
        return outlines;
    }

    private Taken fromTable(Site site) {
        Lacking lacking = new Lacking();
        BigDecimal total = BigDecimal.ZERO;
        List<String> formula = new ArrayList<>();
        for (PlacedBuilding building : on(site, lacking)) {
            BigDecimal footprint = lacking.need(
                    building.building().declaredFootprint(),
                    building.place().lacks("declaredFootprint", "基底面积", "footprint area"));
            if (footprint != null) {
                total = total.add(footprint);
                formula.add(building.id() + ": " + Numbers.squareMetres(footprint));
            }
        }
        return lacking.isAny()
                ? Taken.unknown(lacking.list())
                : Taken.amount(total, Provenance.RECOMPUTED, null, formula);
    }

    /** Buildings that stand, or may stand, on the site; where it is not known, that is lacking. */
    private List<PlacedBuilding> on(Site site, Lacking lacking) {
        List<PlacedBuilding> here = new ArrayList<>();
        for (PlacedBuilding building : buildings.values()) {
            Trace<Boolean> belongs = Sites.belongs(site, building.parcel(), building.zone());
            if (building.own() && !Boolean.FALSE.equals(belongs.value())) {
                lacking.need(belongs);
                here.add(building);
            }
        }
        return here;
    }
}
