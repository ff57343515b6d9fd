package redline.rulepack;

import java.util.List;
import redline.quantity.Text;
import redline.rulepack.Faults.Refusal;
import redline.rulepack.Lexer.Token;

/** What words in an expression stand for: constants, properties of the pattern they stand in, names bound before. */
final class Names {
    private final Scope scope;
    private final FactType own;
    private final int slot;

    /** {@code own} null: outside of any pattern. */
    Names(Scope scope, FactType own, int slot) {
        this.scope = scope;
        this.own = own;
        this.slot = slot;
    }

    /** {@code $name : property}. */
    void bind(List<Token> tokens) throws Refusal {
        Token name = tokens.get(0);
        if (tokens.size() != 3 || tokens.get(2).kind() != Lexer.Kind.WORD) {
            throw Refusal.at(
                    name,
                    "名称只能绑定到一个属性",
                    "a name is bound to one property only",
                    "写成 $名称 : 属性;计算和比较另写",
                    "write $name : property, and compute or compare apart");
        }
        checkVariable(name);
        if (!scope.bind(name.text(), new Scope.Bound(slot, own, indexOf(own, tokens.get(2))))) {
            throw taken(name);
        }
    }

    /** A word by itself. */
    Term value(Token token) throws Refusal {
        String word = token.text();
        if (word.equals("true") || word.equals("false")) {
            return new Term.Literal(word.equals("true"), FactType.Kind.BOOLEAN);
        }
        if (word.equals("null")) {
            throw Refusal.at(
                    token,
                    "不能与 null 比较:缺少的资料不是一个值",
                    "null cannot be compared with: what is missing is not a value",
                    "删去它;缺少时程序自己判为待核实",
                    "delete it; what is missing becomes undetermined by itself");
        }
        if (!word.startsWith("$")) {
            if (own == null) {
                throw Refusal.at(
                        token,
                        "限值里只能用 $名称",
                        "a bound is made of $names only",
                        "在 when 里绑定它:$名称 : 属性",
                        "bind it in the when part: $name : property");
            }
            return new Term.Property(slot, indexOf(own, token), own);
        }
        Scope.Bound bound = bound(token);
        if (bound.property() < 0) {
            throw Refusal.at(
                    token,
                    word + " 是事实,不是值",
                    word + " is a fact, not a value",
                    "写 " + word + ".属性",
                    "write " + word + ".property");
        }
        return new Term.Property(bound.slot(), bound.property(), bound.type());
    }

    /** {@code $fact.property}. */
    Term property(Token fact, Token property) throws Refusal {
        Scope.Bound bound = bound(fact);
        if (bound.property() >= 0) {
            throw notAFact(fact);
        }
        return new Term.Property(bound.slot(), indexOf(bound.type(), property), bound.type());
    }

    private Scope.Bound bound(Token token) throws Refusal {
        Scope.Bound bound = scope.of(token.text());
        if (bound == null) {
            throw new Refusal(
                    token.line(),
                    token.text(),
                    new Text("名称 " + token.text() + " 还没有绑定", "the name " + token.text() + " is not bound yet"),
                    Nearest.remedy(token.text(), scope.names()));
        }
        return bound;
    }

    private static int indexOf(FactType type, Token token) throws Refusal {
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

    static void checkVariable(Token name) throws Refusal {
        if (!name.text().startsWith("$") || name.text().length() == 1) {
            throw Refusal.at(
                    name,
                    "名称 " + name.text() + " 不以 $ 开头",
                    "the name " + name.text() + " does not start with $",
                    "写成 $" + name.text(),
                    "write $" + name.text());
        }
    }

    static Refusal taken(Token name) {
        return Refusal.at(
                name,
                "名称 " + name.text() + " 已经用过",
                "the name " + name.text() + " is taken",
                "换一个名称",
                "choose another name");
    }

    static Refusal notAFact(Token name) {
        return Refusal.at(
                name,
                name.text() + " 不是事实",
                name.text() + " is not a fact",
                "只能写 $事实.属性",
                "only $fact.property can be written");
    }

    static Refusal called(Token name) {
        return Refusal.at(
                name,
                "不能调用 " + name.text(),
                "calling " + name.text() + " is not allowed",
                "只用属性和比较,属性名后不带括号",
                "use properties and comparisons only, properties without parentheses");
    }
}
