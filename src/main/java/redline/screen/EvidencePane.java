package redline.screen;

import java.util.List;
import redline.check.CheckResult;
import redline.finding.Cause;
import redline.finding.Finding;
import redline.remedy.Remedy;
import redline.report.Reader;
import redline.report.RemedyText;
import redline.report.Shown;
import redline.report.Words;

/** One finding with all that stands behind it. Empty texts are not shown. */
public record EvidencePane(
        int number,
        String style,
        String icon,
        String verdict,
        String title,
        String subject,
        String sentence,
        String remedy,
        String measured,
        List<String> formula,
        String provenance,
        String required,
        String margin,
        String cause,
        String asked,
        String ask,
        List<Lack> missing,
        String because,
        String clause,
        String grade,
        List<String> bounds,
        List<String> notes,
        String standing,
        String rule) {
    /** Something that is not known, and where in the scheme file it belongs. */
    public record Lack(String label, String path) {}

    /** @param remedies of the result's violations; none where it is not known what cures them */
    public static EvidencePane of(CheckResult result, List<Remedy> remedies, int number, Words words) {
        Finding finding = result.findings().get(number);
        Reader reader = new Reader(words);
        boolean applies = !(finding instanceof Finding.NotApplicable);
        Finding.Undetermined open = finding instanceof Finding.Undetermined undetermined ? undetermined : null;
        Cause cause = open == null ? null : open.cause();
        return new EvidencePane(
                number,
                Look.of(finding.verdict()),
                finding.verdict().icon(),
                words.of(finding.verdict().title()),
                words.of(finding.rule().title()),
                reader.subject(finding),
                finding instanceof Finding.Judged ? reader.sentence(finding) : "",
                new RemedyText(words, remedies).of(finding),
                applies ? reader.measured(finding) : "",
                reader.formula(finding),
                reader.provenance(finding),
                applies ? reader.required(finding) : "",
                reader.margin(finding),
                cause == null ? "" : words.of(cause.title()),
                open == null ? "" : words.of(open.asked().title()),
                open == null ? "" : words.of(open.ask()),
                open == null
                        ? List.of()
                        : open.missing().stream()
                                .map(lack -> new Lack(words.of(lack.label()), lack.path()))
                                .toList(),
                finding instanceof Finding.NotApplicable none ? words.of(none.because()) : "",
                reader.clause(finding),
                reader.grade(finding),
                bounds(finding, new Shown(words)),
                finding.notes().stream().map(words::of).toList(),
                reader.standing(finding.rule()),
                finding.rule().id());
    }

    private static List<String> bounds(Finding finding, Shown shown) {
        return finding.requirements().stream()
                .map(requirement ->
                        shown.bound(requirement.bound(), finding.rule().quantity()) + " · " + requirement.branch())
                .distinct()
                .toList();
    }
}
