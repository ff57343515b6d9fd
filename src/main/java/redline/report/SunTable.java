package redline.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import redline.finding.Conclusion;
import redline.finding.Finding;
import redline.finding.Verdict;
import redline.measure.Sunlight.HomeRow;
import redline.quantity.Quantity;
import redline.quantity.Value;
import redline.requirement.Bound;
import redline.scheme.Subject;
import redline.sun.WindowSun;

/**
 * The 日照户表: every window before and after, with who shades it, and what the findings about its dwelling come to. The standard is
 * the governing bound of the dwelling's finding; where there is none, or it is open, the table says 待核实 and nothing else.
 *
 * @param rows windows in their order
 * @param foot over dwellings and rooms
 */
public record SunTable(List<Row> rows, Foot foot) {
    private static final Set<Quantity> HOURS =
            EnumSet.of(Quantity.SUN_HOURS, Quantity.SUN_HOURS_SECOND, Quantity.SUN_HOURS_WINTER);
    private static final int DENOISED = 6;

    /** What the scheme does to a window or dwelling, held against the standard of its finding. */
    public enum Change {
        /** 由满足变为不满足. */
        TURNED,
        /** 原已不满足且再降低. */
        WORSE,
        /** 原已不满足,未再降低. */
        WAS_BELOW,
        /** 降低但仍满足. */
        REDUCED,
        /** 未降低. */
        UNCHANGED,
        /** Reduced, and no standard to hold it against. */
        LESS
    }

    /**
     * @param standard the bound in words, empty where there is none
     * @param windowVerdict of the window alone, {@code dwellingVerdict} that of the finding
     * @param takers who stands in the way afterwards, most hours first
     */
    public record Row(
            SunLine line,
            Change change,
            String standard,
            Verdict windowVerdict,
            Verdict dwellingVerdict,
            Change dwellingChange,
            List<WindowSun.Taker> takers) {
        /** Whether a reader wants to see it first. */
        public boolean striking() {
            return dwellingVerdict != Verdict.PASS && dwellingVerdict != Verdict.NOT_APPLICABLE
                    || windowVerdict == Verdict.VIOLATION
                    || change != Change.UNCHANGED;
        }
    }

    /**
     * Dwellings and rooms: all, that meet the standard afterwards, that do not, that are open, and of those that do not, which did
     * before; {@code reduced} keep it with less, {@code worse} did not meet it before and have less.
     */
    public record Foot(int dwellings, int met, int notMet, int open, int turned, int reduced, int worse) {}

    public SunTable {
        rows = List.copyOf(rows);
    }

    /** Windows that changed or fail, or whose dwelling is open. */
    public List<Row> striking() {
        return rows.stream().filter(Row::striking).toList();
    }

    public List<Row> others() {
        return rows.stream().filter(row -> !row.striking()).toList();
    }

    static SunTable of(List<Finding> all, List<SunLine> lines, List<HomeRow> homes) {
        Map<String, List<Finding>> findings = new HashMap<>();
        for (Finding finding : all) {
            if (HOURS.contains(finding.rule().quantity())) {
                findings.computeIfAbsent(key(finding.subject()), k -> new ArrayList<>())
                        .add(finding);
            }
        }
        return of(lines, findings, homes.stream().collect(Collectors.toMap(HomeRow::id, home -> home)));
    }

    private static String key(Subject subject) {
        return subject.kind() + "/" + subject.id();
    }

    private static SunTable of(List<SunLine> lines, Map<String, List<Finding>> findings, Map<String, HomeRow> homes) {
        Map<String, List<SunLine>> dwellings = new LinkedHashMap<>();
        lines.forEach(line -> dwellings
                .computeIfAbsent(key(line.dwelling()), k -> new ArrayList<>())
                .add(line));
        Map<String, Change> changes = new HashMap<>();
        Map<String, Finding> deciding = new HashMap<>();
        dwellings.forEach((dwelling, of) -> {
            Finding finding = deciding(findings.getOrDefault(dwelling, List.of()));
            deciding.put(dwelling, finding);
            changes.put(dwelling, change(homes.get(of.get(0).dwelling().id()), finding));
        });
        List<Row> rows = new ArrayList<>();
        for (SunLine line : lines) {
            String dwelling = key(line.dwelling());
            rows.add(row(line, deciding.get(dwelling), changes.get(dwelling)));
        }
        return new SunTable(rows, foot(deciding, changes));
    }

