package redline.rulepack;

import java.util.ArrayList;
import java.util.List;
import redline.quantity.Quantity;
import redline.requirement.Comparator;
import redline.rulepack.Condition.Operator;
import redline.rulepack.Faults.Refusal;
import redline.rulepack.Lexer.Kind;
import redline.rulepack.Lexer.Token;

/** Reads the words of a rule text without faults as they stand, nothing resolved or put in another order. */
final class DrlSayings {
    private final List<Token> tokens;
    private int at;

    private DrlSayings(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** @throws Refusal at a form that sentences do not have, though the reader knows it */
    static List<Saying> read(List<Token> tokens) throws Refusal {
        return new DrlSayings(tokens).file();
    }

    private List<Saying> file() throws Refusal {
        List<Saying> said = new ArrayList<>();
        while (at < tokens.size()) {
            int line = expect("rule").line();
            said.add(new Saying.Header(string(), line));
            said.add(mark("when"));
            while (!peek("then")) {
                said.add(or());
            }
            said.add(mark("then"));
            said.add(verb());
            said.add(mark("end"));
        }
        return said;
    }

    private Saying mark(String word) throws Refusal {
        return new Saying.Mark(word, expect(word).line());
    }

    private Saying or() throws Refusal {
        return joined("or");
    }

    /** Patterns by or, and; conditions by ||, &amp;&amp;. */
    private Saying joined(String sign) throws Refusal {
        List<Saying> parts = new ArrayList<>();
        List<Integer> lines = new ArrayList<>();
        parts.add(part(sign));
        while (peek(sign)) {
            lines.add(next().line());
            parts.add(part(sign));
        }
        return lines.isEmpty() ? parts.get(0) : new Saying.Joined(sign, List.copyOf(parts), List.copyOf(lines));
    }

    private Saying part(String sign) throws Refusal {
        return switch (sign) {
            case "or" -> joined("and");
            case "and" -> element();
            case "||" -> joined("&&");
            default -> not();
        };
    }

    private Saying element() throws Refusal {
        if (peek("not") || peek("exists")) {
            Token word = next();
            return new Saying.Prefixed(word.text(), element(), word.line());
        }
        if (peek("(")) {
            int line = next().line();
            Saying inner = or();
            expect(")");
            return new Saying.Bracket(inner, line);
        }
        Token first = word();
        String name = null;
        Token type = first;
        if (peek(":")) {
            next();
            name = first.text();
            type = word();
        }
        expect("(");
        List<Saying> constraints = new ArrayList<>();
        if (!peek(")")) {
            do {
                constraints.add(constraint());
            } while (accept(","));
        }
        expect(")");
        return new Saying.Pattern(type.text(), name, List.copyOf(constraints), first.line());
    }

    private Saying constraint() throws Refusal {
        if (at + 1 < tokens.size() && tokens.get(at + 1).is(":")) {
            Token name = next();
            next();
            return new Saying.Bind(name.text(), word().text(), name.line());
        }
        return joined("||");
    }

    private Saying not() throws Refusal {
        if (!peek("!")) {
            return relation();
        }
        int line = next().line();
        return new Saying.Prefixed("!", not(), line);
    }

    private Saying relation() throws Refusal {
        Saying left = sum();
        if (at >= tokens.size()) {
            return left;
        }
        for (Operator operator : Operator.values()) {
            if (peek(operator.sign)) {
                int line = next().line();
                return new Saying.Relation(operator, left, sum(), line);
            }
        }
        boolean notIn =
                peek("not") && at + 1 < tokens.size() && tokens.get(at + 1).is("in");
        if (!notIn && !peek("in")) {
            return left;
        }
        int line = next().line();
        at += notIn ? 1 : 0;
        expect("(");
        List<Saying> choices = new ArrayList<>();
        do {
            choices.add(sum());
        } while (accept(","));
        expect(")");
        return new Saying.Among(notIn, left, List.copyOf(choices), line);
    }

    private Saying sum() throws Refusal {
        Saying left = product();
        while (peek("+") || peek("-")) {
            Token sign = next();
            left = new Saying.Calculation(sign.text(), left, product(), sign.line());
        }
        return left;
    }

    private Saying product() throws Refusal {
        Saying left = factor();
        while (peek("*")) {
            Token sign = next();
            left = new Saying.Calculation(sign.text(), left, factor(), sign.line());
        }
        return left;
    }

    private Saying factor() throws Refusal {
        Token token = next();
        if (token.is("(")) {
            Saying inner = joined("||");
            expect(")");
            return new Saying.Bracket(inner, token.line());
        }
        return switch (token.kind()) {
            case STRING -> new Saying.Words(token.text(), token.line());
            case NUMBER -> new Saying.Number(token.text(), token.line());
            case WORD -> word(token);
            case SIGN -> throw unsaid(token);
        };
    }

    private Saying word(Token token) throws Refusal {
        if (token.is("true") || token.is("false")) {
            return new Saying.Truth(token.is("true"), token.line());
        }
        if (!token.text().startsWith("$")) {
            return new Saying.Own(token.text(), token.line());
        }
        return accept(".")
                ? new Saying.Of(token.text(), word().text(), token.line())
                : new Saying.Name(token.text(), token.line());
    }

    private Saying verb() throws Refusal {
        Token verb = word();
        int line = verb.line();
        expect("(");
        String subject = word().text();
        expect(",");
        Saying said = switch (verb.text()) {
            case "require" -> {
                Quantity quantity = Quantity.valueOf(word().text());
                expect(",");
                Comparator comparator = Comparator.valueOf(word().text());
                expect(",");
                yield new Saying.Require(subject, quantity, comparator, joined("||"), line);
            }
            case "exempt" -> new Saying.Exempt(subject, string(), line);
            case "ask" -> {
                String key = string();
                expect(",");
                yield new Saying.Ask(subject, key, string(), line);
            }
            default -> new Saying.Note(subject, string(), line);
        };
        expect(")");
        accept(";");
        return said;
    }

    private Token next() throws Refusal {
        if (at >= tokens.size()) {
            throw unsaid(tokens.isEmpty() ? null : tokens.get(tokens.size() - 1));
        }
        return tokens.get(at++);
    }

    private boolean peek(String sign) {
        return at < tokens.size() && tokens.get(at).is(sign);
    }

    private boolean accept(String sign) {
        boolean there = peek(sign);
        at += there ? 1 : 0;
        return there;
    }

    private Token expect(String sign) throws Refusal {
        Token token = next();
        if (!token.is(sign)) {
            throw unsaid(token);
        }
        return token;
    }

    private Token word() throws Refusal {
        Token token = next();
        if (token.kind() != Kind.WORD) {
            throw unsaid(token);
        }
        return token;
    }

    private String string() throws Refusal {
        Token token = next();
        if (token.kind() != Kind.STRING) {
            throw unsaid(token);
        }
        return token.text();
    }

    private static Refusal unsaid(Token token) {
        return Refusal.at(
                token,
                "这里的写法没有对应的句子",
                "sentences have no form for this",
                "照别的规则改写,或继续用 DRL 编辑",
                "write it as other rules do, or go on editing the DRL");
    }
}
