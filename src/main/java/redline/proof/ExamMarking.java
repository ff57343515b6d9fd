package redline.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import redline.check.CheckResult;
import redline.finding.Finding;
import redline.finding.Verdict;
import redline.measure.Measure;
import redline.measure.Missing;
import redline.measure.Reading;
import redline.proof.ExamResult.Mark;
import redline.proof.ExamResult.Standing;
import redline.quantity.Quantity;
import redline.quantity.Text;
import redline.quantity.Value;
import redline.requirement.Bound;
import redline.requirement.Certainty;
import redline.requirement.Requirement;
import redline.scheme.Subject;

/** Holds the published answer of one exam against what was found in its schemes. */
final class ExamMarking {
    private final Map<String, CheckResult> results;

    private ExamMarking(Map<String, CheckResult> results) {
        this.results = results;
    }

    /** @param results by variant */
    static ExamResult mark(Exam exam, Map<String, CheckResult> results) {
        ExamMarking marking = new ExamMarking(results);
        List<Mark> marks = exam.points().stream().map(marking::mark).toList();
        return new ExamResult(exam, marks, marking.falseAlarms(exam), List.of());
    }

    private record Said(Standing standing, Text text) {}

    /**
     * The worst part decides. A point that needs more than is stated keeps that standing while its parts are open; a part that is
     * answered otherwise is missed all the same, because what cannot be decided must not be decided wrongly.
     */
    private Mark mark(Exam.Point point) {
        List<Said> parts = point.parts().stream().map(this::said).toList();
        Standing worst = Stream.of(Standing.MISSED, Standing.UNDETERMINED)
                .filter(standing -> parts.stream().anyMatch(part -> part.standing() == standing))
                .findFirst()
                .orElse(Standing.FOUND);
        boolean open = parts.isEmpty() || worst == Standing.UNDETERMINED;
        if (point.needs() == null || !open) {
            return new Mark(point, worst, joined(parts.stream().map(Said::text).toList()));
        }
        List<Text> all = new ArrayList<>(List.of(point.reason()));
        parts.forEach(part -> all.add(part.text()));
        return new Mark(point, Standing.of(point.needs()), joined(all));
    }

    private Said said(Exam.Part part) {
        CheckResult result = results.get(part.variant());
        Said said = part.quantity() == null ? byRule(part, result) : byMeasure(part, result);
        return part.variant().isEmpty() ? said : new Said(said.standing(), named(part.variant(), said.text()));
    }

    private static Said byMeasure(Exam.Part part, CheckResult result) {
        String where = part.quantity() + " " + part.about();
        Measure measure = result.record().measures().stream()
                .filter(one -> one.quantity() == part.quantity() && isAbout(one.subject(), part.about()))
                .findFirst()
                .orElse(null);
        if (measure == null) {
            return new Said(Standing.MISSED, new Text(where + ":没有量算这个对象", where + ": not measured"));
        }
        return measure.reading() instanceof Reading.Known known
                ? number(part, known.value(), where)
                : new Said(
                        Standing.UNDETERMINED,
                        missing(Text.same(where), ((Reading.Unknown) measure.reading()).missing()));
    }

    private static Said number(Exam.Part part, Value value, String where) {
        boolean same = Amounts.same(part.measured(), value, part.quantity());
        String shown = Amounts.shown(value, part.quantity());
        return new Said(
                same ? Standing.FOUND : Standing.MISSED,
                same
                        ? new Text(where + " = " + part.measured(), where + " = " + part.measured())
                        : new Text(
                                where + " 应为 " + part.measured() + ",实为 " + shown,
                                where + " should be " + part.measured() + ", is " + shown));
    }

    private static Said byRule(Exam.Part part, CheckResult result) {
        String where = part.rule() + " " + part.about();
        Finding finding = result.findings().stream()
                .filter(one -> one.rule().id().equals(part.rule()) && isAbout(one.subject(), part.about()))
                .findFirst()
                .orElse(null);
        if (finding == null) {
            return new Said(Standing.MISSED, new Text(where + ":没有这条结论", where + ": no such finding"));
        }
        List<Text> differences = differences(part, finding);
        if (!differences.isEmpty()) {
            return new Said(
                    Standing.MISSED,
                    joined(Stream.concat(Stream.of(shown(finding)), differences.stream())
                            .toList()));
        }
        boolean numbers = (part.measured() == null || CaseComparison.measured(finding) != null)
                && (part.required() == null || bounds(finding).findAny().isPresent());
        boolean open = finding instanceof Finding.Undetermined && (part.expect() != Exam.Expect.NUMBER || !numbers);
        return new Said(open ? Standing.UNDETERMINED : Standing.FOUND, shown(finding));
    }

