package redline.rulepack;

import java.util.Set;
import redline.quantity.Text;
import redline.rulepack.Condition.Operator;
import redline.rulepack.Faults.Refusal;
import redline.rulepack.Lexer.Token;

/** Puts parts of expressions together where their types fit, and refuses them where they do not. */
final class TypeCheck {
    private TypeCheck() {}

    static Condition condition(Object read, Token at) throws Refusal {
        if (read instanceof Condition condition) {
            return condition;
        }
        throw Refusal.at(
                at,
                "&& 和 || 的两边必须是比较",
                "both sides of && and || must be comparisons",
                "写完整的比较,例如 use == \"A\" || use == \"B\",或用 in",
                "write whole comparisons, for example use == \"A\" || use == \"B\", or use in");
    }

    /** With the negation pushed down to the comparisons. */
    static Condition negated(Condition condition) {
        if (condition instanceof Condition.Comparison comparison) {
            return new Condition.Comparison(
                    comparison.operator().negated(), comparison.left(), comparison.right(), comparison.slot());
        }
        if (condition instanceof Condition.All all) {
            return new Condition.Any(
                    all.parts().stream().map(TypeCheck::negated).toList());
        }
        return new Condition.All(((Condition.Any) condition)
                .parts().stream().map(TypeCheck::negated).toList());
    }

    /** {@code slot}: the pattern that the comparison stands in. */
    static Condition comparison(Operator operator, Term left, Term right, int slot, Token sign) throws Refusal {
        FactType.Kind kind = left.kind();
        boolean ordered = operator != Operator.EQUAL && operator != Operator.DIFFERENT;
        if (kind != right.kind() || kind == FactType.Kind.TERMS || ordered && kind != FactType.Kind.NUMBER) {
            throw Refusal.at(
                    sign,
                    kind.title().zh() + "不能与" + right.kind().title().zh() + "用 " + sign.text() + " 比较",
                    "a " + kind.title().en() + " cannot be compared by " + sign.text() + " with a "
                            + right.kind().title().en(),
                    "数与数比较;文字只用 == != in;代码集只能作限值",
                    "compare numbers with numbers; texts by == != in only; sets of codes serve as bounds only");
        }
        checkWord(left, right, sign);
        checkWord(right, left, sign);
        return new Condition.Comparison(operator, left, right, slot);
    }

    private static void checkWord(Term property, Term literal, Token sign) throws Refusal {
        if (property instanceof Term.Property read && literal instanceof Term.Literal word) {
            Set<String> words = read.description().words();
            if (!words.isEmpty() && !words.contains(word.value())) {
                throw new Refusal(
                        sign.line(),
                        String.valueOf(word.value()),
                        new Text(
                                read.type().name() + "." + read.description().name() + " 不会是 \"" + word.value() + "\"",
                                read.type().name() + "." + read.description().name() + " is never \"" + word.value()
                                        + "\""),
                        Nearest.remedy(String.valueOf(word.value()), words));
            }
        }
    }

    static Term term(Object read, Token sign) throws Refusal {
        if (read instanceof Term term) {
            return term;
        }
        throw Refusal.at(sign, "比较不能再被比较", "a comparison cannot be compared", "用 && 或 || 连接", "join them by && or ||");
    }

    static Term operation(Token sign, Object left, Object right) throws Refusal {
        Term a = term(left, sign);
        Term b = term(right, sign);
        if (a.kind() != FactType.Kind.NUMBER || b.kind() != FactType.Kind.NUMBER) {
            throw Refusal.at(sign, "只有数才能计算", "only numbers can be calculated with", "检查两边的属性", "check both sides");
        }
        return new Term.Operation(sign.text().charAt(0), a, b);
    }
}