    /** The worst of what binds; of what does not where nothing binds; null for none. */
    private static Finding deciding(List<Finding> findings) {
        return findings.stream()
                .min(Comparator.comparing((Finding finding) -> finding.verdict() == Verdict.NOT_APPLICABLE)
                        .thenComparing(finding -> Conclusion.groupOf(finding) == Conclusion.Group.ADVICE)
                        .thenComparing(Finding::verdict))
                .orElse(null);
    }

    private static Row row(SunLine line, Finding finding, Change dwelling) {
        BigDecimal limit = limit(finding);
        Verdict verdict = finding == null ? Verdict.UNDETERMINED : finding.verdict();
        List<WindowSun.Taker> takers = line.sun() == null
                ? List.of()
                : line.sun().takers().stream()
                        .sorted(Comparator.comparingDouble(
                                        (WindowSun.Taker taker) -> taker.when().hours())
                                .reversed())
                        .toList();
        return new Row(
                line,
                line.sun() == null || !line.beforeKnown()
                        ? Change.UNCHANGED
                        : change(
                                line.sun().hoursBefore(),
                                line.sun().hoursAfter(),
                                finding instanceof Finding.Judged ? limit : null),
                limit == null ? "" : bound(finding).comparator().sign() + Shown.GAP + SunText.limit(limit),
                window(line, finding, limit),
                verdict,
                dwelling,
                takers);
    }

    /** Of a window by itself only where the finding about its dwelling was judged. */
    private static Verdict window(SunLine line, Finding finding, BigDecimal limit) {
        if (finding != null && finding.verdict() == Verdict.NOT_APPLICABLE) {
            return Verdict.NOT_APPLICABLE;
        }
        if (!(finding instanceof Finding.Judged) || limit == null || line.sun() == null) {
            return Verdict.UNDETERMINED;
        }
        return meets(line.sun().hoursAfter(), limit) ? Verdict.PASS : Verdict.VIOLATION;
    }

    private static boolean meets(double hours, BigDecimal limit) {
        return denoised(hours).compareTo(limit) >= 0;
    }

    private static BigDecimal denoised(double hours) {
        return BigDecimal.valueOf(hours).setScale(DENOISED, RoundingMode.HALF_UP);
    }

    /** By the hours that were computed of the whole dwelling, of its second room where the finding is about that. */
    private static Change change(HomeRow home, Finding finding) {
        if (home == null) {
            return Change.UNCHANGED;
        }
        boolean second = finding != null && finding.rule().quantity() == Quantity.SUN_HOURS_SECOND;
        BigDecimal before = second ? home.secondBefore() : home.hoursBefore();
        BigDecimal after = second ? home.secondAfter() : home.hoursAfter();
        return before == null || after == null
                ? Change.UNCHANGED
                : change(
                        before.doubleValue(),
                        after.doubleValue(),
                        finding instanceof Finding.Judged ? limit(finding) : null);
    }

    private static Change change(double before, double after, BigDecimal limit) {
        boolean less = denoised(after).compareTo(denoised(before)) < 0;
        if (limit == null) {
            return less ? Change.LESS : Change.UNCHANGED;
        }
        if (!meets(before, limit)) {
            return less ? Change.WORSE : Change.WAS_BELOW;
        }
        return !less ? Change.UNCHANGED : meets(after, limit) ? Change.REDUCED : Change.TURNED;
    }

    private static Bound bound(Finding finding) {
        return finding == null ? null : Answer.of(finding).required();
    }

    /** Hours of the governing bound, null where there is none that says "at least". */
    private static BigDecimal limit(Finding finding) {
        Bound bound = bound(finding);
        return bound != null
                        && bound.comparator() == redline.requirement.Comparator.AT_LEAST
                        && bound.value() instanceof Value.Amount amount
                ? amount.number()
                : null;
    }

    private static Foot foot(Map<String, Finding> deciding, Map<String, Change> changes) {
        int met = 0;
        int notMet = 0;
        int open = 0;
        for (Finding finding : deciding.values()) {
            Verdict verdict = finding == null ? Verdict.UNDETERMINED : finding.verdict();
            switch (verdict) {
                case PASS -> met++;
                case VIOLATION -> notMet++;
                case UNDETERMINED -> open++;
                case NOT_APPLICABLE -> {}
            }
        }
        return new Foot(
                deciding.size(),
                met,
                notMet,
                open,
                count(changes, Change.TURNED),
                count(changes, Change.REDUCED),
                count(changes, Change.WORSE));
    }

    private static int count(Map<String, Change> changes, Change which) {
        return (int) changes.values().stream().filter(which::equals).count();
    }
}
