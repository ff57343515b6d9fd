package redline.measure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import redline.quantity.Quantity;
import redline.quantity.Value;
import redline.scheme.Access;
import redline.scheme.AreaElement;
import redline.scheme.Basis;
import redline.scheme.Building;
import redline.scheme.ControlLine;
import redline.scheme.DwellingType;
import redline.scheme.Element;
import redline.scheme.LadderArea;
import redline.scheme.Layer;
import redline.scheme.ParkingLot;
import redline.scheme.ParkingNeed;
import redline.scheme.Scheme;
import redline.scheme.Side;
import redline.scheme.Subject;

/**
 * One scheme being measured: its subjects, how they stand to each other, and all measures of them. Every list is in the natural
 * order of ids, so that the order of a file's lists changes nothing.
 */
public final class Survey {
    private final Scheme scheme;
    private final Sites sites;
    private final Map<String, PlacedBuilding> buildings = new LinkedHashMap<>();
    private final Map<String, Taken> heights = new LinkedHashMap<>();
    private final Heights heightRuler;
    private final FloorAreas floorAreas;
    private final List<Measure> measures = new ArrayList<>();
    private final List<Relation> relations = new ArrayList<>();
    private final List<Indicator> indicators = new ArrayList<>();
    private final List<ParkingBase> parkingBases = new ArrayList<>();
    private final Map<String, Map<Quantity, Taken>> figures = new LinkedHashMap<>();
    private final Map<Subject, Reading> setbacks = new HashMap<>();
    private final Map<String, Taken> dwellings = new LinkedHashMap<>();
    private final Map<String, BuildingShape> shapes = new LinkedHashMap<>();
    private final ElementMeasures elements;
    private final SunStudy sunStudy;
    private final SunReport sunReport;
    private int beyondReach;

    private Survey(Scheme scheme, Settings settings) {
        this.scheme = scheme;
        this.sites = Sites.of(scheme);
        for (Building building : orNone(scheme.buildings())) {
            buildings.put(building.id(), PlacedBuilding.own(building, sites));
        }
        for (Building building : orNone(scheme.surroundings())) {
            buildings.put(building.id(), PlacedBuilding.neighbour(building));
        }
        this.heightRuler = new Heights(scheme.basis(), settings);
        this.floorAreas = new FloorAreas(scheme, sites, buildings);
        this.elements = new ElementMeasures(scheme);
        this.sunStudy = SunStudy.of(scheme, buildings.values(), settings.sun());
        this.sunReport = new SunReport(scheme, sunStudy);
        measureSites();
        measureBuildings();
        measureAccesses();
        measureRelations(settings);
    }

    public static Survey of(Scheme scheme, Settings settings) {
        return new Survey(CurrentCodes.of(InOrder.of(scheme), settings.landUse()), settings);
    }

    private void measureSites() {
        SiteCoverage coverage = new SiteCoverage(scheme, sites, buildings, floorAreas);
        Greens greens = new Greens(scheme, sites);
        ParkingSpaces parking = new ParkingSpaces(scheme, sites);
        Indicators comparison = new Indicators(scheme, sites);
        for (Site site : sites.supplied()) {
            Taken units = Dwellings.of(scheme, site, null, buildings.values());
            SiteTable table = new SiteTable(site, scheme.basis(), floorAreas, coverage, greens, parking, units);
            take(table.judged(), site);
            comparison.compare(site, table.computed());
            parkingBases.addAll(floorAreas.parkingBases(site));
            Map<Quantity, Taken> stated = new SiteFigures(scheme, sites, floorAreas, parking, elements).of(site);
            take(stated, site);
            Trace<BigDecimal> total = stated.get(Quantity.TOTAL_FLOOR_AREA).number();
            take(new Sums(scheme, sites, buildings.values()).of(site, total), site);
            if (site.kind() == Site.Kind.PARCEL && scheme.basis().written().contains(Layer.PARKING_NEEDS)) {
                take(Map.of(Quantity.PARKING_AREA_DIFFERENCE, parkingAreaDifference(site)), site);
            }
            stated.putAll(table.figures());
            figures.put(site.id(), stated);
            dwellings.put(site.id(), units);
        }
        comparison.notSupplied(sites.all());
        indicators.addAll(comparison.all());
        measures.addAll(comparison.measures());
    }

