package redline.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import redline.workshop.CaseText;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * One ordinary change of the rules, as {@code test-cases/ordinary-changes/NN-name/change.yaml} tells it to a policy officer: what is wanted,
 * the steps as they are clicked, what the workshop asks for, and what becomes of one scheme. {@code README.md} there says how it is written.
 */
record OrdinaryChange(
        Path folder,
        String title,
        String rule,
        List<Step> steps,
        List<String> said,
        CaseText before,
        CaseText after,
        boolean quick) {
    private static final Path ALL = Path.of("test-cases", "ordinary-changes");
    private static final YAMLMapper YAML = new YAMLMapper();

    /** What is done on one page. */
    sealed interface Step {
        /** The form of a value. {@code about}, {@code what}, {@code now}, {@code clause}: its line in the list, no clause where one is enough. {@code refused}: what the page says, else empty. */
        record Value(String about, String what, String now, String clause, Map<String, String> fields, String refused)
                implements Step {}

        /** The form of a case. */
        record Case(CaseText text, String refused) implements Step {}

        /** The text of a file; {@code content} null where it goes. {@code sentences}: whether it is a rule in Chinese sentences. */
        record File(String path, List<Edit> edits, String content, boolean sentences) implements Step {}

        /** The check, and what it says is lacking. */
        record Check(List<String> lacking) implements Step {}

        /** All is lacking nothing, is approved and in force; a new draft begins. */
        record Publish() implements Step {}
    }

    /** Lines of a file, and what stands in their place. */
    record Edit(String lines, String with) {}

    static List<OrdinaryChange> all() {
        try (Stream<Path> folders = Files.list(ALL)) {
            return folders.filter(Files::isDirectory)
                    .sorted()
                    .map(OrdinaryChange::read)
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static OrdinaryChange read(Path folder) {
        JsonNode yaml = YAML.readTree(folder.resolve("change.yaml").toFile());
        String rule = yaml.path("rule").asString();
        JsonNode scheme = yaml.path("scheme");
        return new OrdinaryChange(
                folder,
                yaml.path("title").path("zh").asString(),
                rule,
                steps(folder, rule, yaml),
                texts(yaml.path("said")),
                judged(scheme, rule, yaml.path("before")),
                judged(scheme, rule, yaml.path("after")),
                yaml.path("quick").asBoolean(false));
    }

    @Override
    public String toString() {
        return name();
    }

    String name() {
        return folder.getFileName().toString();
    }

    private static List<Step> steps(Path folder, String rule, JsonNode yaml) {
        CaseText scheme = text(yaml.path("scheme"), rule, yaml.path("none"));
        return yaml.path("steps")
                .valueStream()
                .map(step -> step(folder, rule, scheme, step))
                .toList();
    }

    private static Step step(Path folder, String rule, CaseText scheme, JsonNode step) {
        String refused = step.path("refused").asString("");
        if (step.has("value")) {
            JsonNode place = step.path("value");
            Map<String, String> fields = new LinkedHashMap<>();
            step.path("set").forEachEntry((name, value) -> fields.put(name, value.asString()));
            return new Step.Value(
                    place.path("about").asString(""),
                    place.path("what").asString(),
                    place.path("now").asString(),
                    place.path("clause").asString(""),
                    fields,
                    refused);
        }
        if (step.has("case")) {
            JsonNode given = step.path("case");
            CaseText text = text(given, given.path("rule").asString(rule), given.path("expect"));
            return new Step.Case(given.has("base") ? text : onScheme(text, scheme), refused);
        }
        if (step.has("file")) {
            List<Edit> edits = step.path("edit")
                    .valueStream()
                    .map(edit -> new Edit(
                            edit.path("lines").asString(), edit.path("with").asString()))
                    .toList();
            boolean sentences = step.has("sentences");
            String file = step.path(sentences ? "sentences" : "text").asString("");
            String content = file.isEmpty() ? null : read(folder, file);
            return new Step.File(step.path("file").asString(), edits, content, sentences);
        }
        return step.has("publish") ? new Step.Publish() : new Step.Check(texts(step.path("check")));
    }

    /** A case on the scheme of the change; its own lines stand in the place of those of the same path. */
    private static CaseText onScheme(CaseText own, CaseText scheme) {
        Map<String, String> lines = new LinkedHashMap<>();
        Stream.concat(scheme.given().lines(), own.given().lines())
                .forEach(line -> lines.put(line.replaceFirst(": .*", ""), line));
        return new CaseText(
                own.rule(),
                own.folder(),
                own.title(),
                own.asOf(),
                own.why(),
                own.numberFrom(),
                own.profile().isEmpty() ? scheme.profile() : own.profile(),
                own.settings().isEmpty() ? scheme.settings() : own.settings(),
                own.twin(),
                scheme.base(),
                String.join("\n", lines.values()),
                own.expected());
    }

    private static String read(Path folder, String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }

    /** The scheme of the change with its findings; null where the rule is not there. */
    private static CaseText judged(JsonNode scheme, String rule, JsonNode findings) {
        return findings.isEmpty() ? null : text(scheme, scheme.path("rule").asString(rule), findings);
    }

    private static CaseText text(JsonNode given, String rule, JsonNode findings) {
        List<CaseText.Line> expected = new ArrayList<>();
        findings.valueStream()
                .forEach(line -> expected.add(new CaseText.Line(
                        line.path("about").asString(),
                        line.path("verdict").asString(),
                        line.path("measured").asString(""),
                        line.path("required").asString(""),
                        line.path("margin").asString(""),
                        line.path("other").asString(""))));
        return new CaseText(
                rule,
                "99-pass-scheme",
                given.path("title").asString("方案"),
                given.path("as-of").asString(),
                given.path("why").asString("改动前后"),
                given.path("number-from").asString("手算"),
                given.path("profile").asString(""),
                given.path("settings").asString(""),
                given.path("twin").asString(""),
                given.path("base").asString(),
                given.path("given").asString(""),
                expected);
    }
}
