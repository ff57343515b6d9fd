package redline.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import redline.fact.Fact;
import redline.fact.Projection;
import redline.fact.SchemeRecord;
import redline.quantity.Quantity;
import redline.quantity.Value;
import tools.jackson.databind.JsonNode;

/** test-cases/measures: what is drawn and stated, and the number that comes of it, worked out by hand. */
class MeasureCasesTest {
    static Stream<MeasureCase> cases() {
        return MeasureCase.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void measures_what_was_worked_out_by_hand(MeasureCase given) {
        SchemeRecord record = Projection.of(given.schemeAt("0", "0"), given.settings());

        given.expect().forEach(line -> check(line, record));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void moving_the_drawing_changes_no_digit(MeasureCase given) {
        SchemeRecord record = Projection.of(given.schemeAt("0", "0"), given.settings());
        SchemeRecord moved = Projection.of(given.schemeAt("789.123", "-654.321"), given.settings());

        assertThat(readings(moved)).isEqualTo(readings(record));
        assertThat(moved.facts()).isEqualTo(record.facts());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void the_order_of_lists_changes_nothing(MeasureCase given) {
        SchemeRecord record = Projection.of(given.schemeAt("0", "0"), given.settings());
        SchemeRecord reversed = Projection.of(Changed.reversed(given.schemeAt("0", "0")), given.settings());

        assertThat(reversed.measures()).isEqualTo(record.measures());
        assertThat(reversed.facts()).isEqualTo(record.facts());
        assertThat(reversed.absences()).isEqualTo(record.absences());
    }

    private static List<Map.Entry<String, Reading>> readings(SchemeRecord record) {
        return record.measures().stream()
                .map(m -> Map.entry(m.quantity() + " " + m.subject().id(), m.reading()))
                .toList();
    }

    private static void check(JsonNode line, SchemeRecord record) {
        if (line.has("quantity")) {
            checkReading(line, record);
        } else if (line.has("beyond")) {
            assertThat(record.reach().beyond()).isEqualTo(line.get("beyond").intValue());
        } else {
            checkFacts(line, record);
        }
    }

    private static void checkReading(JsonNode line, SchemeRecord record) {
        Quantity quantity = Quantity.valueOf(line.get("quantity").stringValue());
        String about = line.get("about").asString();
        List<Reading> readings = record.measures().stream()
                .filter(m -> m.quantity() == quantity && m.subject().id().equals(about))
                .map(Measure::reading)
                .toList();
        assertThat(readings).as("%s of %s", quantity, about).hasSize(1);
        if (line.has("missing")) {
            assertThat(readings.get(0)).as("%s of %s", quantity, about).isInstanceOf(Reading.Unknown.class);
            assertThat(((Reading.Unknown) readings.get(0)).missing())
                    .extracting(Missing::path)
                    .containsExactlyElementsOf(texts(line.get("missing")));
            return;
        }
        assertThat(readings.get(0)).as("%s of %s", quantity, about).isInstanceOf(Reading.Known.class);
        Value value = ((Reading.Known) readings.get(0)).value();
        if (line.has("over")) {
            Value.Ratio ratio = (Value.Ratio) value;
            assertThat(ratio.numerator())
                    .isEqualByComparingTo(number(line.get("over").get(0)));
            assertThat(ratio.denominator())
                    .isEqualByComparingTo(number(line.get("over").get(1)));
        } else if (line.get("is").isArray()) {
            assertThat(((Value.Terms) value).codes()).isEqualTo(texts(line.get("is")));
        } else {
            assertThat(((Value.Amount) value).number())
                    .as("%s of %s", quantity, about)
                    .isEqualByComparingTo(number(line.get("is")));
        }
    }

    private static void checkFacts(JsonNode line, SchemeRecord record) {
        List<Map<String, Object>> facts = record.facts().stream()
                .filter(fact ->
                        fact.getClass().getSimpleName().equals(line.get("fact").stringValue()))
                .map(MeasureCasesTest::properties)
                .filter(properties -> !line.has("ids-of")
                        || line.get("ids-of").properties().stream()
                                .allMatch(p -> p.getValue().asString().equals(properties.get(p.getKey()))))
                .toList();
        if (line.has("none")) {
            assertThat(facts).isEmpty();
        }
        if (line.has("ids")) {
            assertThat(facts)
                    .extracting(p -> p.get("subjectOrId"))
                    .containsExactlyInAnyOrderElementsOf(texts(line.get("ids")));
        }
        if (line.has("has")) {
            String about = line.get("about").asString();
            Map<String, Object> fact = facts.stream()
                    .filter(p -> about.equals(p.get("id")))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no " + line));
            line.get("has").properties().forEach(expected -> {
                Object is = fact.get(expected.getKey());
                Object should = expected.getValue().isNull()
                        ? null
                        : expected.getValue().isNumber()
                                ? (Object) expected.getValue().doubleValue()
                                : expected.getValue().isBoolean()
                                        ? (Object) expected.getValue().asBoolean()
                                        : expected.getValue().asString();
                assertThat(is).as("%s of %s", expected.getKey(), about).isEqualTo(should);
            });
        }
    }

    private static Map<String, Object> properties(Fact fact) {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (RecordComponent component : fact.getClass().getRecordComponents()) {
            try {
                properties.put(component.getName(), component.getAccessor().invoke(fact));
            } catch (ReflectiveOperationException e) {
                throw new AssertionError(e);
            }
        }
        String subject = fact instanceof Fact.About about ? about.subject().id() : "?";
        properties.put("subjectOrId", fact.id() == null ? subject : fact.id());
        return properties;
    }

    private static BigDecimal number(JsonNode node) {
        return new BigDecimal(node.asString());
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }
}
