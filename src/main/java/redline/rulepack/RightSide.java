package redline.rulepack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import redline.quantity.Quantity;
import redline.quantity.Text;
import redline.quantity.Unit;
import redline.requirement.Comparator;
import redline.rulepack.Branch.Verb;
import redline.rulepack.Faults.Refusal;
import redline.rulepack.Lexer.Kind;
import redline.rulepack.Lexer.Token;

/** The right side of a branch: one call of one verb. */
final class RightSide {
    private static final List<String> VERBS = List.of("require", "exempt", "ask", "note");

    private final List<List<Token>> arguments = new ArrayList<>();
    private final Token verb;

    /** @param tokens between {@code then} and {@code end}, line: that of the rule */
    RightSide(List<Token> tokens, int line) throws Refusal {
        boolean call = tokens.size() >= 3
                && tokens.get(0).kind() == Kind.WORD
                && tokens.get(1).is("(");
        if (!call || !VERBS.contains(tokens.get(0).text())) {
            throw new Refusal(
                    tokens.isEmpty() ? line : tokens.get(0).line(),
                    tokens.isEmpty() ? "then" : tokens.get(0).text(),
                    new Text("then 里要有且只有一个动词", "the then part is one call of one verb"),
                    new Text("写 require、exempt、ask 或 note", "write require, exempt, ask or note"));
        }
        verb = tokens.get(0);
        int at = 2;
        int depth = 1;
        List<Token> argument = new ArrayList<>();
        for (; at < tokens.size() && depth > 0; at++) {
            Token token = tokens.get(at);
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            if (depth == 0 || depth == 1 && token.is(",")) {
                arguments.add(argument);
                argument = new ArrayList<>();
            } else {
                argument.add(token);
            }
        }
        at += at < tokens.size() && tokens.get(at).is(";") ? 1 : 0;
        if (depth > 0 || at < tokens.size()) {
            Token rest = tokens.get(Math.min(at, tokens.size() - 1));
            throw new Refusal(
                    rest.line(),
                    rest.text(),
                    new Text("动词后面还有别的内容", "something follows the verb"),
                    new Text("一个分支只写一个动词;另写一个 rule", "a branch has one verb; write another rule"));
        }
    }

    /** The verb with its subject type and, for each alternative of the left side, the subject's slot and the bound. */
    Branch branch(String ruleId, String name, String file, int line, List<LeftSide.Alternative> alternatives)
            throws Refusal {
        int expected = verb.is("require") ? 4 : verb.is("ask") ? 3 : 2;
        if (arguments.size() != expected) {
            throw refuse(
                    verb,
                    verb.text() + " 要有 " + expected + " 个参数",
                    verb.text() + " takes " + expected + " arguments",
                    usage());
        }
        Verb said = verb();
        List<Branch.Path> paths = new ArrayList<>();
        FactType about = null;
        for (LeftSide.Alternative alternative : alternatives) {
            Scope.Bound subject = subject(alternative.scope());
            if (about != null && !about.equals(subject.type())) {
                throw refuse(
                        arguments.get(0).get(0),
                        "or 的各支绑定了不同类型的对象",
                        "the alternatives of or bind subjects of different types",
                        new Text("拆成几个规则文件", "split it into several rule files"));
            }
            about = subject.type();
            Term bound = said instanceof Verb.Require require ? bound(require, alternative.scope()) : null;
            paths.add(new Branch.Path(alternative.steps(), subject.slot(), bound, alternative.slots()));
        }
        return new Branch(ruleId, name, file, line, about, said, List.copyOf(paths));
    }

    private Scope.Bound subject(Scope scope) throws Refusal {
        Token token = one(0, Kind.WORD);
        Scope.Bound bound = scope.of(token.text());
        if (bound == null || bound.property() >= 0 || bound.type().about() == null) {
            List<String> subjects = new ArrayList<>();
            for (String name : scope.names()) {
                Scope.Bound each = scope.of(name);
                if (each.property() < 0 && each.type().about() != null) {
                    subjects.add(name);
                }
            }
            throw new Refusal(
                    token.line(),
                    token.text(),
                    new Text(
                            token.text() + " 不是 when 里绑定的审查对象",
                            token.text() + " is not a subject bound in the when part (outside of not and exists)"),
                    Nearest.remedy(token.text(), subjects));
        }
        return bound;
    }

