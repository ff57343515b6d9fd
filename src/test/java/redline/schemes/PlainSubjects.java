package redline.schemes;

import static redline.schemes.SchemeTree.rows;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/**
 * Which subjects a scheme has, counted from the written tree by code of its own: no record of the product is read here. Every
 * part that is not supplied is one subject whose id ends in {@code "?"}.
 */
final class PlainSubjects {
    private static final List<String> INDICATORS = List.of(
            "far",
            "farFloorArea",
            "floorAreaAbove",
            "floorAreaBelow",
            "commercialArea",
            "footprint",
            "density",
            "greenArea",
            "greenRatio",
            "motorSpaces",
            "nonMotorSpaces",
            "dwellings");

    private final Map<String, Object> scheme;
    private final double reach;
    private final boolean drawn;

    /** {@code reach}: distance in m within which two buildings are a pair. */
    PlainSubjects(SchemeTree tree, double reach) {
        this.scheme = tree.root();
        this.reach = reach;
        this.drawn = scheme.get("basis") instanceof Map;
    }

    Set<String> of(String kind) {
        return switch (kind) {
            case "Parcel" -> parcels();
            case "Building" -> ids(all());
            case "VolumeSide" -> beside("sides");
            case "VolumeLine" -> beside("controlLines");
            case "Pair" -> drawn ? pairsDrawn() : gaps("");
            case "VolumePair" -> drawn ? volumePairsDrawn() : gaps("?");
            case "Access" -> ids(rows(scheme, "accesses"));
            case "Indicator" -> indicators();
            case "Side" -> layer("sides");
            case "Volume" -> volumes();
            case "BasementSide" -> basements();
            case "AccessPoint" -> accessPoints();
            case "SiteArea" -> siteAreas();
            case "FacilityItem" -> facilityItems();
            case "AreaElement" -> layer("areaElements");
            case "FireLane" -> layer("fireLanes");
            case "LadderArea" -> layer("ladderAreas");
            case "SiteRoad" -> layer("siteRoads");
            case "GarageRamp" -> layer("garageRamps");
            case "OpenLot" -> layer("openLots");
            case "Fence" -> layer("fences");
            case "ConcentratedGreen" -> layer("concentratedGreens");
            case "Projection" -> layer("projections");
            case "RoadEdge" -> layer("roadEdges");
            case "SunlitDwelling" -> layer("sunlitDwellings");
            case "SunlitRoom" -> layer("sunlitRooms");
            case "PlannedLand" -> layer("plannedLands");
            case "ReportedWindow" -> layer("sunReport");
            case "DwellingType" -> layer("dwellingTypes");
            case "VehicleSpaces" -> scheme.containsKey("vehicleSpaces") ? layer("vehicleSpaces") : Set.of();
            case "Article" -> articles();
            case "RetainingWall" -> layer("retainingWalls");
            case "FireNeighbour" -> layer("fireNeighbours");
            default -> throw new AssertionError("no rule of the showcases is about " + kind);
        };
    }

    /** Elements of a layer, or the one that stands for a layer that is not supplied. */
    private Set<String> layer(String key) {
        return scheme.containsKey(key) ? ids(rows(scheme, key)) : Set.of("?");
    }

    private Set<String> articles() {
        Set<String> subjects = new TreeSet<>();
        for (Map<String, Object> letter : rows(scheme, "conditions")) {
            rows(letter, "articles").forEach(article -> subjects.add(id(letter) + "/" + id(article)));
        }
        return subjects;
    }

    private Set<String> volumes() {
        Set<String> subjects = new TreeSet<>();
        for (Map<String, Object> building : all()) {
            if (!building.containsKey("volumes")) {
                subjects.add(id(building) + "?");
            }
            rows(building, "volumes").forEach(volume -> subjects.add(id(building) + "/" + id(volume)));
        }
        return subjects;
    }

