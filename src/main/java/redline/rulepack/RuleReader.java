package redline.rulepack;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.ImportDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsError;
import org.drools.drl.parser.DroolsParserException;
import org.kie.internal.builder.conf.LanguageLevelOption;
import redline.quantity.Text;
import redline.rulepack.Faults.Refusal;
import redline.rulepack.Lexer.Token;

/**
 * One rule file to its branches: characters, words, Drools' parser (it builds descriptors and runs nothing), then default deny
 * over all that it found. No compiler ever sees the text.
 */
final class RuleReader {
    private static final Pattern PARSER_NOISE = Pattern.compile("^\\[ERR \\d+] Line \\d+:\\d+ ");
    private static final int MOST_BRANCHES = 60;
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private final RuleText text;
    private final Map<String, FactType> types;
    private final Faults faults;

    private RuleReader(RuleText text, Map<String, FactType> types, Faults faults) {
        this.text = text;
        this.types = types;
        this.faults = faults;
    }

    /** The branches that could be read; any fault stands in {@code faults}. */
    static List<Branch> read(RuleText text, Map<String, FactType> types, Faults faults) {
        return new RuleReader(text, types, faults).read();
    }

    private List<Branch> read() {
        if (!ID.matcher(text.ruleId()).matches()) {
            faults.add(
                    0,
                    text.ruleId(),
                    new Text("规则编号 " + text.ruleId() + " 不合写法", "the rule id " + text.ruleId() + " is not well formed"),
                    new Text(
                            "用小写字母、数字和连字符,例如 road-setback",
                            "use lower-case letters, digits and hyphens, for example road-setback"));
        }
        List<Token> tokens = Lexer.tokens(text.drl(), 1, faults);
        boolean clean = !faults.any();
        Words.check(tokens, faults);
        PackageDescr parsed = clean ? parse() : null;
        if (parsed == null || !declaresNothing(parsed)) {
            return List.of();
        }
        List<List<Token>> consequences = Coverage.check(parsed, tokens, faults);
        List<Branch> branches = new ArrayList<>();
        if (parsed.getRules().size() > MOST_BRANCHES) {
            refuse(
                    parsed.getRules().get(MOST_BRANCHES).getLine(),
                    text.ruleId(),
                    "一个规则文件里有 " + parsed.getRules().size() + " 个分支,最多 " + MOST_BRANCHES + " 个",
                    "there are " + parsed.getRules().size() + " branches in one rule file, at most " + MOST_BRANCHES,
                    "把逐项的值写进表格,规则只读表",
                    "put the values into a table and read it");
            return List.of();
        }
        for (int i = 0; i < parsed.getRules().size() && i < consequences.size(); i++) {
            branch(parsed.getRules().get(i), consequences.get(i), branches);
        }
        branches.replaceAll(branch -> withTarget(branch, branches));
        if (!faults.any()) {
            RuleFile.check(branches, text, faults);
        }
        return branches;
    }

    /** {@code exempt($s, "podium")} names a branch of its own file where there is one of that name, else a rule. */
    private Branch withTarget(Branch branch, List<Branch> branches) {
        if (branch.verb() instanceof Branch.Verb.Exempt exempt
                && exempt.branch() == null
                && branches.stream().anyMatch(b -> b.name().equals(exempt.ruleId()))) {
            return new Branch(
                    branch.ruleId(),
                    branch.name(),
                    branch.file(),
                    branch.line(),
                    branch.subjectType(),
                    new Branch.Verb.Exempt(branch.ruleId(), exempt.ruleId()),
                    branch.paths());
        }
        return branch;
    }

    private PackageDescr parse() {
        DrlParser parser = new DrlParser(LanguageLevelOption.DRL6);
        PackageDescr parsed = null;
        try {
            parsed = parser.parse((org.kie.api.io.Resource) null, new StringReader(text.drl()));
        } catch (DroolsParserException | RuntimeException | StackOverflowError unreadable) {
            refuse(1, "", "文件无法解析", "the file cannot be parsed", "对照别的规则文件检查写法", "compare it with another rule file");
        }
        for (DroolsError error : parser.getErrors()) {
            int line = error.getLines().length > 0 ? error.getLines()[0] : 0;
            if (line > 0) {
                String said = PARSER_NOISE.matcher(error.getMessage()).replaceFirst("");
                refuse(
                        line,
                        "",
                        "语法不对:" + said,
                        "syntax: " + said,
                        "检查这一行及上一行的括号、逗号和引号",
                        "check parentheses, commas and quotes of this line and the one above");
            }
        }
        if (parsed == null && !faults.any()) {
            refuse(
                    0,
                    "",
                    "文件里没有规则",
                    "the file holds no rule",
                    "写 rule \"编号\" when … then … end",
                    "write rule \"id\" when … then … end");
        }
        return parser.hasErrors() ? null : parsed;
    }

