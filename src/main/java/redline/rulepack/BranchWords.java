package redline.rulepack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import redline.quantity.Text;

/**
 * A branch of a rule in words. What it asks of facts is told as far as it compares them with constants and parameters; joins and
 * table look-ups are in the rule file.
 */
final class BranchWords {
    /** Titles of parameters by qualified name. */
    private final Map<String, Text> parameters = new HashMap<>();
    /** Labels of columns by row type. */
    private final Map<String, Map<String, String>> columns = new HashMap<>();

    BranchWords(Iterable<Pack> packs) {
        for (Pack pack : packs) {
            pack.parameters().forEach(parameter -> parameters.put(pack.qualified(parameter), parameter.title()));
            pack.tables().forEach(table -> columns.put(table.type().name(), table.labels()));
        }
    }

    /** The bounds of a {@code require}, one for each alternative that says it in other words. */
    List<Text> bounds(Branch branch) {
        return branch.paths().stream()
                .map(path -> new OfPath(path, branch.subjectType(), true).term(path.bound()))
                .distinct()
                .toList();
    }

    /** The conditions; where the left side has alternatives, one text for each of them. */
    List<Text> conditions(Branch branch) {
        Set<List<Text>> alternatives = new LinkedHashSet<>();
        for (Branch.Path path : branch.paths()) {
            alternatives.add(new OfPath(path, branch.subjectType(), false).conditions());
        }
        return alternatives.size() == 1
                ? alternatives.iterator().next()
                : alternatives.stream()
                        .map(parts -> joined(parts, "且", " and "))
                        .toList();
    }

    private static Text joined(List<Text> parts, String zh, String en) {
        return new Text(
                parts.stream().map(Text::zh).collect(Collectors.joining(zh)),
                parts.stream().map(Text::en).collect(Collectors.joining(en)));
    }

    /** One alternative: its slots name the facts. */
    private final class OfPath {
        private final Branch.Path path;
        private final FactType subject;
        private final boolean inBound;
        private final Map<Integer, Step.Pattern> patterns = new HashMap<>();

        /** {@code inBound}: a column is told to be one; in a condition the look-up says so. */
        OfPath(Branch.Path path, FactType subject, boolean inBound) {
            this.path = path;
            this.subject = subject;
            this.inBound = inBound;
            RuleFile.eachPattern(path.steps(), pattern -> patterns.put(pattern.slot(), pattern));
        }

        List<Text> conditions() {
            Set<Text> said = new LinkedHashSet<>();
            for (Step step : path.steps()) {
                if (step instanceof Step.Pattern pattern) {
                    of(pattern).forEach(said::add);
                } else {
                    boolean absent = step instanceof Step.Absent;
                    group(absent ? ((Step.Absent) step).group() : ((Step.Present) step).group(), absent, said);
                }
            }
            return List.copyOf(said);
        }

        private void group(List<Step> group, boolean absent, Set<Text> said) {
            List<Text> sought = new ArrayList<>();
            RuleFile.eachPattern(group, pattern -> {
                Text type = type(pattern);
                List<Text> asked = of(pattern);
                Text inner = joined(asked, ",", ", ");
                sought.add(
                        asked.isEmpty()
                                ? type
                                : new Text(type.zh() + "(" + inner.zh() + ")", type.en() + " (" + inner.en() + ")"));
            });
            Text what = joined(sought, "、", ", ");
            said.add(
                    absent
                            ? new Text("没有" + what.zh(), "there is no " + what.en())
                            : new Text("有" + what.zh(), "there is a " + what.en()));
        }

        private List<Text> of(Step.Pattern pattern) {
            List<Text> asked = pattern.conditions().stream()
                    .filter(condition -> tells(condition, pattern))
                    .map(this::sentence)
                    .toList();
            boolean table = pattern.type().isRow() && !pattern.type().name().equals(PublishedFacts.PARAMETER);
            return table && !asked.isEmpty() ? List.of(lookedUp(pattern, asked)) : asked;
        }

        /** A row is found by what it is compared with. */
        private Text lookedUp(Step.Pattern pattern, List<Text> asked) {
            Set<Text> keys = new LinkedHashSet<>();
            pattern.conditions()
                    .forEach(condition -> condition.eachProperty(property -> {
                        if (property.slot() != pattern.slot()) {
                            keys.add(property(property));
                        }
                    }));
            Text by = joined(List.copyOf(keys), "、", ", ");
            Text found = joined(asked, "且", " and ");
            return keys.isEmpty()
                    ? new Text("查表:" + found.zh(), "by table: " + found.en())
                    : new Text("按" + by.zh() + "查表:" + found.zh(), "by table, from " + by.en() + ": " + found.en());
        }

