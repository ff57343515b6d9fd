package redline.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import redline.check.Check;
import redline.fact.SchemeRecord;
import redline.finding.Finding;
import redline.finding.Verdict;
import redline.measure.Missing;
import redline.quantity.Value;
import redline.requirement.Bound;
import redline.rulepack.RuleBook;

/** Holds the hand-written reviews against Redline: what does not answer alike is not compared in speed. */
final class SameAnswers {
    static final String PROFILE = "tongxiang";

    private SameAnswers() {}

    /**
     * Compares over all variants of the sample scheme.
     *
     * @return how many answers were compared
     * @throws IllegalStateException with the differences
     */
    static int check(RuleBook book) {
        int compared = 0;
        for (SampleScheme.Variant variant : SampleScheme.Variant.values()) {
            for (int seed = 1; seed <= 6; seed++) {
                int buildings = seed % 2 == 0 ? 25 : 8;
                SchemeRecord record = SampleScheme.record(buildings, variant, seed);
                PlainLimits limits = PlainLimits.of(book, PROFILE, record);
                List<Finding> findings =
                        Check.judge(record, book, PROFILE, null).findings();
                compared += compare(variant + " " + seed, findings, PlainThreeValued.review(record, limits));
                if (variant == SampleScheme.Variant.ALL_KNOWN) {
                    compared += compare("two-valued " + seed, findings, PlainTwoValued.review(record, limits));
                }
            }
        }
        return compared;
    }

    private static int compare(String scheme, List<Finding> findings, List<PlainAnswer> answers) {
        Map<String, String> theirs = new HashMap<>();
        answers.forEach(answer -> {
            String key = answer.rule() + " " + answer.subject().kind() + " "
                    + answer.subject().id();
            if (theirs.put(key, said(answer)) != null) {
                throw new IllegalStateException(scheme + ": answered twice by hand: " + key);
            }
        });
        List<String> differences = new ArrayList<>();
        for (Finding finding : findings) {
            String key = finding.rule().id() + " " + finding.subject().kind() + " "
                    + finding.subject().id();
            String ours = said(finding);
            String by = theirs.remove(key);
            if (!ours.equals(by)) {
                differences.add(key + "\n    Redline: " + ours + "\n    by hand: " + by);
            }
        }
        theirs.forEach((key, said) -> differences.add(key + "\n    only by hand: " + said));
        if (!differences.isEmpty()) {
            throw new IllegalStateException(scheme + ": " + differences.size() + " answers differ:\n"
                    + String.join("\n", differences.subList(0, Math.min(12, differences.size()))));
        }
        return findings.size();
    }

    private static String said(PlainAnswer answer) {
        return said(answer.verdict(), answer.cause(), answer.missing().keySet(), answer.required());
    }

    private static String said(Finding finding) {
        if (finding instanceof Finding.Undetermined open) {
            List<String> missing = open.missing().stream().map(Missing::path).toList();
            return said(Verdict.UNDETERMINED, open.cause(), missing, open.governing());
        }
        return finding instanceof Finding.Judged judged
                ? said(judged.verdict(), null, List.of(), judged.governing())
                : said(finding.verdict(), null, List.of(), null);
    }

    private static String said(Verdict verdict, Object cause, Iterable<String> missing, Bound bound) {
        TreeSet<String> sorted = new TreeSet<>();
        missing.forEach(sorted::add);
        return verdict + " " + cause + " " + sorted + " " + said(bound);
    }

    private static String said(Bound bound) {
        if (bound == null) {
            return "-";
        }
        Object value = bound.value() instanceof Value.Amount amount
                ? amount.number().stripTrailingZeros().toPlainString()
                : bound.value();
        return bound.comparator() + " " + value;
    }
}
