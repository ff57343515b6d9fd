package redline.measure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.locationtech.jts.geom.Geometry;
import redline.scheme.AreaElement;
import redline.scheme.Basis;
import redline.scheme.Declared;
import redline.scheme.DwellingType;
import redline.scheme.Scheme;

/**
 * Floor areas of a site, element by element: area × count × coefficient, with 计容系数 for the area counted for FAR and 面积系数
 * for all others. Outlines or stated areas as the basis says; never outline × storeys.
 */
final class FloorAreas {
    /** Codes of 商业服务业用地 (domain B.11). */
    static final String COMMERCIAL = "09";

    /** Code of 城镇住宅用地 (domain B.11). */
    static final String HOUSING = "0701";

    /** Code of 农村宅基地 (domain B.11). */
    private static final String VILLAGE_HOUSING = "0703";

    /** Forms of element that are a balcony or a bay window. */
    private static final Set<String> BALCONIES = Set.of("BALCONY", "BAY_WINDOW");

    private static final BigDecimal HALF = new BigDecimal("0.5");

    private final Scheme scheme;
    private final Sites sites;
    private final Map<String, PlacedBuilding> buildings;
    private final Basis.Source source;

    FloorAreas(Scheme scheme, Sites sites, Map<String, PlacedBuilding> buildings) {
        this.scheme = scheme;
        this.sites = sites;
        this.buildings = buildings;
        this.source = scheme.basis().floorAreas();
    }

    /** Under an indicator table the declared FAR stands as it is, also beside a declared floor area. */
    Taken far(Site site) {
        return source == Basis.Source.TABLE
                ? declared(site, Declared::far, "far", "容积率", "floor area ratio")
                : counted(site).over(Sites.areaOf(site));
    }

    Taken counted(Site site) {
        return source == Basis.Source.TABLE
                ? declared(site, Declared::farFloorArea, "farFloorArea", "计容建筑面积", "floor area counted for FAR")
                : sum(site, this::always, this::farCoefficient);
    }

    Taken above(Site site) {
        return source == Basis.Source.TABLE
                ? declared(site, Declared::floorAreaAbove, "floorAreaAbove", "地上建筑面积", "floor area above ground")
                : sum(site, element -> isBelow(element).map(below -> !below), this::areaCoefficient);
    }

    Taken below(Site site) {
        return source == Basis.Source.TABLE
                ? declared(site, Declared::floorAreaBelow, "floorAreaBelow", "地下建筑面积", "floor area below ground")
                : sum(site, this::isBelow, this::areaCoefficient);
    }

    Taken commercial(Site site) {
        return source == Basis.Source.TABLE
                ? declared(site, Declared::commercialArea, "commercialArea", "商业建筑面积", "commercial floor area")
                : sum(site, element -> usedFor(element, COMMERCIAL), this::areaCoefficient);
    }

    /** Area of one element counted for FAR, without its count. */
    Taken counted(AreaElement element) {
        Provenance provenance = source == Basis.Source.DRAWING ? Provenance.COMPUTED : Provenance.RECOMPUTED;
        Trace<BigDecimal> area = area(element, farCoefficient(element), 1);
        return area.isKnown() ? Taken.amount(area.value(), provenance, null, List.of()) : Taken.unknown(area.missing());
    }

    /** Area counted for FAR above ground; of the area table only. */
    Taken countedAbove(Site site) {
        return sum(site, element -> isBelow(element).map(below -> !below), this::farCoefficient);
    }

    Taken countedBelow(Site site) {
        return sum(site, this::isBelow, this::farCoefficient);
    }

    /** Floor area of all that is neither dwelling nor parking; of the area table only. */
    Taken countedForParking(Site site) {
        return source == Basis.Source.TABLE
                ? Taken.unknown(lacksElements())
                : sum(site, this::isCountedForParking, this::areaCoefficient);
    }

    private Trace<Boolean> isCountedForParking(AreaElement element) {
        Trace<Boolean> counts = Trace.known(true);
        for (String apart : List.of(HOUSING, VILLAGE_HOUSING, ParkingBase.PARKING)) {
            counts = both(counts, usedFor(element, apart).map(within -> !within));
        }
        return counts;
    }

    /** Floor area above ground of dwellings; of the area table only. */
    Taken housing(Site site) {
        return sum(site, this::isHousingAbove, this::areaCoefficient);
    }

    /** Area of dwellings in the footprint: those elements of one storey that say so. */
    Taken housingFootprint(Site site) {
        return sum(site, this::isHousingFootprint, element -> Trace.known(BigDecimal.ONE), element -> 1);
    }

    private Trace<Boolean> isHousingAbove(AreaElement element) {
        return both(usedFor(element, HOUSING), isBelow(element).map(below -> !below));
    }

