package redline.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import redline.quantity.Quantity;
import redline.quantity.Text;
import redline.rulepack.Fault;
import redline.rulepack.Yaml;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Reads {@code exam.yaml} of one folder; its form is described in {@code test-cases/exams/README.md}. */
final class ExamReader {
    static final String FILE = "exam.yaml";
    private static final String DEFAULT_PROFILE = "tongxiang";
    private static final Map<String, Exam.Expect> EXPECTS = names(Exam.Expect.values());
    private static final Map<String, Exam.Needs> NEEDS = names(Exam.Needs.values());
    private static final Map<String, Quantity> QUANTITIES = new TreeMap<>();

    static {
        Arrays.stream(Quantity.values()).forEach(quantity -> QUANTITIES.put(quantity.name(), quantity));
    }

    private final Set<String> variants = new HashSet<>();

    private ExamReader() {}

    /** Null, with faults, where something in it is wrong. */
    static Exam read(Path folder, List<Fault> faults) {
        Path file = folder.resolve(FILE);
        int before = faults.size();
        try {
            String text = Files.readString(file);
            Yaml top = Yaml.open(file.toString(), text, faults);
            Exam exam = top == null ? null : new ExamReader().exam(folder, top, text);
            return faults.size() == before ? exam : null;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Exam exam(Path folder, Yaml top, String text) {
        if (!top.mapping(
                "title", "source", "licence", "question", "scheme", "profile", "as-of", "variants", "points")) {
            return null;
        }
        Map<String, List<RuleCase.Change>> changed = variants(top.find("variants"), text);
        variants.addAll(changed.keySet());
        Path place = folder.toAbsolutePath().normalize();
        LocalDate asOf = top.find("as-of") == null ? null : top.find("as-of").date();
        List<Exam.Point> points = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        Yaml list = top.get("points");
        for (Yaml item : list == null ? List.<Yaml>of() : list.items()) {
            Exam.Point point = point(item);
            if (point.id() != null && !ids.add(point.id())) {
                item.fault("编号“" + point.id() + "”写了两次", "Id " + point.id() + " is given twice", "改一个", "Change one");
            }
            points.add(point);
        }
        return new Exam(
                place.getFileName().toString(),
                words(top.get("title")),
                texts(top.get("source")),
                words(top.get("licence")),
                words(top.get("question")),
                place.resolve(top.text("scheme", "")).normalize(),
                top.text("profile", DEFAULT_PROFILE),
                asOf,
                changed,
                List.copyOf(points));
    }

    private static Map<String, List<RuleCase.Change>> variants(Yaml variants, String text) {
        Map<String, List<RuleCase.Change>> changes = new LinkedHashMap<>();
        if (variants != null) {
            JsonNode values = values(variants, text);
            variants.entries()
                    .forEach((name, change) -> changes.put(name, CaseReader.changes(change, values.path(name))));
        }
        return changes;
    }

    /** The variants read once more by Jackson, as values may be whole elements. */
    private static JsonNode values(Yaml variants, String text) {
        try {
            return SchemeTree.YAML.readTree(text).path("variants");
        } catch (JacksonException broken) {
            variants.fault("读不出来:" + broken.getOriginalMessage(), "This cannot be read", "检查写法", "Check it");
            return MissingNode.getInstance();
        }
    }

    private Exam.Point point(Yaml item) {
        item.mapping(
                "id",
                "what",
                "needs",
                "reason",
                "parts",
                "variant",
                "expect",
                "rule",
                "quantity",
                "about",
                "measured",
                "required");
        String id = item.text("id");
        Text what = words(item.get("what"));
        Exam.Needs needs = item.find("needs") == null ? null : item.choice("needs", NEEDS);
        Text reason = needs == null ? null : words(item.get("reason"));
        List<Exam.Part> parts = new ArrayList<>();
        if (item.find("parts") != null) {
            for (Yaml part : item.items("parts")) {
                part.mapping("variant", "expect", "rule", "quantity", "about", "measured", "required");
                parts.add(part(part, item));
            }
        } else if (needs == null || item.find("rule") != null || item.find("quantity") != null) {
            parts.add(part(item, item));
        }
        return new Exam.Point(id, what, needs, reason, List.copyOf(parts));
    }

    /** A part says itself what is expected, or its point says it for all its parts. */
    private Exam.Part part(Yaml part, Yaml point) {
        Exam.Expect expect = (part.find("expect") == null ? point : part).choice("expect", EXPECTS);
        String variant = part.text("variant", point.text("variant", ""));
        if (variant != null && (variants.isEmpty() ? !variant.isEmpty() : !variants.contains(variant))) {
            part.fault(
                    "没有名为“" + variant + "”的方案",
                    "There is no variant \"" + variant + "\"",
                    "用 variants 中的名字:" + variants,
                    "Name one of the variants: " + variants);
        }
        boolean byRule = part.find("rule") != null;
        if (byRule == (part.find("quantity") != null) || !byRule && expect != Exam.Expect.NUMBER) {
            part.fault(
                    "rule 与 quantity 应写且只写一个,quantity 只用于 number",
                    "Write either rule or quantity, and quantity only for a number",
                    "写明由哪条规则判出,或哪个指标的数值",
                    "Say which rule must find it, or which quantity has the number");
        }
        String measured = part.text("measured", null);
        String required = part.text("required", null);
        if (expect == Exam.Expect.NUMBER && (byRule ? measured == null && required == null : measured == null)) {
            part.fault(
                    "number 要写 measured(由规则的也可写 required)",
                    "A number says what is measured (or, by a rule, required)",
                    "写成 measured: 19.8 m",
                    "Write measured: 19.8 m");
        }
        return new Exam.Part(
                variant,
                expect,
                part.text("rule", null),
                part.find("quantity") == null ? null : part.choice("quantity", QUANTITIES),
                part.text("about"),
                measured,
                required);
    }

    /** In both languages, or one text for both; null with a fault. */
    static Text words(Yaml value) {
        if (value == null) {
            return null;
        }
        if (value.isText()) {
            String same = value.text();
            return same == null ? null : Text.same(same);
        }
        return value.bilingual();
    }

    private static List<String> texts(Yaml value) {
        if (value == null) {
            return List.of();
        }
        return value.isText()
                ? List.of(String.valueOf(value.text()))
                : value.items().stream()
                        .map(item -> String.valueOf(item.text()))
                        .toList();
    }

    /** {@code not-stated} for {@code NOT_STATED}. */
    private static <T extends Enum<T>> Map<String, T> names(T[] choices) {
        Map<String, T> names = new TreeMap<>();
        for (T choice : choices) {
            names.put(choice.name().toLowerCase(Locale.ROOT).replace('_', '-'), choice);
        }
        return names;
    }
}
