package redline.workshop;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.locationtech.jts.geom.Coordinate;
import redline.casefile.StoredCase;
import redline.finding.Finding;
import redline.finding.Verdict;
import redline.measure.Measure;
import redline.measure.Reading;
import redline.quantity.Unit;
import redline.requirement.Bound;
import redline.requirement.RuleInfo;
import redline.scheme.Subject;

/** Adds up what differs, case by case, from several threads; keeps the first flips in their order and no more. */
final class Tally {
    /** What differs in one case. */
    record OfCase(boolean sameByNature, long answers, long boundsChanged, List<Flip> flips) {
        static final OfCase SAME_BY_NATURE = new OfCase(true, 0, 0, List.of());

        static OfCase of(StoredCase stored, String crs, List<Finding> before, List<Finding> after) {
            TreeMap<Key, Pair> answers = new TreeMap<>(Key.ORDER);
            before.forEach(finding -> answers.put(Key.of(finding), new Pair(finding, null)));
            after.forEach(finding -> answers.merge(
                    Key.of(finding), new Pair(null, finding), (was, is) -> new Pair(was.before, is.after)));
            List<Flip> flips = new ArrayList<>();
            long boundsChanged = 0;
            for (Pair pair : answers.values()) {
                if (!Objects.equals(verdict(pair.before), verdict(pair.after))) {
                    flips.add(pair.flip(stored, crs));
                } else if (!Objects.equals(governing(pair.before), governing(pair.after))) {
                    boundsChanged++;
                }
            }
            return new OfCase(false, answers.size(), boundsChanged, flips);
        }
    }

    private record Key(String rule, Subject.Kind kind, String subject) {
        static final Comparator<Key> ORDER =
                Comparator.comparing(Key::rule).thenComparing(Key::kind).thenComparing(Key::subject);

        static Key of(Finding finding) {
            return new Key(
                    finding.rule().id(),
                    finding.subject().kind(),
                    finding.subject().id());
        }
    }

    /** Both answers; one of them may be null. */
    private record Pair(Finding before, Finding after) {
        Flip flip(StoredCase stored, String crs) {
            Finding any = after == null ? before : after;
            RuleInfo rule = any.rule();
            Measure measure = measure(after) == null ? measure(before) : measure(after);
            Finding.Judged judged = after instanceof Finding.Judged one ? one : null;
            BigDecimal margin = judged == null ? null : judged.margin();
            Unit unit = judged == null ? null : judged.marginUnit();
            return new Flip(
                    stored.number(),
                    stored.project(),
                    stored.parcelCode(),
                    rule.id(),
                    rule.title(),
                    any.subject(),
                    verdict(before),
                    verdict(after),
                    rule.quantity(),
                    measure != null && measure.reading() instanceof Reading.Known known ? known.value() : null,
                    governing(before),
                    governing(after),
                    margin,
                    unit,
                    place(measure, crs));
        }
    }

    private final int most;
    private final TreeSet<Flip> kept = new TreeSet<>(Flip.ORDER);
    private final TreeMap<Flip.Kind, Long> kinds = new TreeMap<>();
    private long judged;
    private long sameByNature;
    private long answers;
    private long flips;
    private long flippedCases;
    private long boundsChanged;

    Tally(int most) {
        this.most = most;
    }

    synchronized void add(OfCase found) {
        if (found.sameByNature()) {
            sameByNature++;
            return;
        }
        judged++;
        answers += found.answers();
        boundsChanged += found.boundsChanged();
        flips += found.flips().size();
        flippedCases += found.flips().isEmpty() ? 0 : 1;
        for (Flip flip : found.flips()) {
            kinds.merge(flip.kind(), 1L, Long::sum);
            kept.add(flip);
            if (kept.size() > most) {
                kept.pollLast();
            }
        }
    }

    synchronized BackTestResult.Half result() {
        return new BackTestResult.Half(
                judged,
                sameByNature,
                answers,
                flips,
                flippedCases,
                boundsChanged,
                new TreeMap<>(kinds),
                List.copyOf(kept));
    }

    private static Verdict verdict(Finding finding) {
        return finding == null ? null : finding.verdict();
    }

    private static Bound governing(Finding finding) {
        if (finding instanceof Finding.Judged judged) {
            return judged.governing();
        }
        return finding instanceof Finding.Undetermined open ? open.governing() : null;
    }

    private static Measure measure(Finding finding) {
        if (finding instanceof Finding.Judged judged) {
            return judged.measure();
        }
        return finding instanceof Finding.Undetermined open ? open.measure() : null;
    }

    private static Flip.Place place(Measure measure, String crs) {
        if (measure == null || measure.evidence() == null || measure.evidence().geometry() == null) {
            return null;
        }
        Coordinate at = measure.evidence().geometry().getCoordinate();
        return at == null || crs == null ? null : new Flip.Place(crs, at.x, at.y);
    }
}