    /** Σ floor area of the table of parking needs against that of the area table, dwellings and parking left out. */
    private Taken parkingAreaDifference(Site site) {
        Taken needs = elements.sum(
                Layer.PARKING_NEEDS,
                ParkingNeed.class,
                need -> sites.belongs(site, need.parcel(), ElementMeasures.placeOf(Layer.PARKING_NEEDS, need)),
                ParkingNeed::floorArea,
                "floorArea",
                "建筑面积",
                "floor area");
        return Sums.difference(
                needs.number(), floorAreas.countedForParking(site).number());
    }

    private void take(Map<Quantity, Taken> taken, Site site) {
        taken.forEach((quantity, one) -> measures.add(one.of(quantity, site.subject())));
    }

    private void measureRelations(Settings settings) {
        List<PlacedBuilding> own =
                buildings.values().stream().filter(PlacedBuilding::own).toList();
        Boundaries boundaries = new Boundaries(scheme, sites, own);
        relations.addAll(boundaries.relations());
        measures.addAll(boundaries.measures());
        boundaries.measures().forEach(measure -> {
            if (measure.quantity() == Quantity.SETBACK) {
                setbacks.put(measure.subject(), measure.reading());
            }
        });
        Pairs pairs = Pairs.of(scheme, settings, buildings());
        relations.addAll(pairs.relations());
        measures.addAll(pairs.measures());
        beyondReach = pairs.beyond();
        BasementSides basements = new BasementSides(scheme, sites, own);
        relations.addAll(basements.relations());
        measures.addAll(basements.measures());
        AccessPoints points = new AccessPoints(scheme);
        relations.addAll(points.relations());
        measures.addAll(points.measures());
        SiteAreas areas = new SiteAreas(scheme, sites);
        relations.addAll(areas.relations());
        measures.addAll(areas.measures());
        FacilityItems facilities = new FacilityItems(scheme, sites, own);
        relations.addAll(facilities.relations());
        measures.addAll(facilities.measures());
    }

    private void measureAccesses() {
        for (Access access : orNone(scheme.accesses())) {
            Place place = placeOf(access);
            Taken side = access.compass() == null
                    ? Taken.unknown(place.lacks("compass", "方位", "direction"))
                    : Taken.known(
                            Value.Terms.of(access.compass().name()), Provenance.DECLARED, access.place(), List.of());
            Subject subject = new Subject(Subject.Kind.ACCESS, access.id(), place.name());
            measures.add(side.of(Quantity.ACCESS_SIDE, subject));
            measures.add(Taken.declared(Trace.of(access.angle(), place.lacks("angle", "与道路夹角", "angle to the road")))
                    .of(Quantity.ACCESS_ANGLE, subject));
            Trace<Boolean> inNoAccess = Trace.of(
                    access.inNoAccess(), place.lacks("inNoAccess", "是否位于禁开口段", "whether in a no-access stretch"));
            measures.add((inNoAccess.isKnown()
                            ? Taken.known(
                                    Value.Terms.of(inNoAccess.value() ? "YES" : "NO"),
                                    Provenance.DECLARED,
                                    access.place(),
                                    List.of())
                            : Taken.unknown(inNoAccess.missing()))
                    .of(Quantity.NO_ACCESS, subject));
        }
    }

