package redline.remedy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import redline.check.CheckResult;
import redline.finding.Finding;
import redline.finding.Verdict;
import redline.quantity.Quantity;
import redline.quantity.Text;
import redline.quantity.Unit;
import redline.scheme.Subject;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Remedies as JSON, each by the rule and subject of its violation, and back. */
public final class RemedyJson {
    private static final JsonMapper JSON = new JsonMapper();

    private RemedyJson() {}

    /** UTF-8, keys in a fixed order. */
    public static byte[] write(List<Remedy> remedies) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (Remedy remedy : remedies) {
            ObjectNode one =
                    all.addObject().put("rule", remedy.violation().rule().id());
            write(remedy.violation().subject(), one.putObject("subject"));
            one.put("tried", remedy.tried());
            if (remedy.change() != null) {
                write(remedy.change(), one.putObject("change"));
            }
            ArrayNode broken = one.putArray("broken");
            for (Remedy.Broken other : remedy.broken()) {
                ObjectNode node = broken.addObject().put("rule", other.rule());
                write(other.title(), node.putObject("title"));
                write(other.subject(), node.putObject("subject"));
                node.put("verdict", other.verdict().name());
            }
        }
        return (JSON.writeValueAsString(all) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static void write(Change change, ObjectNode node) {
        if (change instanceof Change.Move move) {
            node.put("kind", "MOVE").put("building", move.building());
            write(move.name(), node.putObject("name"));
            node.put("east", move.east().toPlainString())
                    .put("north", move.north().toPlainString());
        } else if (change instanceof Change.Lower lower) {
            node.put("kind", "LOWER").put("building", lower.building());
            write(lower.name(), node.putObject("name"));
            node.put("metres", lower.metres().toPlainString());
            if (lower.storeys() != null) {
                node.put("storeys", lower.storeys());
            }
        } else if (change instanceof Change.Amount amount) {
            node.put("kind", "AMOUNT").put("quantity", amount.quantity().name());
            write(amount.subject(), node.putObject("subject"));
            node.put("amount", amount.amount().toPlainString())
                    .put("unit", amount.unit().name());
        }
    }

    private static void write(Subject subject, ObjectNode node) {
        node.put("kind", subject.kind().name()).put("id", subject.id());
        write(subject.name(), node.putObject("name"));
    }

    private static void write(Text text, ObjectNode node) {
        node.put("zh", text.zh()).put("en", text.en());
    }

    /**
     * The remedies of a result.
     *
     * @throws IllegalArgumentException for other bytes, and where a violation is not one of the result
     */
    public static List<Remedy> read(byte[] json, CheckResult result) {
        List<Remedy> remedies = new ArrayList<>();
        try {
            for (JsonNode one : JSON.readTree(json)) {
                List<Remedy.Broken> broken = new ArrayList<>();
                for (JsonNode other : one.path("broken")) {
                    broken.add(new Remedy.Broken(
                            other.path("rule").asString(),
                            text(other.path("title")),
                            subject(other.path("subject")),
                            Verdict.valueOf(other.path("verdict").asString())));
                }
                remedies.add(new Remedy(
                        violation(one.path("rule").asString(), subject(one.path("subject")), result),
                        one.path("tried").asBoolean(),
                        one.has("change") ? change(one.path("change")) : null,
                        broken));
            }
        } catch (JacksonException | NumberFormatException none) {
            throw new IllegalArgumentException("not remedies", none);
        }
        return remedies;
    }

    private static Finding.Judged violation(String rule, Subject subject, CheckResult result) {
        return result.findings().stream()
                .filter(finding -> finding instanceof Finding.Judged judged
                        && judged.verdict() == Verdict.VIOLATION
                        && judged.rule().id().equals(rule)
                        && judged.subject().equals(subject))
                .map(finding -> (Finding.Judged) finding)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no violation of " + rule + " by " + subject.id()));
    }

    private static Change change(JsonNode node) {
        return switch (node.path("kind").asString()) {
            case "MOVE" ->
                new Change.Move(
                        node.path("building").asString(),
                        text(node.path("name")),
                        number(node.path("east")),
                        number(node.path("north")));
            case "LOWER" ->
                new Change.Lower(
                        node.path("building").asString(),
                        text(node.path("name")),
                        number(node.path("metres")),
                        node.has("storeys") ? node.path("storeys").asInt() : null);
            case "AMOUNT" ->
                new Change.Amount(
                        Quantity.valueOf(node.path("quantity").asString()),
                        subject(node.path("subject")),
                        number(node.path("amount")),
                        Unit.valueOf(node.path("unit").asString()));
            default -> throw new IllegalArgumentException("no such change");
        };
    }

    private static Subject subject(JsonNode node) {
        return new Subject(
                Subject.Kind.valueOf(node.path("kind").asString()),
                node.path("id").asString(),
                text(node.path("name")));
    }

    private static Text text(JsonNode node) {
        return new Text(node.path("zh").asString(), node.path("en").asString());
    }

    private static BigDecimal number(JsonNode node) {
        return new BigDecimal(node.asString());
    }
}
