package redline.rulepack;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import redline.quantity.Text;
import redline.requirement.Grade;
import redline.requirement.NotChecked;
import redline.scheme.Dates;

/** Reads one pack folder; everything that is wrong with it goes to the list of faults. */
final class PackReader {
    static final Map<String, Grade> GRADES = new LinkedHashMap<>();
    private static final Map<String, Pack.Layer> LAYERS = new LinkedHashMap<>();
    private static final Map<String, Dates.Kind> DATES = new LinkedHashMap<>();

    /** Written unit → how many decimal places to the inside unit. */
    private static final Map<String, Integer> UNITS = Map.of("m", 0, "m²", 0, "h", 0, "%", 2, "个", 0, "级", 0, "1", 0);

    static {
        for (Grade grade : Grade.values()) {
            GRADES.put(grade.name().toLowerCase(java.util.Locale.ROOT), grade);
        }
        for (Pack.Layer layer : Pack.Layer.values()) {
            LAYERS.put(layer.code, layer);
        }
        DATES.put("conditions-issued", Dates.Kind.CONDITIONS_ISSUED);
        DATES.put("contract-signed", Dates.Kind.CONTRACT_SIGNED);
        DATES.put("application-received", Dates.Kind.APPLICATION_RECEIVED);
    }

    private final String folder;
    private final SortedMap<String, byte[]> files;
    private final List<Fault> faults;

    PackReader(String folder, SortedMap<String, byte[]> files, List<Fault> faults) {
        this.folder = folder;
        this.files = files;
        this.faults = faults;
    }

    /** Null (with faults) where {@code pack.yaml} cannot be read; with faults, what could be read is still there. */
    Pack read() {
        files.keySet().forEach(this::known);
        Yaml top = yaml(folder + "/pack.yaml");
        if (top == null
                || !top.mapping(
                        "id",
                        "title",
                        "document-number",
                        "jurisdiction",
                        "layer",
                        "dated-by",
                        "in-force",
                        "succeeds",
                        "version",
                        "not-encoded")) {
            return null;
        }
        String id = top.text("id");
        if (id != null && !id.equals(folder)) {
            top.find("id")
                    .fault(
                            "id 与文件夹名“" + folder + "”不同",
                            "The id differs from the folder's name " + folder,
                            "改成一样",
                            "Make them the same");
        }
        Text title = top.bilingual("title");
        String version = top.text("version");
        Pack.Layer layer = top.choice("layer", LAYERS);
        Dates.Kind datedBy = top.choice("dated-by", DATES);
        Yaml inForce = top.get("in-force");
        boolean dated = inForce != null && inForce.mapping("from", "to", "note");
        Validity validity = dated ? validity(inForce) : Validity.ALWAYS;
        List<NotChecked> notEncoded = new ArrayList<>();
        for (Yaml item : top.items("not-encoded")) {
            if (item.mapping("id", "title", "why")) {
                String topic = item.text("id");
                Text what = item.bilingual("title");
                Text why = item.bilingual("why");
                if (topic != null && what != null && why != null) {
                    notEncoded.add(new NotChecked(folder + "/" + topic, what, why));
                }
            }
        }
        if (title == null || version == null || layer == null || datedBy == null) {
            return null;
        }
        List<RuleText> texts = texts();
        List<PackDocument> documents = documents();
        Set<String> numbers = documents.stream().map(PackDocument::number).collect(Collectors.toSet());
        return new Pack(
                folder,
                title,
                top.text("document-number", ""),
                top.text("jurisdiction", ""),
                layer,
                datedBy,
                validity,
                top.text("succeeds", null),
                version,
                RuleFiles.sha256(files),
                List.copyOf(notEncoded),
                documents,
                parameters(numbers),
                tables(title, numbers),
                texts,
                pages(texts));
    }

    private void known(String path) {
        boolean known = path.equals(folder + "/pack.yaml")
                || path.equals(documentsFile())
                || path.matches("[^/]+/parameters/[a-z0-9-]+\\.yaml")
                || path.matches("[^/]+/tables/[a-z0-9-]+\\.csv")
                || path.matches("[^/]+/rules/[a-z0-9-]+\\.(drl|md)");
        if (!known) {
            faults.add(new Fault(
                    path,
                    0,
                    "",
                    new Text("规则包里不认识的文件", "A file that no pack has"),
                    new Text(
                            "文件名用小写字母、数字和连字符,放在 parameters、tables 或 rules 下",
                            "Names in lower-case letters, digits and hyphens, under parameters, tables or rules")));
        }
    }

    private static Validity validity(Yaml yaml) {
        Validity validity = new Validity(yaml.date("from", null), yaml.date("to", null));
        if (yaml.find("from") == null) {
            yaml.fault(
                    "缺少施行日 from", "The first day (from) is missing", "填写日期;没有起始日写“不限”", "Give a date, or 不限 for open");
        }
        if (!validity.ordered()) {
            yaml.fault("失效日早于施行日", "The last day lies before the first", "改正日期", "Mend the dates");
        }
        return validity;
    }

    private String documentsFile() {
        return folder + "/documents.yaml";
    }