    /** Only rules: no globals, functions, types, queries, attributes, annotations. */
    private boolean declaresNothing(PackageDescr parsed) {
        boolean nothing = parsed.getGlobals().isEmpty()
                && parsed.getFunctions().isEmpty()
                && parsed.getFunctionImports().isEmpty()
                && parsed.getAccumulateImports().isEmpty()
                && parsed.getTypeDeclarations().isEmpty()
                && parsed.getEnumDeclarations().isEmpty()
                && parsed.getEntryPointDeclarations().isEmpty()
                && parsed.getWindowDeclarations().isEmpty()
                && parsed.getAttributes().isEmpty()
                && parsed.getUnit() == null;
        if (!nothing && !faults.any()) {
            refuse(1, "", "规则文件里除规则外还声明了别的", "the file declares more than rules", "只写 rule", "write rules only");
        }
        for (ImportDescr each : parsed.getImports()) {
            String target = each.getTarget();
            if (!target.equals("redline.fact.Fact.*")
                    && !(target.startsWith("redline.fact.Fact.")
                            && PublishedFacts.types().containsKey(target.substring("redline.fact.Fact.".length())))) {
                refuse(
                        each.getLine(),
                        target,
                        "不允许 import " + target,
                        "import " + target + " is not allowed",
                        "删去 import,事实不用引入",
                        "delete it, facts need no import");
                nothing = false;
            }
        }
        if (parsed.getRules().isEmpty() && nothing) {
            refuse(
                    0,
                    "",
                    "文件里没有规则",
                    "the file holds no rule",
                    "写 rule \"编号\" when … then … end",
                    "write rule \"id\" when … then … end");
        }
        return nothing;
    }

    private void branch(RuleDescr rule, List<Token> consequence, List<Branch> branches) {
        boolean plain = rule.getAttributes().isEmpty()
                && rule.getAnnotations().isEmpty()
                && rule.getNamedConsequences().isEmpty()
                && !rule.hasParent()
                && !rule.isQuery()
                && rule.getUnit() == null;
        if (!plain) {
            refuse(
                    rule.getLine(),
                    rule.getName(),
                    "规则带有属性或继承",
                    "the rule has attributes or a parent",
                    "只写 when 和 then",
                    "write when and then only");
            return;
        }
        String name = branchName(rule);
        if (branches.stream().anyMatch(b -> b.name().equals(name))) {
            refuse(
                    rule.getLine(),
                    rule.getName(),
                    "分支重名",
                    "two branches have the same name",
                    "换一个分支名",
                    "choose another name");
        }
        List<LeftSide.Alternative> alternatives = LeftSide.read(rule.getLhs(), types, faults);
        if (alternatives.isEmpty()) {
            return;
        }
        try {
            Branch branch = new RightSide(consequence, rule.getLine())
                    .branch(text.ruleId(), name, text.file(), rule.getLine(), alternatives);
            for (Branch.Path path : faults.any() ? List.<Branch.Path>of() : branch.paths()) {
                Effort.check(path, branch.subjectType(), rule.getLine(), faults);
            }
            branches.add(branch);
        } catch (Refusal refusal) {
            faults.add(refusal);
        }
    }

    private String branchName(RuleDescr rule) {
        String name = rule.getName();
        if (name.equals(text.ruleId())) {
            return "";
        }
        String prefix = text.ruleId() + ":";
        String branch =
                name.startsWith(prefix) ? name.substring(prefix.length()).strip() : "";
        if (branch.isEmpty() || branch.contains(":")) {
            refuse(
                    rule.getLine(),
                    name,
                    "规则名与文件名不一致",
                    "the rule's name does not go with the file's",
                    "写成 \"" + text.ruleId() + "\" 或 \"" + text.ruleId() + ": 分支名\"",
                    "write \"" + text.ruleId() + "\" or \"" + text.ruleId() + ": branch\"");
        }
        return branch;
    }

    private void refuse(int line, String element, String zh, String en, String remedyZh, String remedyEn) {
        faults.add(line, element, new Text(zh, en), new Text(remedyZh, remedyEn));
    }
}