    /** What the finding says otherwise than the published answer; a finding that is open says nothing otherwise. */
    private static List<Text> differences(Exam.Part part, Finding finding) {
        Quantity quantity = finding.rule().quantity();
        List<Text> differences = new ArrayList<>();
        Verdict expected = switch (part.expect()) {
            case VIOLATION -> Verdict.VIOLATION;
            case PASS -> Verdict.PASS;
            case NUMBER -> finding.verdict();
        };
        if (finding.verdict() != expected && finding.verdict() != Verdict.UNDETERMINED) {
            differences.add(new Text(
                    "公布为" + expected.title().zh(),
                    "published: " + expected.title().en()));
        }
        Value measured = CaseComparison.measured(finding);
        boolean open = finding instanceof Finding.Undetermined;
        boolean otherMeasure = measured == null
                ? !open
                : part.measured() != null && !Amounts.same(part.measured(), measured, quantity);
        if (part.measured() != null && otherMeasure) {
            differences.add(new Text("公布的现状为 " + part.measured(), "published as measured: " + part.measured()));
        }
        List<Bound> bounds = bounds(finding).toList();
        boolean otherBound = bounds.isEmpty()
                ? !open
                : bounds.stream()
                        .noneMatch(bound -> part.required() != null && Amounts.same(part.required(), bound, quantity));
        if (part.required() != null && otherBound) {
            differences.add(new Text("公布的要求为 " + part.required(), "published as required: " + part.required()));
        }
        return differences;
    }

    /** The bound that decided; while the finding is open, every bound that is certainly demanded. */
    private static Stream<Bound> bounds(Finding finding) {
        Bound governing = CaseComparison.governing(finding);
        if (governing != null && finding instanceof Finding.Judged) {
            return Stream.of(governing);
        }
        return finding.requirements().stream()
                .filter(requirement -> requirement.certainty() instanceof Certainty.Certain)
                .map(Requirement::bound)
                .filter(bound -> bound.value() != null);
    }

    private List<Text> falseAlarms(Exam exam) {
        List<Text> alarms = new ArrayList<>();
        results.forEach((variant, result) -> result.findings().stream()
                .filter(finding ->
                        finding.verdict() == Verdict.VIOLATION && finding.rule().decides())
                .filter(finding -> exam.points().stream()
                        .flatMap(point -> point.parts().stream())
                        .noneMatch(part -> names(part, variant, finding)))
                .map(finding -> variant.isEmpty() ? shown(finding) : named(variant, shown(finding)))
                .forEach(alarms::add));
        return List.copyOf(alarms);
    }

    private static boolean names(Exam.Part part, String variant, Finding finding) {
        return part.expect() == Exam.Expect.VIOLATION
                && part.variant().equals(variant)
                && Objects.equals(part.rule(), finding.rule().id())
                && isAbout(finding.subject(), part.about());
    }

    /** By id or by name; the two of a pair in either order. */
    private static boolean isAbout(Subject subject, String about) {
        int bar = about.indexOf('|');
        String turned = bar < 0 ? about : about.substring(bar + 1) + "|" + about.substring(0, bar);
        return subject.id().equals(about)
                || subject.id().equals(turned)
                || subject.name().zh().equals(about)
                || subject.name().en().equals(about);
    }

    /** {@code far 地块 不符合 1.55,要求 ≤ 1.4}. */
    private static Text shown(Finding finding) {
        Quantity quantity = finding.rule().quantity();
        Value measured = CaseComparison.measured(finding);
        String value = measured == null ? "" : " " + Amounts.shown(measured, quantity);
        List<String> bounds = bounds(finding)
                .map(bound -> Amounts.shown(bound, quantity))
                .distinct()
                .toList();
        String zh = bounds.isEmpty() ? "" : ",要求 " + String.join("、", bounds);
        String en = bounds.isEmpty() ? "" : ", required " + String.join(", ", bounds);
        Text said = new Text(
                finding.rule().id() + " " + finding.subject().name().zh() + " "
                        + finding.verdict().title().zh() + value + zh,
                finding.rule().id() + " " + finding.subject().name().en() + " "
                        + finding.verdict().title().en() + value + en);
        if (finding instanceof Finding.Undetermined open) {
            return open.missing().isEmpty() ? joined(List.of(said, open.ask())) : missing(said, open.missing());
        }
        return finding instanceof Finding.NotApplicable none ? joined(List.of(said, none.because())) : said;
    }

    private static Text missing(Text said, List<Missing> missing) {
        List<Text> labels = missing.stream().map(Missing::label).distinct().toList();
        return new Text(
                said.zh() + ",缺:"
                        + String.join("、", labels.stream().map(Text::zh).toList()),
                said.en() + ", missing: "
                        + String.join(", ", labels.stream().map(Text::en).toList()));
    }

    private static Text named(String variant, Text text) {
        return new Text("[" + variant + "] " + text.zh(), "[" + variant + "] " + text.en());
    }

    private static Text joined(List<Text> texts) {
        return new Text(
                String.join(";", texts.stream().map(Text::zh).toList()),
                String.join("; ", texts.stream().map(Text::en).toList()));
    }
}
