package redline.workshop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redline.intake.file.Upload;
import redline.quantity.Language;
import redline.rulepack.RuleBook;
import redline.rulepack.TableGrid;

/** Tables as workbooks and back. */
class TableWorkbookTest {
    private static final RuleBook RULES = RuleBook.read(Path.of("rules"));
    private static final String EXAMPLE = "size:text(SMALL|LARGE),above:number[m],single:yes-no,from,to,clause,grade\n"
            + "规模,高于,单层,施行日,失效日,条款,来源等级\n"
            + "SMALL|LARGE,-inf,任意,2027-01-01,2028-12-31,第1条,official\n任意,12.0,是,,,\"第2条,一\",example\n";

    @TempDir
    private Path folder;

    private static String text(String file) {
        return new String(RULES.file(file).orElseThrow(), StandardCharsets.UTF_8);
    }

    private static byte[] workbook(TableGrid grid, Language language) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TableWorkbook.write(grid, language, out);
        return out.toByteArray();
    }

    private Upload upload(String name, byte[] bytes) throws IOException {
        return Upload.of(Files.write(folder.resolve(name), bytes));
    }

    private static TableGrid example() {
        return TableGrid.of(RULES, "a/tables/b.csv", EXAMPLE);
    }

    @Test
    void tables_come_back_from_their_workbooks_to_the_byte() throws Exception {
        List<String> tables =
                RULES.paths().stream().filter(path -> path.endsWith(".csv")).toList();
        for (int i = 0; i < tables.size(); i += 7) { // the cells of all go there and back in TableGridTest
            String file = tables.get(i);
            TableGrid grid = TableGrid.of(RULES, file, text(file));
            Language language = i % 2 == 0 ? Language.ZH : Language.EN;
            Upload upload = upload("table.xlsx", workbook(grid, language));
            String back =
                    grid.with(grid.recognised(TableSheet.read(upload, grid))).text();
            assertThat(back).as(file).isEqualTo(text(file));
        }
    }

    @Test
    void numbers_are_numbers_days_are_days_and_words_are_offered() throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(workbook(example(), Language.ZH)))) {
            assertThat(book.getNumberOfSheets()).isEqualTo(2);
            Sheet sheet = book.getSheet("表");
            assertThat(sheet.getRow(0))
                    .extracting(cell -> cell.getStringCellValue())
                    .containsExactly("规模", "高于 [m]", "单层", "施行日", "失效日", "条款", "来源等级", "文号");
            assertThat(sheet.getRow(1).getCell(0).getStringCellValue()).isEqualTo("小型|大型");
            assertThat(sheet.getRow(1).getCell(1).getStringCellValue()).isEqualTo("-∞");
            assertThat(sheet.getRow(2).getCell(1).getCellType()).isEqualTo(CellType.NUMERIC);
            assertThat(sheet.getRow(2).getCell(1).getNumericCellValue()).isEqualTo(12);
            assertThat(DateUtil.isCellDateFormatted(sheet.getRow(1).getCell(3))).isTrue();
            assertThat(sheet.getRow(1).getCell(3).getLocalDateTimeCellValue()).isEqualTo("2027-01-01T00:00:00");
            Sheet notes = book.getSheet("说明");
            assertThat(sheet.getDataValidations())
                    .extracting(choice -> choice.getValidationConstraint().getFormula1())
                    .containsExactly("'说明'!$D$5:$E$5", "'说明'!$D$7:$E$7", "'说明'!$D$11:$G$11");
            assertThat(notes.getRow(4))
                    .extracting(cell -> cell.getStringCellValue())
                    .containsExactly("规模", "size", "右边的词，可以几个用 | 隔开，或写 任意", "小型", "大型");
            assertThat(notes.getRow(10))
                    .extracting(cell -> cell.getStringCellValue())
                    .containsExactly("来源等级", "grade", "右边的词之一", "官方文本", "转引", "未核对", "示例");
        }
    }

    @Test
    void columns_may_come_in_another_order_and_as_csv() throws Exception {
        String csv = "条款,来源等级,单层,规模,高于 [m],施行日,失效日\n\"第2条,一\",示例,是,任意,12,,\n第1条,官方文本,任意,小型|大型,-∞,2027/1/1,2028/12/31\n";

        List<List<String>> rows = TableSheet.read(upload("table.csv", csv.getBytes(StandardCharsets.UTF_8)), example());

        assertThat(rows)
                .containsExactly(
                        List.of("任意", "12", "yes", "", "", "第2条,一", "example", ""),
                        List.of("SMALL|LARGE", "-inf", "任意", "2027-01-01", "2028-12-31", "第1条", "official", ""));
    }

    @Test
    void another_file_is_refused_with_what_is_wrong_and_what_to_do() throws Exception {
        Map<String, String> files = Map.of(
                "规模,高于 [m],施行日,失效日,条款,来源等级\n小型,1,,,第1条,示例\n",
                "没有列“单层”",
                "规模,高于 [m],单层,施行日,失效日,条款,来源等级,价格\n小型,1,是,,,第1条,示例,3\n",
                "多出一列“价格”");
        for (Map.Entry<String, String> file : files.entrySet()) {
            Upload upload = upload("table.csv", file.getKey().getBytes(StandardCharsets.UTF_8));
            assertThatThrownBy(() -> TableSheet.read(upload, example()))
                    .isInstanceOfSatisfying(
                            TableSheet.NotTaken.class,
                            not -> assertThat(not.what().zh()).isEqualTo(file.getValue()));
        }
        for (Path hostile : List.of(Path.of("pom.xml"), Path.of("templates/upload/conditions.xlsx"))) {
            assertThatThrownBy(() -> TableSheet.read(Upload.of(hostile), example()))
                    .isInstanceOf(TableSheet.NotTaken.class);
        }
    }
}
