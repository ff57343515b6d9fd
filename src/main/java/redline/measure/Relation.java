package redline.measure;

import java.util.List;
import redline.scheme.Access;
import redline.scheme.ControlLine;
import redline.scheme.Gap;
import redline.scheme.NearbyPoint;
import redline.scheme.Side;
import redline.scheme.Subject;

/**
 * Two things beside each other that are a subject of their own. {@code id} is null, and {@code lacks} names why, where one of the
 * two was not supplied; the part that was not supplied is null.
 */
public sealed interface Relation {
    String id();

    Subject subject();

    List<Missing> lacks();

    record BuildingSide(String id, Subject subject, PlacedBuilding building, Side side, List<Missing> lacks)
            implements Relation {}

    /** Of a volume above ground; basements keep other distances. */
    record VolumeSide(
            String id, Subject subject, PlacedBuilding building, PlacedVolume volume, Side side, List<Missing> lacks)
            implements Relation {}

    /** Of a volume above ground. */
    record VolumeLine(
            String id,
            Subject subject,
            PlacedBuilding building,
            PlacedVolume volume,
            ControlLine line,
            List<Missing> lacks)
            implements Relation {}

    /** Two buildings, {@code a} of the scheme; {@code facing} is null where one is null. */
    record Pair(String id, Subject subject, PlacedBuilding a, PlacedBuilding b, Facing facing, List<Missing> lacks)
            implements Relation {}

    /** Two volumes above ground of different buildings; {@code gaps} is what is stated of the two buildings. */
    record VolumePair(
            String id,
            Subject subject,
            PlacedBuilding buildingA,
            PlacedBuilding buildingB,
            PlacedVolume a,
            PlacedVolume b,
            Trace<List<Gap>> gaps,
            List<Missing> lacks)
            implements Relation {}

    /** Of a basement, or of a volume that may be one ({@code id} null). */
    record BasementSide(
            String id, Subject subject, PlacedBuilding building, PlacedVolume volume, Side side, List<Missing> lacks)
            implements Relation {}

    record AccessPoint(String id, Subject subject, Access access, NearbyPoint point, List<Missing> lacks)
            implements Relation {}

    /** {@code kind}: FARMLAND | ECO_RED_LINE | URBAN_BOUNDARY. */
    record SiteArea(String id, Subject subject, String parcel, String kind, List<Missing> lacks) implements Relation {}

    /** All facilities of one kind on a site. */
    record FacilityItem(String id, Subject subject, String site, String kind, List<Missing> lacks)
            implements Relation {}
}