    private void measureBuildings() {
        boolean usesDrawn = scheme.basis().heights() == Basis.Source.DRAWING;
        for (PlacedBuilding building : buildings.values()) {
            Taken height = heightRuler.of(building);
            heights.put(building.id(), height);
            measures.add(height.of(Quantity.BUILDING_HEIGHT, building.subject()));
            measures.add(Uses.of(building, usesDrawn).of(Quantity.USE, building.subject()));
            measures.add(Uses.roof(building).of(Quantity.ROOF_FORM, building.subject()));
            BuildingShape shape = BuildingShape.of(building);
            shapes.put(building.id(), shape);
            measures.add(Taken.declared(shape.leastStoreyHeight()).of(Quantity.STOREY_HEIGHT, building.subject()));
            measures.add(BuildingShape.storeys(building).of(Quantity.STOREYS, building.subject()));
            measures.add(Sums.plate(building).of(Quantity.PLATE_DIFFERENCE, building.subject()));
            measures.add(ladderAreasAlong(building).of(Quantity.LADDER_COVERAGE, building.subject()));
            measures.addAll(elements.of(Layer.BUILDING_DETAILS, building.id(), building.subject()));
            if (sunStudy != null) {
                measures.add(Taken.declared(sunStudy.windows(building).map(BigDecimal::valueOf))
                        .of(Quantity.SUN_WINDOWS, building.subject()));
            }
            if (building.own() && building.volumes() != null) {
                for (PlacedVolume volume : building.volumes()) {
                    measures.add(outside(building, volume).of(Quantity.OUTSIDE_AREA, volume.subject()));
                }
            }
        }
        measures.addAll(elements.ofElements(sunStudy == null ? Set.of() : SunStudy.MEASURED));
        if (sunStudy != null) {
            measures.addAll(sunStudy.measures());
        }
        measures.addAll(sunReport.measures());
        for (Side side : orNone(scheme.sides())) {
            Subject subject =
                    new Subject(Subject.Kind.SIDE, side.id(), placeOf(side).name());
            measures.addAll(elements.of(Layer.SIDE_DETAILS, side.id(), subject));
        }
        for (AreaElement element : orNone(scheme.areaElements())) {
            Place place = FloorAreas.place(element);
            Subject subject = subjectOf(element);
            measures.add(Taken.declared(Trace.of(
                            element.areaCoefficient(), place.lacks("areaCoefficient", "面积系数", "area coefficient")))
                    .of(Quantity.AREA_COEFFICIENT, subject));
            measures.add(Taken.declared(Trace.of(
                            element.farCoefficient(), place.lacks("farCoefficient", "计容系数", "FAR coefficient")))
                    .of(Quantity.FAR_COEFFICIENT, subject));
            measures.add(floorAreas.counted(element).of(Quantity.FAR_FLOOR_AREA, subject));
            measures.add(Taken.declared(Trace.of(
                            element.detail() == null ? null : element.detail().clearHeight(),
                            place.lacks("detail.clearHeight", "净高", "clear height")))
                    .of(Quantity.CLEAR_HEIGHT, subject));
        }
    }

    /** Lengths of the ladder-truck areas of a building, added up. */
    private Taken ladderAreasAlong(PlacedBuilding building) {
        return elements.sum(
                Layer.LADDER_AREAS,
                LadderArea.class,
                area -> Trace.of(
                                area.building(),
                                ElementMeasures.placeOf(Layer.LADDER_AREAS, area)
                                        .lacks("building", "所服务的建筑", "building served"))
                        .map(id -> id.equals(building.id())),
                LadderArea::length,
                "length",
                "长度",
                "length");
    }