    private Trace<Boolean> isHousingFootprint(AreaElement element) {
        Trace<Boolean> inFootprint = Trace.of(
                element.inFootprint(), place(element).lacks("inFootprint", "是否计入基底", "whether in the footprint"));
        return both(
                both(usedFor(element, HOUSING), inFootprint), isBelow(element).map(below -> !below));
    }

    private static Trace<Boolean> both(Trace<Boolean> one, Trace<Boolean> other) {
        if (Boolean.FALSE.equals(one.value()) || Boolean.FALSE.equals(other.value())) {
            return Trace.known(false);
        }
        Lacking lacking = new Lacking();
        lacking.need(one);
        lacking.need(other);
        return lacking.isAny() ? lacking.trace() : Trace.known(true);
    }

    /** Floor area of one use on a site: what parking is counted from. The use must be that code exactly. */
    private Taken ofUse(Site site, String use) {
        return sum(site, element -> use(element).map(use::equals), this::areaCoefficient);
    }

    /** Bases of parking on a site: one for each use found there, and one without use where uses may be missing. */
    List<ParkingBase> parkingBases(Site site) {
        Lacking open = new Lacking();
        TreeSet<String> uses = new TreeSet<>();
        if (scheme.areaElements() == null || source == Basis.Source.TABLE) {
            open.add(lacksElements());
        } else {
            for (AreaElement element : scheme.areaElements()) {
                Trace<Boolean> here = onSite(site, element);
                if (!Boolean.FALSE.equals(here.value())) {
                    open.addAll(here.missing());
                    note(use(element), uses, open);
                }
            }
        }
        if (scheme.buildings() == null) {
            open.add(Place.layer("buildings", "建筑", "buildings").missing());
        }
        for (PlacedBuilding building : buildings.values()) {
            Trace<Boolean> here = Sites.belongs(site, building.parcel(), building.zone());
            if (building.own() && !Boolean.FALSE.equals(here.value())) {
                open.addAll(here.missing());
                note(building.use(), uses, open);
            }
        }
        List<ParkingBase> bases = new ArrayList<>();
        for (String use : uses) {
            if (!use.startsWith(ParkingBase.PARKING)) {
                Taken area = source == Basis.Source.TABLE ? Taken.unknown(lacksElements()) : ofUse(site, use);
                Taken dwellings = Dwellings.of(scheme, site, use, buildings.values());
                bases.add(new ParkingBase(site.id(), use, area.number(), dwellings.number(), List.of()));
            }
        }
        if (open.isAny()) {
            bases.add(new ParkingBase(site.id(), null, open.trace(), open.trace(), open.list()));
        }
        return bases;
    }

    private static void note(Trace<String> use, TreeSet<String> uses, Lacking open) {
        if (use.isKnown()) {
            uses.add(use.value());
        } else {
            open.addAll(use.missing());
        }
    }

    private Taken declared(Site site, Function<Declared, BigDecimal> column, String attribute, String zh, String en) {
        Trace<Declared> row = sites.declaredFor(site, scheme.declared());
        return Taken.declared(
                row.isKnown()
                        ? Trace.of(
                                column.apply(row.value()),
                                Sites.declaredPlace(site).lacks(attribute, zh, en))
                        : Trace.unknown(row.missing()));
    }

    private Taken sum(
            Site site,
            Function<AreaElement, Trace<Boolean>> included,
            Function<AreaElement, Trace<BigDecimal>> coefficient) {
        return sum(site, included, coefficient, AreaElement::count);
    }

    private Taken sum(
            Site site,
            Function<AreaElement, Trace<Boolean>> included,
            Function<AreaElement, Trace<BigDecimal>> coefficient,
            Function<AreaElement, Integer> times) {
        if (scheme.areaElements() == null) {
            return Taken.unknown(lacksElements());
        }
        Lacking lacking = new Lacking();
        Map<String, BigDecimal> byBuilding = new LinkedHashMap<>();
        List<Geometry> shapes = new ArrayList<>();
        for (AreaElement element : scheme.areaElements()) {
            Trace<Boolean> here = onSite(site, element);
            Trace<Boolean> counts = included.apply(element);
            if (Boolean.FALSE.equals(here.value()) || Boolean.FALSE.equals(counts.value())) {
                continue;
            }
            lacking.need(here);
            lacking.need(counts);
            BigDecimal area = lacking.need(area(element, coefficient.apply(element), times.apply(element)));
            if (area != null) {
                byBuilding.merge(element.building() == null ? "…" : element.building(), area, BigDecimal::add);
                if (source == Basis.Source.DRAWING && element.outline() != null) {
                    shapes.add(element.outline());
                }
            }
        }
        if (lacking.isAny()) {
            return Taken.unknown(lacking.list());
        }
        BigDecimal total = byBuilding.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        List<String> formula = new ArrayList<>();
        byBuilding.forEach((building, area) -> formula.add(building + ": " + Numbers.squareMetres(area)));
        formula.add("Σ = " + Numbers.squareMetres(total));
        boolean drawn = source == Basis.Source.DRAWING;
        return Taken.amount(
                total, drawn ? Provenance.COMPUTED : Provenance.RECOMPUTED, Shapes.together(shapes), formula);
    }

