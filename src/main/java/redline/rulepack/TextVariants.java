package redline.rulepack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import redline.quantity.Text;
import redline.rulepack.Lexer.Token;

/**
 * Changes of a rule's text, word by word: comparisons turned, the direction of a bound turned, branches, conditions and groups left
 * out. The changed text goes the way of any text: what the language refuses never runs.
 */
final class TextVariants {
    private static final Map<String, String> TURNED = Map.of(
            "<",
            "<=",
            "<=",
            "<",
            ">",
            ">=",
            ">=",
            ">",
            "==",
            "!=",
            "!=",
            "==",
            "AT_LEAST",
            "AT_MOST",
            "AT_MOST",
            "AT_LEAST");

    private final RuleBook book;
    private final Pack pack;
    private final RuleText text;
    private final Set<String> rules;
    private final Set<String> needed;
    private final List<Token> tokens;
    private List<Variant> variants = new ArrayList<>();

    TextVariants(RuleBook book, Pack pack, RuleText text) {
        this.book = book;
        this.pack = pack;
        this.text = text;
        this.rules = book.influence().of(exemptedBy(book, text.ruleId()));
        this.needed = book.influence().onAll(rules);
        this.tokens = Lexer.tokens(text.drl(), 1, new Faults(text.file()));
    }

    /** A rule and those that it exempts from, which lose their exemption with it. */
    private static Set<String> exemptedBy(RuleBook book, String ruleId) {
        Set<String> changed =
                new TreeSet<>(book.program().ruleKinds().get(ruleId).exempts());
        changed.add(ruleId);
        return changed;
    }

    void add(List<Variant> all) {
        variants = all;
        for (RuleTokens.Span branch : RuleTokens.branches(tokens)) {
            comparisons(branch);
            deletions(branch);
        }
    }

    private void comparisons(RuleTokens.Span branch) {
        int number = 0;
        for (int i = branch.when() + 1; i < branch.then(); i++) {
            if (tokens.get(i).kind() == Lexer.Kind.SIGN
                    && TURNED.containsKey(tokens.get(i).text())) {
                number++;
                turned(branch, "#cmp" + number, i);
            }
        }
        for (int i = branch.then() + 1; i < branch.end(); i++) {
            if (tokens.get(i).kind() == Lexer.Kind.WORD
                    && TURNED.containsKey(tokens.get(i).text())) {
                turned(branch, "#require", i);
            }
        }
    }

    private void turned(RuleTokens.Span branch, String place, int at) {
        Token was = tokens.get(at);
        String is = TURNED.get(was.text());
        List<Token> changed = new ArrayList<>(tokens);
        changed.set(at, new Token(was.kind(), is, was.line()));
        boolean comparison = was.kind() == Lexer.Kind.SIGN;
        String left = comparison ? RuleTokens.said(tokens.subList(at - 1, at)) + " " : "";
        String right = comparison ? " " + RuleTokens.said(tokens.subList(at + 1, at + 2)) : "";
        String around = left + was.text() + " → " + is + right;
        add(
                branch.name() + place + " " + was.text() + "→" + is,
                Variant.Kind.COMPARISON,
                was.line(),
                Text.same(around),
                changed);
    }

    private void deletions(RuleTokens.Span branch) {
        delete(branch.name() + "#branch", new RuleTokens.Part(branch.from(), branch.end() + 1), "分支", "the branch");
        int number = 0;
        for (RuleTokens.Part group : RuleTokens.groups(tokens, branch)) {
            number++;
            String word = tokens.get(group.from()).is("and")
                            || tokens.get(group.from()).is("or")
                    ? tokens.get(group.from() + 1).text()
                    : tokens.get(group.from()).text();
            delete(branch.name() + "#" + word + number, group, "", "");
        }
        number = 0;
        for (RuleTokens.Part condition : RuleTokens.conditions(tokens, branch)) {
            number++;
            delete(branch.name() + "#cond" + number, condition, "", "");
        }
    }

    private void delete(String id, RuleTokens.Part part, String zh, String en) {
        List<Token> gone = tokens.subList(part.from(), part.to());
        List<Token> changed = new ArrayList<>(tokens.subList(0, part.from()));
        changed.addAll(tokens.subList(part.to(), tokens.size()));
        String said = RuleTokens.said(gone.stream().filter(t -> !t.is(",")).collect(Collectors.toList()));
        add(
                id,
                Variant.Kind.DELETION,
                gone.get(0).line(),
                new Text("删去" + (zh.isEmpty() ? " " + said : zh), "without " + (en.isEmpty() ? said : en)),
                changed);
    }

    private void add(String id, Variant.Kind kind, int line, Text what, List<Token> changed) {
        variants.add(new Variant(id, kind, pack.id(), text.file(), line, Set.of(), what, rules, () -> {
            RuleText other = new RuleText(text.ruleId(), text.packId(), text.file(), RuleTokens.written(changed));
            return book.trial(pack, book.program().trial(needed, other));
        }));
    }
}