    private Set<String> basements() {
        Set<String> subjects = new TreeSet<>();
        for (Map<String, Object> building : rows(scheme, "buildings")) {
            if (!building.containsKey("volumes")) {
                subjects.add(id(building) + "?");
            }
            for (Map<String, Object> volume : rows(building, "volumes")) {
                boolean may = !volume.containsKey("role") || "BASEMENT".equals(volume.get("role"));
                String one = id(building) + "/" + id(volume);
                if (may && !scheme.containsKey("sides")) {
                    subjects.add(one + "?");
                }
                for (Map<String, Object> side : may ? rows(scheme, "sides") : List.<Map<String, Object>>of()) {
                    subjects.add(one + "|" + id(side));
                }
            }
        }
        return subjects;
    }

    private Set<String> accessPoints() {
        if (!scheme.containsKey("accesses")) {
            return Set.of("?");
        }
        Set<String> subjects = new TreeSet<>();
        for (Map<String, Object> access : rows(scheme, "accesses")) {
            if (!scheme.containsKey("nearbyPoints")) {
                subjects.add(id(access) + "?");
            }
            for (Map<String, Object> point : rows(scheme, "nearbyPoints")) {
                if (!point.containsKey("access") || id(access).equals(point.get("access"))) {
                    subjects.add(id(access) + "|" + id(point));
                }
            }
        }
        return subjects;
    }

    private Set<String> siteAreas() {
        Set<String> subjects = new TreeSet<>();
        for (Map<String, Object> parcel : rows(scheme, "parcels")) {
            for (String kind : List.of("FARMLAND", "ECO_RED_LINE", "URBAN_BOUNDARY")) {
                subjects.add(id(parcel) + "|" + kind);
            }
        }
        return subjects;
    }

    /**
     * Kinds that a letter asks of a site or that lie there, a facility where its building stands; what a facility lacks may be
     * any, and what is not known of the letters may ask for more.
     */
    private Set<String> facilityItems() {
        Set<String> subjects = new TreeSet<>();
        for (Map<String, Object> parcel : rows(scheme, "parcels")) {
            if (!parcel.containsKey("zones")) {
                subjects.add(id(parcel) + "/zones?");
            }
            Set<String> sites = new TreeSet<>(Set.of(id(parcel)));
            sites.addAll(ids(rows(parcel, "zones")));
            for (String site : sites) {
                boolean open = !scheme.containsKey("facilities") || !scheme.containsKey("conditions");
                for (Map<String, Object> letter : rows(scheme, "conditions")) {
                    open |= !letter.containsKey("lines");
                    for (Map<String, Object> line : rows(letter, "lines")) {
                        boolean here = site.equals(line.getOrDefault("site", site));
                        open |= here && !line.containsKey("item");
                        if (here && line.containsKey("facility")) {
                            subjects.add(site + "/" + line.get("facility"));
                        }
                    }
                }
                for (Map<String, Object> facility : rows(scheme, "facilities")) {
                    boolean whole = site.equals(id(parcel));
                    String zone = rows(scheme, "buildings").stream()
                            .filter(building -> id(building).equals(facility.get("building")))
                            .map(building -> String.valueOf(building.get("zone")))
                            .findFirst()
                            .orElse("?");
                    boolean here = whole || site.equals(zone) || site.equals(facility.get("parcel"));
                    open |= here && !facility.containsKey("kind") || !whole && zone.equals("?");
                    if (here && facility.containsKey("kind")) {
                        subjects.add(site + "/" + facility.get("kind"));
                    }
                }
                if (open) {
                    subjects.add(site + "?");
                }
            }
        }
        return subjects;
    }

    private Set<String> parcels() {
        Set<String> sites = new TreeSet<>();
        for (Map<String, Object> parcel : rows(scheme, "parcels")) {
            sites.add(id(parcel));
            sites.addAll(parcel.containsKey("zones") ? ids(rows(parcel, "zones")) : Set.of(id(parcel) + "?"));
        }
        return sites;
    }

    private List<Map<String, Object>> all() {
        List<Map<String, Object>> all = new ArrayList<>(rows(scheme, "buildings"));
        all.addAll(rows(scheme, "surroundings"));
        return all;
    }

