package redline.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import redline.check.SameThings.Thing;
import redline.check.SameThings.Tie;
import redline.fact.Fact;
import redline.fact.Outline;
import redline.fact.SchemeRecord;
import redline.scheme.Subject;

/** Which subject of a later round was which of an earlier one; what hangs on a building follows it. */
final class SubjectPairs {
    private static final Match SAME = new Match(Match.How.NUMBER, null);

    private final Map<String, Tie> ties = new HashMap<>();
    private final Set<String> known = new HashSet<>();

    /** @param ids under which it may have been there, for a pair both ways round */
    record Before(List<String> ids, Match match) {}

    private SubjectPairs() {}

    static SubjectPairs of(SchemeRecord earlier, SchemeRecord later) {
        SubjectPairs pairs = new SubjectPairs();
        // Coordinates of two systems, or of an unknown one, say nothing about who stands where.
        boolean comparable = earlier.crs() != null && earlier.crs().equals(later.crs());
        Buildings before = Buildings.of(earlier, comparable);
        Buildings now = Buildings.of(later, comparable);
        Map<String, Tie> buildings = SameThings.pair(before.buildings(), now.buildings());
        pairs.ties.putAll(buildings);
        now.buildings().forEach(building -> {
            pairs.known.add(building.id());
            List<Thing> volumes = now.volumesOf(building.id());
            volumes.forEach(volume -> pairs.known.add(building.id() + "/" + volume.id()));
            Tie tie = buildings.get(building.id());
            if (tie != null) {
                SameThings.pair(before.volumesOf(tie.earlier()), volumes)
                        .forEach((volume, own) -> pairs.ties.put(
                                building.id() + "/" + volume,
                                new Tie(
                                        tie.earlier() + "/" + own.earlier(),
                                        tie.match().and(own.match()))));
            }
        });
        return pairs;
    }

    /** Buildings of a record, and volumes by the number they have within their building. */
    private record Buildings(List<Thing> buildings, Map<String, List<Thing>> volumes) {
        static Buildings of(SchemeRecord record, boolean comparable) {
            Map<String, Geometry> outlines = new HashMap<>();
            if (comparable) {
                for (Outline outline : record.outlines()) {
                    if (outline.kind() == Outline.Kind.BUILDING
                            || outline.kind() == Outline.Kind.NEIGHBOUR
                            || outline.kind() == Outline.Kind.BASEMENT) {
                        outlines.put(outline.id(), outline.geometry());
                    }
                }
            }
            Map<String, List<Thing>> volumes = new LinkedHashMap<>();
            Map<String, List<Geometry>> aboveGround = new HashMap<>();
            for (Fact fact : record.facts()) {
                if (fact instanceof Fact.Volume volume && volume.id() != null) {
                    String within = volume.id().substring(volume.building().length() + 1);
                    Geometry outline = outlines.get(volume.id());
                    volumes.computeIfAbsent(volume.building(), id -> new ArrayList<>())
                            .add(new Thing(within, null, outline));
                    if (outline != null && !"BASEMENT".equals(volume.role())) {
                        aboveGround
                                .computeIfAbsent(volume.building(), id -> new ArrayList<>())
                                .add(outline);
                    }
                }
            }
            List<Thing> buildings = new ArrayList<>();
            for (Fact fact : record.facts()) {
                if (fact instanceof Fact.Building building && building.id() != null) {
                    List<Geometry> parts = aboveGround.get(building.id());
                    buildings.add(new Thing(
                            building.id(),
                            building.subject().name().zh(),
                            parts == null ? null : UnaryUnionOp.union(parts)));
                }
            }
            return new Buildings(buildings, volumes);
        }

        List<Thing> volumesOf(String building) {
            return volumes.getOrDefault(building, List.of());
        }
    }

    /** Empty where the subject was not there. */
    Optional<Before> before(Subject now) {
        String id = now.id();
        int bar = id.indexOf('|');
        return switch (now.kind()) {
            case BUILDING, VOLUME -> one(id, "");
            case BUILDING_SIDE, VOLUME_SIDE, VOLUME_LINE, BASEMENT_SIDE ->
                bar < 0 ? one(id, "") : one(id.substring(0, bar), id.substring(bar));
            case PAIR, VOLUME_PAIR -> bar < 0 ? one(id, "") : both(id.substring(0, bar), id.substring(bar + 1));
            case AREA_ELEMENT, SUNLIT_DWELLING, SUNLIT_ROOM, REPORTED_WINDOW -> numberedAfterBuilding(id);
            default -> Optional.of(new Before(List.of(id), SAME));
        };
    }

    private Optional<Before> one(String token, String rest) {
        Tie tie = tie(token);
        return tie == null ? Optional.empty() : Optional.of(new Before(List.of(tie.earlier() + rest), tie.match()));
    }

    private Optional<Before> both(String a, String b) {
        Tie first = tie(a);
        Tie second = tie(b);
        if (Objects.isNull(first) || Objects.isNull(second)) {
            return Optional.empty();
        }
        return Optional.of(new Before(
                List.of(first.earlier() + "|" + second.earlier(), second.earlier() + "|" + first.earlier()),
                first.match().and(second.match())));
    }

    /** Null where it is a building or a volume without a counterpart; all others keep their names. */
    private Tie tie(String token) {
        boolean notSupplied = token.endsWith("?");
        String owner = notSupplied ? token.substring(0, token.length() - 1) : token;
        Tie tie = ties.get(owner);
        if (tie != null) {
            return notSupplied ? new Tie(tie.earlier() + "?", tie.match()) : tie;
        }
        return known.contains(owner) ? null : new Tie(token, SAME);
    }

    /** 5#-302 becomes 3#-302 where 5# was 3#. */
    private Optional<Before> numberedAfterBuilding(String id) {
        String building = known.stream()
                .filter(one -> id.length() > one.length()
                        && id.startsWith(one)
                        && !Character.isLetterOrDigit(id.charAt(one.length())))
                .max(java.util.Comparator.comparingInt(String::length))
                .orElse(null);
        if (building == null) {
            return Optional.of(new Before(List.of(id), SAME));
        }
        return one(building, id.substring(building.length()));
    }
}