    /** How much of a footprint lies beyond the parcel. */
    private Taken outside(PlacedBuilding building, PlacedVolume volume) {
        Lacking lacking = new Lacking();
        if (scheme.basis().footprints() != Basis.Source.DRAWING) {
            lacking.add(Missing.fact("basis.footprints", "图上轮廓(basis.footprints 为图)", "outlines on the drawing"));
        }
        Polygon footprint = lacking.need(volume.footprint());
        String parcel = lacking.need(building.parcel());
        Site site = sites.supplied().stream()
                .filter(one -> one.id().equals(parcel))
                .findFirst()
                .orElse(null);
        Polygon boundary = site == null ? null : site.parcel().boundary();
        if (parcel != null) {
            lacking.need(
                    boundary == null || boundary.isEmpty() ? null : boundary,
                    (site == null ? Place.layer("parcels", "地块", "parcels") : site.place())
                            .lacks("boundary", "用地红线", "boundary"));
        }
        if (lacking.isAny()) {
            return Taken.unknown(lacking.list());
        }
        Frame frame = Frame.around(footprint, boundary);
        Geometry rest = OverlayNGRobust.overlay(frame.in(footprint), frame.in(boundary), OverlayNG.DIFFERENCE);
        return Taken.amount(
                Frame.area(frame.in(frame.out(rest))),
                Provenance.COMPUTED,
                rest.isEmpty() ? null : frame.out(rest),
                List.of());
    }

    /** The area element as a subject. */
    public static Subject subjectOf(AreaElement element) {
        return new Subject(
                Subject.Kind.AREA_ELEMENT,
                element.id(),
                FloorAreas.place(element).name());
    }

    /** Figures of a site that were measured or stated, by quantity. */
    public Map<Quantity, Trace<BigDecimal>> figures(Site site) {
        Map<Quantity, Trace<BigDecimal>> numbers = new LinkedHashMap<>();
        figures.getOrDefault(site.id(), Map.of()).forEach((quantity, taken) -> numbers.put(quantity, taken.rational()));
        return numbers;
    }

    /** Number of dwellings on a site. */
    public Trace<BigDecimal> dwellings(Site site) {
        return dwellings.get(site.id()).number();
    }

    /** Dwellings added up from the table of dwelling types; none where that table is missing and there are no dwellings. */
    public Trace<BigDecimal> typedDwellings(Site site) {
        Trace<BigDecimal> all = dwellings(site);
        if (scheme.layers().get(Layer.DWELLING_TYPES) == null
                && all.isKnown()
                && all.value().signum() == 0) {
            return all;
        }
        return elements.sum(
                        Layer.DWELLING_TYPES,
                        DwellingType.class,
                        type -> sites.belongs(site, type.parcel(), ElementMeasures.placeOf(Layer.DWELLING_TYPES, type)),
                        type -> type.count() == null ? null : BigDecimal.valueOf(type.count()),
                        "count",
                        "户数",
                        "dwellings")
                .number();
    }

    /** Half of the balconies and bay windows of one dwelling of the type. */
    public Trace<BigDecimal> halfBalconyArea(DwellingType type) {
        return floorAreas.halfBalconies(type, parcelOf(Layer.DWELLING_TYPES, type));
    }

    /** Car spaces below ground, visitor spaces included, wherever the other parking numbers are taken from. */
    public Trace<BigDecimal> garageSpaces(Site site) {
        return new ParkingSpaces(scheme, sites)
                .in(site, ParkingLot.Place.UNDERGROUND)
                .number();
    }

    /** What is computed from the shape of a building. */
    public BuildingShape shape(PlacedBuilding building) {
        return shapes.get(building.id());
    }

    public ElementMeasures elements() {
        return elements;
    }

    public Place placeOfElement(AreaElement element) {
        return FloorAreas.place(element);
    }

    /** The parcel of the building that an area element belongs to. */
    public Trace<String> parcelOf(AreaElement element) {
        PlacedBuilding building = element.building() == null ? null : buildings.get(element.building());
        return building != null
                ? building.parcel()
                : Trace.of(null, FloorAreas.place(element).lacks("building", "所属建筑", "building"));
    }

