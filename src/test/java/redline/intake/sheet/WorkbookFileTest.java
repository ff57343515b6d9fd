package redline.intake.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static redline.intake.file.KnownFacts.value;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redline.intake.file.Reading;
import redline.intake.file.Sheet;

/** What stands in a cell, and what is said of it. */
class WorkbookFileTest {
    @TempDir
    private Path folder;

    private static Sheet.Cell cell(Reading reading, String ref) {
        return reading.sheets().stream()
                .flatMap(sheet -> sheet.rows().stream())
                .flatMap(row -> row.cells().stream())
                .filter(cell -> cell.ref().equals(ref))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> complaints(Reading reading) {
        return reading.contents().complaints().stream()
                .map(trouble -> trouble.where() + " " + trouble.what().zh())
                .toList();
    }

    private Reading one(String cell) {
        return Book.of("<row r='1'>" + cell + "</row>").read(folder);
    }

    @ParameterizedTest
    @CsvSource({
        "1.005, 1.005",
        "8.0500000000000007, 8.05",
        "0.10000000000000001, 0.1",
        "1.0049999999999999, 1.005",
        "13.50, 13.50",
        "1.5E3, 1500",
        "123456789012345678, 123456789012345678",
        "0.30000000000000004, 0.30000000000000004",
        "-2.5, -2.5"
    })
    void a_number_is_the_one_that_is_stored(String written, String number) {
        Sheet.Cell cell = cell(one("<c r='A1'><v>" + written + "</v></c>"), "A1");

        assertThat(cell.text()).isEqualTo(number);
        assertThat(cell.number()).isEqualByComparingTo(new BigDecimal(number));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "１２３．５|123.5|123.5",
                "58,023.58|58,023.58|58023.58",
                "５８，０２３．５８|58，023.58|58023.58",
                "12,34|12,34|",
                "46.6%|46.6%|0.466",
                "３０％|30%|0.3",
                "－３．２|-3.2|-3.2",
                "13.5m|13.5m|",
                "1＃楼|1#楼|",
                "NaN|NaN|",
                "1e9|1e9|1000000000"
            })
    void a_number_stored_as_text_is_understood(String written, String text, String number) {
        Sheet.Cell cell = cell(one("<c r='A1' t='inlineStr'><is><t> " + written + "　</t></is></c>"), "A1");

        assertThat(cell.text()).isEqualTo(text);
        if (number == null) {
            assertThat(cell.number()).isNull();
        } else {
            assertThat(cell.number()).isEqualByComparingTo(number);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, 45000, 2023-03-15",
        "1, 45000, 2027-03-16",
        "0, 45000.75, 2023-03-15T18:00",
        "0, 0.5, 12:00",
        "0, 1, 1900-01-01",
        "1, 0, 1904-01-01"
    })
    void a_date_is_told_in_iso_by_the_calendar_of_the_workbook(String date1904, String stored, String date) {
        Reading reading = Book.of("<row r='1'><c r='A1' s='1'><v>" + stored + "</v></c></row>")
                .styles("yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;")
                .workbook("<workbookPr date1904='" + date1904 + "'/>", "")
                .read(folder);

        assertThat(cell(reading, "A1").text()).isEqualTo(date);
        assertThat(cell(reading, "A1").number()).isNull();
        assertThat(value(reading.contents(), "sheets[表1].numericSum"))
                .isEqualTo(new BigDecimal(stored).stripTrailingZeros().toPlainString());
    }

    @Test
    void a_share_is_told_with_its_sign_and_a_unit_in_the_format_makes_no_date() {
        Reading reading = Book.of("<row><c s='1'><v>0.46600000000000003</v></c><c s='2'><v>13.5</v></c></row>")
                .styles("0.00%", "0.00&quot;m&quot;")
                .read(folder);

        assertThat(cell(reading, "A1").text()).isEqualTo("46.6%");
        assertThat(cell(reading, "A1").number()).isEqualByComparingTo("0.466");
        assertThat(cell(reading, "B1").text()).isEqualTo("13.5");
    }

    @Test
    void shared_texts_keep_their_runs_and_lose_their_pronunciation() {
        Reading reading = Book.of("<row r='3'><c r='B3' t='s'><v>0</v></c><c r='C3' t='s'><v>7</v></c></row>")
                .shared("<si><r><t>建筑</t></r><r><t xml:space='preserve'>高度 </t></r><rPh><t>gao</t></rPh></si>")
                .read(folder);

        assertThat(cell(reading, "B3").text()).isEqualTo("建筑高度");
        assertThat(complaints(reading)).containsExactly("表1!C3 这一格的文字在文件里找不到，按未填看");
    }

