package redline.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import redline.check.CheckResult;
import redline.fact.Fact;
import redline.fact.Outline;
import redline.fact.SchemeRecord;
import redline.finding.Finding;
import redline.scheme.Subject;

/** Where findings are: what shows their measure, and the shapes of what they are about. */
final class Places {
    private final SchemeRecord record;
    private final Map<String, Outline> outlines = new HashMap<>();
    /** Ids of shapes by subject. */
    private final Map<String, Set<String>> shapes = new HashMap<>();

    Places(CheckResult result) {
        this.record = result.record();
        record.outlines().forEach(outline -> outlines.putIfAbsent(outline.id(), outline));
        Map<String, Set<String>> ofBuilding = new HashMap<>();
        for (Fact fact : record.facts()) {
            if (fact instanceof Fact.Volume volume && volume.id() != null && outlines.containsKey(volume.id())) {
                ofBuilding
                        .computeIfAbsent(volume.building(), id -> new LinkedHashSet<>())
                        .add(volume.id());
                put(volume.subject(), volume.id());
            }
        }
        for (Fact fact : record.facts()) {
            if (fact instanceof Fact.Building building) {
                put(building.subject(), parts(ofBuilding, building.id()));
            } else if (fact instanceof Fact.BuildingSide side) {
                put(side.subject(), parts(ofBuilding, side.building()));
            } else if (fact instanceof Fact.VolumeSide side) {
                put(side.subject(), side.volume());
            } else if (fact instanceof Fact.BasementSide side) {
                put(side.subject(), side.volume());
            } else if (fact instanceof Fact.VolumeLine line) {
                put(line.subject(), line.volume());
            } else if (fact instanceof Fact.Pair pair) {
                put(pair.subject(), parts(ofBuilding, pair.a()));
                put(pair.subject(), parts(ofBuilding, pair.b()));
            } else if (fact instanceof Fact.VolumePair pair) {
                put(pair.subject(), pair.a(), pair.b());
            }
        }
    }

    private static String[] parts(Map<String, Set<String>> ofBuilding, String building) {
        Set<String> parts = building == null ? Set.of() : ofBuilding.getOrDefault(building, Set.of(building));
        return parts.toArray(String[]::new);
    }

    private void put(Subject subject, String... ids) {
        for (String id : ids) {
            if (id != null && outlines.containsKey(id)) {
                shapes.computeIfAbsent(key(subject), key -> new LinkedHashSet<>())
                        .add(id);
            }
        }
    }

    /** Ids of the shapes of what a finding is about; none where that is not drawn. */
    Set<String> about(Finding finding) {
        return shapes.getOrDefault(key(finding.subject()), Set.of());
    }

    /** What shows the measure, else the shapes of what it is about; null where there is nothing to be seen. */
    Geometry of(Finding finding) {
        if (!PlanDrawing.besideItsLine(finding, record)) {
            return null;
        }
        Geometry shown = PlanDrawing.geometry(finding);
        if (shown != null) {
            return shown;
        }
        List<Geometry> parts = new ArrayList<>();
        about(finding).forEach(id -> parts.add(outlines.get(id).geometry()));
        return parts.isEmpty()
                ? null
                : parts.get(0).getFactory().createGeometryCollection(parts.toArray(Geometry[]::new));
    }

    private static String key(Subject subject) {
        return subject.kind() + "/" + subject.id();
    }
}
