package redline.policy;

import java.util.List;
import java.util.stream.Stream;
import redline.requirement.Grade;
import redline.rulepack.RuleEntry;

/**
 * How well the values of a rule are known: parameters and rows of tables alike.
 *
 * @param below how many have a grade below 官方文本
 * @param open how many are not set at all
 */
record Grades(int all, int below, int open) {
    static Grades of(RuleEntry rule) {
        List<RuleEntry.Source> sources = Stream.concat(
                        rule.parameters().stream()
                                .flatMap(one -> one.values().stream())
                                .map(RuleEntry.Dated::source),
                        rule.tables().stream()
                                .flatMap(one -> one.lines().stream())
                                .map(RuleEntry.Line::source))
                .toList();
        long below =
                sources.stream().filter(one -> one.grade() != Grade.OFFICIAL).count();
        long open = rule.parameters().stream()
                .filter(one -> one.values().isEmpty() || one.values().stream().anyMatch(dated -> dated.value() == null))
                .count();
        return new Grades(sources.size(), (int) below, (int) open);
    }
}
