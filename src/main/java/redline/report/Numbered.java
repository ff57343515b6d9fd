package redline.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import redline.check.CheckResult;
import redline.finding.Asked;
import redline.finding.Conclusion.Group;
import redline.finding.Finding;
import redline.scheme.Subject;

/**
 * Numbers of findings. {@code number} is printed, on the plan as in the lists: 1, 2, … through all groups that ask for something,
 * in the order of the report; what complies or does not apply has none. {@code index} is the place in {@code CheckResult.findings}.
 */
public final class Numbered {
    private final Map<Key, Integer> numbers = new HashMap<>();
    private final Map<Key, Integer> indexes = new HashMap<>();

    private record Key(String rule, Subject.Kind kind, String subject) {}

    public Numbered(CheckResult result) {
        Grouped grouped = new Grouped(result.findings());
        List<Finding> ordered = new ArrayList<>();
        add(ordered, grouped.in(Group.MUST_CHANGE));
        for (Asked asked : Asked.values()) {
            add(ordered, grouped.undetermined(asked));
        }
        add(ordered, grouped.in(Group.OTHER_AUTHORITY));
        add(ordered, grouped.in(Group.LATER_STAGE));
        add(ordered, grouped.in(Group.ADVICE));
        ordered.forEach(finding -> numbers.put(key(finding), numbers.size() + 1));
        result.findings().forEach(finding -> indexes.put(key(finding), indexes.size()));
    }

    /** The printed number, 0 for none. */
    public int number(Finding finding) {
        return numbers.getOrDefault(key(finding), 0);
    }

    public int index(Finding finding) {
        return indexes.get(key(finding));
    }

    private static void add(List<Finding> ordered, List<Finding> group) {
        Clause.brokenFirst(group).forEach(clause -> ordered.addAll(clause.findings()));
    }

    private static Key key(Finding finding) {
        return new Key(
                finding.rule().id(), finding.subject().kind(), finding.subject().id());
    }
}
