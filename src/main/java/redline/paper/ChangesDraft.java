package redline.paper;

import java.time.LocalDate;
import java.util.List;
import redline.check.CheckResult;
import redline.finding.Conclusion.Group;
import redline.finding.Finding;

/**
 * The 修改意见 of a round as it follows from a check and the decisions on its findings: what the reviewer asked for (要求补正). What
 * else is broken stands in the letter at the end.
 *
 * @param waiting missing facts that the applicant could supply and that nobody decided on: they are not in the paper
 */
public record ChangesDraft(List<Item> changes, List<Item> supplements, List<Item> advice, List<Finding> waiting) {
    public ChangesDraft {
        changes = List.copyOf(changes);
        supplements = List.copyOf(supplements);
        advice = List.copyOf(advice);
        waiting = List.copyOf(waiting);
    }

    public static ChangesDraft of(CheckResult result, List<Settled> settled) {
        Sections sections = Sections.of(result, settled);
        List<Item> changes = sections.changes().stream()
                .filter(item -> settled.stream().anyMatch(one -> asks(one, item)))
                .toList();
        return new ChangesDraft(changes, sections.supplements(), sections.advice(), sections.waiting());
    }

    private static boolean asks(Settled decision, Item item) {
        return decision.as() == Settled.As.DEMANDED
                && decision.rule().equals(item.rule())
                && decision.kind() == item.kind()
                && decision.subject().equals(item.subject());
    }

    /** What the officer added stands after what the rules found; what is for another authority is not the applicant's to change. */
    public ChangesDraft with(List<Added> added) {
        return new ChangesDraft(
                Added.after(changes, added, Group.MUST_CHANGE),
                supplements,
                Added.after(advice, added, Group.ADVICE),
                waiting);
    }

    /** The parameters are those of {@link Changes}. */
    public Changes changes(CaseHeader header, Issue issue, int round, LocalDate by) {
        return new Changes(header, issue, round, changes, supplements, advice, by);
    }
}
