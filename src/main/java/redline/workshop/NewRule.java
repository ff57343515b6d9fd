package redline.workshop;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import redline.finding.Verdict;
import redline.quantity.Quantity;
import redline.quantity.Unit;
import redline.requirement.Comparator;
import tools.jackson.databind.json.JsonMapper;

/**
 * A rule as a form states it, and the files that it begins with: the rule, its page, the parameter that holds its limit and its first case. What was
 * not stated is not made up: a limit without a value leaves the rule undetermined, a case without an expectation is asked for by the
 * check of the draft.
 *
 * @param subject name of the fact that it is about
 * @param value as written, empty where it is not known yet
 * @param first the first case; its folder is not used
 */
public record NewRule(
        String pack,
        String id,
        String titleZh,
        String titleEn,
        String force,
        String authority,
        String stage,
        String what,
        String when,
        String doubts,
        String subject,
        Quantity quantity,
        Comparator comparator,
        String value,
        String from,
        String clause,
        String grade,
        CaseText first) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int LONGEST_ID = 60;

    /** Whether a rule may be called so. */
    public static boolean isId(String id) {
        return id.length() <= LONGEST_ID && ID.matcher(id).matches();
    }

    /** Quantities whose limit a parameter can hold. */
    public static List<Quantity> quantities() {
        return List.of(Quantity.values()).stream()
                .filter(quantity -> quantity.unit() != Unit.TERM)
                .toList();
    }

    /** By path in a draft. */
    public Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put(folder(pack) + "rules/" + id + ".drl", drl());
        files.put(folder(pack) + "rules/" + id + ".md", page());
        files.put(folder(pack) + "parameters/" + id + ".yaml", parameter());
        CaseText one = firstCase();
        files.put(one.path(), one.yaml());
        return files;
    }

    private static String folder(String pack) {
        return DraftPaths.RULES + pack + "/";
    }

    private String drl() {
        return """
                // %s
                rule "%s"
                when
                  $subject : %s()
                  Parameter( name == "%s/%s", $limit : value )
                then
                  require( $subject, %s, %s, $limit );
                end
                """.formatted(titleZh.strip(), id, subject, pack, id, quantity, comparator);
    }

    private String page() {
        return "---\n"
                + "title: " + bilingual(titleZh, titleEn) + "\n"
                + "force: " + quoted(force) + "\n"
                + "authority: " + quoted(authority) + "\n"
                + "stage: " + quoted(stage) + "\n"
                + "letter:\n"
                + "  zh: "
                + quoted("{subject}" + quantity.title().zh() + "为 {measured}，要求 {required}({source})，{margin}。") + "\n"
                + "  en: "
                + quoted("{subject}: " + quantity.title().en()
                        + " is {measured}; required {required} ({source}), {margin}.")
                + "\n---\n\n"
                + section("管什么", what.isBlank() ? titleZh + "。" : what)
                + section("何时适用", when.isBlank() ? "没有写条件，总是适用。" : when)
                + section("怎么算", quantity.title().zh() + " " + comparator.sign() + " 参数“" + titleZh.strip() + "”的取值。")
                + section("假定", "无")
                + section("存疑", doubt()).stripTrailing() + "\n";
    }

    private String doubt() {
        String open = value.isBlank() ? "限值还没有来源，留空;填写前有关结论为待核实(依据存疑)。" : "";
        return doubts.isBlank() && open.isEmpty() ? "无" : (doubts.strip() + "\n\n" + open).strip();
    }

    private static String section(String heading, String text) {
        return "## " + heading + "\n\n" + text.strip() + "\n\n";
    }

    private String parameter() {
        String dated = from.isBlank() ? "不限" : from.strip();
        return "title: " + bilingual(titleZh, titleEn) + "\n"
                + "unit: " + quoted(unit()) + "\n"
                + "values:\n  - {from: " + dated
                + (value.isBlank() ? "" : ", value: " + value.strip())
                + ", clause: " + quoted(clause) + ", grade: " + grade + "}\n";
    }

    private String unit() {
        return switch (quantity.unit()) {
            case METRE, SQUARE_METRE, PERCENT -> quantity.unit().symbol();
            case COUNT -> "个";
            default -> "1";
        };
    }

    private CaseText firstCase() {
        Verdict verdict = first.expected().stream()
                .flatMap(line -> CaseText.verdict(line.verdict()).stream())
                .findFirst()
                .orElse(Verdict.UNDETERMINED);
        return first.in(id, CaseText.folder(1, verdict, "first"));
    }

    private static String bilingual(String zh, String en) {
        return "{zh: " + quoted(zh) + ", en: " + quoted(en) + "}";
    }

    private static String quoted(String text) {
        return JSON.writeValueAsString(text.strip());
    }

    /**
     * The files of a rule once more under another name and title, its cases among them.
     *
     * @param files of the rule, by path in a draft
     */
    public static Map<String, String> copy(
            Map<String, String> files, String rule, String id, String titleZh, String titleEn) {
        Map<String, String> copies = new LinkedHashMap<>();
        files.forEach((path, text) -> {
            String renamed = path.replace("/" + rule + ".", "/" + id + ".").replace("/" + rule + "/", "/" + id + "/");
            copies.put(
                    renamed,
                    path.endsWith(".drl")
                            ? text.replace("\"" + rule + "\"", "\"" + id + "\"")
                                    .replace("\"" + rule + ":", "\"" + id + ":")
                            : path.endsWith(".md")
                                    ? text.replaceFirst(
                                            "(?m)^title:.*(\\n[ \\t].*)*",
                                            java.util.regex.Matcher.quoteReplacement(
                                                    "title: " + bilingual(titleZh, titleEn)))
                                    : text.replaceFirst(
                                            "(?m)^rule: *\"?" + Pattern.quote(rule) + "\"? *$", "rule: " + id));
        });
        return copies;
    }
}
