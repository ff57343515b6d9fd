package redline.workshop;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import redline.casefile.StoredCase;

/** Counts the cases that could not be judged and keeps the first of them by number. */
final class FailedCases {
    private final int most;
    private final Map<FailedCase.Why, Long> counts = new EnumMap<>(FailedCase.Why.class);
    private final TreeSet<FailedCase> kept = new TreeSet<>(Comparator.comparing(FailedCase::number));

    FailedCases(int most) {
        this.most = most;
    }

    synchronized void add(StoredCase stored, FailedCase.Why why, String detail) {
        counts.merge(why, 1L, Long::sum);
        kept.add(new FailedCase(stored.number(), stored.project(), why, detail == null ? "" : detail));
        if (kept.size() > most) {
            kept.pollLast();
        }
    }

    synchronized Map<FailedCase.Why, Long> counts() {
        return new EnumMap<>(counts);
    }

    synchronized List<FailedCase> kept() {
        return List.copyOf(kept);
    }
}
