package redline.fact;

import redline.scheme.Subject;

/** One published fact. The simple name of its record is its type in rule files. */
public sealed interface Fact {
    /** Unique within its type; null only for a fact that stands for what was not supplied. */
    String id();

    /** Facts that a rule may be about; {@link #subject()} is never null, also where the id is. */
    sealed interface About extends Fact {
        Subject subject();
    }

    /** A parcel (kind PARCEL) or a sub-zone (ZONE, parent = its parcel); {@code area} in m². */
    record Parcel(String id, Subject subject, String kind, String parent, String landUse, Double area)
            implements About {}

    /**
     * One bound of a conditions letter; names of {@code item} and {@code bound} as in {@code redline.scheme.ConditionLine}.
     * {@code side}, {@code beyond}, {@code heightClass}, {@code use} say "ANY" where the letter does not narrow. {@code letter} is
     * the letter's number as printed, its id where that is unknown. One fact for each side that a line names.
     */
    record Condition(
            String id,
            String site,
            String item,
            String bound,
            String side,
            String beyond,
            String heightClass,
            String use,
            Double value,
            Terms terms,
            String article,
            String letter)
            implements Fact {}

    /**
     * {@code useClass}: RESIDENTIAL | PUBLIC | INDUSTRIAL | STORAGE by the code of the main use; {@code height} in m as measured;
     * {@code standing} as in the scheme; {@code zone} is "NONE" where the parcel has no sub-zones.
     */
    record Building(
            String id,
            Subject subject,
            String parcel,
            String zone,
            String standing,
            String use,
            String useClass,
            Double height,
            Double storeys,
            Boolean singleStorey,
            Double fireGrade,
            String roof)
            implements About {}

    /**
     * {@code height}: top above the outdoor ground, m; {@code storeys}: storeys above ground within the volume (of a WHOLE volume
     * those of the building). The building's properties that rules ask of a part stand here too.
     */
    record Volume(
            String id,
            Subject subject,
            String building,
            String role,
            String parcel,
            String zone,
            String useClass,
            Boolean singleStorey,
            Double height,
            Double storeys)
            implements About {}

    record Side(String id, Subject subject, String parcel, String compass, String beyond, String road)
            implements About {}

    record Road(String id, String roadClass, Double width) implements Fact {}

    /** {@code grade} of a railway, highway or river; {@code voltage} of a power line in kV. */
    record ControlLine(String id, String kind, Double width, String grade, Double voltage) implements Fact {}

    /** {@code distance}: the measured setback, m. */
    record BuildingSide(String id, Subject subject, String building, String side, String parcel, Double distance)
            implements About {}

    /**
     * {@code face}: MAIN or GABLE, the stated face that looks to the side, its {@code faceWidth} in m; {@code distance}: the
     * measured setback, m.
     */
    record VolumeSide(
            String id,
            Subject subject,
            String volume,
            String building,
            String side,
            String parcel,
            String face,
            Double faceWidth,
            Double distance)
            implements About {}

    /** A basement beside a side of its parcel; {@code depth} from the outdoor ground to its bottom, m. */
    record BasementSide(
            String id, Subject subject, String volume, String building, String side, String parcel, Double depth)
            implements About {}

    /** An access and a point that it keeps a distance from. */
    record AccessPoint(String id, Subject subject, String access, String point, String parcel) implements About {}

    /** A parcel and the areas of one kind: FARMLAND | ECO_RED_LINE | URBAN_BOUNDARY. */
    record SiteArea(String id, Subject subject, String parcel, String kind) implements About {}

    /** All facilities of one kind on a site; {@code kind} as the letter or the scheme names it. */
    record FacilityItem(String id, Subject subject, String site, String kind) implements About {}

    /**
     * A figure of a site as measured or declared; {@code item} is the name of a quantity or DWELLINGS, {@code value} in its
     * inside unit.
     */
    record Figure(String id, String site, String item, Double value) implements Fact {}

    /**
     * Computed of a building: {@code leastStoreyHeight}, {@code greatestStoreyHeight} m, {@code footprint} m², {@code longSide}
     * m (of the smallest rectangle around it), {@code perimeter} m, {@code gableWidth} m (widest gable).
     */
    record BuildingShape(
            String id,
            String building,
            Double leastStoreyHeight,
            Double greatestStoreyHeight,
            Double footprint,
            Double longSide,
            Double perimeter,
            Double gableWidth)
            implements Fact {}

    /**
     * Of a building where the file writes windows for sunlight: whether what the scheme adds takes sun from its façades on the standard
     * day of dwellings ({@code taken}).
     */
    record SunRange(String id, String building, Boolean taken) implements Fact {}

