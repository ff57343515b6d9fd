package redline.intake.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static redline.intake.file.KnownFacts.counts;
import static redline.intake.file.KnownFacts.value;

import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import redline.intake.file.FileContents;
import redline.intake.file.KnownFacts;
import redline.intake.file.Reading;
import redline.intake.file.Sheet;
import redline.intake.file.Upload;
import redline.intake.read.FileReader;
import tools.jackson.databind.JsonNode;

/** Workbooks of others are read to the counts and sums that were computed apart from this program, or refused for the stated reason. */
class WorkbookFactsTest {
    private static final JsonNode FACTS = KnownFacts.of("xlsx-facts.json");

    static Stream<String> readable() {
        return FACTS.properties().stream()
                .filter(file -> !file.getValue().has("refused"))
                .map(Map.Entry::getKey);
    }

    static Stream<String> refused() {
        return FACTS.properties().stream()
                .filter(file -> file.getValue().has("refused"))
                .map(Map.Entry::getKey);
    }

    @ParameterizedTest
    @MethodSource("readable")
    void a_workbook_of_others_is_read_to_its_known_facts(String name) throws IOException {
        JsonNode expected = FACTS.get(name);
        Reading reading = FileReader.read(Upload.of(KnownFacts.FILES.resolve(name)));
        FileContents found = reading.contents();

        assertThat(found.refused()).isFalse();
        assertThat(value(found, "date1904"))
                .isEqualTo(String.valueOf(expected.get("date1904").asBoolean()));
        assertThat(value(found, "sharedStrings"))
                .isEqualTo(expected.get("sharedStrings").asString());
        assertThat(found.layers().stream().map(FileContents.Layer::name))
                .containsExactlyElementsOf(
                        StreamSupport.stream(expected.get("sheets").spliterator(), false)
                                .map(sheet -> sheet.get("name").asString())
                                .toList());
        for (int i = 0; i < found.layers().size(); i++) {
            JsonNode sheet = expected.get("sheets").get(i);
            String path = "sheets[" + sheet.get("name").asString() + "].";
            assertThat(found.layers().get(i).entities()).isEqualTo(counts(sheet.get("types")));
            for (String fact : new String[] {"state", "cells", "numeric", "formulas", "merged"}) {
                assertThat(value(found, path + fact)).isEqualTo(sheet.get(fact).asString());
            }
            assertThat(Double.parseDouble(value(found, path + "numericSum")))
                    .isCloseTo(sheet.get("numericSum").asDouble(), within(0.000001));
            assertThat(reading.sheets().get(i).hidden())
                    .isEqualTo(!sheet.get("state").asString().equals("visible"));
            assertThat(filled(reading.sheets().get(i)))
                    .isLessThanOrEqualTo(sheet.get("cells").asLong());
        }
    }

    private static long filled(Sheet sheet) {
        return sheet.rows().stream().mapToLong(row -> row.cells().size()).sum();
    }

    @ParameterizedTest
    @MethodSource("refused")
    void a_workbook_that_cannot_be_used_is_refused_with_one_reason(String name) throws IOException {
        Reading reading = FileReader.read(Upload.of(KnownFacts.FILES.resolve(name)));

        assertThat(reading.contents().refused()).isTrue();
        assertThat(reading.sheets()).isEmpty();
        assertThat(reading.contents().complaints()).singleElement().satisfies(trouble -> {
            assertThat(trouble.what().zh())
                    .contains(FACTS.get(name).get("refused").asString());
            assertThat(trouble.remedy().zh()).isNotBlank();
        });
    }
}
