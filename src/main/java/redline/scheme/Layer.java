package redline.scheme;

import java.util.Arrays;

/** The simple layers of a scheme file. A layer that was not supplied is unknown; an empty one is known to hold nothing. */
public enum Layer {
    FIRE_LANES("fireLanes", FireLane.class, Subject.Kind.FIRE_LANE),
    LADDER_AREAS("ladderAreas", LadderArea.class, Subject.Kind.LADDER_AREA),
    SITE_ROADS("siteRoads", SiteRoad.class, Subject.Kind.SITE_ROAD),
    GARAGE_RAMPS("garageRamps", GarageRamp.class, Subject.Kind.GARAGE_RAMP),
    OPEN_LOTS("openLots", OpenLot.class, Subject.Kind.OPEN_LOT),
    FENCES("fences", Fence.class, Subject.Kind.FENCE),
    NEARBY_POINTS("nearbyPoints", NearbyPoint.class, Subject.Kind.ACCESS_POINT),
    CONCENTRATED_GREENS("concentratedGreens", ConcentratedGreen.class, Subject.Kind.CONCENTRATED_GREEN),
    PROJECTIONS("projections", Projection.class, Subject.Kind.PROJECTION),
    ROAD_EDGES("roadEdges", RoadEdge.class, Subject.Kind.ROAD_EDGE),
    RETAINING_WALLS("retainingWalls", RetainingWall.class, Subject.Kind.RETAINING_WALL),
    FIRE_NEIGHBOURS("fireNeighbours", FireNeighbour.class, Subject.Kind.FIRE_NEIGHBOUR),
    SUNLIT_DWELLINGS("sunlitDwellings", SunlitDwelling.class, Subject.Kind.SUNLIT_DWELLING),
    SUNLIT_ROOMS("sunlitRooms", SunlitRoom.class, Subject.Kind.SUNLIT_ROOM),
    SUN_WINDOWS("sunWindows", SunWindow.class, Subject.Kind.SUNLIT_DWELLING),
    REPORTED_WINDOWS("sunReport", ReportedWindow.class, Subject.Kind.REPORTED_WINDOW),
    SUN_OBSTACLES("sunObstacles", SunObstacle.class, Subject.Kind.BUILDING),
    PLANNED_LANDS("plannedLands", PlannedLand.class, Subject.Kind.PLANNED_LAND),
    BUILDING_DETAILS("buildingDetails", BuildingDetail.class, Subject.Kind.BUILDING),
    SITE_DETAILS("siteDetails", SiteDetail.class, Subject.Kind.PARCEL),
    DWELLING_TYPES("dwellingTypes", DwellingType.class, Subject.Kind.DWELLING_TYPE),
    PARKING_NEEDS("parkingNeeds", ParkingNeed.class, Subject.Kind.PARCEL),
    VEHICLE_SPACES("vehicleSpaces", VehicleSpaces.class, Subject.Kind.VEHICLE_SPACES),
    SIDE_DETAILS("sideDetails", SideDetail.class, Subject.Kind.SIDE),
    FARMLAND("farmland", Farmland.class, Subject.Kind.SITE_AREA),
    ECO_RED_LINES("ecoRedLines", EcoRedLine.class, Subject.Kind.SITE_AREA),
    URBAN_BOUNDARIES("urbanBoundaries", UrbanBoundary.class, Subject.Kind.SITE_AREA);

    private final String key;
    private final Class<? extends Element> element;
    private final Subject.Kind subject;

    Layer(String key, Class<? extends Element> element, Subject.Kind subject) {
        this.key = key;
        this.element = element;
        this.subject = subject;
    }

    /** The key in the scheme file. */
    public String key() {
        return key;
    }

    /** The record of one element. */
    public Class<? extends Element> element() {
        return element;
    }

    /** What is measured by an element: itself, the building, site or side that it supplements, or a relation that it is part of. */
    public Subject.Kind subject() {
        return subject;
    }

    /** The layer of that record, or null where it is none. */
    public static Layer of(Class<?> element) {
        return Arrays.stream(values())
                .filter(layer -> layer.element == element)
                .findFirst()
                .orElse(null);
    }

    /** Whether an element's id names a building, site or side: a row that says more of it. */
    public boolean supplements() {
        return this == BUILDING_DETAILS || this == SITE_DETAILS || this == SIDE_DETAILS;
    }

    /** Whether a file that does not write the layer, not even as null, asks for another way of counting instead. */
    public boolean decidesWhereWritten() {
        return this == PARKING_NEEDS || this == VEHICLE_SPACES || this == SUN_WINDOWS;
    }
}
