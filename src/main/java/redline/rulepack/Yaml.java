package redline.rulepack;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import redline.quantity.Text;

/**
 * One value of a YAML file of a pack, a profile or a rule case, with its file, line and path. Reading never throws: what does
 * not fit is a {@link Fault} in the list that the file was opened with, and the value reads as null.
 */
public final class Yaml {
    private static final int DEEPEST = 12;
    private static final int SHOWN = 60;

    private final String file;
    private final String element;
    private final Node node;
    private final int firstLine;
    private final List<Fault> faults;

    private Yaml(String file, String element, Node node, int firstLine, List<Fault> faults) {
        this.file = file;
        this.element = element;
        this.node = node;
        this.firstLine = firstLine;
        this.faults = faults;
    }

    /** The top of a file, or null (with a fault) where it is no YAML, or empty. */
    public static Yaml open(String file, String text, List<Fault> faults) {
        return open(file, text, 1, faults);
    }

    /** As {@link #open(String, String, List)} for a text whose first line is line {@code firstLine} of its file. */
    static Yaml open(String file, String text, int firstLine, List<Fault> faults) {
        try {
            LoadSettings settings =
                    LoadSettings.builder().setMaxAliasesForCollections(0).build();
            Node root = new Composer(settings, new YamlEvents(settings, text))
                    .getSingleNode()
                    .orElse(null);
            if (root != null) {
                return new Yaml(file, "", root, firstLine, faults);
            }
            faults.add(new Fault(
                    file, firstLine, "", new Text("文件是空的", "The file is empty"), new Text("请填写内容", "Fill it in")));
        } catch (YamlEvents.Unwanted unwanted) {
            faults.add(new Fault(file, unwanted.line + firstLine, "", unwanted.what, unwanted.remedy));
        } catch (MarkedYamlEngineException broken) {
            int line = broken.getProblemMark().map(mark -> mark.getLine()).orElse(0) + firstLine;
            faults.add(syntax(file, line, broken.getProblem()));
        } catch (YamlEngineException broken) {
            faults.add(syntax(file, firstLine, broken.getMessage()));
        }
        return null;
    }

    private static Fault syntax(String file, int line, String problem) {
        return new Fault(
                file,
                line,
                "",
                new Text("YAML 写法有误:" + problem, "Not valid YAML: " + problem),
                new Text(
                        "检查这一行及上一行的缩进、冒号后的空格和引号;用英文冒号与逗号",
                        "Check indentation, the blank after each colon and the quotes on this line and the one above"));
    }

    public String element() {
        return element;
    }

    /** As much of a text as a message can hold. */
    private static String shown(String text) {
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    }

    public int line() {
        return node.getStartMark().map(mark -> mark.getLine()).orElse(0) + firstLine;
    }

    /** The last line that it takes up. */
    int lastLine() {
        return node.getEndMark()
                        .map(mark -> mark.getColumn() == 0 && mark.getLine() > line() - firstLine
                                ? mark.getLine() - 1
                                : mark.getLine())
                        .orElse(0)
                + firstLine;
    }

    /** The text under a key as it was meant, without quotes; empty where there is none. */
    String written(String key) {
        Yaml value = find(key);
        return value != null && !value.isNull() && value.node instanceof ScalarNode scalar
                ? scalar.getValue().strip()
                : "";
    }

    /** A text as a value of a flow mapping: with quotes where it could be read as something else. */
    static String scalar(String text) {
        boolean plain = text.matches("[\\p{IsHan}\\p{IsAlphabetic}0-9][^:#{}\\[\\],&*!|>'\"%@`\\p{Cntrl}]*")
                && !text.endsWith(" ")
                && !text.matches("(?i)null|true|false|yes|no|on|off");
        return plain ? text : "'" + text.replaceAll("\\p{Cntrl}+", " ").replace("'", "''") + "'";
    }

    public void fault(String zh, String en, String remedyZh, String remedyEn) {
        faults.add(new Fault(file, line(), shown(element), new Text(zh, en), new Text(remedyZh, remedyEn)));
    }

    /** Says of each key that is not among {@code known} that it is unknown; true for a mapping. */
    public boolean mapping(String... known) {
        if (!(node instanceof MappingNode)) {
            fault(
                    "这里要写成“键: 值”",
                    "Expected keys with values",
                    "每行一个键:" + String.join("、", known),
                    "Keys: " + String.join(", ", known));
            return false;
        }
        List<String> allowed = List.of(known);
        entries().forEach((key, value) -> {
            if (!allowed.contains(key)) {
                value.fault(
                        "不认识的键“" + shown(key) + "”",
                        "Unknown key \"" + shown(key) + "\"",
                        "可用的键:" + String.join("、", allowed),
                        "Known keys: " + String.join(", ", allowed));
            }
        });
        return true;
    }

    /** Keys in the order of the file; a key given twice is a fault. */
    public Map<String, Yaml> entries() {
        Map<String, Yaml> entries = new LinkedHashMap<>();
        if (node instanceof MappingNode mapping && depth() < DEEPEST) {
            for (NodeTuple tuple : mapping.getValue()) {
                String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
                Yaml value = child(element.isEmpty() ? key : element + "." + key, tuple.getValueNode());
                if (entries.put(key, value) != null) {
                    value.fault(
                            "键“" + shown(key) + "”写了两次",
                            "Key \"" + shown(key) + "\" is given twice",
                            "只保留一个",
                            "Keep one of them");
                }
            }
        }
        return entries;
    }

