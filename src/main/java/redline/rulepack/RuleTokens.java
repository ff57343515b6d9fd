package redline.rulepack;

import java.util.ArrayList;
import java.util.List;
import redline.rulepack.Lexer.Kind;
import redline.rulepack.Lexer.Token;

/** The parts of a rule text as runs of its words. Only for texts without faults. */
final class RuleTokens {
    /** From {@code from} to before {@code to}. */
    record Part(int from, int to) {}

    /** A branch: where {@code rule}, {@code when}, {@code then} and {@code end} stand. */
    record Span(String name, int from, int when, int then, int end) {}

    private RuleTokens() {}

    static List<Span> branches(List<Token> tokens) {
        List<Span> branches = new ArrayList<>();
        int from = -1;
        int when = -1;
        int then = -1;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (from < 0 && token.is("rule")) {
                from = i;
            } else if (from >= 0 && when < 0 && token.is("when")) {
                when = i;
            } else if (when >= 0 && then < 0 && token.is("then")) {
                then = i;
            } else if (then >= 0 && token.is("end")) {
                branches.add(new Span(tokens.get(from + 1).text(), from, when, then, i));
                from = -1;
                when = -1;
                then = -1;
            }
        }
        return branches;
    }

    /** Each condition of each pattern, with a comma beside it; what only binds a name is no condition. */
    static List<Part> conditions(List<Token> tokens, Span branch) {
        List<Part> conditions = new ArrayList<>();
        for (int i = branch.when() + 1; i < branch.then() - 1; i++) {
            boolean type = tokens.get(i).kind() == Kind.WORD
                    && Character.isUpperCase(tokens.get(i).text().charAt(0));
            if (type && tokens.get(i + 1).is("(")) {
                int close = close(tokens, i + 1);
                int begin = i + 2;
                int depth = 0;
                for (int j = begin; j <= close; j++) {
                    depth += tokens.get(j).is("(") ? 1 : tokens.get(j).is(")") && j < close ? -1 : 0;
                    if (j == close || depth == 0 && tokens.get(j).is(",")) {
                        boolean binds = j > begin + 1 && tokens.get(begin + 1).is(":");
                        if (j > begin && !binds) {
                            boolean first = begin == i + 2;
                            conditions.add(new Part(first ? begin : begin - 1, first && j < close ? j + 1 : j));
                        }
                        begin = j + 1;
                    }
                }
                i = close;
            }
        }
        return conditions;
    }

    /** Each {@code not} and {@code exists} with what it holds, and one {@code and} or {@code or} beside it. */
    static List<Part> groups(List<Token> tokens, Span branch) {
        List<Part> groups = new ArrayList<>();
        for (int i = branch.when() + 1; i < branch.then(); i++) {
            Token token = tokens.get(i);
            boolean group = (token.is("not") || token.is("exists"))
                    && !tokens.get(i + 1).is("in");
            if (group) {
                int open = i + 1;
                while (!tokens.get(open).is("(")) {
                    open++;
                }
                int end = close(tokens, open) + 1;
                boolean before =
                        tokens.get(i - 1).is("and") || tokens.get(i - 1).is("or");
                boolean after = tokens.get(end).is("and") || tokens.get(end).is("or");
                groups.add(new Part(before ? i - 1 : i, !before && after ? end + 1 : end));
            }
        }
        return groups;
    }

    private static int close(List<Token> tokens, int open) {
        int depth = 0;
        for (int i = open; i < tokens.size(); i++) {
            depth += tokens.get(i).is("(") ? 1 : tokens.get(i).is(")") ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        throw new IllegalStateException("unbalanced");
    }

    /** As a text again, every word on its line. */
    static String written(List<Token> tokens) {
        StringBuilder text = new StringBuilder();
        int line = 1;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            for (; line < token.line(); line++) {
                text.append('\n');
            }
            boolean path = token.is(".") || i > 0 && tokens.get(i - 1).is(".");
            text.append(path ? "" : " ").append(word(token));
        }
        return text.append('\n').toString();
    }

    /** In one line, for people. */
    static String said(List<Token> tokens) {
        StringBuilder text = new StringBuilder();
        for (Token token : tokens) {
            text.append(text.length() == 0 || token.is(",") ? "" : " ").append(word(token));
        }
        return text.toString();
    }

    private static String word(Token token) {
        return token.kind() == Kind.STRING ? "\"" + token.text() + "\"" : token.text();
    }
}
