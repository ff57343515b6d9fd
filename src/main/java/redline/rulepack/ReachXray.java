package redline.rulepack;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import redline.quantity.Text;
import redline.requirement.Comparator;
import redline.scheme.Subject;

/** Whether a profile looks for pairs as far as any bound can reach that follows from values alone. */
final class ReachXray {
    private final RuleBook book;
    private final Profile profile;

    private ReachXray(RuleBook book, Profile profile) {
        this.book = book;
        this.profile = profile;
    }

    static void look(RuleBook book, Set<String> packs, List<XrayFinding> findings) {
        for (Profile profile : book.profilesByName().values()) {
            BigDecimal reach = profile.settings().pairReach();
            for (String pack : profile.packs()) {
                if (reach != null && packs.contains(pack)) {
                    new ReachXray(book, profile).look(book.packs().get(pack), reach, findings);
                }
            }
        }
    }

    private void look(Pack pack, BigDecimal reach, List<XrayFinding> findings) {
        for (RuleText text : pack.texts()) {
            for (Branch branch : book.program().branches().get(text.ruleId())) {
                Subject.Kind about = branch.subjectType().about();
                boolean pair = about == Subject.Kind.PAIR || about == Subject.Kind.VOLUME_PAIR;
                boolean least = branch.verb() instanceof Branch.Verb.Require require
                        && require.comparator() == Comparator.AT_LEAST;
                for (Branch.Path path : pair && least ? branch.paths() : List.<Branch.Path>of()) {
                    BigDecimal most = most(path.bound(), path);
                    if (most != null && most.compareTo(reach) > 0) {
                        findings.add(XrayFinding.fault(new Fault(
                                "profiles/" + profile.name() + ".yaml",
                                0,
                                "pair-reach",
                                new Text(
                                        branch.fullName() + " 可要求到 " + most.toPlainString() + " m,大于成对查找距离 "
                                                + reach.toPlainString() + " m",
                                        branch.fullName() + " can demand " + most.toPlainString()
                                                + " m, more than pairs are looked for within: " + reach.toPlainString()
                                                + " m"),
                                new Text("加大 pair-reach", "Raise pair-reach"))));
                    }
                }
            }
        }
    }

    /** The largest the term can be, null where that hangs on the scheme; values are never negative. */
    private BigDecimal most(Term term, Branch.Path path) {
        if (term instanceof Term.Literal literal && literal.value() instanceof Double number) {
            return BigDecimal.valueOf(number);
        }
        if (term instanceof Term.Operation operation) {
            BigDecimal left = most(operation.left(), path);
            BigDecimal right = most(operation.right(), path);
            boolean known = left != null && right != null;
            return !known
                    ? null
                    : switch (operation.operator()) {
                        case '+' -> left.add(right);
                        case '*' -> left.multiply(right);
                        default -> left;
                    };
        }
        return term instanceof Term.Property property && property.type().isRow() ? mostOf(property, path) : null;
    }

    private BigDecimal mostOf(Term.Property property, Branch.Path path) {
        String[] parameter = {null};
        RuleFile.eachPattern(path.steps(), pattern -> {
            if (pattern.slot() == property.slot() && pattern.type().name().equals(PublishedFacts.PARAMETER)) {
                parameter[0] = RuleFile.parameterName(pattern);
            }
        });
        return profile.packs().stream()
                .map(book.packs()::get)
                .flatMap(pack -> parameter[0] != null
                        ? pack.parameters().stream()
                                .filter(each -> pack.qualified(each).equals(parameter[0]))
                                .flatMap(each -> each.values().stream().map(Pack.Parameter.Entry::value))
                        : pack.tables().stream()
                                .filter(table -> table.type()
                                        .name()
                                        .equals(property.type().name()))
                                .flatMap(table -> table.rows().stream())
                                .map(entry -> finite(entry.row()
                                        .values()
                                        .get(property.description().name()))))
                .filter(Objects::nonNull)
                .max(BigDecimal::compareTo)
                .orElse(null);
    }

    private static BigDecimal finite(Object value) {
        return value instanceof Double number && !number.isInfinite() ? BigDecimal.valueOf(number) : null;
    }
}