    /** A line of the area table with what its coefficients hang on; {@code ground} of its building, m above datum. */
    record AreaElement(
            String id,
            Subject subject,
            String building,
            String parcel,
            String useClass,
            String use,
            Boolean belowGround,
            Double area,
            Double count,
            String form,
            Double storeyHeight,
            Double clearHeight,
            Boolean insideMain,
            Boolean enclosed,
            Double sillStep,
            Double projection,
            Boolean columns,
            Boolean railed,
            Double roofAboveGround,
            Double roofAboveRoads,
            Double ground,
            Double unitArea,
            Boolean processNeedsHeight,
            Double areaCoefficient,
            Double farCoefficient)
            implements About {}

    /** {@code face}: MAIN | GABLE, the stated face that looks to the line. */
    record VolumeLine(String id, Subject subject, String volume, String building, String line, String kind, String face)
            implements About {}

    /**
     * Two buildings within reach, a always of the scheme; {@code sideOfB}: where b lies seen from a (compass), {@code sideOfA}
     * the other way round; {@code facing}: MAIN_MAIN | MAIN_GABLE | GABLE_GABLE; {@code overlap}: facing length in m.
     */
    record Pair(
            String id,
            Subject subject,
            String a,
            String b,
            String parcel,
            String sideOfB,
            String sideOfA,
            String facing,
            Double overlap)
            implements About {}

    /**
     * Two above-ground volumes of different buildings within reach, with what the table of fire separations and its relaxations
     * ask: role of the volume; use class, single storey, fire grade and height (as measured) of the building it belongs to.
     */
    record VolumePair(
            String id,
            Subject subject,
            String a,
            String b,
            String buildingA,
            String buildingB,
            String roleA,
            String roleB,
            String useClassA,
            String useClassB,
            Boolean singleStoreyA,
            Boolean singleStoreyB,
            Double heightA,
            Double heightB,
            Double fireGradeA,
            Double fireGradeB,
            String fireWall,
            Boolean wallsNonCombustible,
            Boolean combustibleEaves,
            Boolean openingsFacing,
            Double openingShare,
            Boolean lowerRoofRated)
            implements About {}

    record Access(String id, Subject subject, String parcel, String compass, String road) implements About {}

    /**
     * Floor area (m²) and dwellings of one use on one site: what parking is counted from. {@code tabled}, always known: the file
     * holds a table of its own that says from what a parking standard counts ({@code ParkingNeed}).
     */
    record ParkingBase(String id, String site, String use, Double floorArea, Double dwellings, Boolean tabled)
            implements Fact {}

    /**
     * {@code use} lies within {@code within} (domain B.11): for each code of a building or parking base a row for each code that
     * contains it, itself included, and one for "ANY".
     */
    record UseWithin(String id, String use, String within) implements Fact {}

    /**
     * A code of GB 50137-2011 as the scheme writes it: {@code kind} PARCEL | CONDITION | BUILDING | AREA_ELEMENT, {@code of} the id of
     * the parcel, the {@link Condition}, the building (main use or a storey's) or the area element.
     */
    record OldCode(String id, String kind, String of, String code) implements Fact {}

    /** A declared indicator that was also computed; {@code item} as in the scheme's declared table. */
    record Indicator(String id, Subject subject, String site, String item) implements About {}

    // The simple layers: components as stated of redline.scheme.Element, numbers as double.

    record FireLane(
            String id,
            Subject subject,
            String parcel,
            Double clearWidth,
            Double clearHeight,
            Double slope,
            Double wallDistance,
            Double deadEndLength,
            Double turningSide,
            Double turningRadius,
            Boolean forHighRise,
            Boolean forHeavyTrucks,
            Boolean forLadderTrucks)
            implements About {}

    record LadderArea(
            String id,
            Subject subject,
            String parcel,
            String building,
            Double length,
            Double width,
            Double wallDistance,
            Double slope,
            Double podiumDepth,
            Double gap,
            Double obstructions)
            implements About {}

    record SiteRoad(
            String id,
            Subject subject,
            String parcel,
            String kind,
            Double lanes,
            Boolean inHousing,
            Boolean mainRoad,
            Double width,
            Double gradient,
            Double deadEndLength,
            Double turningSide,
            Double turningRadius)
            implements About {}

    record GarageRamp(
            String id,
            Subject subject,
            String parcel,
            String shape,
            Double slope,
            Double clearHeight,
            Double toRedLine,
            Double toSiteRoad,
            Double exitSpacing,
            Double nonMotorSpacing)
            implements About {}

    record OpenLot(
            String id,
            Subject subject,
            String parcel,
            String kind,
            Double spaces,
            Boolean oneWay,
            Double exits,
            Double exitSpacing,
            Double exitWidth)
            implements About {}

