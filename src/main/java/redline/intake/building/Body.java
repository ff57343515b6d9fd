package redline.intake.building;

import java.util.ArrayList;
import java.util.List;

/**
 * One geometry of an object at one level of detail.
 *
 * @param type as the file names it: {@code Solid}
 * @param lod as written, null where the file does not say
 * @param solids each a list of shells, the outer one first; empty for mere surfaces
 * @param surfaces faces that bound no solid here
 */
record Body(String type, String lod, List<List<List<Face>>> solids, List<Face> surfaces) {

    List<Face> faces() {
        List<Face> all = new ArrayList<>(surfaces);
        solids.forEach(shells -> shells.forEach(all::addAll));
        return all;
    }
}
