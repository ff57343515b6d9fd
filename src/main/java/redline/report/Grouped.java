package redline.report;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import redline.finding.Asked;
import redline.finding.Conclusion;
import redline.finding.Finding;

/** Findings by the group of the report they stand in, in the order of the result; no finding is in two groups or in none. */
public final class Grouped {
    private final Map<Conclusion.Group, List<Finding>> byGroup = new EnumMap<>(Conclusion.Group.class);

    public Grouped(List<Finding> findings) {
        for (Conclusion.Group group : Conclusion.Group.values()) {
            byGroup.put(
                    group,
                    findings.stream()
                            .filter(finding -> Conclusion.groupOf(finding) == group)
                            .toList());
        }
    }

    public List<Finding> in(Conclusion.Group group) {
        return byGroup.get(group);
    }

    /** What is open and decides, by who has to answer it. */
    public List<Finding> undetermined(Asked asked) {
        return in(Conclusion.Group.UNDETERMINED).stream()
                .filter(finding -> ((Finding.Undetermined) finding).asked() == asked)
                .toList();
    }
}
