package redline.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import redline.finding.Finding;
import redline.measure.Measure;
import redline.measure.Reading;
import redline.quantity.Language;
import redline.quantity.Quantity;
import redline.quantity.Value;
import redline.requirement.Bound;
import redline.requirement.Citation;

/** What a case expects against what was found, difference by difference, in words. */
final class CaseComparison {
    private CaseComparison() {}

    /** Empty where all is as expected; otherwise what differs and, last, what was found in the words of a case. */
    static List<String> differences(RuleCase ruleCase, List<Finding> findings) {
        List<String> differences = new ArrayList<>();
        List<Finding> left = new ArrayList<>(findings);
        for (RuleCase.Expected expected : ruleCase.expected()) {
            Finding found = left.stream()
                    .filter(f -> isAbout(f, expected.about()))
                    .findFirst()
                    .orElse(null);
            if (found == null) {
                differences.add("第 " + expected.line() + " 行:没有关于“" + expected.about() + "”的结论");
                continue;
            }
            left.remove(found);
            for (String difference : compare(expected, found)) {
                differences.add("第 " + expected.line() + " 行 " + expected.about() + ":" + difference);
            }
        }
        left.forEach(f -> differences.add("多出一条没有写在 expect 里的结论:" + said(f)));
        if (!differences.isEmpty()) {
            differences.add("实际结论:");
            findings.forEach(f -> differences.add("  - " + said(f)));
        }
        return differences;
    }

    private static boolean isAbout(Finding finding, String about) {
        return finding.subject().name().zh().equals(about)
                || finding.subject().id().equals(about);
    }

    private static List<String> compare(RuleCase.Expected expected, Finding found) {
        List<String> differences = new ArrayList<>();
        Quantity quantity = found.rule().quantity();
        String verdict = found.verdict().title().zh();
        if (!verdict.equals(expected.verdict())) {
            differences.add("应为" + expected.verdict() + ",实为" + verdict);
        }
        Value measured = measured(found);
        if (expected.measured() != null
                && !(measured == null
                        ? expected.measured().equals("未知")
                        : Amounts.same(expected.measured(), measured, quantity))) {
            differences.add("现状应为 " + expected.measured() + ",实为 "
                    + (measured == null ? "未知" : Amounts.shown(measured, quantity)));
        }
        Bound governing = governing(found);
        if (expected.required() != null
                && !(governing == null
                        ? expected.required().equals("无")
                        : Amounts.same(expected.required(), governing, quantity))) {
            differences.add("要求应为 " + expected.required() + ",实为 "
                    + (governing == null ? "无" : Amounts.shown(governing, quantity)));
        }
        if (expected.margin() != null
                && !(found instanceof Finding.Judged judged
                        && judged.margin() != null
                        && Amounts.same(expected.margin(), judged.margin(), judged.marginUnit()))) {
            differences.add("余量应为 " + expected.margin() + ",实为 " + margin(found));
        }
        same(differences, "依据", expected.cites(), cites(found));
        same(differences, "缺少", expected.missing(), missing(found));
        if (expected.ask() != null
                && !(found instanceof Finding.Undetermined open
                        && (open.asked().title().zh().equals(expected.ask())
                                || open.ask().zh().equals(expected.ask())))) {
            differences.add("应问 " + expected.ask() + ",实为 " + asked(found));
        }
        if (expected.because() != null
                && !(found instanceof Finding.NotApplicable none
                        && none.because().zh().contains(expected.because()))) {
            differences.add("原因应含“" + expected.because() + "”,实为"
                    + (found instanceof Finding.NotApplicable none
                            ? "“" + none.because().zh() + "”"
                            : "无"));
        }
        if ("无".equals(expected.note())) {
            if (!found.notes().isEmpty()) {
                differences.add("不应有说明,实为 " + notes(found));
            }
        } else if (expected.note() != null && found.notes().stream().noneMatch(n -> n.zh().contains(expected.note()))) {
            differences.add("应有说明“" + expected.note() + "”,实为 " + notes(found));
        }
        return differences;
    }

    private static void same(List<String> differences, String what, List<String> expected, List<String> found) {
        if (expected != null
                && !expected.stream()
                        .sorted()
                        .toList()
                        .equals(found.stream().sorted().toList())) {
            differences.add(what + "应为 " + expected + ",实为 " + found);
        }
    }

    /** A finding as a line of {@code expect}. */
    static String said(Finding finding) {
        Quantity quantity = finding.rule().quantity();
        List<String> parts = new ArrayList<>();
        parts.add("about: " + finding.subject().name().zh());
        parts.add("verdict: " + finding.verdict().title().zh());
        Value measured = measured(finding);
        Bound governing = governing(finding);
        if (measured != null) {
            parts.add("measured: " + Amounts.shown(measured, quantity));
        }
        if (governing != null) {
            parts.add("required: " + Amounts.shown(governing, quantity));
        }
        if (finding instanceof Finding.Judged judged && judged.margin() != null) {
            parts.add("margin: " + margin(finding));
        }
        if (!cites(finding).isEmpty()) {
            parts.add("cites: " + cites(finding));
        }
        if (finding instanceof Finding.Undetermined) {
            parts.add("missing: " + missing(finding));
            parts.add("ask: " + asked(finding));
        }
        if (finding instanceof Finding.NotApplicable none) {
            parts.add("because: " + none.because().zh());
        }
        if (!finding.notes().isEmpty()) {
            parts.add("note: " + notes(finding));
        }
        return "{ " + String.join(", ", parts) + " }";
    }

    static Value measured(Finding finding) {
        Measure measure = finding instanceof Finding.Judged judged
                ? judged.measure()
                : finding instanceof Finding.Undetermined open ? open.measure() : null;
        return measure != null && measure.reading() instanceof Reading.Known known ? known.value() : null;
    }

    static Bound governing(Finding finding) {
        Bound bound = finding instanceof Finding.Judged judged
                ? judged.governing()
                : finding instanceof Finding.Undetermined open ? open.governing() : null;
        return bound == null || bound.value() == null ? null : bound;
    }

    private static String margin(Finding finding) {
        return finding instanceof Finding.Judged judged && judged.margin() != null
                ? Amounts.shown(judged.margin(), judged.marginUnit())
                : "无";
    }

    private static List<String> cites(Finding finding) {
        List<Citation> citations = finding instanceof Finding.Judged judged
                ? judged.citations()
                : finding instanceof Finding.Undetermined open ? open.citations() : List.of();
        return citations.stream()
                .map(c -> (c.source().zh() + " " + c.where(Language.ZH)).strip())
                .distinct()
                .toList();
    }

    private static List<String> missing(Finding finding) {
        return finding instanceof Finding.Undetermined open
                ? open.missing().stream().map(m -> m.label().zh()).distinct().toList()
                : List.of();
    }

    private static String asked(Finding finding) {
        return finding instanceof Finding.Undetermined open
                ? open.asked().title().zh()
                : "无";
    }

    private static String notes(Finding finding) {
        return finding.notes().stream().map(n -> n.zh()).collect(Collectors.joining(" | "));
    }
}