    private Verb verb() throws Refusal {
        return switch (verb.text()) {
            case "require" -> new Verb.Require(constant(1, Quantity.class), constant(2, Comparator.class));
            case "exempt" -> {
                String target = one(1, Kind.STRING).text();
                int colon = target.indexOf(':');
                yield colon < 0
                        ? new Verb.Exempt(target.strip(), null)
                        : new Verb.Exempt(
                                target.substring(0, colon).strip(),
                                target.substring(colon + 1).strip());
            }
            case "ask" ->
                new Verb.Ask(one(1, Kind.STRING).text(), one(2, Kind.STRING).text());
            default -> new Verb.Note(one(1, Kind.STRING).text());
        };
    }

    private Term bound(Verb.Require require, Scope scope) throws Refusal {
        List<Token> tokens = arguments.get(3);
        if (tokens.isEmpty()) {
            throw refuse(verb, "没有写限值", "the bound is missing", usage());
        }
        LeftSide.checkLength(tokens);
        Term bound = new ExpressionParser(tokens, scope, null, -1).bound();
        boolean terms = require.comparator() == Comparator.ONE_OF;
        boolean fits = terms
                ? bound.kind() == FactType.Kind.TERMS || bound.kind() == FactType.Kind.STRING
                : bound.kind() == FactType.Kind.NUMBER;
        if (!fits || terms != (require.quantity().unit() == Unit.TERM)) {
            throw refuse(
                    tokens.get(0),
                    require.quantity() + " 用 " + require.comparator() + " 时限值不能是"
                            + bound.kind().title().zh(),
                    "a " + bound.kind().title().en() + " cannot bound " + require.quantity() + " by "
                            + require.comparator(),
                    new Text("代码类用 ONE_OF 和代码集;其余用数", "codes take ONE_OF and a set of codes; all others numbers"));
        }
        return bound;
    }

    private <E extends Enum<E>> E constant(int index, Class<E> type) throws Refusal {
        Token token = one(index, Kind.WORD);
        List<String> names =
                Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
        if (!names.contains(token.text())) {
            throw new Refusal(
                    token.line(),
                    token.text(),
                    new Text("没有 " + token.text(), "there is no " + token.text()),
                    Nearest.remedy(token.text(), names));
        }
        return Enum.valueOf(type, token.text());
    }

    private Token one(int index, Kind kind) throws Refusal {
        List<Token> argument = arguments.get(index);
        if (argument.size() != 1 || argument.get(0).kind() != kind) {
            Token at = argument.isEmpty() ? verb : argument.get(0);
            String shown = argument.stream().map(Token::text).collect(Collectors.joining(" "));
            throw refuse(
                    at,
                    verb.text() + " 的第 " + (index + 1) + " 个参数不能是 " + shown,
                    "argument " + (index + 1) + " of " + verb.text() + " cannot be " + shown,
                    usage());
        }
        return argument.get(0);
    }

    private Text usage() {
        return Text.same(
                switch (verb.text()) {
                    case "require" ->
                        "require( $subject, QUANTITY, AT_LEAST | AT_MOST | EQUAL | ONE_OF | AT_LEAST_IN_TOTAL, $bound );";
                    case "exempt" -> "exempt( $subject, \"rule-id\" | \"branch\" | \"rule-id: branch\" );";
                    case "ask" -> "ask( $subject, \"question-key\", \"who\" );";
                    default -> "note( $subject, \"key\" );";
                });
    }

    private static Refusal refuse(Token token, String zh, String en, Text remedy) {
        return new Refusal(token.line(), token.text(), new Text(zh, en), remedy);
    }
}
