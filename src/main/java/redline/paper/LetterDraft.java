package redline.paper;

import java.util.List;
import java.util.Set;
import redline.check.CheckResult;
import redline.finding.Conclusion.Group;
import redline.finding.Finding;

/**
 * The 设计方案审查意见书 as it follows from a check and the decisions on its findings; people add the conclusion and the rest.
 *
 * @param waiting missing facts that the applicant could supply and that nobody decided on: they are not in the letter
 * @param held what would be in the letter, were its basis looked up
 */
public record LetterDraft(
        List<Basis> bases,
        List<IndexRow> indices,
        List<Item> changes,
        List<Item> supplements,
        List<Item> others,
        List<Item> advice,
        List<Finding> waiting,
        List<Held> held) {
    public LetterDraft {
        bases = List.copyOf(bases);
        indices = List.copyOf(indices);
        changes = List.copyOf(changes);
        supplements = List.copyOf(supplements);
        others = List.copyOf(others);
        advice = List.copyOf(advice);
        waiting = List.copyOf(waiting);
        held = List.copyOf(held);
    }

    /** @param lookedUp names of the values that were looked up in their source */
    public static LetterDraft of(CheckResult result, List<Settled> settled, Set<String> lookedUp) {
        Sections sections = Sections.of(result, settled, lookedUp);
        return new LetterDraft(
                BasisList.of(result, sections.told()),
                IndexRow.of(result, lookedUp),
                sections.changes(),
                sections.supplements(),
                sections.others(),
                sections.advice(),
                sections.waiting(),
                sections.held());
    }

    /** What the officer added stands after what the rules found. */
    public LetterDraft with(List<Added> added) {
        return new LetterDraft(
                bases,
                indices,
                Added.after(changes, added, Group.MUST_CHANGE),
                supplements,
                Added.after(others, added, Group.OTHER_AUTHORITY),
                Added.after(advice, added, Group.ADVICE),
                waiting,
                held);
    }

    /** The parameters are those of {@link Letter}. */
    public Letter letter(
            CaseHeader header,
            Issue issue,
            String outline,
            Ending ending,
            Display display,
            String validity,
            String next,
            List<String> annexes,
            String report) {
        return new Letter(
                header,
                issue,
                outline,
                bases,
                ending,
                indices,
                changes,
                supplements,
                others,
                advice,
                display,
                validity,
                next,
                annexes,
                report);
    }
}
