package redline.measure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import redline.quantity.Quantity;
import redline.quantity.Value;
import redline.scheme.Access;
import redline.scheme.Basis;
import redline.scheme.Building;
import redline.scheme.ControlLine;
import redline.scheme.ParkingLot;
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
        measureSites();
        measureBuildings();
        measureAccesses();
        measureRelations(settings);
    }

    public static Survey of(Scheme scheme, Settings settings) {
        return new Survey(InOrder.of(scheme), settings);
    }

    private void measureSites() {
        SiteCoverage coverage = new SiteCoverage(scheme, sites, buildings, floorAreas);
        Greens greens = new Greens(scheme, sites);
        ParkingSpaces parking = new ParkingSpaces(scheme, sites);
        Indicators comparison = new Indicators(scheme, sites);
        Basis basis = scheme.basis();
        for (Site site : sites.supplied()) {
            Map<String, Taken> computed = new LinkedHashMap<>();
            Taken far = floorAreas.far(site);
            take(far, Quantity.FAR, site, basis.floorAreas(), "far", computed);
            take(floorAreas.counted(site), Quantity.FAR_FLOOR_AREA, site, basis.floorAreas(), "farFloorArea", computed);
            take(
                    floorAreas.above(site),
                    Quantity.FLOOR_AREA_ABOVE,
                    site,
                    basis.floorAreas(),
                    "floorAreaAbove",
                    computed);
            take(
                    floorAreas.below(site),
                    Quantity.FLOOR_AREA_BELOW,
                    site,
                    basis.floorAreas(),
                    "floorAreaBelow",
                    computed);
            take(
                    floorAreas.commercial(site),
                    Quantity.COMMERCIAL_AREA,
                    site,
                    basis.floorAreas(),
                    "commercialArea",
                    computed);
            take(coverage.of(site), Quantity.BUILDING_DENSITY, site, basis.footprints(), "density", computed);
            take(greens.of(site), Quantity.GREEN_RATIO, site, basis.green(), "greenRatio", computed);
            take(
                    parking.of(site, ParkingLot.Kind.MOTOR),
                    Quantity.PARKING_MOTOR,
                    site,
                    basis.parking(),
                    "motorSpaces",
                    computed);
            take(
                    parking.of(site, ParkingLot.Kind.NON_MOTOR),
                    Quantity.PARKING_NON_MOTOR,
                    site,
                    basis.parking(),
                    "nonMotorSpaces",
                    computed);
            if (basis.footprints() != Basis.Source.TABLE) {
                computed.put("footprint", coverage.footprint(site));
            }
            if (basis.green() != Basis.Source.TABLE) {
                computed.put("greenArea", greens.counted(site));
            }
            if (basis.floorAreas() != Basis.Source.TABLE) {
                computed.put("dwellings", Dwellings.of(scheme, site, null, buildings.values()));
            }
            comparison.compare(site, computed);
            parkingBases.addAll(floorAreas.parkingBases(site));
        }
        comparison.notSupplied(sites.all());
        indicators.addAll(comparison.all());
        measures.addAll(comparison.measures());
    }

    /** Notes a measure of a site; one that is not itself the declared number is compared with that later. */
    private void take(
            Taken taken, Quantity quantity, Site site, Basis.Source source, String item, Map<String, Taken> computed) {
        measures.add(taken.of(quantity, site.subject()));
        if (source != Basis.Source.TABLE) {
            computed.put(item, taken);
        }
    }

    private void measureRelations(Settings settings) {
        List<PlacedBuilding> own =
                buildings.values().stream().filter(PlacedBuilding::own).toList();
        Boundaries boundaries = new Boundaries(scheme, sites, own);
        relations.addAll(boundaries.relations());
        measures.addAll(boundaries.measures());
        Pairs pairs = Pairs.of(scheme, settings, buildings());
        relations.addAll(pairs.relations());
        measures.addAll(pairs.measures());
        beyondReach = pairs.beyond();
    }

    private void measureAccesses() {
        for (Access access : orNone(scheme.accesses())) {
            Place place = placeOf(access);
            Taken side = access.compass() == null
                    ? Taken.unknown(place.lacks("compass", "方位", "direction"))
                    : Taken.known(
                            Value.Terms.of(access.compass().name()), Provenance.DECLARED, access.place(), List.of());
            measures.add(side.of(Quantity.ACCESS_SIDE, new Subject(Subject.Kind.ACCESS, access.id(), place.name())));
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
        }
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

    static <T> List<T> orNone(List<T> list) {
        return list == null ? List.of() : list;
    }
}
