package redline.workshop;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import redline.casefile.Decisions;
import redline.casefile.Lessons.Lesson;
import redline.check.Check;
import redline.fact.Projection;
import redline.fact.SchemeRecord;
import redline.finding.Finding;
import redline.finding.Verdict;
import redline.intake.Intake;
import redline.intake.SchemeReader;
import redline.intake.Source;
import redline.rulepack.RuleBook;
import redline.rulepack.RulePage;

/**
 * A decision on a finding as a case of its rule: the scheme of the round, and the verdict that a person gave. Of an exception the verdict
 * stays that of the rule; whoever writes the exemption into the rule says what is expected then.
 *
 * @param base the scheme, {@code scheme} its file
 */
public record DecidedExample(String base, String scheme, CaseText text) {
    /**
     * @param scheme of the round, in YAML
     * @param profile by which the round was judged, {@code settings} what the office had settled of it
     * @param folder a number that the rule has no case of yet, {@code 26}
     * @throws IllegalArgumentException where the scheme cannot be read, or the rule says nothing about it any longer
     */
    public static DecidedExample of(
            Lesson lesson, String scheme, String profile, Map<String, String> settings, RuleBook rules, int folder) {
        String base = "decided-" + plain(lesson.caseNumber()) + "-" + lesson.round();
        Source source = new Source(base + ".yaml", scheme.getBytes(StandardCharsets.UTF_8));
        if (!(SchemeReader.read(source, null) instanceof Intake.Accepted accepted)) {
            throw new IllegalArgumentException(base);
        }
        RuleBook book = rules.settled(profile, settings);
        SchemeRecord record = Projection.of(accepted.scheme(), book.settings(profile));
        RulePage page = book.page(lesson.rule()).orElseThrow(() -> new IllegalArgumentException(lesson.rule()));
        LocalDate day =
                accepted.scheme().dates().of(book.standing(page.packId()).datedBy());
        LocalDate asOf = day == null ? accepted.scheme().dates().applicationReceived() : day;
        List<CaseText.Line> lines = Check.judgeRule(lesson.rule(), record, book, profile, asOf).stream()
                .filter(finding -> finding.rule().id().equals(lesson.rule()))
                .map(finding -> line(finding, lesson))
                .toList();
        if (lines.isEmpty()) {
            throw new IllegalArgumentException(lesson.rule());
        }
        String act = lesson.kind() == Decisions.Kind.CORRECT ? "更正" : "例外认定";
        return new DecidedExample(
                base,
                scheme,
                new CaseText(
                        lesson.rule(),
                        CaseText.folder(folder, verdict(lesson), asOf.toString()),
                        lesson.subject() + " " + act,
                        asOf.toString(),
                        "案件 " + lesson.caseNumber() + " 第 " + lesson.round() + " 轮" + act + ":" + lesson.reason(),
                        "独立来源",
                        profile,
                        String.join(
                                "\n",
                                settings.entrySet().stream()
                                        .map(one -> one.getKey() + ": " + one.getValue())
                                        .toList()),
                        "",
                        base,
                        "",
                        lines));
    }

    /** Its two files in a draft. */
    public Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put(DraftPaths.CASES + "bases/" + base + ".yaml", scheme);
        files.put(text.path(), text.yaml());
        return files;
    }

    private static CaseText.Line line(Finding finding, Lesson lesson) {
        boolean decided = finding.subject().id().equals(lesson.key().subject())
                && finding.subject().kind().name().equals(lesson.key().subjectKind());
        Verdict verdict = decided && lesson.kind() == Decisions.Kind.CORRECT
                ? Verdict.valueOf(lesson.decided())
                : finding.verdict();
        return new CaseText.Line(finding.subject().name().zh(), verdict.title().zh(), "", "", "", "");
    }

    private static Verdict verdict(Lesson lesson) {
        boolean decided =
                lesson.kind() == Decisions.Kind.CORRECT || lesson.found().isEmpty();
        return Verdict.valueOf(decided ? lesson.decided() : lesson.found());
    }

    private static String plain(String number) {
        return number.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }
}
