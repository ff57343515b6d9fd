package redline.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import redline.check.CheckResult;
import redline.finding.Verdict;
import redline.quantity.Language;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SarifReportTest {
    private static final CheckResult HOUSING = SampleCheck.housing();
    private static final JsonNode RUN = new JsonMapper()
            .readTree(SarifReport.write(HOUSING, Language.ZH))
            .path("runs")
            .get(0);

    @Test
    void every_finding_is_a_result_of_its_kind_and_only_violations_have_a_level() {
        Map<String, Integer> kinds = new TreeMap<>();
        for (JsonNode result : RUN.path("results")) {
            kinds.merge(
                    result.path("kind").asString() + " " + result.path("level").asString(), 1, Integer::sum);
        }
        assertThat(kinds.get("pass none")).isEqualTo(count(Verdict.PASS));
        assertThat(kinds.get("open none")).isEqualTo(count(Verdict.UNDETERMINED));
        assertThat(kinds.get("notApplicable none")).isEqualTo(count(Verdict.NOT_APPLICABLE));
        assertThat(kinds.getOrDefault("fail error", 0) + kinds.getOrDefault("fail warning", 0))
                .isEqualTo(count(Verdict.VIOLATION));
        assertThat(kinds.keySet())
                .isSubsetOf("pass none", "open none", "notApplicable none", "fail error", "fail warning");
    }

    @Test
    void a_result_names_its_rule_its_subject_and_what_is_wrong() {
        JsonNode setback = null;
        for (JsonNode result : RUN.path("results")) {
            if (result.path("kind").asString().equals("fail")
                    && result.path("ruleId").asString().equals("setback")) {
                setback = result;
                break;
            }
        }
        assertThat(setback).isNotNull();
        assertThat(RUN.path("tool")
                        .path("driver")
                        .path("rules")
                        .get(setback.path("ruleIndex").asInt())
                        .path("id")
                        .asString())
                .isEqualTo("setback");
        assertThat(setback.path("message").path("text").asString().replace('\u00a0', ' '))
                .contains("7.99 m", "8.00 m");
        assertThat(setback.path("locations")
                        .get(0)
                        .path("logicalLocations")
                        .get(0)
                        .path("name")
                        .asString())
                .isNotBlank();
    }

    /** The schema that OASIS publishes, as a library carries it. */
    @Test
    void the_report_keeps_to_the_schema_of_sarif() throws IOException {
        String text;
        try (InputStream schema = Objects.requireNonNull(
                Thread.currentThread().getContextClassLoader().getResourceAsStream("schema/sarif-schema-2.1.0.json"))) {
            text = new String(schema.readAllBytes(), StandardCharsets.UTF_8);
        }
        Schema schema =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(text);
        JsonMapper json = new JsonMapper();
        for (CheckResult result : List.of(
                HOUSING,
                SampleCheck.indicatorTable(),
                SampleCheck.named("=HYPERLINK(1)\u0007\"<b>" + "长".repeat(9_000)))) {
            for (Language language : Language.values()) {
                assertThat(schema.validate(json.readTree(SarifReport.write(result, language))))
                        .isEmpty();
            }
        }
        String good = new String(SarifReport.write(HOUSING, Language.ZH), StandardCharsets.UTF_8);
        assertThat(schema.validate(json.readTree(good.replaceFirst("\"kind\" : \"fail\"", "\"kind\" : \"failed\""))))
                .isNotEmpty();
    }

    @Test
    void the_same_result_gives_the_same_bytes_and_ends_with_a_newline() {
        byte[] once = SarifReport.write(HOUSING, Language.EN);
        assertThat(SarifReport.write(SampleCheck.housing(), Language.EN)).isEqualTo(once);
        assertThat(new String(once, StandardCharsets.UTF_8)).startsWith("{\n").endsWith("}\n");
    }

    private static int count(Verdict verdict) {
        return (int) HOUSING.findings().stream()
                .filter(finding -> finding.verdict() == verdict)
                .count();
    }
}
