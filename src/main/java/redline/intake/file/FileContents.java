package redline.intake.file;

import java.util.List;
import java.util.SortedMap;
import redline.quantity.Text;

/**
 * What was found in one file. Lengths, areas and extents are in the file's own units, except that what is drawn in degrees is measured on
 * the ellipsoid, in m and m².
 *
 * @param version of the format, null where the file does not say
 * @param encoding of its texts, null where it has none
 * @param crs {@code EPSG:4549}, null where the file does not say
 * @param refused nothing of it may be used; the complaints say why
 */
public record FileContents(
        String file,
        String format,
        String version,
        String encoding,
        String crs,
        List<Layer> layers,
        List<Value> values,
        List<Trouble> complaints,
        boolean refused) {

    /**
     * @param entities how many of each type
     * @param polygons closed outlines; {@code area} is the sum of theirs
     * @param extent west, south, east, north; null where nothing is drawn
     */
    public record Layer(
            String name,
            SortedMap<String, Integer> entities,
            int polygons,
            double area,
            double length,
            List<Double> extent) {}

    /** @param from where it stands: a header variable, a cell, an entity */
    public record Value(String path, String value, String from) {}

    /** @param where a line, a layer, a cell; empty for the file as a whole */
    public record Trouble(String where, Text what, Text remedy) {}

    /** The same file, of which something else is told. */
    public FileContents with(List<Value> told, List<Trouble> wrong) {
        return new FileContents(file, format, version, encoding, crs, layers, told, wrong, refused);
    }

    /** Refused as a whole. */
    public static FileContents refused(String file, String format, String version, Text what, Text remedy) {
        return refused(file, format, version, new Trouble("", what, remedy));
    }

    public static FileContents refused(String file, String format, String version, Trouble why) {
        return new FileContents(file, format, version, null, null, List.of(), List.of(), List.of(why), true);
    }
}
