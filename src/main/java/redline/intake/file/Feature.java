package redline.intake.file;

import java.util.SortedMap;
import org.locationtech.jts.geom.Geometry;

/**
 * One thing drawn or modelled in a file.
 *
 * @param layer as the file names it: a CAD layer, a table, a type of city object
 * @param from where it stands, for people: {@code handle 2F}, {@code row 3}, {@code Building b1}
 * @param shape its plan in the file's own coordinates and units, x east or as the file writes it first; arcs as chords within 1 mm; null
 *     where it has none
 * @param attributes under the file's own names, values as written; a label's text is {@code text}
 */
public record Feature(String layer, String from, Geometry shape, SortedMap<String, String> attributes) {}
