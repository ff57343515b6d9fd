package redline.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * Pairs the things of two rounds, each with at most one of the other: by number, then by name, then by the largest overlap of more
 * than one half. The same pairs come out whichever round is called the earlier one.
 */
final class SameThings {
    private static final double ENOUGH = 0.5;
    /** 3, 3#, 3号楼, 03幢 are one number. */
    private static final Pattern NUMBERED = Pattern.compile("0*(\\d+)\\s*[#＃号]?\\s*[楼栋幢]?");

    private final Map<String, Tie> ties = new HashMap<>();

    /** @param outline null where it is not drawn, or not to be compared */
    record Thing(String id, String name, Geometry outline) {}

    /** A thing of the earlier round. */
    record Tie(String earlier, Match match) {}

    private record Overlap(Thing earlier, Thing later, double share) {}

    private SameThings() {}

    /** By the id of the later one; what has no counterpart is not in it. */
    static Map<String, Tie> pair(List<Thing> earlier, List<Thing> later) {
        SameThings same = new SameThings();
        List<Thing> before = new ArrayList<>(earlier);
        List<Thing> now = new ArrayList<>(later);
        same.by(Thing::id, Match.How.NUMBER, before, now);
        same.by(thing -> number(thing.id()), Match.How.NUMBER, before, now);
        same.by(Thing::name, Match.How.NAME, before, now);
        same.byOverlap(before, now);
        return Map.copyOf(same.ties);
    }

    private static String number(String id) {
        Matcher numbered = NUMBERED.matcher(id);
        return numbered.matches() ? numbered.group(1) : null;
    }

    /** Where several of one round have the same mark it marks none of them. */
    private void by(Function<Thing, String> mark, Match.How how, List<Thing> before, List<Thing> now) {
        Map<String, Thing> marked = onlyOnes(mark, before);
        onlyOnes(mark, now).forEach((text, later) -> {
            Thing earlier = marked.get(text);
            if (earlier != null) {
                ties.put(later.id(), new Tie(earlier.id(), new Match(how, null)));
                before.remove(earlier);
                now.remove(later);
            }
        });
    }

    private static Map<String, Thing> onlyOnes(Function<Thing, String> mark, List<Thing> things) {
        Map<String, List<Thing>> marked = things.stream()
                .filter(thing -> mark.apply(thing) != null)
                .collect(Collectors.groupingBy(mark, LinkedHashMap::new, Collectors.toList()));
        Map<String, Thing> only = new LinkedHashMap<>();
        marked.forEach((text, all) -> {
            if (all.size() == 1) {
                only.put(text, all.get(0));
            }
        });
        return only;
    }

    private void byOverlap(List<Thing> before, List<Thing> now) {
        List<Overlap> overlaps = new ArrayList<>();
        for (Thing earlier : before) {
            for (Thing later : now) {
                double share = overlap(earlier.outline(), later.outline());
                if (share > ENOUGH) {
                    overlaps.add(new Overlap(earlier, later, share));
                }
            }
        }
        overlaps.sort(Comparator.comparingDouble(Overlap::share).reversed());
        for (Overlap overlap : overlaps) {
            if (before.contains(overlap.earlier()) && now.contains(overlap.later())) {
                Match match = new Match(Match.How.OVERLAP, overlap.share());
                ties.put(overlap.later().id(), new Tie(overlap.earlier().id(), match));
                before.remove(overlap.earlier());
                now.remove(overlap.later());
            }
        }
    }

    /** Area of the intersection by area of the union; 0 where one of them is not drawn. */
    private static double overlap(Geometry a, Geometry b) {
        if (Objects.isNull(a) || Objects.isNull(b) || !a.getEnvelopeInternal().intersects(b.getEnvelopeInternal())) {
            return 0;
        }
        double both = OverlayNGRobust.overlay(a, b, OverlayNG.INTERSECTION).getArea();
        double either = a.getArea() + b.getArea() - both;
        return either > 0 ? both / either : 0;
    }
}
