package redline.remedy;

import java.util.List;
import redline.finding.Finding;

/**
 * The answer to one violation.
 *
 * @param violation as it was found
 * @param tried whether there was something to try: not for words, nor where the number of trials was used up
 * @param change the smallest that was found to cure it; null where none was
 * @param broken what complied and no longer does with the change, or was broken and is worse; empty where the change breaks nothing
 */
public record Remedy(Finding.Judged violation, boolean tried, Change change, List<Finding> broken) {
    public Remedy {
        broken = List.copyOf(broken);
    }

    static Remedy of(Finding.Judged violation, Change change, List<Finding> broken) {
        return new Remedy(violation, true, change, broken);
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