    static Missing lacksElements() {
        return Place.layer("areaElements", "面积计算表", "area elements").missing();
    }

    /** What is multiplied by a coefficient of zero need not be known. */
    private Trace<BigDecimal> area(AreaElement element, Trace<BigDecimal> coefficient, Integer times) {
        if (coefficient.isKnown() && coefficient.value().signum() == 0) {
            return Trace.known(BigDecimal.ZERO);
        }
        Lacking lacking = new Lacking();
        BigDecimal factor = lacking.need(coefficient);
        BigDecimal one = source == Basis.Source.DRAWING
                ? lacking.need(Shapes.area(element.outline(), place(element)))
                : lacking.need(element.area(), place(element).lacks("area", "面积", "area"));
        Integer count = lacking.need(times, place(element).lacks("count", "数量", "count"));
        return lacking.isAny()
                ? lacking.trace()
                : Trace.known(one.multiply(BigDecimal.valueOf(count)).multiply(factor));
    }

    /**
     * Half of the areas of the balconies and bay windows of one dwelling of a type on {@code parcel}. A line that does not say its
     * type may be one of them, unless it is known to be something else or to lie on another parcel.
     */
    Trace<BigDecimal> halfBalconies(DwellingType type, Trace<String> parcel) {
        if (scheme.areaElements() == null) {
            return Trace.unknown(List.of(lacksElements()));
        }
        Lacking lacking = new Lacking();
        BigDecimal total = BigDecimal.ZERO;
        for (AreaElement element : scheme.areaElements()) {
            AreaElement.Detail detail = element.detail();
            String form = detail == null ? null : detail.form();
            String named = detail == null ? null : detail.dwellingType();
            boolean otherForm = form != null && !BALCONIES.contains(form);
            boolean otherType = named == null ? isElsewhere(element, parcel) : !named.equals(type.id());
            if (otherForm || otherType) {
                continue;
            }
            lacking.need(form, place(element).lacks("detail.form", "构件形式", "form"));
            lacking.need(named, place(element).lacks("detail.dwellingType", "所属户型", "dwelling type"));
            BigDecimal area = lacking.need(area(element, Trace.known(HALF), 1));
            total = area == null ? total : total.add(area);
        }
        return lacking.isAny() ? lacking.trace() : Trace.known(total);
    }

    /** Whether an element is known to lie on another parcel. */
    private boolean isElsewhere(AreaElement element, Trace<String> parcel) {
        PlacedBuilding building = element.building() == null ? null : buildings.get(element.building());
        return building != null
                && building.parcel().isKnown()
                && parcel.isKnown()
                && !building.parcel().value().equals(parcel.value());
    }

    Trace<Boolean> onSite(Site site, AreaElement element) {
        PlacedBuilding building = element.building() == null ? null : buildings.get(element.building());
        if (building != null) {
            return Sites.belongs(site, building.parcel(), building.zone());
        }
        Missing owner = element.building() != null
                ? Place.layer("buildings", "建筑", "buildings").missing()
                : place(element).lacks("building", "所属建筑", "building");
        Trace<String> parcel = sites.parcelOf(null, null, place(element));
        Trace<Boolean> belongs = Sites.belongs(site, parcel, sites.zoneOf(null, parcel, place(element)));
        return belongs.isKnown() ? belongs : Trace.unknown(List.of(owner));
    }

    Trace<String> use(AreaElement element) {
        return place(element).use("use", element.use(), "用途", "use");
    }

    /** Whether the element's use lies within the code; unknown where the use is stated more coarsely than the code. */
    private Trace<Boolean> usedFor(AreaElement element, String code) {
        Trace<String> use = use(element);
        if (use.isKnown() && !use.value().startsWith(code) && code.startsWith(use.value())) {
            return Trace.unknown(List.of(place(element).lacks("use", "用途", "use")));
        }
        return use.map(u -> u.startsWith(code));
    }

    private Trace<Boolean> always(AreaElement element) {
        return Trace.known(true);
    }

    private Trace<Boolean> isBelow(AreaElement element) {
        return Trace.of(element.belowGround(), place(element).lacks("belowGround", "地上或地下", "above or below ground"));
    }

    private Trace<BigDecimal> farCoefficient(AreaElement element) {
        return Trace.of(element.farCoefficient(), place(element).lacks("farCoefficient", "计容系数", "FAR coefficient"));
    }

    private Trace<BigDecimal> areaCoefficient(AreaElement element) {
        return Trace.of(element.areaCoefficient(), place(element).lacks("areaCoefficient", "面积系数", "area coefficient"));
    }

    static Place place(AreaElement element) {
        return Place.of("areaElements", element.id(), Names.areaElement(element));
    }
}
