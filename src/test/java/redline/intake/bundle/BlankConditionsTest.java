package redline.intake.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redline.intake.Intake;
import redline.intake.SchemeSchema;
import redline.intake.file.Upload;
import redline.intake.sheet.WorkbookWriter;
import redline.scheme.ConditionLine;
import redline.scheme.ConditionLine.Bound;
import redline.scheme.ConditionLine.Item;
import redline.scheme.Dates;
import redline.scheme.Letter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The blank workbook for planning conditions is generated. Run with {@code -Dredline.write-docs=true} to write it anew. */
class BlankConditionsTest {
    private static final Path FILE = Path.of("templates", "upload", "conditions.xlsx");
    private static final Dates DATES = Dates.allOn(LocalDate.of(2025, 9, 1));
    private static final String SCHEME = """
            redline: 1
            name: 甲地块方案
            basis: table
            parcels:
              - { id: A, area: 8000 m², zones: [] }
            """;

    @TempDir
    private Path folder;

    @Test
    void the_blank_workbook_is_the_generated_one() throws IOException {
        byte[] written = WorkbookWriter.write(BlankConditions.pages());
        if (Boolean.getBoolean("redline.write-docs")) {
            Files.write(FILE, written);
        }

        assertThat(Files.readAllBytes(FILE)).isEqualTo(written);
    }

    @Test
    void it_has_a_column_for_every_key_of_a_letter_and_its_lines() {
        JsonNode schema = new JsonMapper().readTree(SchemeSchema.json()).path("$defs");
        List<List<String>> columns = BlankConditions.pages().stream()
                .map(page -> page.lines().get(1).cells().stream()
                        .map(Object::toString)
                        .skip(1)
                        .toList())
                .toList();

        // Lines have a page of their own; articles that no value stands for are written in a scheme file, or in the
        // register.
        assertThat(columns.get(0))
                .containsExactlyInAnyOrderElementsOf(keys(schema.path("letter"), "id", "lines", "articles"));
        assertThat(columns.get(1)).containsExactlyInAnyOrderElementsOf(keys(schema.path("line"), "id"));
        assertThat(columns.get(2)).containsExactlyInAnyOrderElementsOf(keys(schema.path("incorporation")));
    }

    private static List<String> keys(JsonNode definition, String... without) {
        List<String> keys = new ArrayList<>(
                definition.path("properties").propertyNames().stream().toList());
        keys.removeAll(List.of(without));
        return keys;
    }

    @Test
    void filled_in_beside_a_scheme_it_is_the_letter() throws IOException {
        Letter letter = conditions(filled()).get(0);

        assertThat(letter.id()).isEqualTo("1");
        assertThat(letter.parcel()).isEqualTo("A");
        assertThat(letter.number()).isEqualTo("示例〔2025〕3号");
        assertThat(letter.issued()).isEqualTo(LocalDate.of(2025, 5, 6));
        assertThat(letter.grade()).isEqualTo("EXAMPLE");
        assertThat(letter.complete()).isTrue();
        assertThat(letter.incorporates()).containsExactly(new Letter.Incorporation("gb-50016-2014", "其余按国家现行规范执行。"));
        assertThat(letter.lines()).hasSize(4);
        ConditionLine far = letter.lines().get(0);
        assertThat(far.article()).isEqualTo("第2条");
        assertThat(far.item()).isEqualTo(Item.FAR);
        assertThat(far.bound()).isEqualTo(Bound.MAX);
        assertThat(far.value()).isEqualByComparingTo("1.8");
        ConditionLine green = letter.lines().get(1);
        assertThat(green.bound()).isEqualTo(Bound.MIN);
        assertThat(green.value()).isEqualByComparingTo("0.30");
        ConditionLine setback = letter.lines().get(2);
        assertThat(setback.value()).isEqualByComparingTo("10");
        assertThat(setback.sides()).containsExactly("S", "E");
        assertThat(setback.beyond()).isEqualTo("ROAD");
        assertThat(setback.heightClass()).isEqualTo("HIGH");
        assertThat(letter.lines().get(3).terms()).containsExactly("0902");
    }

    @Test
    void left_blank_it_says_nothing() throws IOException {
        assertThat(conditions(Files.readAllBytes(FILE))).isNull();
    }

    private List<Letter> conditions(byte[] workbook) throws IOException {
        Path scheme = Files.writeString(folder.resolve("scheme.yaml"), SCHEME, StandardCharsets.UTF_8);
        Path conditions = Files.write(folder.resolve("conditions.xlsx"), workbook);
        Draft draft =
                Bundle.of(List.of(Upload.of(scheme), Upload.of(conditions))).draft(Choices.none());
        Intake intake = draft.intake(null, DATES);

        assertThat(draft.remarks()).isEmpty();
        assertThat(intake)
                .as(() -> intake instanceof Intake.Refused refused
                        ? refused.complaints().toString()
                        : "")
                .isInstanceOf(Intake.Accepted.class);
        return ((Intake.Accepted) intake).scheme().conditions();
    }

    /** As a person fills it in with another program: texts, and here and there a number. */
    private static byte[] filled() throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(Files.readAllBytes(FILE)));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            fill(book, "conditions", 3, "conditions[1]", "A", "示例〔2025〕3号", "2025-05-06", "EXAMPLE", "true");
            fill(book, "conditions.lines", 3, "conditions[1].lines[1]", "第2条", "A", "FAR", "", 1.8);
            fill(book, "conditions.lines", 4, "conditions[1].lines[2]", "第4条", "A", "GREEN_RATIO", "30 %");
            fill(
                    book,
                    "conditions.lines",
                    5,
                    "conditions[1].lines[3]",
                    "第5条",
                    "A",
                    "SETBACK",
                    "10 m",
                    "",
                    "",
                    "[\"S\",\"E\"]",
                    "ROAD",
                    "HIGH");
            fill(book, "conditions.lines", 6, "conditions[1].lines[4]", "第9条", "A", "USE", "", "", "0902");
            fill(book, "conditions.incorporates", 3, "conditions[1].incorporates[@1]", "gb-50016-2014", "其余按国家现行规范执行。");
            book.write(out);
            return out.toByteArray();
        }
    }

    private static void fill(XSSFWorkbook book, String sheet, int row, Object... values) {
        Row cells = book.getSheet(sheet).getRow(row);
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof Double number) {
                cells.getCell(i).setCellValue(number);
            } else if (!values[i].equals("")) {
                cells.getCell(i).setCellValue((String) values[i]);
            }
        }
    }
}
