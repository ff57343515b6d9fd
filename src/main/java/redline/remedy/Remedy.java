package redline.remedy;

import java.util.List;
import redline.finding.Finding;
import redline.finding.Verdict;
import redline.quantity.Text;
import redline.scheme.Subject;

/**
 * The answer to one violation.
 *
 * @param violation as it was found
 * @param tried whether there was something to try: not for words, nor where the number of trials was used up
 * @param change the smallest that was found to cure it; null where none was
 * @param broken what complied and no longer does with the change, or was broken and is worse; empty where the change breaks nothing
 */
public record Remedy(Finding.Judged violation, boolean tried, Change change, List<Broken> broken) {
    /** Another finding that gets worse, and what becomes of it. */
    public record Broken(String rule, Text title, Subject subject, Verdict verdict) {
        static Broken of(Finding finding) {
            return new Broken(finding.rule().id(), finding.rule().title(), finding.subject(), finding.verdict());
        }
    }

    public Remedy {
        broken = List.copyOf(broken);
    }

    static Remedy of(Finding.Judged violation, Change change, List<Finding> broken) {
        return new Remedy(
                violation, true, change, broken.stream().map(Broken::of).toList());
    }

    static Remedy inVain(Finding.Judged violation) {
        return new Remedy(violation, true, null, List.of());
    }

    static Remedy untried(Finding.Judged violation) {
        return new Remedy(violation, false, null, List.of());
    }

    /** Whether the one change is enough. */
    public boolean isEnough() {
        return change != null && broken.isEmpty();
    }
}
