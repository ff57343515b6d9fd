package redline.intake.bundle;

import java.util.List;

/**
 * One layer in the preview.
 *
 * @param shapes how many drawn things it has once blocks are in their place
 * @param polygons closed outlines among them
 * @param area of these, m²; in square units where the unit is not known
 * @param labels texts, some of them
 * @param scheme how many values of the scheme came from it
 */
public record LayerRow(
        String file,
        String layer,
        int shapes,
        int polygons,
        double area,
        List<String> labels,
        Meaning meaning,
        int scheme) {}
