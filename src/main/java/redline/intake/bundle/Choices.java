package redline.intake.bundle;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the person who hands in says beside the files. Everything may be null or empty: then it is as the files say, or it is asked for.
 *
 * @param name of the scheme
 * @param crs {@code EPSG:4549}
 * @param basis {@code drawing}, {@code itemised} or {@code table} for every family
 * @param units of drawings, by file
 * @param meanings of layers, before the table of layers
 * @param absent what there is none of, where no file shows any; what is not said stays unknown
 * @param frame west, south, east, north of the site plan in the units of the drawing, where a file holds several drawings
 */
public record Choices(
        String name,
        String crs,
        String basis,
        Map<String, DrawingUnit> units,
        Map<LayerChoice, Meaning> meanings,
        Frame frame,
        Set<String> absent) {

    /** What can be said to be none where no file shows any: {@code zones} of parcels, and lists of the scheme. */
    public static final List<String> MAY_BE_NONE = List.of(
            "zones",
            "surroundings",
            "controlLines",
            "facilities",
            "gaps",
            "fences",
            "projections",
            "roadEdges",
            "retainingWalls",
            "nearbyPoints",
            "fireNeighbours");

    /** Nothing is said to be none. */
    public Choices(
            String name,
            String crs,
            String basis,
            Map<String, DrawingUnit> units,
            Map<LayerChoice, Meaning> meanings,
            Frame frame) {
        this(name, crs, basis, units, meanings, frame, Set.of());
    }

    public record Frame(double west, double south, double east, double north) {}

    public static Choices none() {
        return new Choices(null, null, null, Map.of(), Map.of(), null);
    }

    public Choices withCrs(String other) {
        return new Choices(name, other, basis, units, meanings, frame, absent);
    }

    /** @param keys of {@link #MAY_BE_NONE}; others are left out */
    public Choices withNone(Set<String> keys) {
        Set<String> known = new TreeSet<>(keys);
        known.retainAll(MAY_BE_NONE);
        return new Choices(name, crs, basis, units, meanings, frame, known);
    }

    public Choices withName(String other) {
        return new Choices(other, crs, basis, units, meanings, frame, absent);
    }
}
