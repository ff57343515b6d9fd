package redline.paper;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import redline.check.CheckResult;
import redline.finding.Conclusion;
import redline.finding.Conclusion.Group;
import redline.finding.Finding;

/**
 * The 修改意见 of a round as it follows from a check and the decisions on its findings: what the reviewer asked for (要求补正). What
 * else is broken stands in the letter at the end.
 *
 * @param waiting missing facts that the applicant could supply and that nobody decided on: they are not in the paper
 * @param held what would be in the paper, were its basis looked up
 */
public record ChangesDraft(
        List<Item> changes, List<Item> supplements, List<Item> advice, List<Finding> waiting, List<Held> held) {
    public ChangesDraft {
        changes = List.copyOf(changes);
        supplements = List.copyOf(supplements);
        advice = List.copyOf(advice);
        waiting = List.copyOf(waiting);
        held = List.copyOf(held);
    }

    /** @param lookedUp names of the values that were looked up in their source */
    public static ChangesDraft of(CheckResult result, List<Settled> settled, Set<String> lookedUp) {
        Sections sections = Sections.of(result, settled, lookedUp);
        List<Item> changes = sections.changes().stream()
                .filter(item -> settled.stream().anyMatch(one -> asks(one, item)))
                .toList();
        List<Held> held = sections.held().stream()
                .filter(one -> wanted(one.finding(), settled))
                .toList();
        return new ChangesDraft(changes, sections.supplements(), sections.advice(), sections.waiting(), held);
    }

    /** What is for another authority is not in this paper; what must be changed is where it was asked for; advice is in any case. */
    private static boolean wanted(Finding held, List<Settled> settled) {
        Group group = Conclusion.groupOf(held);
        return group == Group.MUST_CHANGE
                ? settled.stream().anyMatch(one -> one.as() == Settled.As.DEMANDED && one.isAbout(held))
                : group != Group.OTHER_AUTHORITY;
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
                waiting,
                held);
    }

    /** The parameters are those of {@link Changes}. */
    public Changes changes(CaseHeader header, Issue issue, int round, LocalDate by) {
        return new Changes(header, issue, round, changes, supplements, advice, by);
    }
}
