package redline.rulepack;

import java.util.List;
import java.util.Map;
import redline.quantity.Text;
import redline.rulepack.Lexer.Kind;
import redline.rulepack.Lexer.Token;

/** Words and numbers that no rule text may hold outside of strings and comments, each with what to do instead. */
final class Words {
    private static final Text ONLY_PATTERNS =
            new Text("when 里只写事实的模式、not、exists、or", "the when part holds patterns of facts, not, exists, or");
    private static final Text ONLY_VERBS =
            new Text("then 里只写一个 require、exempt、ask 或 note", "the then part holds one require, exempt, ask or note");
    private static final Text ONLY_RULES = new Text(
            "规则文件里只写 rule;值写进 parameters/ 或 tables/",
            "a rule file holds rules only; values go to parameters/ or tables/");
    private static final Text ONLY_COMPARISONS =
            new Text("只用 == != < <= > >= in 比较", "compare by == != < <= > >= in only");
    private static final Text MEASURE =
            new Text("需要汇总的数由量算给出,规则只读它的结果", "what needs aggregation is a measure; a rule reads its result");
    private static final Text NO_ORDER =
            new Text("删去它:规则之间没有先后,最严的限值自然起作用", "delete it: rules have no order, the strictest bound governs");
    private static final Text BOUNDS = new Text(
            "写绑定的名称或其计算,例如 $limit 或 $factor * $height",
            "write a bound name or arithmetic on names, for example $limit");

    private static final Map<String, Text> FORBIDDEN = Map.ofEntries(
            Map.entry("eval", ONLY_PATTERNS),
            Map.entry("from", ONLY_PATTERNS),
            Map.entry("forall", ONLY_PATTERNS),
            Map.entry("this", ONLY_PATTERNS),
            Map.entry("over", ONLY_PATTERNS),
            Map.entry("accumulate", MEASURE),
            Map.entry("acc", MEASURE),
            Map.entry("collect", MEASURE),
            Map.entry("groupby", MEASURE),
            Map.entry("salience", NO_ORDER),
            Map.entry("ruleflow", NO_ORDER),
            Map.entry("agenda", NO_ORDER),
            Map.entry("dialect", ONLY_RULES),
            Map.entry("extends", ONLY_RULES),
            Map.entry("enabled", ONLY_RULES),
            Map.entry("timer", ONLY_RULES),
            Map.entry("duration", ONLY_RULES),
            Map.entry("calendars", ONLY_RULES),
            Map.entry("global", ONLY_RULES),
            Map.entry("function", ONLY_RULES),
            Map.entry("declare", ONLY_RULES),
            Map.entry("query", ONLY_RULES),
            Map.entry("unit", ONLY_RULES),
            Map.entry("static", ONLY_RULES),
            Map.entry("attributes", ONLY_RULES),
            Map.entry("matches", ONLY_COMPARISONS),
            Map.entry("contains", ONLY_COMPARISONS),
            Map.entry("memberOf", ONLY_COMPARISONS),
            Map.entry("soundslike", ONLY_COMPARISONS),
            Map.entry("str", ONLY_COMPARISONS),
            Map.entry("instanceof", ONLY_COMPARISONS),
            Map.entry("new", BOUNDS),
            Map.entry("do", ONLY_VERBS),
            Map.entry("insert", ONLY_VERBS),
            Map.entry("insertLogical", ONLY_VERBS),
            Map.entry("update", ONLY_VERBS),
            Map.entry("modify", ONLY_VERBS),
            Map.entry("delete", ONLY_VERBS),
            Map.entry("retract", ONLY_VERBS),
            Map.entry("drools", ONLY_VERBS),
            Map.entry("kcontext", ONLY_VERBS));

    private Words() {}

    static void check(List<Token> tokens, Faults faults) {
        for (Token token : tokens) {
            String text = token.text();
            if (token.kind() == Kind.NUMBER && !text.equals("0") && !text.equals("1")) {
                faults.add(
                        token.line(),
                        text,
                        new Text("规则里不能写数值 " + text, "a rule may not hold the number " + text),
                        new Text(
                                "把它写成参数(parameters/)或表格(tables/)中的值;规则里只能有 0 和 1",
                                "make it a parameter (parameters/) or a table cell (tables/); a rule holds no numbers but 0 and 1"));
            }
            Text remedy = token.kind() == Kind.WORD ? FORBIDDEN.get(text) : null;
            if (remedy != null) {
                faults.add(
                        token.line(),
                        text,
                        new Text("不允许使用 " + text, text + " is not part of the rule language"),
                        remedy);
            }
        }
    }
}
