package redline.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import redline.check.CheckResult;
import redline.check.Readiness;
import redline.finding.Asked;
import redline.finding.Conclusion;
import redline.finding.Finding;
import redline.measure.Measure;
import redline.measure.Missing;
import redline.measure.Reading;
import redline.measure.Spread;
import redline.quantity.Language;
import redline.quantity.Quantity;
import redline.quantity.Unit;
import redline.quantity.Value;
import redline.requirement.Bound;
import redline.requirement.Certainty;
import redline.requirement.Comparator;
import redline.requirement.Requirement;
import redline.requirement.RuleInfo;
import redline.scheme.Dates;
import redline.scheme.Subject;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The result for programs: names and meaning are in {@code docs/result-format.md}, the schema in {@code docs/result.schema.json}.
 * Every key is always there, in a fixed order; numbers are exact decimals without trailing zeros, shares in percent.
 */
public final class ResultJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int COORDINATE_DECIMALS = 6;

    private final Words words;

    private ResultJson(Words words) {
        this.words = words;
    }

    /** UTF-8 with a newline at the end; names and sentences are in {@code language}, codes are the same in both. */
    public static byte[] write(CheckResult result, Language language) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            write(result, language, bytes);
        } catch (IOException memory) {
            throw new UncheckedIOException(memory);
        }
        return bytes.toByteArray();
    }

    /** The same, finding by finding; the stream stays open. */
    static void write(CheckResult result, Language language, OutputStream out) throws IOException {
        ResultJson json = new ResultJson(Words.of(language));
        JsonFile.write(
                file -> {
                    put(file, json.before(result));
                    file.writeName("findings");
                    file.writeStartArray();
                    result.findings().forEach(finding -> file.writeTree(json.finding(finding)));
                    file.writeEndArray();
                    put(file, json.after(result));
                },
                out);
    }

    private static void put(JsonGenerator file, ObjectNode fields) {
        fields.forEachEntry((name, value) -> {
            file.writeName(name);
            file.writeTree(value);
        });
    }

    private ObjectNode before(CheckResult result) {
        ObjectNode root = NODES.objectNode();
        String verdict = result.conclusion().verdict().name();
        root.put("verdict", verdict);
        root.put("verdictAfterDecisions", verdict);
        root.set("dates", dates(result.record().dates()));
        root.put("profile", result.ruling().profile());
        root.putObject("scheme")
                .put("name", result.record().name())
                .put("sha256", result.record().sha256());
        ArrayNode packs = root.putArray("packs");
        result.ruling()
                .packs()
                .forEach(pack -> packs.addObject()
                        .put("id", pack.id())
                        .put("version", pack.version())
                        .put("sha256", pack.sha256())
                        .put("standing", pack.standing().name()));
        root.set("counts", counts(result.conclusion()));
        root.set("readiness", readiness(Readiness.of(result)));
        return root;
    }

    private ObjectNode after(CheckResult result) {
        ObjectNode root = NODES.objectNode();
        ArrayNode notChecked = root.putArray("notChecked");
        result.ruling()
                .notChecked()
                .forEach(topic -> notChecked
                        .addObject()
                        .put("rule", topic.rule())
                        .put("title", words.of(topic.title()))
                        .put("why", words.of(topic.why())));
        return root;
    }

    private static ObjectNode dates(Dates dates) {
        return NODES.objectNode()
                .put("conditionsIssued", date(dates.conditionsIssued()))
                .put("contractSigned", date(dates.contractSigned()))
                .put("applicationReceived", date(dates.applicationReceived()));
    }

    private static String date(LocalDate date) {
        return date == null ? null : date.toString();
    }

    private ObjectNode readiness(Readiness readiness) {
        ObjectNode node = NODES.objectNode()
                .put("judged", readiness.judged())
                .put("waiting", readiness.waiting())
                .put("partly", readiness.partly())
                .put("authority", readiness.authority())
                .put("others", readiness.others())
                .put("answers", readiness.answers());
        ArrayNode lacks = node.putArray("lacks");
        for (Readiness.Lack lack : readiness.lacks()) {
            ObjectNode one = lacks.addObject()
                    .put("from", lack.holder().name())
                    .put("rules", lack.rules())
                    .put("settled", lack.settled());
            ArrayNode missing = one.putArray("missing");
            lack.labels().forEach(label -> missing.add(words.of(label)));
        }
        return node;
    }

    private static ObjectNode counts(Conclusion conclusion) {
        ObjectNode counts = NODES.objectNode()
                .put("violations", conclusion.violations())
                .put("missingFacts", conclusion.missingFacts())
                .put("openBasis", conclusion.openBasis())
                .put("needsJudgement", conclusion.needsJudgement())
                .put("passes", conclusion.passes())
                .put("notApplicable", conclusion.notApplicable())
                .put("advice", conclusion.advice())
                .put("otherAuthorities", conclusion.otherAuthorities())
                .put("laterStages", conclusion.laterStages());
        return conclusion.borderline() == 0 ? counts : counts.put("borderline", conclusion.borderline());
    }

    private ObjectNode finding(Finding finding) {
        RuleInfo rule = finding.rule();
        Subject subject = finding.subject();
        Answer answer = Answer.of(finding);
        Quantity unit = Answer.unitOf(finding);
        Unit marginUnit =
                answer.margin() == null ? null : answer.marginUnit() == Unit.NONE ? unit.unit() : answer.marginUnit();
        ObjectNode node = NODES.objectNode();
        node.put("rule", rule.id());
        node.putObject("subject")
                .put("id", subject.id())
                .put("kind", subject.kind().name())
                .put("name", words.of(subject.name()));
        node.put("verdict", finding.verdict().name());
        node.put("cause", answer.cause() == null ? null : answer.cause().name());
        node.put("force", rule.force().name());
        node.put("authority", rule.authority());
        node.put("stage", rule.stage());
        node.put("decides", rule.decides());
        node.put("quantity", rule.quantity() == null ? null : rule.quantity().name());
        node.set("measured", measured(answer.measure(), unit));
        node.set("required", required(answer.required(), unit));
        node.set("bounds", bounds(finding.requirements(), unit));
        node.put("margin", answer.margin() == null ? null : plain(Shown.inShownUnit(answer.margin(), marginUnit)));
        node.put("marginUnit", answer.margin() == null ? null : marginUnit.symbol());
        node.put("clause", answer.citations().isEmpty() ? null : Answer.clause(answer.citations(), words.language()));
        node.put("grade", answer.grade() == null ? null : answer.grade().name());
        ArrayNode missing = node.putArray("missing");
        answer.missing().forEach(one -> missing.add(missing(one)));
        node.put("ask", answer.ask() == null ? null : words.of(answer.ask()));
        node.put("because", answer.because() == null ? null : words.of(answer.because()));
        Geometry shown =
                answer.measure() == null ? null : answer.measure().evidence().geometry();
        node.set("geometry", shown == null ? NODES.nullNode() : GeoJson.of(shown, COORDINATE_DECIMALS));
        return node;
    }

    private ObjectNode missing(Missing missing) {
        return NODES.objectNode()
                .put("path", missing.path())
                .put("label", words.of(missing.label()))
                .put("from", Asked.of(missing.kind()).name());
    }

    private JsonNode measured(Measure measure, Quantity quantity) {
        if (measure == null || !(measure.reading() instanceof Reading.Known known)) {
            return NODES.nullNode();
        }
        ObjectNode node = NODES.objectNode();
        Unit unit = quantity.unit();
        if (known.value() instanceof Value.Terms terms) {
            ArrayNode codes = node.putArray("value");
            terms.codes().forEach(codes::add);
        } else {
            node.put("value", plain(Shown.inShownUnit(Shown.number(known.value()), unit)));
        }
        node.put("unit", unit.symbol()).put("provenance", known.provenance().name());
        for (Spread spread : known.spreads()) {
            node.withArrayProperty("spreads")
                    .addObject()
                    .put("path", spread.why().path())
                    .put("label", words.of(spread.why().label()))
                    .put("low", plain(Shown.inShownUnit(spread.low(), unit)))
                    .put("high", plain(Shown.inShownUnit(spread.high(), unit)));
        }
        return node;
    }

    private static JsonNode required(Bound bound, Quantity quantity) {
        return bound == null ? NODES.nullNode() : put(NODES.objectNode(), bound, quantity);
    }

    private ArrayNode bounds(List<Requirement> requirements, Quantity quantity) {
        ArrayNode bounds = NODES.arrayNode();
        for (Requirement requirement : requirements) {
            ObjectNode node = bounds.addObject().put("branch", requirement.branch());
            put(node, requirement.bound(), quantity);
            node.put("certainty", certainty(requirement.certainty()));
            node.put(
                    "exempted",
                    requirement.exemption() == null
                            ? null
                            : certainty(requirement.exemption().certainty()));
            node.put(
                    "clause",
                    requirement.citations().isEmpty()
                            ? null
                            : Answer.clause(requirement.citations(), words.language()));
            node.put("grade", Answer.weakest(requirement.citations()));
        }
        return bounds;
    }

    /** Puts comparator, value, unit and oneOf: {@code value} is null for a choice of terms and for a bound that is not known. */
    private static ObjectNode put(ObjectNode node, Bound bound, Quantity quantity) {
        Comparator comparator =
                bound.comparator() == Comparator.AT_LEAST_IN_TOTAL ? Comparator.AT_LEAST : bound.comparator();
        node.put("comparator", comparator.name());
        boolean number = bound.value() != null && !(bound.value() instanceof Value.Terms);
        node.put(
                "value",
                number ? plain(Shown.inShownUnit(Shown.number(bound.value()), quantity.unit())) : (BigDecimal) null);
        node.put("unit", quantity.unit().symbol());
        ArrayNode oneOf = node.putArray("oneOf");
        if (bound.value() instanceof Value.Terms terms) {
            terms.codes().forEach(oneOf::add);
        }
        return node;
    }

    private static String certainty(Certainty certainty) {
        return certainty instanceof Certainty.Certain ? "CERTAIN" : "POSSIBLE";
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0, RoundingMode.UNNECESSARY) : stripped;
    }
}
