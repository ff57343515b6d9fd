package redline.scheme;

import java.util.Set;

/**
 * Where the judged number of each family comes from (design §4). Obligatory in the header, and never replaced by what happens to
 * be present: where the named source is absent, the number is unknown.
 *
 * <table>
 * <caption>What each source means to each family</caption>
 * <tr><th>family</th><th>DRAWING 图上量算</th><th>ITEMISED 明细表复算</th><th>TABLE 指标表申报</th></tr>
 * <tr><td>footprints</td><td>footprints of volumes; distances between drawn shapes</td><td>Σ 基底面积 of the building table;
 * distances stated in {@code gaps}</td><td>declared density and footprint; distances stated in {@code gaps}</td></tr>
 * <tr><td>floorAreas</td><td>outlines of area elements × count × coefficients</td><td>areas of area elements × count ×
 * coefficients</td><td>declared indicators</td></tr>
 * <tr><td>heights, also storeys and their uses</td><td>volumes: control heights or top; uses of storeys</td><td colspan="2">height
 * and main use of the building table</td></tr>
 * <tr><td>green</td><td>outlines × coefficient</td><td>areas × coefficient</td><td>declared green ratio</td></tr>
 * <tr><td>parking</td><td colspan="2">spaces of parking lots added up</td><td>declared spaces</td></tr>
 * </table>
 *
 * A scheme that is one indicator table says {@code basis: table}, which is TABLE in every family.
 *
 * @param written the layers that decide how is counted because the file writes them, be it as null: where PARKING_NEEDS is one,
 *     parking is counted from that table and not from land-use codes; where VEHICLE_SPACES is one, car spaces are converted;
 *     where SUN_WINDOWS is one, hours of sunlight are computed from the windows and not taken from the table
 */
public record Basis(
        Source footprints, Source floorAreas, Source heights, Source green, Source parking, Set<Layer> written) {
    public Basis(Source footprints, Source floorAreas, Source heights, Source green, Source parking) {
        this(footprints, floorAreas, heights, green, parking, Set.of());
    }

    /** The drawing, a table line by line (re-added), or the declared indicators as they stand. */
    public enum Source {
        DRAWING,
        ITEMISED,
        TABLE
    }

    public static Basis all(Source source) {
        return new Basis(source, source, source, source, source);
    }

    public Basis with(Set<Layer> layers) {
        return new Basis(footprints, floorAreas, heights, green, parking, layers);
    }

    /** Whether the layer is read at all: one that {@link Layer#decidesWhereWritten} only where the file writes it. */
    public boolean reads(Layer layer) {
        return !layer.decidesWhereWritten() || written.contains(layer);
    }
}
