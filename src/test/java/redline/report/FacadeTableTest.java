package redline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import redline.check.CheckResult;
import redline.fact.Projection;
import redline.fact.SchemeRecord;
import redline.measure.Settings;
import redline.measure.SunScheme;
import redline.measure.SunSettings;
import redline.quantity.Language;
import redline.report.ReportPage.FacadeRow;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Two houses behind a block as long as the horizon, so that every point of a storey has the same hours: one with a window, one without.
 * The hours themselves are held against closed forms in {@code SunFacadesTest}.
 */
class FacadeTableTest {
    private static final String LAYERS = """
            buildings:
              - {id: 南, standing: PROPOSED, roof: FLAT, ground: 4, volumes: [{id: W, role: WHOLE, footprint: box(-5000, 0, 10000, 10), bottom: 4, top: 25, controlHeights: []}]}
            surroundings:
              - id: 甲
                standing: EXISTING
                roof: FLAT
                ground: 4
                volumes: [{id: W, role: WHOLE, footprint: box(0, 40, 30, 12), bottom: 4, top: 23, controlHeights: [], storeys: [{count: 6, height: 3}]}]
              - id: 乙
                standing: EXISTING
                roof: FLAT
                ground: 4
                volumes: [{id: W, role: WHOLE, footprint: box(200, 40, 30, 12), bottom: 4, top: 23, controlHeights: []}]
            sunlitDwellings: [{id: "101", building: 乙}]
            sunlitRooms: []
            sunObstacles: []
            sunWindows: [{id: w, building: 乙, dwelling: "101", room: 主卧, line: seg(210, 40, 211.8, 40), sill: 5}]
            """;

    /** A scheme that names no dwelling at all. */
    @Test
    void without_any_window_the_facades_are_told_all_the_same() throws IOException {
        String none = LAYERS.replaceAll("sunlitDwellings: .*", "sunlitDwellings: []")
                .replaceAll("sunWindows: .*", "sunWindows: []");
        SchemeRecord record = Projection.of(
                SunScheme.of(none), new Settings(new BigDecimal("60"), Set.of()).counting(SunScheme.OPEN));
        CheckResult judged = SunChecked.checked(SunChecked.national(), "3");
        CheckResult result =
                new CheckResult(judged.program(), record, judged.ruling(), judged.findings(), judged.conclusion());

        List<ReportPage.SunPage> pages = SunSection.tables(result, SunSection.days(result), Words.of(Language.ZH));
        assertThat(pages).hasSize(1);
        assertThat(pages.get(0).foot()).isEmpty();
        assertThat(pages.get(0).facades().rows())
                .extracting(FacadeRow::building)
                .contains("甲", "乙");
        byte[] written = SunSection.workbook(result, Language.ZH).orElseThrow();
        try (Workbook book = new XSSFWorkbook(new ByteArrayInputStream(written))) {
            assertThat(book.getSheetAt(0).getSheetName()).isEqualTo("立面取样");
        }
    }

    private static SunDay day(SunSettings settings) {
        SchemeRecord record = record(settings);
        return SunDay.of(record, record.sunlight(), List.of()).get(0);
    }

    private static SchemeRecord record(SunSettings settings) {
        return Projection.of(SunScheme.of(LAYERS), new Settings(new BigDecimal("60"), Set.of()).counting(settings));
    }

    private static List<FacadeRow> rows() {
        return new FacadeText(Words.of(Language.ZH)).table(day(SunScheme.OPEN)).rows();
    }

