package redline.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import redline.check.CheckResult;
import redline.finding.Finding;
import redline.finding.Verdict;
import redline.measure.Measure;
import redline.measure.Reading;
import redline.quantity.Quantity;
import redline.quantity.Unit;
import redline.quantity.Value;
import redline.requirement.Bound;
import redline.requirement.Certainty;
import redline.requirement.Requirement;
import redline.scheme.Declared;
import redline.scheme.Subject;

/**
 * The 规划指标校核表 (practice §5): one row for each quantity that was measured or bounded of a parcel, sub-zone or the scheme, with
 * the applicant's number beside the checked one. Several rules on one quantity share a row that shows the worst.
 */
public final class IndicatorTable {
    private final CheckResult result;
    private final Words words;
    private final Shown shown;
    private final Reader reader;
    private final List<Subject> sites;

    public IndicatorTable(CheckResult result, Words words) {
        this.result = result;
        this.words = words;
        this.shown = new Shown(words);
        this.reader = new Reader(words);
        this.sites = Stream.concat(
                        result.record().measures().stream()
                                .filter(measure -> isIndicator(measure.quantity(), measure.subject()))
                                .map(Measure::subject),
                        result.findings().stream()
                                .filter(finding -> isIndicator(finding.rule().quantity(), finding.subject()))
                                .map(Finding::subject))
                .distinct()
                .toList();
    }

    private record Key(Quantity quantity, Subject subject) {}