    private int depth() {
        return (int) element.chars().filter(c -> c == '.' || c == '[').count();
    }

    private Yaml child(String path, Node value) {
        return new Yaml(file, path, value, firstLine, faults);
    }

    /** The value of a key, or null where it is not there. */
    public Yaml find(String key) {
        return entries().get(key);
    }

    /** The value of a key; a fault and null where it is not there. */
    public Yaml get(String key) {
        Yaml found = find(key);
        if (found == null) {
            fault("缺少“" + key + "”", "\"" + key + "\" is missing", "补上“" + key + ":”", "Add \"" + key + ":\"");
        }
        return found;
    }

    /** Items of a sequence. */
    public List<Yaml> items() {
        List<Yaml> items = new ArrayList<>();
        if (node instanceof SequenceNode sequence) {
            if (depth() < DEEPEST) {
                sequence.getValue().forEach(item -> items.add(child(element + "[" + items.size() + "]", item)));
            }
        } else {
            fault("这里要写成列表", "Expected a list", "每项一行,以“- ”开头", "One item a line, beginning with \"- \"");
        }
        return items;
    }

    /** Items of the sequence under a key, or none where the key is not there. */
    public List<Yaml> items(String key) {
        Yaml list = find(key);
        return list == null ? List.of() : list.items();
    }

    public boolean isText() {
        return node instanceof ScalarNode;
    }

    public boolean isMapping() {
        return node instanceof MappingNode;
    }

    /** True for {@code null}, {@code ~} and nothing at all. */
    public boolean isNull() {
        return node instanceof ScalarNode scalar
                && scalar.isPlain()
                && (scalar.getValue().isEmpty()
                        || scalar.getValue().equals("null")
                        || scalar.getValue().equals("~"));
    }

    /** True for a value without quotes, whose notation says what it is. */
    public boolean isPlain() {
        return node instanceof ScalarNode scalar && scalar.isPlain();
    }

    /** The text as written, never blank, or null with a fault. */
    public String text() {
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue().strip();
        }
        fault("这里要写文字", "Expected a text", "填写内容", "Fill it in");
        return null;
    }

    /** The text under a key; a fault and null where it is not there. */
    public String text(String key) {
        Yaml value = get(key);
        return value == null ? null : value.text();
    }

    /** The text under a key, or {@code otherwise} where the key is not there. */
    public String text(String key, String otherwise) {
        Yaml value = find(key);
        return value == null ? otherwise : value.text();
    }

    /** {@code {zh: …, en: …}} under a key. */
    public Text bilingual(String key) {
        Yaml value = get(key);
        return value == null ? null : value.bilingual();
    }

    /** {@code {zh: …, en: …}}. */
    public Text bilingual() {
        if (!mapping("zh", "en")) {
            return null;
        }
        String zh = text("zh");
        String en = text("en");
        return zh == null || en == null ? null : new Text(zh, en);
    }

    /** An exact decimal, or null with a fault. */
    public BigDecimal number() {
        if (node instanceof ScalarNode scalar) {
            BigDecimal number = Decimals.parse(scalar.getValue());
            if (number != null) {
                return number;
            }
        }
        fault("这里要写数", "Expected a number", "只写数字,例如 13 或 0.75,不带单位", "Digits only, such as 13 or 0.75, no unit");
        return null;
    }

    /** A day as 2025-01-31, or null with a fault. */
    public LocalDate date() {
        if (node instanceof ScalarNode scalar) {
            try {
                return Validity.day(scalar.getValue().strip());
            } catch (DateTimeException notADay) {
                fault(
                        "“" + shown(scalar.getValue()) + "”不是日期",
                        "\"" + shown(scalar.getValue()) + "\" is not a date",
                        "写成 2025-01-31",
                        "Write 2025-01-31");
                return null;
            }
        }
        fault("这里要写日期", "Expected a date", "写成 2025-01-31", "Write 2025-01-31");
        return null;
    }

    /** The day under a key, {@code otherwise} where the key is not there or says 不限 (open). */
    LocalDate date(String key, LocalDate otherwise) {
        Yaml value = find(key);
        if (value == null
                || (value.node instanceof ScalarNode scalar && scalar.getValue().equals("不限"))) {
            return otherwise;
        }
        return value.date();
    }

    /** One of the named choices under a key, or null with a fault. */
    public <T> T choice(String key, Map<String, T> choices) {
        Yaml value = get(key);
        return value == null ? null : value.choice(choices);
    }

    /** One of the named choices, or null with a fault. */
    public <T> T choice(Map<String, T> choices) {
        String written = text();
        if (written != null && !choices.containsKey(written)) {
            String known = String.join(" | ", new TreeSet<>(choices.keySet()));
            fault(
                    "“" + shown(written) + "”不在可选范围内",
                    "\"" + shown(written) + "\" is none of the choices",
                    "可选:" + known,
                    "One of: " + known);
        }
        return written == null ? null : choices.get(written);
    }
}
