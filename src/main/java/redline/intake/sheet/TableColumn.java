package redline.intake.sheet;

/** What a column of a table says, or a row of the table of indicators. {@code key} names it in {@code templates/upload/table-words.csv}. */
public enum TableColumn {
    // what the words of a table of indicators stand above
    TITLE("title", Kind.TEXT),
    ITEM("item", Kind.TEXT),
    UNIT("unit", Kind.TEXT),
    VALUE("value", Kind.TEXT),
    LIMIT("limit", Kind.TEXT),
    // all tables
    NUMBER("number", Kind.TEXT),
    REMARKS("remarks", Kind.TEXT),
    BUILDING("building", Kind.TEXT),
    NAME("name", Kind.TEXT),
    USE("use", Kind.TEXT),
    /** The title inside a table that the rows below it stand under, such as 非机动车. */
    BLOCK("block", Kind.TEXT),
    // areas
    SITE_AREA("siteArea", Kind.AREA),
    FLOOR_AREA("floorArea", Kind.AREA),
    FLOOR_AREA_ABOVE("floorAreaAbove", Kind.AREA),
    FLOOR_AREA_BELOW("floorAreaBelow", Kind.AREA),
    FAR_FLOOR_AREA("farFloorArea", Kind.AREA),
    RESIDENTIAL_AREA("residentialArea", Kind.AREA),
    COMMERCIAL_AREA("commercialArea", Kind.AREA),
    OTHER_AREA("otherArea", Kind.AREA),
    OPEN_STOREY_AREA("openStoreyArea", Kind.AREA),
    ROOF_ROOM_AREA("roofRoomArea", Kind.AREA),
    FOOTPRINT("footprint", Kind.AREA),
    GREEN_AREA("greenArea", Kind.AREA),
    // ratios
    FAR("far", Kind.NUMBER),
    DENSITY("density", Kind.SHARE),
    GREEN_RATIO("greenRatio", Kind.SHARE),
    // buildings
    HEIGHT("height", Kind.LENGTH),
    GROUND("ground", Kind.LENGTH),
    /** Above and below in one cell, 18/1; read into the two following. */
    STOREYS("storeys", Kind.TEXT),
    STOREYS_ABOVE("storeysAbove", Kind.COUNT),
    STOREYS_BELOW("storeysBelow", Kind.COUNT),
    FIRE_GRADE("fireGrade", Kind.TEXT),
    DWELLINGS("dwellings", Kind.COUNT),
    PERSONS("persons", Kind.COUNT),
    // calculation of areas
    STOREY("storey", Kind.TEXT),
    PART("part", Kind.TEXT),
    AREA("area", Kind.AREA),
    COUNT("count", Kind.COUNT),
    AREA_COEFFICIENT("areaCoefficient", Kind.NUMBER),
    FAR_COEFFICIENT("farCoefficient", Kind.NUMBER),
    IN_FOOTPRINT("inFootprint", Kind.TEXT),
    // parking
    MOTOR_SPACES("motorSpaces", Kind.COUNT),
    MOTOR_SPACES_ABOVE("motorSpacesAbove", Kind.COUNT),
    MOTOR_SPACES_BELOW("motorSpacesBelow", Kind.COUNT),
    NON_MOTOR_SPACES("nonMotorSpaces", Kind.COUNT),
    NON_MOTOR_SPACES_ABOVE("nonMotorSpacesAbove", Kind.COUNT),
    NON_MOTOR_SPACES_BELOW("nonMotorSpacesBelow", Kind.COUNT),
    BASE("base", Kind.TEXT),
    QUANTITY("quantity", Kind.NUMBER),
    RATE("rate", Kind.TEXT),
    RATE_SOURCE("rateSource", Kind.TEXT),
    COMPUTED("computed", Kind.NUMBER),
    REQUIRED("required", Kind.COUNT),
    PROVIDED("provided", Kind.COUNT),
    PROVIDED_ABOVE("providedAbove", Kind.COUNT),
    PROVIDED_BELOW("providedBelow", Kind.COUNT),
    BALANCE("balance", Kind.NUMBER),
    VEHICLE("vehicle", Kind.TEXT),
    FACTOR("factor", Kind.NUMBER),
    SIZE("size", Kind.TEXT),
    ROOMS("rooms", Kind.COUNT),
    SEATS("seats", Kind.COUNT),
    BEDS("beds", Kind.COUNT),
    CLASSES("classes", Kind.COUNT),
    STAFF("staff", Kind.COUNT),
    // dwelling types
    DWELLING_TYPE("dwellingType", Kind.TEXT),
    UNIT_AREA("unitArea", Kind.AREA),
    IN_SUITE_AREA("inSuiteArea", Kind.AREA),
    SHARE("share", Kind.SHARE),
    // facilities
    FACILITY("facility", Kind.TEXT),
    HANDED_OVER("handedOver", Kind.TEXT),
    // sunlight
    DWELLING("dwelling", Kind.TEXT),
    WINDOW("window", Kind.TEXT),
    ROOM("room", Kind.TEXT),
    FACING("facing", Kind.TEXT),
    SILL("sill", Kind.LENGTH),
    STRETCHES_BEFORE("stretchesBefore", Kind.TEXT),
    HOURS_BEFORE("hoursBefore", Kind.HOURS),
    STRETCHES_AFTER("stretchesAfter", Kind.TEXT),
    HOURS_AFTER("hoursAfter", Kind.HOURS),
    CHANGE("change", Kind.TEXT),
    VERDICT("verdict", Kind.TEXT),
    TAKER("taker", Kind.TEXT);

    /** What is written below: areas in m², lengths in m, shares of 1, times in hours. */
    public enum Kind {
        TEXT,
        NUMBER,
        COUNT,
        AREA,
        LENGTH,
        SHARE,
        HOURS
    }

    private final String key;
    private final Kind kind;

    TableColumn(String key, Kind kind) {
        this.key = key;
        this.kind = kind;
    }

    public String key() {
        return key;
    }

    public Kind kind() {
        return kind;
    }
}
