package redline.intake.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redline.intake.file.Reading;
import redline.intake.sheet.WorkbookWriter.Line;
import redline.intake.sheet.WorkbookWriter.Page;

/** The blank tables are generated. Run with {@code -Dredline.write-docs=true} to write them anew. */
class BlankTablesTest {
    private static final Path FOLDER = Path.of("templates", "upload");

    @TempDir
    private Path folder;

    private static Map<Path, byte[]> files() {
        Map<Path, byte[]> files = new LinkedHashMap<>();
        Map<String, Page> pages = BlankTables.pages();
        files.put(FOLDER.resolve("indicators.xlsx"), WorkbookWriter.write(List.copyOf(pages.values())));
        pages.forEach((name, page) -> files.put(
                FOLDER.resolve("csv").resolve(name + ".csv"),
                BlankTables.csv(page).getBytes(StandardCharsets.UTF_8)));
        return files;
    }

    @Test
    void the_blank_tables_are_the_generated_ones() throws IOException {
        for (Map.Entry<Path, byte[]> file : files().entrySet()) {
            if (Boolean.getBoolean("redline.write-docs")) {
                Files.createDirectories(file.getKey().getParent());
                Files.write(file.getKey(), file.getValue());
            }
            assertThat(Files.readAllBytes(file.getKey()))
                    .as(file.getKey().toString())
                    .isEqualTo(file.getValue());
        }
    }

    @Test
    void the_same_tables_give_the_same_bytes() {
        List<Page> pages = List.copyOf(BlankTables.pages().values());

        assertThat(WorkbookWriter.write(pages)).isEqualTo(WorkbookWriter.write(pages));
    }

    /** Apache POI is not what wrote it. */
    @Test
    void another_program_reads_what_was_written() throws IOException {
        byte[] written = files().get(FOLDER.resolve("indicators.xlsx"));
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(written))) {
            assertThat(book.getNumberOfSheets()).isEqualTo(7);
            assertThat(book.getSheet("单体一览表").getRow(2).getCell(4).getStringCellValue())
                    .isEqualTo("建筑高度(m)");
            assertThat(book.getSheet("单体一览表").getNumMergedRegions()).isEqualTo(2);
            assertThat(book.getSheetAt(0).getRow(15).getCell(2).getCellStyle().getDataFormatString())
                    .isEqualTo("0.00%");
        }
    }

    @Test
    void a_blank_table_is_understood_in_all_its_columns() {
        Reading reading = Book.read(folder, "blank.xlsx", files().get(FOLDER.resolve("indicators.xlsx")));
        IndicatorTables.Found found = new IndicatorTables().read(reading.sheets());

        assertThat(reading.contents().complaints()).isEmpty();
        assertThat(found.rows()).isEmpty();
        assertThat(found.remarks()).isEmpty();
        assertThat(found.passed().stream()
                        .filter(row -> row.why() == IndicatorTables.Why.EMPTY)
                        .map(IndicatorTables.Passed::text))
                .hasSize(20);
    }

    /** Row 5 of each sheet, and the declared values, filled in with 1, 2, 3…; the columns of parking that are texts as well. */
    @Test
    void what_is_filled_in_comes_out_under_its_column() {
        List<Page> filled = new ArrayList<>();
        for (Page page : BlankTables.pages().values()) {
            filled.add(page.name().equals("技术经济指标表") ? values(page) : firstRow(page));
        }
        Reading reading = Book.read(folder, "filled.xlsx", WorkbookWriter.write(filled));
        IndicatorTables.Found found = new IndicatorTables().read(reading.sheets());

        assertThat(found.remarks()).isEmpty();
        assertThat(found.rows().stream()
                        .filter(row -> row.table() == TableKind.INDICATORS)
                        .map(row -> row.cells().entrySet().stream()
                                .map(cell -> cell.getKey().key() + "="
                                        + Written.plain(cell.getValue().number()))
                                .collect(Collectors.joining())))
                .containsExactly(
                        "siteArea=1",
                        "floorArea=2",
                        "floorAreaAbove=3",
                        "farFloorArea=4",
                        "residentialArea=5",
                        "commercialArea=6",
                        "otherArea=7",
                        "openStoreyArea=8",
                        "floorAreaBelow=9",
                        "far=10",
                        "footprint=11",
                        "density=0.12",
                        "greenArea=13",
                        "greenRatio=0.14",
                        "motorSpaces=15",
                        "motorSpacesAbove=16",
                        "motorSpacesBelow=17",
                        "nonMotorSpaces=18",
                        "dwellings=19",
                        "persons=20");
        assertThat(found.rows().stream()
                        .filter(row -> row.table() != TableKind.INDICATORS)
                        .map(row ->
                                row.table().key() + " " + row.cells().keySet().size()))
                .containsExactly(
                        "buildings 16", "areas 13", "parking 15", "dwellingTypes 6", "facilities 7", "sunlight 12");
        assertThat(found.rows().stream()
                        .filter(row -> row.table() == TableKind.PARKING)
                        .map(row -> row.cells().get(TableColumn.BLOCK).text()))
                .containsExactly("机动车");
    }

    private static Page values(Page page) {
        List<Line> lines = new ArrayList<>(page.lines());
        for (int i = 4; i < lines.size(); i++) {
            List<Object> cells = new ArrayList<>(lines.get(i).cells());
            BigDecimal value = BigDecimal.valueOf(i - 3);
            boolean percent = lines.get(i).look() == WorkbookWriter.Look.PERCENT;
            cells.set(2, percent ? value.movePointLeft(2) : value);
            lines.set(i, new Line(lines.get(i).look(), cells));
        }
        return new Page(page.name(), page.widths(), lines, page.merged(), page.frozen());
    }

    private static Page firstRow(Page page) {
        List<Line> lines = new ArrayList<>(page.lines());
        int row = page.name().equals("停车配建计算表") ? 5 : 4;
        List<Object> cells = new ArrayList<>();
        for (int i = 0; i < lines.get(2).cells().size(); i++) {
            cells.add(BigDecimal.valueOf(i + 1));
        }
        lines.set(row, new Line(lines.get(row).look(), cells));
        return new Page(page.name(), page.widths(), lines, page.merged(), page.frozen());
    }

    @Test
    void every_csv_file_is_understood_by_its_name_and_title() {
        files().forEach((path, bytes) -> {
            if (path.toString().endsWith(".csv")) {
                Reading reading = Book.read(folder, path.getFileName().toString(), bytes);
                assertThat(reading.contents().encoding()).isEqualTo("UTF-8");
                assertThat(new IndicatorTables().read(reading.sheets()).remarks())
                        .isEmpty();
            }
        });
    }
}