    /** The outdoor design ground of the building that an area element belongs to, m above datum. */
    public Trace<BigDecimal> groundOf(AreaElement element) {
        PlacedBuilding building = element.building() == null ? null : buildings.get(element.building());
        return building == null
                ? Trace.of(null, FloorAreas.place(element).lacks("building", "所属建筑", "building"))
                : Trace.of(
                        building.building().ground(),
                        building.place().lacks("ground", "室外设计地面标高", "outdoor ground level"));
    }

    /** The parcel that an element of a simple layer names, or the only one. */
    public Trace<String> parcelOf(Layer layer, Element element) {
        return sites.parcelOf(element.parcel(), null, ElementMeasures.placeOf(layer, element));
    }

    /** The setback measured of a relation to a side. */
    public Trace<BigDecimal> setback(Relation relation) {
        Reading reading = setbacks.get(relation.subject());
        if (reading instanceof Reading.Known known) {
            return Trace.known(((Value.Amount) known.value()).number());
        }
        return Trace.unknown(reading instanceof Reading.Unknown unknown ? unknown.missing() : relation.lacks());
    }

    /** The scheme with every list in order. */
    public Scheme scheme() {
        return scheme;
    }

    public List<Site> sites() {
        return sites.all();
    }

    /** The scheme's own buildings, then those of its surroundings. */
    public List<PlacedBuilding> buildings() {
        return List.copyOf(buildings.values());
    }

    /** Hours of sunlight computed from windows; empty where the scheme does not write any. */
    public Optional<SunStudy> sunStudy() {
        return Optional.ofNullable(sunStudy);
    }

    /** The applicant's sunlight report, compared. */
    public SunReport sunReport() {
        return sunReport;
    }

    /** The building of that id; empty also where {@code id} is null. */
    public Optional<PlacedBuilding> building(String id) {
        return Optional.ofNullable(id == null ? null : buildings.get(id));
    }

    /** 建筑高度 as measured, m. */
    public Trace<BigDecimal> height(PlacedBuilding building) {
        return heights.get(building.id()).number();
    }

    /** Height of one volume above the outdoor ground, m. */
    public Trace<BigDecimal> height(PlacedBuilding building, PlacedVolume volume) {
        return heightRuler.of(building, volume);
    }

    /** Layers of buildings that were not supplied: {@code buildings}, {@code surroundings}. */
    public List<Missing> lacksBuildings() {
        List<Missing> layers = new ArrayList<>();
        if (scheme.buildings() == null) {
            layers.add(Place.layer("buildings", "建筑", "buildings").missing());
        }
        if (scheme.surroundings() == null) {
            layers.add(
                    Place.layer("surroundings", "周边建筑", "surrounding buildings").missing());
        }
        return layers;
    }

    public static Place placeOf(Side side) {
        return Place.of("sides", side.id(), Names.side(side));
    }

    public static Place placeOf(ControlLine line) {
        return Place.of("controlLines", line.id(), Names.controlLine(line));
    }

    public static Place placeOf(Access access) {
        return Place.of("accesses", access.id(), Names.access(access));
    }

    public Trace<String> parcelOf(Side side) {
        return sites.parcelOf(side.parcel(), null, placeOf(side));
    }

    public Trace<String> parcelOf(Access access) {
        return sites.parcelOf(access.parcel(), null, placeOf(access));
    }

    /** Buildings and volumes beside sides, control lines and one another. */
    public List<Relation> relations() {
        return List.copyOf(relations);
    }

    public List<Indicator> indicators() {
        return List.copyOf(indicators);
    }

    public List<ParkingBase> parkingBases() {
        return List.copyOf(parkingBases);
    }

    /** How many pairs of buildings were not looked at because they lie farther apart than the reach. */
    public int beyondReach() {
        return beyondReach;
    }

    public List<Measure> measures() {
        return List.copyOf(measures);
    }

    /** Length of a line, m. */
    public static BigDecimal lengthOf(Geometry line) {
        return Frame.length(Frame.around(line).in(line).getLength());
    }

    static <T> List<T> orNone(List<T> list) {
        return list == null ? List.of() : list;
    }
}