    @Test
    void the_report_tells_of_each_facade_of_a_building_without_windows_its_storeys_together() {
        List<FacadeRow> ofHouse =
                rows().stream().filter(row -> row.building().startsWith("甲")).toList();

        assertThat(ofHouse).extracting(FacadeRow::side).containsExactlyInAnyOrder("西", "东", "南");
        FacadeRow south = ofHouse.stream()
                .filter(row -> row.side().equals("南"))
                .findFirst()
                .orElseThrow();
        assertThat(south.length()).isEqualTo("30.0");
        assertThat(south.storeys()).isEqualTo("6");
        assertThat(south.before()).isEqualTo("8 h 00 min");
        assertThat(south.darkest()).isEqualTo("1 层");
        assertThat(south.lengths().stream()
                        .filter(length -> !length.equals("—"))
                        .map(BigDecimal::new)
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("180");
        assertThat(south.takers()).hasSize(1).first().asString().startsWith("南 ");
    }

    @Test
    void a_building_with_windows_is_not_among_them() {
        assertThat(rows()).extracting(FacadeRow::building).doesNotContain("乙");
    }

    @Test
    void it_is_said_that_points_are_no_windows_and_where_no_spacing_is_set() {
        FacadeText text = new FacadeText(Words.of(Language.ZH));
        assertThat(text.table(day(SunScheme.OPEN)).notes())
                .containsExactly(
                        "沿立面取样，不代替窗户表:沿墙每 1 m 或更密取一点,各层楼面以上 0.9 m,时数按点计。取样点不是窗,不据以判定任何一户。",
                        "楼层(底标高与层高)未提供、又没有窗台标高的楼,只取最低一排。",
                        "另有 3 面墙各点建设前后时数相同,未列;全部见 XLSX。");
        assertThat(text.table(day(unset())).notes()).containsExactly("立面取样间距未定(审查配置 sun-facades),没有取样。");
        assertThat(FacadeListing.of(day(unset()), null, Language.ZH)).contains("立面取样间距未定");
    }

    private static SunSettings unset() {
        SunSettings open = SunScheme.OPEN;
        return new SunSettings(
                open.housing(),
                open.care(),
                open.stretches(),
                open.leastSweep(),
                open.points(),
                open.widths(),
                open.rooms(),
                open.greenHours(),
                open.accuracy(),
                open.place(),
                null);
    }

    @Test
    void lengths_with_and_without_some_hours_add_up_to_what_was_sampled() {
        for (FacadeLine line : FacadeLine.storeys(
                day(SunScheme.OPEN), day(SunScheme.OPEN).facades().facades())) {
            BigDecimal least = line.least(true);
            BigDecimal justMore = line.most(true).add(new BigDecimal("0.000001"));
            assertThat(line.lengthWith(least)).isEqualByComparingTo(line.length());
            assertThat(line.lengthWith(justMore)).isEqualByComparingTo("0");
            assertThat(line.classes().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(line.length());
        }
    }

    @Test
    void the_workbook_has_a_sheet_with_a_row_for_each_storey() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SunWorkbook.write(List.of(day(SunScheme.OPEN)), Language.ZH, out);
        try (Workbook book = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            Sheet sheet = book.getSheet("立面取样");
            assertThat(sheet.getRow(0).getCell(9).getStringCellValue()).isEqualTo("建设后 0–1 h 的长度 m");
            int storeys = 0;
            for (Row row : sheet) {
                if (row.getCell(0).getStringCellValue().startsWith("甲")
                        && row.getCell(1).getStringCellValue().equals("南")) {
                    storeys++;
                    assertThat(row.getCell(3).getStringCellValue()).isEqualTo(storeys + " 层");
                    assertThat(row.getCell(4).getNumericCellValue()).isEqualTo(1.9 + 3 * storeys);
                    assertThat(row.getCell(5).getNumericCellValue()).isEqualTo(8);
                }
            }
            assertThat(storeys).isEqualTo(6);
        }
    }

    @Test
    void in_the_json_each_storey_has_its_lengths_by_the_hours_that_were_named() {
        SchemeRecord record = record(SunScheme.OPEN);
        JsonNode root =
                new JsonMapper().readTree(SunJson.write(record, record.sunlight(), new BigDecimal("8"), Language.ZH));
        JsonNode facades = root.get("facades").get(0);
        assertThat(facades.get("spacing").asDouble()).isEqualTo(1);
        JsonNode south = facades.get("facades")
                .valueStream()
                .filter(one -> one.get("building").asString().equals("甲")
                        && one.get("facing").asDouble() == 180)
                .findFirst()
                .orElseThrow();
        JsonNode lowest = south.get("storeys").get(0);
        assertThat(lowest.get("level").decimalValue()).isEqualByComparingTo("4.9");
        assertThat(lowest.get("lengthWithHours").decimalValue()).isEqualByComparingTo("0");
        assertThat(lowest.get("lengthWithLess").decimalValue()).isEqualByComparingTo("30");
        assertThat(lowest.get("shadedBy").get(0).get("building").asString()).isEqualTo("南");

        SchemeRecord without = record(unset());
        assertThat(new JsonMapper()
                        .readTree(SunJson.write(without, without.sunlight(), null, Language.ZH))
                        .get("facades")
                        .isNull())
                .isTrue();
    }
}