    @Test
    void cells_and_rows_without_numbers_follow_one_another() {
        Reading reading = Book.of("<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>")
                .read(folder);

        assertThat(cell(reading, "B1").number()).isEqualByComparingTo("2");
        assertThat(cell(reading, "A2").number()).isEqualByComparingTo("3");
    }

    @Test
    void a_merged_range_is_its_first_cell_and_what_it_covers_is_told() {
        Reading reading = new Book()
                .sheet(
                        "表1",
                        "",
                        "<sheetData><row r='1'><c r='A1'><v>1</v></c><c r='B1'><v>2</v></c></row>"
                                + "<row r='2'><c r='A2'><v>3</v></c><c r='C2'><v>4</v></c></row></sheetData>"
                                + "<mergeCells><mergeCell ref='A1:B2'/></mergeCells>")
                .read(folder);

        assertThat(cell(reading, "A1").columns()).isEqualTo(2);
        assertThat(cell(reading, "A1").rows()).isEqualTo(2);
        assertThat(reading.sheets().get(0).rows()).hasSize(2);
        assertThat(complaints(reading))
                .containsExactly("表1!B1 这一格被合并单元格盖住，里面的“2”看不见，不用", "表1!A2 这一格被合并单元格盖住，里面的“3”看不见，不用");
        assertThat(value(reading.contents(), "sheets[表1].cells")).isEqualTo("4");
    }

    @Test
    void a_hidden_sheet_is_counted_and_said_not_to_be_used() {
        Reading reading = new Book()
                .sheet("看", "", "<sheetData><row><c><v>1</v></c></row></sheetData>")
                .sheet("藏", "state='veryHidden'", "<sheetData><row><c><v>2</v></c></row></sheetData>")
                .read(folder);

        assertThat(reading.sheets().stream().map(Sheet::hidden)).containsExactly(false, true);
        assertThat(value(reading.contents(), "sheets[藏].state")).isEqualTo("veryHidden");
        assertThat(complaints(reading)).containsExactly("藏 这张表是隐藏的(填了 1 格)，里面的数不用");
    }

    @Test
    void hidden_rows_and_columns_are_used_and_told() {
        Reading reading = new Book()
                .sheet(
                        "表1",
                        "",
                        "<cols><col min='2' max='3' hidden='1'/></cols><sheetData><row r='1'><c r='A1'><v>1</v></c>"
                                + "<c r='B1'><v>1</v></c></row><row r='2' hidden='1'><c r='A2'><v>1</v></c></row></sheetData>")
                .read(folder);

        assertThat(complaints(reading)).containsExactly("表1 有 1 行、1 列是隐藏的(2、B)，其中的数照用");
    }

    @Test
    void a_result_that_its_formula_does_not_give_is_told_with_both() {
        Reading reading = Book.of("<row r='1'><c r='A1'><v>2</v></c><c r='B1'><v>3</v></c>"
                        + "<c r='C1'><f>SUM(A1:B1)</f><v>5</v></c><c r='D1'><f>A1*B1+0.1</f><v>6.0999999999999996</v></c>"
                        + "<c r='E1'><f>ROUND(A1/B1,2)</f><v>0.66</v></c></row>")
                .read(folder);

        assertThat(complaints(reading)).containsExactly("表1!E1 公式 =ROUND(A1/B1,2) 存的结果是 0.66，重算是 0.67，两者不一致");
        assertThat(cell(reading, "E1").number()).isEqualByComparingTo("0.66");
        assertThat(cell(reading, "C1").formula()).isEqualTo("SUM(A1:B1)");
        assertThat(value(reading.contents(), "formulasRecomputed")).isEqualTo("3");
    }

    @Test
    void a_shared_formula_moves_with_its_cell() {
        Reading reading = Book.of("<row r='1'><c r='A1'><v>1</v></c><c r='B1'><v>10</v></c>"
                        + "<c r='C1'><f t='shared' si='0' ref='C1:C3'>A1*$B$1+LOG10(B$1)</f><v>11</v></c></row>"
                        + "<row r='2'><c r='A2'><v>2</v></c><c r='C2'><f t='shared' si='0'/><v>21</v></c></row>"
                        + "<row r='3'><c r='A3'><v>3</v></c><c r='C3'><f t='shared' si='0'/><v>31</v></c></row>")
                .read(folder);

        assertThat(cell(reading, "C3").formula()).isEqualTo("A3*$B$1+LOG10(B$1)");
        assertThat(value(reading.contents(), "sheets[表1].formulas")).isEqualTo("3");
        assertThat(complaints(reading)).isEmpty();
    }

