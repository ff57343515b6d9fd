package redline.rulepack;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import redline.quantity.Text;
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
    private final Scope scope;
    private final FactType own;
    private final int slot;
    private int at;

    /** {@code own} and {@code slot}: the pattern that the constraint stands in; null and −1 for a bound. */
    ExpressionParser(List<Token> tokens, Scope scope, FactType own, int slot) {
        this.tokens = tokens;
        this.scope = scope;
        this.own = own;
        this.slot = slot;
    }

    /** A condition, or null where the constraint only binds a name. */
    Condition constraint() throws Refusal {
        if (tokens.size() >= 2 && tokens.get(1).is(":")) {
            binding();
            return null;
        }
        Object read = or();
        if (at < tokens.size()) {
            throw unexpected();
        }
        if (read instanceof Condition condition) {
            return condition;
        }
        throw refuse(
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
        throw refuse(
                tokens.get(0),
                "限值不能是条件",
                "a bound cannot be a condition",
                "把条件写在 when 里",
                "put conditions into the when part");
    }

    private void binding() throws Refusal {
        Token name = tokens.get(0);
        if (tokens.size() != 3 || tokens.get(2).kind() != Lexer.Kind.WORD) {
            throw refuse(
                    name,
                    "名称只能绑定到一个属性",
                    "a name is bound to one property only",
                    "写成 $名称 : 属性;计算和比较另写",
                    "write $name : property, and compute or compare apart");
        }
        checkVariable(name);
        Token property = tokens.get(2);
        if (!scope.bind(name.text(), new Scope.Bound(slot, own, ownProperty(property)))) {
            throw taken(name);
        }
    }

    static void checkVariable(Token name) throws Refusal {
        if (!name.text().startsWith("$") || name.text().length() == 1) {
            throw refuse(
                    name,
                    "名称 " + name.text() + " 不以 $ 开头",
                    "the name " + name.text() + " does not start with $",
                    "写成 $" + name.text(),
                    "write $" + name.text());
        }
    }

    static Refusal taken(Token name) {
        return refuse(
                name,
                "名称 " + name.text() + " 已经用过",
                "the name " + name.text() + " is taken",
                "换一个名称",
                "choose another name");
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
        parts.add(condition(first));
        while (peek(operator)) {
            at++;
            parts.add(condition(or ? joined("&&") : not()));
        }
        return or ? new Condition.Any(List.copyOf(parts)) : new Condition.All(List.copyOf(parts));
    }

    private Condition condition(Object read) throws Refusal {
        if (read instanceof Condition condition) {
            return condition;
        }
        throw refuse(
                tokens.get(Math.min(at, tokens.size() - 1)),
                "&& 和 || 的两边必须是比较",
                "both sides of && and || must be comparisons",
                "写完整的比较,例如 use == \"A\" || use == \"B\",或用 in",
                "write whole comparisons, for example use == \"A\" || use == \"B\", or use in");
    }

    private Object not() throws Refusal {
        if (!peek("!")) {
            return relation();
        }
        Token sign = tokens.get(at++);
        if (!peek("(")) {
            throw refuse(sign, "! 后面要有括号", "! needs parentheses", "写成 !( 条件 )", "write !( condition )");
        }
        return negated(condition(not()));
    }

    static Condition negated(Condition condition) {
        if (condition instanceof Condition.Comparison comparison) {
            return new Condition.Comparison(
                    comparison.operator().negated(), comparison.left(), comparison.right(), comparison.slot());
        }
        if (condition instanceof Condition.All all) {
            return new Condition.Any(
                    all.parts().stream().map(ExpressionParser::negated).toList());
        }
        return new Condition.All(((Condition.Any) condition)
                .parts().stream().map(ExpressionParser::negated).toList());
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
                return comparison(operator, term(left, sign), term(sum(), sign), sign);
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
            parts.add(comparison(operator, term(left, sign), term(sum(), sign), sign));
        } while (accept(","));
        expect(")");
        return notIn ? new Condition.All(List.copyOf(parts)) : new Condition.Any(List.copyOf(parts));
    }

    private Condition comparison(Operator operator, Term left, Term right, Token sign) throws Refusal {
        FactType.Kind kind = left.kind();
        boolean ordered = operator != Operator.EQUAL && operator != Operator.DIFFERENT;
        if (kind != right.kind() || kind == FactType.Kind.TERMS || ordered && kind != FactType.Kind.NUMBER) {
            throw refuse(
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

    private Term term(Object read, Token sign) throws Refusal {
        if (read instanceof Term term) {
            return term;
        }
        throw refuse(sign, "比较不能再被比较", "a comparison cannot be compared", "用 && 或 || 连接", "join them by && or ||");
    }

    private Object sum() throws Refusal {
        Object left = product();
        while (peek("+") || peek("-")) {
            Token sign = tokens.get(at++);
            left = operation(sign, left, product());
        }
        return left;
    }

    private Object product() throws Refusal {
        Object left = factor();
        while (peek("*") || peek("/")) {
            Token sign = tokens.get(at++);
            if (sign.is("/")) {
                throw refuse(
                        sign,
                        "规则里不能相除",
                        "a rule does not divide",
                        "把除数乘到比较的另一边,或把值存为倒数",
                        "multiply the other side, or store the value as its reciprocal");
            }
            left = operation(sign, left, factor());
        }
        return left;
    }

    private Term operation(Token sign, Object left, Object right) throws Refusal {
        Term a = term(left, sign);
        Term b = term(right, sign);
        if (a.kind() != FactType.Kind.NUMBER || b.kind() != FactType.Kind.NUMBER) {
            throw refuse(sign, "只有数才能计算", "only numbers can be calculated with", "检查两边的属性", "check both sides");
        }
        return new Term.Operation(sign.text().charAt(0), a, b);
    }

    private Object factor() throws Refusal {
        if (at >= tokens.size()) {
            Token last = tokens.isEmpty() ? null : tokens.get(tokens.size() - 1);
            throw refuse(last, "条件没有写完", "the condition is not finished", "补上缺少的部分", "complete it");
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
        String word = token.text();
        if (word.equals("true") || word.equals("false")) {
            return new Term.Literal(word.equals("true"), FactType.Kind.BOOLEAN);
        }
        if (word.equals("null")) {
            throw refuse(
                    token,
                    "不能与 null 比较:缺少的资料不是一个值",
                    "null cannot be compared with: what is missing is not a value",
                    "删去它;缺少时程序自己判为待核实",
                    "delete it; what is missing becomes undetermined by itself");
        }
        if (peek("(")) {
            throw refuse(
                    token,
                    "不能调用 " + word,
                    "calling " + word + " is not allowed",
                    "只用属性和比较",
                    "use properties and comparisons only");
        }
        if (!word.startsWith("$")) {
            return new Term.Property(slot, ownProperty(token), own);
        }
        Scope.Bound bound = scope.of(word);
        if (bound == null) {
            throw new Refusal(
                    token.line(),
                    word,
                    new Text("名称 " + word + " 还没有绑定", "the name " + word + " is not bound yet"),
                    Nearest.remedy(word, scope.names()));
        }
        if (accept(".")) {
            Token property = at < tokens.size() ? tokens.get(at++) : token;
            if (bound.property() >= 0 || peek(".")) {
                throw refuse(
                        token,
                        word + " 不是事实",
                        word + " is not a fact",
                        "只能写 $事实.属性",
                        "only $fact.property can be written");
            }
            if (peek("(")) {
                throw refuse(
                        property,
                        "不能调用 " + property.text(),
                        "calling " + property.text() + " is not allowed",
                        "写属性名,不带括号",
                        "write the property without parentheses");
            }
            return new Term.Property(bound.slot(), property(bound.type(), property), bound.type());
        }
        if (bound.property() < 0) {
            throw refuse(
                    token,
                    word + " 是事实,不是值",
                    word + " is a fact, not a value",
                    "写 " + word + ".属性",
                    "write " + word + ".property");
        }
        return new Term.Property(bound.slot(), bound.property(), bound.type());
    }

    private int ownProperty(Token token) throws Refusal {
        if (own == null) {
            throw refuse(
                    token,
                    "限值里只能用 $名称",
                    "a bound is made of $names only",
                    "在 when 里绑定它:$名称 : 属性",
                    "bind it in the when part: $name : property");
        }
        return property(own, token);
    }

    private static int property(FactType type, Token token) throws Refusal {
        int index = type.indexOf(token.text());
        if (index < 0 || token.kind() != Lexer.Kind.WORD) {
            throw new Refusal(
                    token.line(),
                    token.text(),
                    new Text(type.name() + " 没有属性 " + token.text(), type.name() + " has no property " + token.text()),
                    Nearest.remedy(
                            token.text(),
                            type.properties().stream()
                                    .map(FactType.Property::name)
                                    .toList()));
        }
        return index;
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
                    : refuse(
                            tokens.get(tokens.size() - 1),
                            "缺少 " + sign,
                            sign + " is missing",
                            "补上 " + sign,
                            "add " + sign);
        }
    }

    private Refusal unexpected() {
        Token token = tokens.get(at);
        return refuse(
                token,
                "这里不能写 " + token.text(),
                token.text() + " does not belong here",
                "只能用比较、in、&& || !、+ - * 和属性",
                "use comparisons, in, && || !, + - * and properties only");
    }

    private static Refusal refuse(Token token, String zh, String en, String remedyZh, String remedyEn) {
        return new Refusal(
                token == null ? 0 : token.line(),
                token == null ? "" : token.text(),
                new Text(zh, en),
                new Text(remedyZh, remedyEn));
    }
}
