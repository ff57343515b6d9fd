package redline.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import redline.check.CheckResult;
import redline.quantity.Language;
import redline.quantity.Unit;
import redline.scheme.Subject;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ResultJsonTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final CheckResult HOUSING = SampleCheck.housing();

    @ParameterizedTest
    @EnumSource
    void theResultKeepsToThePublishedSchema(Language language) throws IOException {
        for (CheckResult result : List.of(HOUSING, SampleCheck.indicatorTable(), SampleCheck.named("\"<名>\"\n"))) {
            var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(Files.readString(Path.of("docs/result.schema.json")));
            assertThat(schema.validate(JSON.readTree(ResultJson.write(result, language))))
                    .isEmpty();
        }
    }

    @Test
    void theSchemaKnowsEveryKindOfSubjectAndEveryUnit() throws IOException {
        JsonNode defs = JSON.readTree(Files.readString(Path.of("docs/result.schema.json")))
                .get("$defs");
        assertThat(words(defs.at("/finding/properties/subject/properties/kind/enum")))
                .containsExactly(
                        Stream.of(Subject.Kind.values()).map(Enum::name).toArray(String[]::new));
        assertThat(words(defs.at("/unit/enum")))
                .containsExactlyInAnyOrder(
                        Stream.of(Unit.values()).map(Unit::symbol).distinct().toArray(String[]::new));
    }

    private static List<String> words(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }

    @Test
    void aResultWithAKeyTooManyOrTooFewIsNotTaken() throws IOException {
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("docs/result.schema.json")));
        String good = new String(ResultJson.write(HOUSING, Language.ZH), StandardCharsets.UTF_8);
        assertThat(schema.validate(JSON.readTree(good.replaceFirst("\"decides\"", "\"decide\""))))
                .isNotEmpty();
        assertThat(schema.validate(JSON.readTree(good.replaceFirst("\"AT_MOST\"", "\"AT_LEAST_IN_TOTAL\""))))
                .isNotEmpty();
    }

    @Test
    void theWholeFindingOfAViolationInItsOwnOrder() {
        assertThat(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(finding("setback", "2#/S")))
                .isEqualTo("""
                        {
                          "rule" : "setback",
                          "subject" : {
                            "id" : "2#/S",
                            "kind" : "VOLUME_SIDE",
                            "name" : "2#楼 → 南侧用地界线"
                          },
                          "verdict" : "VIOLATION",
                          "cause" : null,
                          "force" : "CONDITION",
                          "authority" : "自然资源规划",
                          "stage" : "方案",
                          "decides" : true,
                          "quantity" : "SETBACK",
                          "measured" : {
                            "value" : 7.99,
                            "unit" : "m",
                            "provenance" : "COMPUTED"
                          },
                          "required" : {
                            "comparator" : "AT_LEAST",
                            "value" : 8,
                            "unit" : "m",
                            "oneOf" : [ ]
                          },
                          "bounds" : [ {
                            "branch" : "min",
                            "comparator" : "AT_LEAST",
                            "value" : 8,
                            "unit" : "m",
                            "oneOf" : [ ],
                            "certainty" : "CERTAIN",
                            "exempted" : null,
                            "clause" : "桐土储〔2019〕43号 第3条",
                            "grade" : "SECONDARY"
                          } ],
                          "margin" : -0.01,
                          "marginUnit" : "m",
                          "clause" : "桐土储〔2019〕43号 第3条",
                          "grade" : "SECONDARY",
                          "missing" : [ ],
                          "ask" : null,
                          "because" : null,
                          "geometry" : {
                            "type" : "LineString",
                            "coordinates" : [ [ 553720, 3390000 ], [ 553720, 3390007.99 ] ]
                          }
                        }""");
    }

    @Test
    void anUnknownMeasureLeavesTheBoundStanding() {
        JsonNode height = finding("building-height", "9#");
        assertThat(height.get("verdict").asString()).isEqualTo("UNDETERMINED");
        assertThat(height.get("measured").isNull()).isTrue();
        assertThat(height.get("required").get("value").decimalValue()).isEqualByComparingTo("36");
        assertThat(height.get("missing").get(0).get("path").asString()).isEqualTo("buildings[9#].declaredHeight");
    }

    @Test
    void sharesAreInPercentAndTheMarginOfARatioInSquareMetres() {
        JsonNode green = finding("green-ratio", "A");
        assertThat(green.get("measured").get("unit").asString()).isEqualTo("%");
        assertThat(green.get("required").get("value").decimalValue()).isEqualByComparingTo("30");
        assertThat(green.get("margin").decimalValue()).isEqualByComparingTo("-183.474");
        assertThat(green.get("marginUnit").asString()).isEqualTo("m²");
    }

    @Test
    void aDeclaredDifferenceIsInTheUnitOfItsIndicator() {
        JsonNode difference = finding("declared-differs", "A/greenRatio");
        assertThat(difference.get("measured").get("value").decimalValue()).isEqualByComparingTo("0.37");
        assertThat(difference.get("measured").get("unit").asString()).isEqualTo("%");
        assertThat(difference.get("marginUnit").asString()).isEqualTo("%");
    }

    @Test
    void theSameResultGivesTheSameBytesAndEndsInANewline() {
        byte[] bytes = ResultJson.write(HOUSING, Language.ZH);
        assertThat(bytes).isEqualTo(ResultJson.write(SampleCheck.housing(), Language.ZH));
        assertThat(bytes[bytes.length - 1]).isEqualTo((byte) '\n');
    }

    private static JsonNode finding(String rule, String subject) {
        JsonNode root = JSON.readTree(ResultJson.write(HOUSING, Language.ZH));
        return StreamSupport.stream(root.get("findings").spliterator(), false)
                .filter(f -> f.get("rule").asString().equals(rule)
                        && f.get("subject").get("id").asString().equals(subject))
                .findFirst()
                .orElseThrow();
    }
}
