package redline.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import redline.check.CheckResult;
import redline.fact.Fact;
import redline.finding.Finding;
import redline.finding.Verdict;
import redline.measure.Measure;
import redline.measure.Reading;
import redline.quantity.Quantity;
import redline.quantity.Value;
import redline.requirement.Bound;
import redline.scheme.Subject;

/**
 * The 面积计算表 worked out again (practice §3): area × count × each coefficient line by line, with the coefficients that the
 * rulebook asks and its clause, so that every square metre of the totals can be followed.
 */
public final class AreaTable {
    private static final int COEFFICIENT_DECIMALS = 2;

    private final CheckResult result;
    private final Words words;
    private final Shown shown;
    private final Reader reader;
    private final Map<String, List<Finding>> byElement = new HashMap<>();

    public AreaTable(CheckResult result, Words words) {
        this.result = result;
        this.words = words;
        this.shown = new Shown(words);
        this.reader = new Reader(words);
        for (Finding finding : result.findings()) {
            if (finding.subject().kind() == Subject.Kind.AREA_ELEMENT && finding.verdict() != Verdict.NOT_APPLICABLE) {
                byElement
                        .computeIfAbsent(finding.subject().id(), id -> new ArrayList<>())
                        .add(finding);
            }
        }
    }

    /** In the order of the scheme; empty where no area table was supplied. */
    public List<ReportPage.AreaRow> rows() {
        List<ReportPage.AreaRow> rows = new ArrayList<>();
        for (Fact fact : result.record().facts()) {
            if (fact instanceof Fact.AreaElement element && element.id() != null) {
                rows.add(row(element));
            }
        }
        return rows;
    }

    /** What the lines come to, by site: the measured totals; nothing where none is known. */
    public List<ReportPage.AreaTotal> totals() {
        List<ReportPage.AreaTotal> totals = new ArrayList<>();
        for (Measure measure : result.record().measures()) {
            boolean total = measure.quantity() == Quantity.FLOOR_AREA_ABOVE
                    || measure.quantity() == Quantity.FLOOR_AREA_BELOW
                    || measure.quantity() == Quantity.FAR_FLOOR_AREA;
            if (total && measure.reading() instanceof Reading.Known known) {
                totals.add(new ReportPage.AreaTotal(
                        words.of(measure.subject().name()) + " · "
                                + words.of(measure.quantity().title()),
                        shown.value(known.value(), measure.quantity()),
                        words.of(known.provenance().title())));
            }
        }
        return totals;
    }

    private ReportPage.AreaRow row(Fact.AreaElement element) {
        BigDecimal times = product(decimal(element.area()), decimal(element.count()));
        List<Finding> said = byElement.getOrDefault(element.subject().id(), List.of());
        Verdict worst = said.stream()
                .map(Finding::verdict)
                .min(Comparator.naturalOrder())
                .orElse(Verdict.NOT_APPLICABLE);
        return new ReportPage.AreaRow(
                element.building() == null ? words.get("not-supplied") : element.building(),
                element.id(),
                element.belowGround() == null
                        ? words.get("not-supplied")
                        : words.get(element.belowGround() ? "areas.below" : "areas.above"),
                amount(decimal(element.area())),
                element.count() == null ? words.get("not-supplied") : shown.number(decimal(element.count()), 0),
                coefficient(decimal(element.areaCoefficient()), Quantity.AREA_COEFFICIENT, said),
                amount(product(times, decimal(element.areaCoefficient()))),
                coefficient(decimal(element.farCoefficient()), Quantity.FAR_COEFFICIENT, said),
                amount(product(times, decimal(element.farCoefficient()))),
                worst.name(),
                said.isEmpty()
                        ? words.get("areas.no-rule")
                        : words.get("icon." + worst) + Shown.GAP + words.of(worst.title()) + why(said, worst),
                said.stream()
                        .filter(finding -> finding.verdict() != Verdict.UNDETERMINED)
                        .map(reader::clause)
                        .filter(clause -> !clause.isEmpty())
                        .distinct()
                        .collect(Collectors.joining("; ")));
    }

    /** Why it is open, where it is. */
    private String why(List<Finding> said, Verdict worst) {
        if (worst != Verdict.UNDETERMINED) {
            return "";
        }
        return words.get(
                "bracketed",
                said.stream()
                        .map(Answer::of)
                        .filter(answer -> answer.cause() != null)
                        .map(answer -> words.of(answer.cause().title()))
                        .distinct()
                        .collect(Collectors.joining(words.get("list"))));
    }

    /** {@code 1.00}, and beside it what a rule asks where it is not that. */
    private String coefficient(BigDecimal stated, Quantity quantity, List<Finding> said) {
        String own = stated == null ? words.get("not-supplied") : written(stated);
        List<String> asked = new ArrayList<>();
        for (Finding finding : said) {
            Bound bound = Answer.of(finding).required();
            if (finding.rule().quantity() == quantity
                    && finding.verdict() == Verdict.VIOLATION
                    && bound != null
                    && bound.value() instanceof Value.Amount amount) {
                asked.add(bound.comparator().sign() + Shown.GAP + written(amount.number()));
            }
        }
        return asked.isEmpty()
                ? own
                : own
                        + words.get(
                                "bracketed", asked.stream().distinct().collect(Collectors.joining(words.get("list"))));
    }

    private String written(BigDecimal coefficient) {
        return shown.number(
                coefficient,
                Math.max(COEFFICIENT_DECIMALS, coefficient.stripTrailingZeros().scale()));
    }

    private String amount(BigDecimal area) {
        return area == null ? words.get("not-known") : shown.number(area, Quantity.FAR_FLOOR_AREA.decimals());
    }

    private static BigDecimal product(BigDecimal a, BigDecimal b) {
        return a == null || b == null ? null : a.multiply(b);
    }

    private static BigDecimal decimal(Double number) {
        return number == null ? null : BigDecimal.valueOf(number);
    }
}
