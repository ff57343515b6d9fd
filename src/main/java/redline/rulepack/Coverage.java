package redline.rulepack;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.ExistsDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.ImportDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import redline.quantity.Text;
import redline.rulepack.Lexer.Token;

/**
 * Whether the parser has understood every word: what it found, written out again, must be the text. A word that it passed over
 * in silence would be a change of policy in silence.
 */
final class Coverage {
    /** Of these the descriptors keep the meaning but not the place. */
    private static final Set<String> GROUPING = Set.of("(", ")", ",", ";", "and", "or");

    private final List<String> understood = new ArrayList<>();

    private Coverage() {}

    /** The tokens between {@code then} and {@code end} of each rule; fewer than rules where the text was not understood. */
    static List<List<Token>> check(PackageDescr parsed, List<Token> tokens, Faults faults) {
        Coverage coverage = new Coverage();
        List<List<Token>> consequences = consequences(tokens, faults);
        coverage.packageAndImports(parsed);
        for (int i = 0; i < parsed.getRules().size(); i++) {
            coverage.rule(parsed.getRules().get(i));
        }
        List<Token> written = tokens.stream()
                .filter(t -> t.kind() == Lexer.Kind.STRING || !GROUPING.contains(t.text()))
                .toList();
        for (int i = 0; i < Math.max(written.size(), coverage.understood.size()); i++) {
            Token token = written.isEmpty() ? null : written.get(Math.min(i, written.size() - 1));
            if (i >= written.size()
                    || i >= coverage.understood.size()
                    || !coverage.understood.get(i).equals(written.get(i).text())) {
                faults.add(
                        token == null ? 0 : token.line(),
                        token == null ? "" : token.text(),
                        new Text("这里的文字没有被读懂", "these words were not understood"),
                        new Text("对照 docs/FACTS.md 检查这一行的写法", "check this line against docs/FACTS.md"));
                return List.of();
            }
        }
        return consequences;
    }

    /** The parser takes all up to the last {@code end} for one right side; here the first one closes it. */
    private static List<List<Token>> consequences(List<Token> tokens, Faults faults) {
        List<List<Token>> consequences = new ArrayList<>();
        List<Token> open = null;
        boolean inRule = false;
        for (Token token : tokens) {
            inRule |= token.is("rule");
            if (open == null && token.is("then")) {
                open = new ArrayList<>();
            } else if (open != null && token.is("end")) {
                consequences.add(open);
                open = null;
                inRule = false;
            } else if (open != null) {
                open.add(token);
            } else if (!inRule && !consequences.isEmpty() && !token.is(";")) {
                faults.add(
                        token.line(),
                        token.text(),
                        new Text("end 后面还有别的内容", "something follows end"),
                        new Text("end 之后只能是下一个 rule", "nothing but another rule follows end"));
                return List.of();
            }
        }
        return consequences;
    }

    private void packageAndImports(PackageDescr parsed) {
        if (parsed.getName() != null && !parsed.getName().isEmpty()) {
            understood.add("package");
            words(parsed.getName());
        }
        for (ImportDescr each : parsed.getImports()) {
            understood.add("import");
            words(each.getTarget());
        }
    }

    private void rule(RuleDescr rule) {
        understood.add("rule");
        understood.add(rule.getName());
        understood.add("when");
        rule.getLhs().getDescrs().forEach(this::element);
        understood.add("then");
        words(String.valueOf(rule.getConsequence()));
        understood.add("end");
    }

    private void element(BaseDescr descr) {
        if (descr instanceof PatternDescr pattern) {
            if (pattern.getIdentifier() != null) {
                understood.add(pattern.getIdentifier());
                understood.add(":");
            }
            words(pattern.getObjectType());
            for (BaseDescr constraint : pattern.getConstraint().getDescrs()) {
                if (constraint instanceof ExprConstraintDescr expression) {
                    words(expression.getExpression());
                }
            }
            return;
        }
        if (descr instanceof NotDescr || descr instanceof ExistsDescr) {
            understood.add(descr instanceof NotDescr ? "not" : "exists");
        }
        if (descr instanceof ConditionalElementDescr group) {
            for (Object each : group.getDescrs()) {
                element((BaseDescr) each);
            }
        }
    }

    private void words(String text) {
        for (Token token : Lexer.tokens(text, 1, new Faults(""))) {
            if (token.kind() == Lexer.Kind.STRING || !GROUPING.contains(token.text())) {
                understood.add(token.text());
            }
        }
    }
}