    /** None where there is no such file. */
    private List<PackDocument> documents() {
        List<PackDocument> documents = new ArrayList<>();
        Yaml top = files.containsKey(documentsFile()) ? yaml(documentsFile()) : null;
        if (top == null || !top.mapping("documents")) {
            return List.of();
        }
        for (Yaml item : top.items("documents")) {
            if (item.mapping("number", "title", "published", "legal-review", "until")) {
                String number = item.text("number");
                if (documents.stream().anyMatch(earlier -> earlier.number().equals(number))) {
                    item.fault("这个文号写了两次", "This number is given twice", "只保留一条", "Keep one of them");
                }
                if (number != null) {
                    documents.add(new PackDocument(
                            number,
                            item.text("title", ""),
                            item.date("published", null),
                            item.text("legal-review", ""),
                            item.date("until", null)));
                }
            }
        }
        return List.copyOf(documents);
    }

    private List<Pack.Parameter> parameters(Set<String> documents) {
        List<Pack.Parameter> parameters = new ArrayList<>();
        for (String path : in("parameters")) {
            Yaml yaml = yaml(path);
            if (yaml == null || !yaml.mapping("title", "unit", "values")) {
                continue;
            }
            Text title = yaml.bilingual("title");
            Map<String, String> units = new TreeMap<>();
            UNITS.keySet().forEach(unit -> units.put(unit, unit));
            String unit = yaml.choice("unit", units);
            List<Pack.Parameter.Entry> values = new ArrayList<>();
            if (yaml.get("values") != null && unit != null) {
                yaml.items("values").forEach(item -> entry(item, unit, documents, values));
            }
            if (title != null && unit != null) {
                parameters.add(new Pack.Parameter(nameOf(path), title, unit, List.copyOf(values)));
            }
        }
        return List.copyOf(parameters);
    }

    private static void entry(Yaml item, String unit, Set<String> documents, List<Pack.Parameter.Entry> values) {
        if (!item.mapping("from", "to", "value", "clause", "grade", "note", "document")) {
            return;
        }
        Validity validity = validity(item);
        Yaml written = item.find("value");
        BigDecimal value = written == null ? null : written.number();
        String clause = item.text("clause");
        Grade grade = item.choice("grade", GRADES);
        String document = item.text("document", "");
        if (clause == null || grade == null || document == null) {
            return;
        }
        if (!document.isEmpty() && !documents.contains(document)) {
            item.find("document")
                    .fault(
                            "没有文件“" + document + "”",
                            "There is no document \"" + document + "\"",
                            "在同一规则包的 documents.yaml 里补上这个文号，或改正",
                            "Add the number to documents.yaml of the pack, or mend it");
        }
        Pack.Parameter.Entry entry = new Pack.Parameter.Entry(
                item.line(),
                validity,
                value == null ? null : value.movePointLeft(UNITS.get(unit)),
                clause,
                grade,
                item.text("note", ""),
                document);
        for (Pack.Parameter.Entry earlier : values) {
            if (earlier.validity().overlaps(validity)) {
                item.fault(
                        "施行日期与另一条(" + earlier.validity() + ")重叠",
                        "In force at the same time as another entry (" + earlier.validity() + ")",
                        "给旧值填写失效日 to,新值从次日起",
                        "Close the older entry with \"to\"; the new one begins the day after");
            }
        }
        values.add(entry);
    }

    private List<Pack.Table> tables(Text title, Set<String> documents) {
        List<Pack.Table> tables = new ArrayList<>();
        for (String path : in("tables")) {
            String text = RuleFiles.text(path, files.get(path), faults);
            Pack.Table table = text == null ? null : new TableReader(folder, title, path, documents, faults).read(text);
            if (table != null) {
                tables.add(table);
            }
        }
        return List.copyOf(tables);
    }

    private List<RuleText> texts() {
        List<RuleText> texts = new ArrayList<>();
        for (String path : in("rules")) {
            if (path.endsWith(".drl")) {
                String text = RuleFiles.text(path, files.get(path), faults);
                if (text != null) {
                    texts.add(new RuleText(nameOf(path), folder, path, text));
                }
                twin(path, path.replace(".drl", ".md"));
            } else if (path.endsWith(".md")) {
                twin(path, path.replace(".md", ".drl"));
            }
        }
        return List.copyOf(texts);
    }

    private void twin(String path, String twin) {
        if (!files.containsKey(twin)) {
            faults.add(new Fault(
                    path,
                    0,
                    "",
                    new Text("没有同名的 " + twin, twin + " is missing"),
                    new Text("一条规则由同名的 .drl 与 .md 组成,补上另一个", "A rule is a .drl and a .md of one name; add the other")));
        }
    }

    private List<RulePage> pages(List<RuleText> texts) {
        List<RulePage> pages = new ArrayList<>();
        for (RuleText rule : texts) {
            String path = rule.file().replace(".drl", ".md");
            String text = files.containsKey(path) ? RuleFiles.text(path, files.get(path), faults) : null;
            RulePage page = text == null ? null : new PageReader(path, faults).read(folder, text, rule);
            if (page != null) {
                pages.add(page);
            }
        }
        return List.copyOf(pages);
    }

    private List<String> in(String name) {
        String prefix = folder + "/" + name + "/";
        return files.keySet().stream().filter(path -> path.startsWith(prefix)).toList();
    }

    private static String nameOf(String path) {
        return path.substring(path.lastIndexOf('/') + 1, path.lastIndexOf('.'));
    }

    private Yaml yaml(String path) {
        byte[] bytes = files.get(path);
        if (bytes == null) {
            faults.add(new Fault(
                    path,
                    0,
                    "",
                    new Text("缺少这个文件", "The file is missing"),
                    new Text("参照其他规则包补上", "Add it as other packs have it")));
            return null;
        }
        String text = RuleFiles.text(path, bytes, faults);
        return text == null ? null : Yaml.open(path, text, faults);
    }
}