    record Fence(
            String id,
            Subject subject,
            String parcel,
            String kind,
            String side,
            Double height,
            Double setback,
            Double railwayDistance)
            implements About {}

    record NearbyPoint(
            String id,
            String parcel,
            String kind,
            String roadClass,
            Boolean exitArmWithMedian,
            Boolean branchToBranch,
            Boolean farthestEnd,
            String access,
            Double distance)
            implements Fact {}

    record ConcentratedGreen(String id, Subject subject, String parcel, Double area, Double width, Double sunlitShare)
            implements About {}

    record Projection(
            String id,
            Subject subject,
            String parcel,
            String building,
            String kind,
            Boolean approvedPublicWork,
            Boolean refurbishment,
            Double clearHeight,
            Double beyond,
            String side,
            Boolean columns,
            Boolean onPodium,
            Double intoSetback)
            implements About {}

    record RoadEdge(
            String id,
            Subject subject,
            String parcel,
            String building,
            String road,
            Boolean mainRoad,
            String face,
            Double distance)
            implements About {}

    record RetainingWall(String id, Subject subject, String parcel, String edge, Double height, Double toBuilding)
            implements About {}

    /** {@code kind}: PLANT_FENCE | SUBSTATION_10KV (packaged, up to 10 kV) | OPEN_FLAME; {@code building}: the one it is near to. */
    record FireNeighbour(String id, Subject subject, String parcel, String kind, String building) implements About {}

    /**
     * {@code halfBalconyArea}, computed: half of the areas of the balconies and bay windows of one dwelling, m²; {@code inSuiteArea}
     * of one dwelling, m².
     */
    record DwellingType(
            String id,
            Subject subject,
            String parcel,
            Double unitArea,
            Double inSuiteArea,
            Double count,
            Double halfBalconyArea)
            implements About {}

    record ParkingNeed(
            String id,
            String parcel,
            String use,
            String size,
            Double floorArea,
            Double rooms,
            Double seats,
            Double beds,
            Double classes,
            Double staff)
            implements Fact {}

    record VehicleSpaces(String id, Subject subject, String parcel, String vehicle, Double spaces, Double factor)
            implements About {}

    record BuildingDetail(
            String id,
            Double lifts,
            Double entryStorey,
            Double entryHeight,
            Double accessibleEntrances,
            Double fireLaneSides,
            Boolean ringImpossible,
            Double frontageLength,
            Double totalLength,
            Double firePassages,
            String hazard,
            String fireClass,
            Boolean crowded,
            Boolean important,
            Boolean servesPlant,
            Double faceWidth,
            Double mainRoadDistance,
            String kind,
            Boolean pointTower,
            Double roofRoomShare,
            Double roofRoomHeight,
            Double roofRoomTop,
            Double highestPoint,
            Boolean needsSun,
            Double sunLevel)
            implements Fact {}

    record SiteDetail(
            String id,
            String district,
            Boolean renewal,
            Boolean floodProne,
            Boolean crowded,
            Boolean inIndustrialPark,
            Boolean basementReduction,
            Boolean denseLayout,
            Double connectingRoads,
            String largestCommerce,
            String plotUse,
            Boolean heightControlled,
            Boolean unevenGround)
            implements Fact {}

    record SideDetail(String id, Double highRiseWidthShare, Boolean atJunction) implements Fact {}

    /** {@code standing}: of its building; {@code rooms}: how many living rooms and bedrooms; hours on the standard day. */
    record SunlitDwelling(
            String id,
            Subject subject,
            String parcel,
            String building,
            String standing,
            Double rooms,
            Double hoursBefore,
            Double hoursAfter)
            implements About {}

    /** {@code standing}: of its building; hours on the day of the winter solstice. */
    record SunlitRoom(
            String id,
            Subject subject,
            String parcel,
            String building,
            String standing,
            String kind,
            Double hoursBefore,
            Double hoursAfter)
            implements About {}

    /** {@code compass}: where it lies from the site. */
    record PlannedLand(String id, Subject subject, String parcel, String compass) implements About {}

    /**
     * A window of the applicant's sunlight report; {@code difference}: reported minus computed, h; {@code explained}: what else gives
     * the reported number, as in {@code redline.measure.SunReport.Explained}; {@code leftOut}: the building that the report seems to
     * leave out, or NONE.
     */
    record ReportedWindow(
            String id,
            Subject subject,
            String parcel,
            String window,
            Double hoursBefore,
            Double hoursAfter,
            Double difference,
            String explained,
            String leftOut)
            implements About {}

    /**
     * An article of a conditions letter; {@code valued}: whether a line of the letter names it. {@code letter} as in
     * {@link Condition}.
     */
    record Article(String id, Subject subject, String letter, String number, Boolean valued) implements About {}
}
