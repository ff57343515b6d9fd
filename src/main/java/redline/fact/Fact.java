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

    record ControlLine(String id, String kind, Double width) implements Fact {}

    record BuildingSide(String id, Subject subject, String building, String side, String parcel) implements About {}

    record VolumeSide(String id, Subject subject, String volume, String building, String side, String parcel)
            implements About {}

    record VolumeLine(String id, Subject subject, String volume, String building, String line, String kind)
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

    /** Floor area (m²) and dwellings of one use on one site: what parking is counted from. */
    record ParkingBase(String id, String site, String use, Double floorArea, Double dwellings) implements Fact {}

    /**
     * {@code use} lies within {@code within} (domain B.11): for each code of a building or parking base a row for each code that
     * contains it, itself included, and one for "ANY".
     */
    record UseWithin(String id, String use, String within) implements Fact {}

    /** A declared indicator that was also computed; {@code item} as in the scheme's declared table. */
    record Indicator(String id, Subject subject, String site, String item) implements About {}
}