        /** Not joins of facts, not look-ups of rows, not the name of a parameter. */
        private boolean tells(Condition condition, Step.Pattern pattern) {
            if (pattern.type().name().equals(PublishedFacts.PARAMETER)) {
                return !LeftSide.isConstantKey(condition);
            }
            boolean[] own = {true};
            condition.eachProperty(
                    property -> own[0] &= property.slot() == pattern.slot() || parameterOf(property.slot()) != null);
            return own[0];
        }

        private Text sentence(Condition condition) {
            if (condition instanceof Condition.Comparison comparison) {
                return comparison(comparison);
            }
            if (condition instanceof Condition.All all) {
                return joined(all.parts().stream().map(this::sentence).toList(), "且", " and ");
            }
            List<Condition> parts = ((Condition.Any) condition).parts();
            if (parts.stream().allMatch(part -> isOneOf(part, parts.get(0)))) {
                Text choices = joined(
                        parts.stream()
                                .map(part -> term(((Condition.Comparison) part).right()))
                                .toList(),
                        "或",
                        " or ");
                Text left = term(((Condition.Comparison) parts.get(0)).left());
                return new Text(left.zh() + "为" + choices.zh(), left.en() + " is " + choices.en());
            }
            return joined(parts.stream().map(this::alternative).toList(), "或", " or ");
        }

        /** {@code in ( … )}: the same property is one of several. */
        private static boolean isOneOf(Condition part, Condition first) {
            return LeftSide.isConstantKey(part)
                    && LeftSide.isConstantKey(first)
                    && ((Condition.Comparison) part).left().equals(((Condition.Comparison) first).left());
        }

        private Text alternative(Condition part) {
            Text said = sentence(part);
            return part instanceof Condition.All ? new Text("(" + said.zh() + ")", "(" + said.en() + ")") : said;
        }

        private Text comparison(Condition.Comparison comparison) {
            Text left = term(comparison.left());
            Text right = term(comparison.right());
            boolean yesNo = comparison.right() instanceof Term.Literal literal && literal.value() instanceof Boolean;
            if (yesNo && comparison.operator() == Condition.Operator.EQUAL) {
                return new Text(left.zh() + "(" + right.zh() + ")", left.en() + ": " + right.en());
            }
            return new Text(
                    left.zh() + comparison.operator().zh + right.zh(),
                    left.en() + " " + comparison.operator().en + " " + right.en());
        }

        Text term(Term term) {
            if (term instanceof Term.Property property) {
                return property(property);
            }
            if (term instanceof Term.Literal literal) {
                return CodeWords.of(literal.value());
            }
            Term.Operation operation = (Term.Operation) term;
            Text left = factor(operation.left(), operation.operator());
            Text right = factor(operation.right(), operation.operator());
            String sign = " " + (operation.operator() == '*' ? '×' : operation.operator()) + " ";
            return new Text(left.zh() + sign + right.zh(), left.en() + sign + right.en());
        }

        /** A sum that is multiplied, or taken away, stands in parentheses. */
        private Text factor(Term part, char operator) {
            Text text = term(part);
            boolean sum = part instanceof Term.Operation inner && inner.operator() != '*' && operator != '+';
            return sum ? new Text("(" + text.zh() + ")", "(" + text.en() + ")") : text;
        }

        private Text property(Term.Property property) {
            Step.Pattern pattern = patterns.get(property.slot());
            String parameter = parameterOf(property.slot());
            if (parameter != null) {
                return parameters.getOrDefault(parameter, Text.same(parameter));
            }
            Text label = property.description().label();
            if (pattern.type().isRow()) {
                String column = property.description().name();
                String named =
                        columns.getOrDefault(pattern.type().name(), Map.of()).getOrDefault(column, column);
                return inBound ? new Text("表值“" + named + "”", "table value “" + named + "”") : Text.same(named);
            }
            Text type = type(pattern);
            return pattern.type().equals(subject)
                    ? label
                    : new Text(type.zh() + "的" + label.zh(), label.en() + " of the " + type.en());
        }

        /** What a line of the conditions letter is about says more than that it is one. */
        private Text type(Step.Pattern pattern) {
            return pattern.type().name().equals("Condition")
                    ? new Text("规划条件", "conditions letter")
                    : pattern.type().label();
        }

        private String parameterOf(int slot) {
            Step.Pattern pattern = patterns.get(slot);
            return pattern != null && pattern.type().name().equals(PublishedFacts.PARAMETER)
                    ? RuleFile.parameterName(pattern)
                    : null;
        }
    }
}
