package redline.rulepack;

import java.util.ArrayList;
import java.util.List;
import redline.rulepack.Condition.Operator;
import redline.rulepack.Faults.Refusal;
import redline.rulepack.Lexer.Token;

/**
 * Reads one constraint of a pattern, or the bound of {@code require}: resolves names, checks types and pushes {@code !} down to
 * the comparisons.
 *
 * <p>or := and ('||' and)*; and := not ('&amp;&amp;' not)*; not := '!' '(' or ')' | relation; relation := sum [op sum | ['not'] 'in'
 * '(' sum (',' sum)* ')']; sum := product (('+'|'-') product)*; product := factor ('*' factor)*; factor := literal | property |
 * $name | $name.property | '(' or ')'.
 */
final class ExpressionParser {
    private final List<Token> tokens;
    private final Names names;
    private final int slot;
    private int at;

    /** {@code own} and {@code slot}: the pattern that the constraint stands in; null and −1 for a bound. */
    ExpressionParser(List<Token> tokens, Scope scope, FactType own, int slot) {
        this.tokens = tokens;
        this.names = new Names(scope, own, slot);
        this.slot = slot;
    }

    /** A condition, or null where the constraint only binds a name. */
    Condition constraint() throws Refusal {
        if (tokens.size() >= 2 && tokens.get(1).is(":")) {
            names.bind(tokens);
            return null;
        }
        Object read = or();
        if (at < tokens.size()) {
            throw unexpected();
        }
        if (read instanceof Condition condition) {
            return condition;
        }
        throw Refusal.at(
                tokens.isEmpty() ? null : tokens.get(0),
                "这不是条件",
                "this is not a condition",
                "写成比较,例如 singleStorey == true",
                "compare it with something, for example singleStorey == true");
    }

    /** The bound of {@code require}. */
    Term bound() throws Refusal {
        Object read = or();
        if (at < tokens.size()) {
            throw unexpected();
        }
        if (read instanceof Term term) {
            return term;
        }
        throw Refusal.at(
                tokens.get(0),
                "限值不能是条件",
                "a bound cannot be a condition",
                "把条件写在 when 里",
                "put conditions into the when part");
    }

    private Object or() throws Refusal {
        return joined("||");
    }

    private Object joined(String operator) throws Refusal {
        boolean or = operator.equals("||");
        Object first = or ? joined("&&") : not();
        if (!peek(operator)) {
            return first;
        }
        List<Condition> parts = new ArrayList<>();
        parts.add(TypeCheck.condition(first, here()));
        while (peek(operator)) {
            at++;
            parts.add(TypeCheck.condition(or ? joined("&&") : not(), here()));
        }
        return or ? new Condition.Any(List.copyOf(parts)) : new Condition.All(List.copyOf(parts));
    }

    private Object not() throws Refusal {
        if (!peek("!")) {
            return relation();
        }
        Token sign = tokens.get(at++);
        if (!peek("(")) {
            throw Refusal.at(sign, "! 后面要有括号", "! needs parentheses", "写成 !( 条件 )", "write !( condition )");
        }
        return TypeCheck.negated(TypeCheck.condition(not(), here()));
    }

    private Object relation() throws Refusal {
        Object left = sum();
        if (at >= tokens.size()) {
            return left;
        }
        Token sign = tokens.get(at);
        for (Operator operator : Operator.values()) {
            if (sign.is(operator.sign)) {
                at++;
                return TypeCheck.comparison(
                        operator, TypeCheck.term(left, sign), TypeCheck.term(sum(), sign), slot, sign);
            }
        }
        boolean notIn =
                sign.is("not") && at + 1 < tokens.size() && tokens.get(at + 1).is("in");
        if (!sign.is("in") && !notIn) {
            return left;
        }
        at += notIn ? 2 : 1;
        expect("(");
        List<Condition> parts = new ArrayList<>();
        do {
            Operator operator = notIn ? Operator.DIFFERENT : Operator.EQUAL;
            parts.add(TypeCheck.comparison(
                    operator, TypeCheck.term(left, sign), TypeCheck.term(sum(), sign), slot, sign));
        } while (accept(","));
        expect(")");
        return notIn ? new Condition.All(List.copyOf(parts)) : new Condition.Any(List.copyOf(parts));
    }

    private Object sum() throws Refusal {
        Object left = product();
        while (peek("+") || peek("-")) {
            Token sign = tokens.get(at++);
            left = TypeCheck.operation(sign, left, product());
        }
        return left;
    }

    private Object product() throws Refusal {
        Object left = factor();
        while (peek("*") || peek("/")) {
            Token sign = tokens.get(at++);
            if (sign.is("/")) {
                throw Refusal.at(
                        sign,
                        "规则里不能相除",
                        "a rule does not divide",
                        "把除数乘到比较的另一边,或把值存为倒数",
                        "multiply the other side, or store the value as its reciprocal");
            }
            left = TypeCheck.operation(sign, left, factor());
        }
        return left;
    }

    private Object factor() throws Refusal {
        if (at >= tokens.size()) {
            Token last = tokens.isEmpty() ? null : tokens.get(tokens.size() - 1);
            throw Refusal.at(last, "条件没有写完", "the condition is not finished", "补上缺少的部分", "complete it");
        }
        Token token = tokens.get(at++);
        if (token.is("(")) {
            Object inner = or();
            expect(")");
            return inner;
        }
        return switch (token.kind()) {
            case STRING -> new Term.Literal(token.text(), FactType.Kind.STRING);
            case NUMBER -> new Term.Literal(token.text().equals("1") ? 1.0 : 0.0, FactType.Kind.NUMBER);
            case WORD -> word(token);
            case SIGN -> {
                at--;
                throw unexpected();
            }
        };
    }

    private Term word(Token token) throws Refusal {
        if (peek("(")) {
            throw Names.called(token);
        }
        if (!accept(".")) {
            return names.value(token);
        }
        Token property = at < tokens.size() ? tokens.get(at++) : token;
        if (peek("(")) {
            throw Names.called(property);
        }
        if (peek(".")) {
            throw Names.notAFact(token);
        }
        return names.property(token, property);
    }

    /** Where reading stands, for messages. */
    private Token here() {
        return tokens.get(Math.min(at, tokens.size() - 1));
    }

    private boolean peek(String sign) {
        return at < tokens.size() && tokens.get(at).is(sign);
    }

    private boolean accept(String sign) {
        boolean there = peek(sign);
        at += there ? 1 : 0;
        return there;
    }

    private void expect(String sign) throws Refusal {
        if (!accept(sign)) {
            throw at < tokens.size()
                    ? unexpected()
                    : Refusal.at(
                            tokens.get(tokens.size() - 1),
                            "缺少 " + sign,
                            sign + " is missing",
                            "补上 " + sign,
                            "add " + sign);
        }
    }

    private Refusal unexpected() {
        Token token = tokens.get(at);
        return Refusal.at(
                token,
                "这里不能写 " + token.text(),
                token.text() + " does not belong here",
                "只能用比较、in、&& || !、+ - * 和属性",
                "use comparisons, in, && || !, + - * and properties only");
    }
}
