package redline.intake.building;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import redline.intake.file.Troubles;
import redline.quantity.Text;

/** The faces of one member of the model by the ids of what holds them: links point at a polygon or at a whole surface. */
final class GmlFaces {
    private final List<Face> all = new ArrayList<>();
    private final Map<String, int[]> ranges = new HashMap<>();
    private final Troubles troubles;
    private int linked;
    private int lost;

    GmlFaces(Troubles troubles) {
        this.troubles = troubles;
    }

    /** Starts the next member; what was linked so far still counts towards the limit. */
    void clear() {
        all.clear();
        ranges.clear();
        lost = 0;
    }

    int size() {
        return all.size();
    }

    void add(Face face) {
        all.add(face);
    }

    /** What was added since then is what this id names. */
    void name(String id, int since) {
        if (id != null && all.size() > since) {
            ranges.putIfAbsent(id, new int[] {since, all.size()});
        }
    }

    List<Face> of(List<GmlPart.Item> items) {
        List<Face> faces = new ArrayList<>();
        for (GmlPart.Item item : items) {
            int[] range = item.link() == null ? null : ranges.get(item.link());
            if (item.face() != null) {
                faces.add(item.face());
            } else if (range == null || linked + range[1] - range[0] > Limits.MOST_COPIES) {
                lost++;
            } else {
                linked += range[1] - range[0];
                for (Face face : all.subList(range[0], range[1])) {
                    faces.add(item.turned() ? face.reversed() : face);
                }
            }
        }
        return faces;
    }

    void tell(String from) {
        if (lost > 0) {
            troubles.add(
                    from,
                    new Text(
                            lost + " 个 xlink 引用的面在这个对象里找不到，没有计入",
                            lost + " surfaces that xlinks point at are not found in this object; they are left out"),
                    CityWords.LINKS);
        }
    }
}
