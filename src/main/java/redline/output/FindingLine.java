package redline.output;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import redline.check.CheckResult;
import redline.fact.Fact;
import redline.finding.Conclusion;
import redline.finding.Finding;
import redline.finding.Verdict;
import redline.measure.Reading;
import redline.quantity.Quantity;
import redline.quantity.Unit;
import redline.quantity.Value;
import redline.report.Answer;
import redline.report.BuildingFindings;
import redline.report.Numbered;
import redline.report.Reader;
import redline.report.Shown;
import redline.report.Words;
import redline.report.Xml;
import redline.requirement.Bound;

/**
 * A finding as files tell it: in words as the report has them, and in exact numbers. Texts are empty where there is nothing to say, numbers
 * null.
 *
 * @param number as the report prints it, 0 for none
 * @param group the group of the report that it stands in
 * @param building its name; empty where the finding is about none or several
 * @param value in {@code unit}, null for terms
 * @param limit the same
 * @param margin in {@code marginUnit}, negative where the rule is broken
 */
record FindingLine(
        int number,
        Finding finding,
        String verdict,
        String group,
        String title,
        String subject,
        String building,
        String measured,
        BigDecimal value,
        String required,
        String comparator,
        BigDecimal limit,
        String unit,
        BigDecimal margin,
        String marginUnit,
        String marginText,
        String says,
        String clause,
        String grade,
        String how,
        String standing,
        Optional<Place> place) {
    /** How many times its limit a distance is far. */
    private static final double FAR = 2;
    /** The same where the limit is not known, m. */
    private static final double FAR_UNBOUNDED = 25;

    private static final char GAP = '\u00a0';

    /** Numbered ones in their order, then the others in the order of the result. */
    static List<FindingLine> of(CheckResult result, Words words) {
        Writer writer = new Writer(result, words);
        return result.findings().stream()
                .map(writer::line)
                .sorted(Comparator.comparing(line -> line.number == 0 ? Integer.MAX_VALUE : line.number))
                .toList();
    }

    /** Of the value and of what is beside it: as many as the report shows, since they show what was decided. */
    static int decimals(String shown) {
        int point = shown.indexOf('.');
        int end = point + 1;
        while (point >= 0 && end < shown.length() && Character.isDigit(shown.charAt(end))) {
            end++;
        }
        return point < 0 ? 0 : end - point - 1;
    }

    /** Two, of whole things none; more where it takes them to show that there is a difference. */
    int marginDecimals() {
        if (margin == null || marginUnit.isEmpty() && quantity().unit() == Unit.COUNT) {
            return 0;
        }
        int decimals = 2;
        while (decimals < 8
                && margin.signum() != 0
                && margin.setScale(decimals, java.math.RoundingMode.HALF_UP).signum() == 0) {
            decimals++;
        }
        return decimals;
    }

    Verdict judged() {
        return finding.verdict();
    }

    String rule() {
        return finding.rule().id();
    }

    private Quantity quantity() {
        return Answer.unitOf(finding);
    }

    /** Whether it is a distance so much longer than asked that the plan leaves it out: it says nothing and crosses everything. */
    boolean far() {
        boolean distance = place.filter(at -> at.measured() && at.shape().getDimension() == 1)
                        .isPresent()
                && quantity() != null
                && quantity().unit() == Unit.METRE;
        if (!distance || judged() == Verdict.VIOLATION) {
            return false;
        }
        double length = place.orElseThrow().shape().getLength();
        return limit == null ? length > FAR_UNBOUNDED : length > FAR * limit.doubleValue();
    }

    private String sign() {
        return verdict.substring(0, verdict.indexOf(' '));
    }

    /** {@code ×3}, the sign alone where it has no number. */
    String mark() {
        return sign() + (number == 0 ? "" : String.valueOf(number));
    }

    private static final class Writer {
        private final Words words;
        private final Reader reader;
        private final Numbered numbered;
        private final BuildingFindings buildings;
        private final Places places;
        private final Map<String, String> names = new HashMap<>();

        Writer(CheckResult result, Words words) {
            this.words = words;
            this.reader = new Reader(words);
            this.numbered = new Numbered(result);
            this.buildings = BuildingFindings.of(result);
            this.places = new Places(result, buildings);
            for (Fact fact : result.record().facts()) {
                if (fact instanceof Fact.Building building && building.id() != null) {
                    names.put(building.id(), words.of(building.subject().name()));
                }
            }
        }

        FindingLine line(Finding finding) {
            Answer answer = Answer.of(finding);
            Quantity quantity = Answer.unitOf(finding);
            Unit unit = quantity == null ? Unit.NONE : quantity.unit();
            Unit marginUnit =
                    answer.marginUnit() == null || answer.marginUnit() == Unit.NONE ? unit : answer.marginUnit();
            Bound bound = answer.required();
            BigDecimal value = answer.measure() != null && answer.measure().reading() instanceof Reading.Known known
                    ? number(known.value(), unit)
                    : null;
            List<String> how = new ArrayList<>(List.of(reader.provenance(finding)));
            how.addAll(reader.formula(finding));
            how.removeIf(String::isBlank);
            String building = places.building(finding);
            boolean asks = finding.verdict() != Verdict.NOT_APPLICABLE;
            return new FindingLine(
                    numbered.number(finding),
                    finding,
                    words.get("icon." + finding.verdict()) + " "
                            + words.of(finding.verdict().title()),
                    words.get("group." + group(finding)),
                    words.of(finding.rule().title()),
                    plain(reader.subject(finding)),
                    building == null ? "" : plain(names.getOrDefault(building, building)),
                    asks ? plain(reader.measured(finding)) : "",
                    value,
                    asks ? plain(reader.required(finding)) : "",
                    bound == null ? "" : bound.comparator().sign(),
                    bound == null ? null : number(bound.value(), unit),
                    value == null && (bound == null || number(bound.value(), unit) == null) ? "" : symbol(unit),
                    answer.margin() == null ? null : Shown.inShownUnit(answer.margin(), marginUnit),
                    answer.margin() == null ? "" : symbol(marginUnit),
                    plain(reader.margin(finding)),
                    plain(says(finding)),
                    plain(reader.clause(finding)),
                    reader.grade(finding),
                    plain(String.join(words.get("semicolon"), how)),
                    plain(reader.standing(finding.rule())),
                    places.of(finding));
        }

        /** The rule's own sentence of what is broken, what to say of it otherwise. */
        private String says(Finding finding) {
            return finding.verdict() == Verdict.VIOLATION ? reader.sentence(finding) : reader.say(finding);
        }

        private static BigDecimal number(Value value, Unit unit) {
            return value == null || value instanceof Value.Terms ? null : Shown.inShownUnit(Shown.number(value), unit);
        }

        private String symbol(Unit unit) {
            return unit == Unit.COUNT ? words.get("unit.count") : unit.symbol();
        }

        private static String plain(String text) {
            return Xml.allowed(text).replace(GAP, ' ').strip();
        }

        private static String group(Finding finding) {
            return switch (Conclusion.groupOf(finding)) {
                case MUST_CHANGE -> "must-change";
                case UNDETERMINED ->
                    switch (((Finding.Undetermined) finding).asked()) {
                        case APPLICANT -> "missing-fact";
                        case POLICY_STAFF -> "basis-open";
                        case REVIEWER -> "needs-judgement";
                        case DESIGNER -> "borderline";
                        case AUTHORITY -> "authority";
                    };
                case OTHER_AUTHORITY -> "other-authority";
                case LATER_STAGE -> "later-stage";
                case ADVICE -> "advice";
                case PASS -> "pass";
                case NOT_APPLICABLE -> "none";
            };
        }
    }
}
