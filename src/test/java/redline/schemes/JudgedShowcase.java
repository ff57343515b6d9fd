package redline.schemes;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import redline.check.Check;
import redline.check.CheckResult;
import redline.finding.Finding;
import redline.finding.Verdict;
import redline.rulepack.RuleBook;
import redline.rulepack.RuleLibrary;
import redline.scheme.Scheme;

/** The showcases judged by the rules of this repository, which are compiled once for all tests. */
final class JudgedShowcase {
    static final String PROFILE = "tongxiang";

    private static final RuleBook RULES = RuleLibrary.open(Path.of("rules")).book();

    private JudgedShowcase() {}

    static RuleBook rules() {
        return RULES;
    }

    static CheckResult judge(Scheme scheme) {
        return Check.run(scheme, RULES, PROFILE, null);
    }

    static CheckResult judge(Showcase showcase) {
        return judge(showcase.scheme());
    }

    static CheckResult judge(SchemeTree tree) {
        return judge(Showcase.accepted(Showcase.read(tree)));
    }

    /** {@code rule | kind | subject id} to verdict, in that order. */
    static Map<Answered, Verdict> verdicts(CheckResult result) {
        Map<Answered, Verdict> verdicts = new TreeMap<>();
        result.findings().forEach(finding -> verdicts.put(Answered.of(finding), finding.verdict()));
        return verdicts;
    }

    /** Which rule answered for which subject. */
    record Answered(String rule, String kind, String subject) implements Comparable<Answered> {
        static Answered of(Finding finding) {
            return new Answered(
                    finding.rule().id(),
                    finding.subject().kind().name(),
                    finding.subject().id());
        }

        boolean notSupplied() {
            return subject.endsWith("?");
        }

        @Override
        public int compareTo(Answered other) {
            return toString().compareTo(other.toString());
        }

        @Override
        public String toString() {
            return rule + " | " + kind + " | " + subject;
        }
    }
}
