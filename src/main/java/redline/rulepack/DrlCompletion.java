package redline.rulepack;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import redline.quantity.Quantity;
import redline.quantity.Text;
import redline.requirement.Comparator;
import redline.rulepack.Lexer.Kind;
import redline.rulepack.Lexer.Token;
import redline.rulepack.RuleSentences.Completion;

/** What may be written at the end of an unfinished rule file: what there is at that place, narrowed by the word that was begun. */
final class DrlCompletion {
    private static final int MOST = 200;

    private final SentenceWords words;
    private final Collection<String> rules;

    /** Variables of the branch so far, with what they stand for. */
    private final Map<String, Text> subjects = new LinkedHashMap<>();

    private final Map<String, Text> values = new LinkedHashMap<>();
    private final Map<String, Text> offered = new LinkedHashMap<>();

    DrlCompletion(SentenceWords words, Collection<String> rules) {
        this.words = words;
        this.rules = rules;
    }

    List<Completion> of(String ruleId, String before) {
        String line = before.substring(before.lastIndexOf('\n') + 1);
        int quote = openQuote(line);
        if (before.length() > Lexer.LONGEST || quote == COMMENT) {
            return List.of();
        }
        int from = quote >= 0 ? quote + 1 : wordStart(line);
        String begun = line.substring(from);
        String done = before.substring(0, before.length() - line.length() + (quote >= 0 ? quote : from));
        offer(ruleId, Lexer.tokens(done, 1, new Faults("")), quote >= 0);
        String wanted = begun.toLowerCase(Locale.ROOT);
        return offered.entrySet().stream()
                .filter(one -> one.getKey().toLowerCase(Locale.ROOT).startsWith(wanted)
                        || one.getValue().zh().contains(begun)
                        || !wanted.isEmpty()
                                && one.getKey().toLowerCase(Locale.ROOT).contains(wanted))
                .sorted(java.util.Comparator.comparing(
                        one -> !one.getKey().toLowerCase(Locale.ROOT).startsWith(wanted)))
                .limit(MOST)
                .map(one -> new Completion(from, one.getKey(), one.getValue()))
                .toList();
    }

    private static final int COMMENT = -2;

