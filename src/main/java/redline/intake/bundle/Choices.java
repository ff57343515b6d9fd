package redline.intake.bundle;

import java.util.Map;

/**
 * What the person who hands in says beside the files. Everything may be null or empty: then it is as the files say, or it is asked for.
 *
 * @param name of the scheme
 * @param crs {@code EPSG:4549}
 * @param basis {@code drawing}, {@code itemised} or {@code table} for every family
 * @param units of drawings, by file
 * @param meanings of layers, before the table of layers
 * @param frame west, south, east, north of the site plan in the units of the drawing, where a file holds several drawings
 */
public record Choices(
        String name,
        String crs,
        String basis,
        Map<String, DrawingUnit> units,
        Map<LayerChoice, Meaning> meanings,
        Frame frame) {

    public record Frame(double west, double south, double east, double north) {}

    public static Choices none() {
        return new Choices(null, null, null, Map.of(), Map.of(), null);
    }

    public Choices withCrs(String other) {
        return new Choices(name, other, basis, units, meanings, frame);
    }

    public Choices withName(String other) {
        return new Choices(other, crs, basis, units, meanings, frame);
    }
}