    @Test
    void a_formula_across_sheets_and_names_is_recomputed() {
        Reading reading = new Book()
                .sheet("面积", "", "<sheetData><row><c><v>2</v></c></row></sheetData>")
                .sheet("合计", "", "<sheetData><row><c><f>面积!A1+总面积</f><v>5</v></c></row></sheetData>")
                .workbook("", "<definedNames><definedName name='总面积'>面积!$A$1</definedName></definedNames>")
                .read(folder);

        assertThat(complaints(reading)).containsExactly("合计!A1 公式 =面积!A1+总面积 存的结果是 5，重算是 4，两者不一致");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[1]Sheet1!A1*2",
                "NOW()",
                "RAND()*A2",
                "INDIRECT(\"A2\")",
                "WEBSERVICE(\"http://localhost/\")",
                "SUM(A1:XFD1048576)",
                "SUM(A:XFD)",
                "REPT(\"a\",9999)&amp;A2",
                "SUM(Sheet1:Sheet9!A1)",
                "1/0+"
            })
    void a_formula_whose_cost_or_reach_is_not_known_is_not_run(String formula) {
        Reading reading = one("<c r='B1'><f>" + formula + "</f><v>7</v></c>");

        assertThat(cell(reading, "B1").number()).isEqualByComparingTo("7");
        assertThat(value(reading.contents(), "formulasRecomputed")).isEqualTo("0");
    }

    @Test
    void a_link_to_another_workbook_and_a_formula_without_a_result_are_told() {
        Reading reading = one(
                "<c r='A1'><f>[1]Sheet1!A1</f><v>7</v></c><c r='B1'><f>1+1</f></c><c r='C1'><f>Table1[2026]</f><v>1</v></c>");

        assertThat(complaints(reading)).containsExactly("表1!A1 公式引用了别的工作簿，没有打开它，用存着的结果", "表1!B1 这一格的公式没有存结果，按未填看");
        assertThat(cell(reading, "B1").number()).isNull();
    }

    @Test
    void a_long_chain_of_formulas_ends() {
        StringBuilder rows = new StringBuilder();
        for (int row = 1; row <= 9_000; row++) {
            rows.append("<row><c><f>A" + (row + 1) + "+1</f><v>" + row + "</v></c></row>");
        }
        assertThat(Book.of(rows.toString()).read(folder).contents().refused()).isFalse();
    }

    @Test
    void results_that_are_faults_and_numbers_that_are_none_are_told() {
        Reading reading = one("<c r='A1' t='e'><f>1/0</f><v>#DIV/0!</v></c><c r='B1'><v>NaN</v></c>"
                + "<c r='C1'><v>1e999</v></c><c r='D1' t='b'><v>1</v></c>");

        assertThat(complaints(reading))
                .containsExactly("表1!A1 这一格算不出来：#DIV/0!", "表1!B1 “NaN”不是有限的数，按未填看", "表1!C1 “1e999”不是有限的数，按未填看");
        assertThat(cell(reading, "D1").text()).isEqualTo("TRUE");
        assertThat(reading.contents().layers().get(0).entities()).isEqualTo(Map.of("e", 1, "n", 2, "b", 1));
    }

    @Test
    void complaints_of_one_kind_are_not_told_without_end() {
        Reading reading = one("<c t='e'><v>#REF!</v></c>".repeat(5000));

        assertThat(complaints(reading))
                .hasSize(SheetLimits.OF_A_KIND + 1)
                .last()
                .asString()
                .contains("4980");
    }

    @Test
    void a_sheet_with_too_many_cells_is_counted_and_not_kept() {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i <= SheetLimits.KEPT_CELLS; i++) {
            rows.append(i % 100 == 0 ? "<row>" : "").append("<c><v>" + i * 7919L + "</v></c>");
            rows.append(i % 100 == 99 || i == SheetLimits.KEPT_CELLS ? "</row>" : "");
        }
        Book book = Book.of(rows.toString()).sheet("小", "", "<sheetData><row><c><v>1</v></c></row></sheetData>");
        Reading reading = book.read(folder);

        assertThat(reading.sheets().stream().map(Sheet::name)).containsExactly("小");
        assertThat(value(reading.contents(), "sheets[表1].cells")).isEqualTo("200001");
        assertThat(complaints(reading)).containsExactly("表1 填了 200001 格，太多，只计数，不当作指标表读");
    }

    @Test
    void a_text_longer_than_a_cell_can_hold_is_cut_and_told() {
        Reading reading = one("<c t='inlineStr'><is><t>" + "长".repeat(40_000) + "</t></is></c>");

        assertThat(cell(reading, "A1").text()).hasSize(SheetLimits.CELL_TEXT);
        assertThat(complaints(reading)).containsExactly("表1!A1 文字长于 32767 字，只取开头");
    }

    private void refuses(byte[] file, String name, String reason) {
        Reading reading = Book.read(folder, name, file);
        assertThat(reading.contents().refused()).isTrue();
        assertThat(complaints(reading)).singleElement().asString().contains(reason);
    }

    @Test
    void a_bomb_is_refused() {
        Book book = Book.of("<row><c><v>1</v></c></row>" + " ".repeat(6_000_000));
        refuses(book.bytes(), "bomb.xlsx", "压缩炸弹");
        Book deep = Book.of("<x>".repeat(5000));
        refuses(deep.bytes(), "deep.xlsx", "嵌套超过 64 层");
        refuses(
                Book.of("<row " + "a".repeat(100) + "='" + noise(9_000_000) + "'/>")
                        .bytes(),
                "long.xlsx",
                "有一段文字大于 8 MB");
        Map<String, byte[]> many = new LinkedHashMap<>();
        for (int i = 0; i <= SheetLimits.PARTS; i++) {
            many.put("xl/" + i, new byte[0]);
        }
        refuses(Book.zip(many), "many.xlsx", "多于 10000");
    }

    private static String noise(int length) {
        StringBuilder noise = new StringBuilder(length);
        long seed = 7;
        while (noise.length() < length) {
            seed = seed * 6364136223846793005L + 1442695040888963407L;
            noise.append(Long.toString(seed >>> 8, 36));
        }
        return noise.toString();
    }

    @Test
    void an_entity_is_refused_whatever_it_would_stand_for() {
        refuses(
                new Book()
                        .part("xl/x.xml", "")
                        .shared("")
                        .part(
                                "xl/sharedStrings.xml",
                                "<!DOCTYPE sst [<!ENTITY a SYSTEM 'file:///etc/hostname'>]><sst>&a;</sst>")
                        .sheet("表1", "", "<sheetData/>")
                        .bytes(),
                "entity.xlsx",
                "DTD");
    }

    @Test
    void other_kinds_of_file_are_named_and_told_how_to_become_a_workbook() {
        refuses(
                Book.zip(Map.of("[Content_Types].xml", new byte[0], "word/document.xml", new byte[0])),
                "a.docx",
                "Word 文档");
        refuses(
                Book.zip(Map.of("[Content_Types].xml", new byte[0], "ppt/presentation.xml", new byte[0])),
                "a.pptx",
                "PowerPoint");
        refuses(Book.zip(Map.of("mimetype", new byte[0], "content.xml", new byte[0])), "a.ods", ".ods");
        refuses(
                Book.zip(Map.of("[Content_Types].xml", new byte[0], "xl/workbook.bin", new byte[0])),
                "a.xlsb",
                ".xlsb");
        refuses("<html><table/></html>".getBytes(StandardCharsets.UTF_8), "a.xls", "不是 zip 包");
        byte[] old = Arrays.copyOf(OleFile.START.getBytes(StandardCharsets.ISO_8859_1), 1024);
        refuses(old, "b.xls", "旧格式");
        byte[] name = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(name, 0, old, 512, name.length);
        refuses(old, "c.xlsx", "有密码");
    }

    @Test
    void a_file_that_was_cut_off_or_changed_on_its_way_is_refused() {
        byte[] whole = Book.of("<row><c><v>12</v></c></row>").bytes();
        refuses(Arrays.copyOf(whole, whole.length / 2), "cut.xlsx", "没有传完");
        List<String> reasons = new ArrayList<>();
        for (int at = 0; at < whole.length; at += 7) {
            byte[] changed = whole.clone();
            changed[at] ^= 0x10;
            Reading reading = Book.read(folder, "changed.xlsx", changed);
            if (reading.contents().refused()) {
                reasons.addAll(complaints(reading));
            } else if (complaints(reading).isEmpty()) {
                assertThat(cell(reading, "A1").number()).isEqualByComparingTo("12");
            }
        }
        assertThat(reasons).isNotEmpty();
    }
}