    /** Volumes above ground of the scheme's own buildings beside each line of the layer. */
    private Set<String> beside(String layer) {
        Set<String> subjects = new TreeSet<>();
        for (Map<String, Object> building : rows(scheme, "buildings")) {
            if (!building.containsKey("volumes")) {
                subjects.add(id(building) + "?");
            }
            for (Map<String, Object> volume : aboveGround(building)) {
                for (Map<String, Object> line : rows(scheme, layer)) {
                    subjects.add(id(building) + "/" + id(volume) + "|" + id(line));
                }
            }
        }
        return subjects;
    }

    private Set<String> pairsDrawn() {
        Set<String> subjects = new TreeSet<>();
        List<Map<String, Object>> all = all();
        for (int i = 0; i < rows(scheme, "buildings").size(); i++) {
            for (int j = i + 1; j < all.size(); j++) {
                if (within(together(all.get(i)), together(all.get(j)))) {
                    subjects.add(id(all.get(i)) + "|" + id(all.get(j)));
                }
            }
        }
        return subjects;
    }

    private Set<String> volumePairsDrawn() {
        Set<String> subjects = new TreeSet<>();
        List<Map<String, Object>> all = all();
        all.stream().filter(b -> !b.containsKey("volumes")).forEach(b -> subjects.add(id(b) + "?"));
        for (int i = 0; i < rows(scheme, "buildings").size(); i++) {
            for (int j = i + 1; j < all.size(); j++) {
                for (Map<String, Object> one : aboveGround(all.get(i))) {
                    for (Map<String, Object> other : aboveGround(all.get(j))) {
                        if (within(shape(one), shape(other))) {
                            subjects.add(id(all.get(i)) + "/" + id(one) + "|" + id(all.get(j)) + "/" + id(other));
                        }
                    }
                }
            }
        }
        return subjects;
    }

    private Set<String> gaps(String end) {
        Set<String> subjects = new TreeSet<>();
        rows(scheme, "gaps").forEach(gap -> subjects.add(gap.get("a") + "|" + gap.get("b") + end));
        return subjects;
    }

    private Set<String> indicators() {
        Set<String> subjects = new TreeSet<>();
        if (!drawn) {
            return subjects;
        }
        ids(rows(scheme, "parcels")).forEach(parcel -> subjects.add(parcel + "/area"));
        for (Map<String, Object> row : rows(scheme, "declared")) {
            Set<String> stated = new HashSet<>(INDICATORS);
            stated.retainAll(row.keySet());
            stated.forEach(item -> subjects.add(row.get("site") + "/" + item));
            if (stated.size() < INDICATORS.size()) {
                subjects.add(row.get("site") + "?");
            }
        }
        return subjects;
    }

    private boolean within(Geometry one, Geometry other) {
        return one == null || other == null || one.distance(other) <= reach;
    }

    /** Null where a footprint above ground is not given. */
    private static Geometry together(Map<String, Object> building) {
        List<Geometry> shapes =
                aboveGround(building).stream().map(PlainSubjects::shape).toList();
        return shapes.isEmpty() || shapes.contains(null)
                ? null
                : shapes.get(0).getFactory().buildGeometry(shapes).union();
    }

    private static Geometry shape(Map<String, Object> volume) {
        try {
            return new WKTReader().read((String) volume.get("footprint"));
        } catch (ParseException broken) {
            throw new AssertionError(broken);
        }
    }

    private static List<Map<String, Object>> aboveGround(Map<String, Object> building) {
        return rows(building, "volumes").stream()
                .filter(volume -> !"BASEMENT".equals(volume.get("role")))
                .toList();
    }

    private static Set<String> ids(List<Map<String, Object>> rows) {
        Set<String> ids = new TreeSet<>();
        rows.forEach(row -> ids.add(id(row)));
        return ids;
    }

    private static String id(Map<String, Object> row) {
        return (String) row.get("id");
    }
}