    /** Where the quote stands that is open at the end of a line; −1 where none is, {@link #COMMENT} within a comment. */
    private static int openQuote(String line) {
        int open = -1;
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) == '"') {
                open = open < 0 ? i : -1;
            } else if (open < 0 && line.startsWith("//", i)) {
                return COMMENT;
            }
        }
        return open;
    }

    private static int wordStart(String line) {
        int from = line.length();
        while (from > 0 && Character.isJavaIdentifierPart(line.charAt(from - 1))) {
            from--;
        }
        return from;
    }

    private void offer(String ruleId, List<Token> tokens, boolean quoted) {
        int rule = last(tokens, "rule");
        List<Token> branch = rule < 0 ? List.of() : tokens.subList(rule + 1, tokens.size());
        int when = last(branch, "when");
        int then = last(branch, "then");
        if (rule < 0 || last(branch, "end") >= 0) {
            add("rule \"" + ruleId + "\"", new Text("分支", "branch"));
        } else if (when < 0) {
            if (quoted) {
                add(ruleId, new Text("规则名", "name of the rule"));
                add(ruleId + ": ", new Text("规则名: 分支", "name of rule and branch"));
            } else {
                add("when", new Text("当", "when"));
            }
        } else {
            bound(branch.subList(when + 1, then < 0 ? branch.size() : then));
            if (then < 0) {
                left(branch.subList(when + 1, branch.size()), quoted);
            } else {
                right(branch.subList(then + 1, branch.size()), quoted);
            }
        }
    }

    private static int last(List<Token> tokens, String word) {
        for (int i = tokens.size() - 1; i >= 0; i--) {
            if (tokens.get(i).kind() == Kind.WORD && tokens.get(i).text().equals(word)) {
                return i;
            }
        }
        return -1;
    }

    /** {@code $x : Type(} is a subject, {@code $x : property} a value. */
    private void bound(List<Token> tokens) {
        Deque<String> heads = new ArrayDeque<>();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.is("(")) {
                heads.push(i > 0 ? tokens.get(i - 1).text() : "");
            } else if (token.is(")") && !heads.isEmpty()) {
                heads.pop();
            } else if (i + 2 < tokens.size() && tokens.get(i + 1).is(":") && token.kind() == Kind.WORD) {
                FactType type = words.type(tokens.get(i + 2).text());
                if (type != null) {
                    subjects.put(token.text(), type.label());
                } else {
                    FactType own = heads.isEmpty() ? null : words.type(heads.peek());
                    values.put(token.text(), label(own, tokens.get(i + 2).text()));
                }
            }
        }
    }

    private Text label(FactType type, String property) {
        int index = type == null ? -1 : type.indexOf(property);
        return index < 0
                ? Text.same(property)
                : new Text(
                        words.label(type, property),
                        type.properties().get(index).label().en());
    }

    private void left(List<Token> tokens, boolean quoted) {
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).is("(")) {
                open.push(i);
            } else if (tokens.get(i).is(")") && !open.isEmpty()) {
                open.pop();
            }
        }
        FactType type = null;
        for (int at : open) {
            type = type == null && at > 0 ? words.type(tokens.get(at - 1).text()) : type;
        }
        if (type != null) {
            inside(type, tokens, quoted);
        } else if (!quoted) {
            add("not ", new Text("没有", "there is no"));
            add("exists ", new Text("存在", "there is"));
            add("or", new Text("或者", "or"));
            add("then", new Text("则", "then"));
            words.types().values().forEach(each -> add(each.name() + "(", said(each)));
        }
    }

    private Text said(FactType type) {
        String table = words.tables().get(type.name());
        return table == null ? type.label() : new Text("表 " + table, "table " + table);
    }

    private void inside(FactType type, List<Token> tokens, boolean quoted) {
        FactType.Property compared = compared(type, tokens);
        if (compared != null) {
            codes(type, compared, quoted);
        }
        if (!quoted) {
            if (compared == null) {
                type.properties().forEach(each -> add(each.name(), label(type, each.name())));
            } else if (compared.kind() == FactType.Kind.BOOLEAN) {
                add("true", new Text("是", "yes"));
                add("false", new Text("否", "no"));
            }
            values.forEach(this::add);
            subjects.forEach(this::add);
        }
    }

    /** The property left of the last comparison, null where no comparison is open. */
    private static FactType.Property compared(FactType type, List<Token> tokens) {
        for (int i = tokens.size() - 1; i > 0; i--) {
            Token token = tokens.get(i);
            if (List.of("==", "!=", "in", "<", "<=", ">", ">=").contains(token.text())) {
                String name = tokens.get(i - 1).is("not")
                        ? tokens.get(Math.max(0, i - 2)).text()
                        : tokens.get(i - 1).text();
                int index = type.indexOf(name);
                return index < 0 ? null : type.properties().get(index);
            }
            boolean listed = token.kind() == Kind.STRING || token.is(",") || token.is("(");
            if (!listed || token.is(",") && !inList(tokens, i)) {
                return null;
            }
        }
        return null;
    }

    /** Whether a comma stands in {@code in ( … , … )}. */
    private static boolean inList(List<Token> tokens, int comma) {
        int at = comma;
        while (at > 0 && !tokens.get(at).is("(")) {
            at--;
        }
        return at > 0 && tokens.get(at - 1).is("in");
    }

    private void codes(FactType type, FactType.Property property, boolean quoted) {
        String close = quoted ? "" : "\"";
        if (SentenceWords.isParameter(type) && property.name().equals("name")) {
            words.parameters().forEach((name, title) -> add(close + name + close, title));
        } else {
            words.codes(type, property)
                    .forEach(code -> add(
                            close + code + close,
                            new Text(
                                    words.said(type, property, code),
                                    CodeWords.of(property.name(), code).en())));
        }
    }

    private void right(List<Token> tokens, boolean quoted) {
        if (tokens.isEmpty()) {
            add("require( ", new Text("要求", "a quantity is at least, at most …"));
            add("exempt( ", new Text("免除", "exception"));
            add("ask( ", new Text("请人核定", "asks a person"));
            add("note( ", new Text("附注", "remark"));
            return;
        }
        long argument = tokens.stream().filter(token -> token.is(",")).count();
        if (tokens.stream().anyMatch(token -> token.is(")"))) {
            add("end", new Text("完", "end"));
        } else if (quoted) {
            if (tokens.get(0).is("exempt")) {
                rules.forEach(rule -> add(rule, new Text("规则", "rule")));
            }
        } else if (argument == 0) {
            subjects.forEach(this::add);
        } else if (tokens.get(0).is("require") && argument == 1) {
            for (Quantity quantity : Quantity.values()) {
                add(quantity.name(), quantity.title());
            }
        } else if (tokens.get(0).is("require") && argument == 2) {
            for (Comparator comparator : Comparator.values()) {
                add(comparator.name(), new Text(SentenceWords.said(comparator), comparator.sign()));
            }
        } else {
            values.forEach(this::add);
        }
    }

    private void add(String word, Text what) {
        offered.putIfAbsent(word, what);
    }
}