    public List<ReportPage.IndicatorRow> rows() {
        Map<Key, List<Finding>> rows = new LinkedHashMap<>();
        for (Measure measure : result.record().measures()) {
            if (isIndicator(measure.quantity(), measure.subject())) {
                rows.put(new Key(measure.quantity(), measure.subject()), new ArrayList<>());
            }
        }
        for (Finding finding : result.findings()) {
            Quantity quantity = finding.rule().quantity();
            if (isIndicator(quantity, finding.subject())) {
                rows.computeIfAbsent(new Key(quantity, finding.subject()), key -> new ArrayList<>())
                        .add(finding);
            }
        }
        return rows.entrySet().stream()
                .filter(entry -> worthARow(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing((Map.Entry<Key, List<Finding>> entry) ->
                                sites.indexOf(entry.getKey().subject()))
                        .thenComparing(entry -> entry.getKey().quantity()))
                .map(entry -> row(entry.getKey(), entry.getValue()))
                .toList();
    }

    /**
     * What nothing bounds is left to the list of what does not apply, but for the quantities of the indicator table itself, of
     * the parcel or where they are declared.
     */
    private boolean worthARow(Key key, List<Finding> findings) {
        boolean bounded = findings.stream().anyMatch(finding -> finding.verdict() != Verdict.NOT_APPLICABLE);
        boolean ofTheTable = key.quantity().compareTo(Quantity.FAR_ABOVE) < 0;
        return bounded || ofTheTable && (sites.indexOf(key.subject()) == 0 || declared(key.subject()) != null);
    }

    private static boolean isIndicator(Quantity quantity, Subject subject) {
        return quantity != null
                && (subject.kind() == Subject.Kind.PARCEL || subject.kind() == Subject.Kind.SCHEME)
                && quantity.unit() != Unit.TERM
                && quantity.compareTo(Quantity.TOTAL_AREA_DIFFERENCE) < 0;
    }

    private ReportPage.IndicatorRow row(Key key, List<Finding> findings) {
        Quantity quantity = key.quantity();
        Finding worst =
                findings.stream().min(Comparator.comparing(Finding::verdict)).orElse(null);
        Reading.Known known = known(key);
        Declared declared = declared(key.subject());
        BigDecimal stated = declared == null ? null : stated(declared, quantity);
        return new ReportPage.IndicatorRow(
                sites.size() > 1 ? words.of(key.subject().name()) : "",
                words.of(quantity.title()),
                quantity.unit() == Unit.COUNT
                        ? words.get("unit.count")
                        : quantity.unit().symbol(),
                required(findings, quantity),
                stated == null ? words.get("not-supplied") : plain(stated, quantity),
                known == null ? words.get("not-known") : bare(measured(worst, known, quantity), quantity),
                difference(stated, known, quantity),
                worst == null ? words.get("none") : said(worst),
                worst == null ? Verdict.NOT_APPLICABLE.name() : worst.verdict().name(),
                worst == null
                        ? words.get("not-required")
                        : words.get("icon." + worst.verdict())
                                + " "
                                + words.of(worst.verdict().title()),
                worst == null ? words.get("none") : source(worst),
                known == null ? words.get("none") : words.of(known.provenance().title()));
    }

    private Reading.Known known(Key key) {
        return result.record().measures().stream()
                .filter(measure -> measure.quantity() == key.quantity()
                        && measure.subject().equals(key.subject()))
                .map(Measure::reading)
                .filter(Reading.Known.class::isInstance)
                .map(Reading.Known.class::cast)
                .findFirst()
                .orElse(null);
    }

    private String measured(Finding worst, Reading.Known known, Quantity quantity) {
        Bound bound = worst == null ? null : Answer.of(worst).required();
        return bound == null
                ? shown.value(known.value(), quantity)
                : shown.pair(known.value(), bound, quantity).measured();
    }

    /** {@code 1.00 ~ 1.35}, {@code ≤ 40.00}; what only may apply stands behind it, each once, and is said to. */
    private String required(List<Finding> findings, Quantity quantity) {
        BigDecimal lower = null;
        BigDecimal upper = null;
        List<String> others = new ArrayList<>();
        Set<String> possible = new LinkedHashSet<>();
        for (Finding finding : findings) {
            for (Requirement requirement : finding.requirements()) {
                Bound bound = requirement.bound();
                boolean certain = requirement.certainty() instanceof Certainty.Certain;
                if (!certain || bound.value() == null) {
                    possible.add(bare(shown.bound(bound, quantity), quantity));
                    continue;
                }
                BigDecimal limit = Shown.number(bound.value());
                switch (bound.comparator()) {
                    case AT_LEAST, AT_LEAST_IN_TOTAL -> lower = lower == null ? limit : lower.max(limit);
                    case AT_MOST -> upper = upper == null ? limit : upper.min(limit);
                    case EQUAL, ONE_OF -> others.add(bare(shown.bound(bound, quantity), quantity));
                }
            }
        }
        if (lower != null && upper != null) {
            others.add(0, written(lower, quantity) + " ~ " + written(upper, quantity));
        } else if (lower != null) {
            others.add(0, "≥" + Shown.GAP + written(lower, quantity));
        } else if (upper != null) {
            others.add(0, "≤" + Shown.GAP + written(upper, quantity));
        }
        if (!possible.isEmpty()) {
            others.add(words.get("possible-bound", String.join(words.get("list"), possible)));
        }
        return others.isEmpty() ? words.get("none") : String.join(words.get("semicolon"), others);
    }

    private String written(BigDecimal limit, Quantity quantity) {
        Bound bound = new Bound(redline.requirement.Comparator.EQUAL, new Value.Amount(limit));
        return bare(shown.bound(bound, quantity), quantity).substring(2);
    }

    /** Without its unit, which stands in a column of its own. */
    private String bare(String text, Quantity quantity) {
        String unit = quantity.unit() == Unit.COUNT
                ? words.get("unit.count")
                : quantity.unit().symbol();
        return unit.isEmpty() || !text.endsWith(Shown.GAP + unit)
                ? text
                : text.substring(0, text.length() - unit.length() - 1);
    }

    private Declared declared(Subject subject) {
        List<Declared> all = result.record().declared();
        return all == null
                ? null
                : all.stream()
                        .filter(one -> subject.id().equals(one.site()))
                        .findFirst()
                        .orElse(null);
    }

    private static BigDecimal stated(Declared declared, Quantity quantity) {
        return switch (quantity) {
            case FAR -> declared.far();
            case FAR_FLOOR_AREA -> declared.farFloorArea();
            case FLOOR_AREA_ABOVE -> declared.floorAreaAbove();
            case FLOOR_AREA_BELOW -> declared.floorAreaBelow();
            case COMMERCIAL_AREA -> declared.commercialArea();
            case BUILDING_DENSITY -> declared.density();
            case GREEN_RATIO -> declared.greenRatio();
            case PARKING_MOTOR -> declared.motorSpaces();
            case PARKING_NON_MOTOR -> declared.nonMotorSpaces();
            default -> null;
        };
    }

    /** The declared number with the decimals it was declared with. */
    private String plain(BigDecimal stated, Quantity quantity) {
        BigDecimal inUnit = Shown.inShownUnit(stated, quantity.unit());
        return shown.number(inUnit, Math.max(0, inUnit.scale()));
    }

    /** Declared less checked, at the decimals of the declared number; nothing where the checked value is the declared one. */
    private String difference(BigDecimal stated, Reading.Known known, Quantity quantity) {
        if (stated == null || known == null || known.provenance() == redline.measure.Provenance.DECLARED) {
            return words.get("none");
        }
        int decimals = Math.max(0, stated.scale());
        BigDecimal checked = Shown.number(known.value()).setScale(decimals, RoundingMode.HALF_UP);
        BigDecimal difference = stated.subtract(checked);
        return difference.signum() == 0
                ? words.get("no-difference")
                : (difference.signum() > 0 ? "+" : "") + plain(difference, quantity);
    }

    private String said(Finding finding) {
        if (finding instanceof Finding.Undetermined open) {
            return words.of(open.cause().title());
        }
        String margin = reader.margin(finding);
        return margin.isEmpty() ? reader.say(finding) : margin;
    }

    private String source(Finding finding) {
        String source = reader.source(finding, "");
        return source.isEmpty() ? words.get("none") : source;
    }
}
