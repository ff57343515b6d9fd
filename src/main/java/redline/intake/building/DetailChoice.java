package redline.intake.building;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import redline.intake.file.Troubles;
import redline.quantity.Text;

/** Of several levels of detail a building gives its highest; only geometries with faces count. */
final class DetailChoice {
    private final Boxes boxes;
    private final Troubles troubles;

    DetailChoice(Boxes boxes, Troubles troubles) {
        this.boxes = boxes;
        this.troubles = troubles;
    }

    /** The chosen geometries of a building; none where it has no faces. */
    record Chosen(String lod, List<Body> bodies) {

        /** A footprint or roof print alone (LoD 0) has no height. */
        boolean upright() {
            return rank(lod) < 0 || rank(lod) >= 1;
        }
    }

    /** A part that lacks the highest level gives its own highest; the building's own geometry below that level would repeat its parts. */
    Chosen of(Part own, List<Part> parts) {
        List<Part> family = new ArrayList<>(parts);
        family.add(own);
        String highest = highest(family);
        List<Body> chosen = new ArrayList<>(at(own, highest));
        for (Part part : parts) {
            List<Body> best = at(part, highest);
            if (best.isEmpty()) {
                best = best(part);
                if (!best.isEmpty()) {
                    String lod = best.get(0).lod();
                    troubles.add(
                            part.from(),
                            new Text(
                                    "没有 LoD " + highest + "，取自己最高的 LoD " + lod,
                                    "Has no LoD " + highest + "; its own highest, LoD " + lod + ", is taken"),
                            CityWords.SAME_LOD);
                }
            }
            chosen.addAll(best);
        }
        return new Chosen(highest, chosen);
    }

    /** Its own geometries at its own highest level. */
    List<Body> best(Part part) {
        return at(part, highest(List.of(part)));
    }

    /** With solids at that level, mere surfaces of the same level repeat them. */
    private List<Body> at(Part part, String lod) {
        List<Body> all = part.bodies().stream()
                .filter(boxes::has)
                .filter(body -> Objects.equals(body.lod(), lod))
                .toList();
        List<Body> solid = all.stream().filter(body -> !body.solids().isEmpty()).toList();
        return solid.isEmpty() ? all : solid;
    }

    private String highest(List<Part> family) {
        String highest = null;
        for (Part part : family) {
            for (Body body : part.bodies()) {
                if (boxes.has(body) && rank(body.lod()) > rank(highest)) {
                    highest = body.lod();
                }
            }
        }
        return highest;
    }

    private static double rank(String lod) {
        var number = Plain.number(lod);
        return lod == null ? -2 : number == null ? -1 : number.doubleValue();
    }
}
