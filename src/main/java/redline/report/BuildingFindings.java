package redline.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import redline.check.CheckResult;
import redline.fact.Fact;
import redline.finding.Finding;
import redline.scheme.Subject;

/** Findings by the building they are about: the building itself, its volumes, and their distances to boundaries and lines. */
public final class BuildingFindings {
    private final Map<String, List<Finding>> byBuilding = new HashMap<>();
    private final Map<String, String> buildingOfSubject = new HashMap<>();
    private final Map<String, String> buildingOfVolume = new HashMap<>();

    private BuildingFindings() {}

    public static BuildingFindings of(CheckResult result) {
        BuildingFindings all = new BuildingFindings();
        Map<String, String> buildingOf = all.buildingOfSubject;
        for (Fact fact : result.record().facts()) {
            if (fact instanceof Fact.Building building && building.id() != null) {
                buildingOf.put(key(building.subject()), building.id());
            } else if (fact instanceof Fact.Volume volume) {
                buildingOf.put(key(volume.subject()), volume.building());
                all.buildingOfVolume.put(volume.id(), volume.building());
            } else if (fact instanceof Fact.BuildingSide side) {
                buildingOf.put(key(side.subject()), side.building());
            } else if (fact instanceof Fact.VolumeSide side) {
                buildingOf.put(key(side.subject()), side.building());
            } else if (fact instanceof Fact.VolumeLine line) {
                buildingOf.put(key(line.subject()), line.building());
            }
        }
        for (Finding finding : result.findings()) {
            String building = buildingOf.get(key(finding.subject()));
            if (building != null) {
                all.byBuilding
                        .computeIfAbsent(building, id -> new ArrayList<>())
                        .add(finding);
            }
        }
        return all;
    }

    /** The building that a shape of the plan belongs to: shapes are drawn by volume. */
    public String building(String outline) {
        return buildingOfVolume.getOrDefault(outline, outline);
    }

    /** The id of the building that it is about, null where it is about none or several. */
    public String building(Finding finding) {
        return buildingOfSubject.get(key(finding.subject()));
    }

    public List<Finding> about(String building) {
        return byBuilding.getOrDefault(building, List.of());
    }

    private static String key(Subject subject) {
        return subject.kind() + "/" + subject.id();
    }
}
