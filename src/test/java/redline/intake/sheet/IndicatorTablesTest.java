package redline.intake.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redline.intake.file.Reading;

/** Tables as offices write them are found and read to rows; what is not understood is listed. */
class IndicatorTablesTest {
    @TempDir
    private Path folder;

    private IndicatorTables.Found csv(String name, String... lines) {
        Reading reading =
                Book.read(folder, name + ".csv", String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
        return new IndicatorTables().read(reading.sheets());
    }

    private IndicatorTables.Found sheet(String sheetData, String... merged) {
        StringBuilder ranges = new StringBuilder();
        for (String range : merged) {
            ranges.append("<mergeCell ref='" + range + "'/>");
        }
        Reading reading = new Book()
                .sheet("表1", "", "<sheetData>" + sheetData + "</sheetData><mergeCells>" + ranges + "</mergeCells>")
                .read(folder);
        return new IndicatorTables().read(reading.sheets());
    }

    /** A row of cells from the left, an empty one for {@code ""}; numbers as numbers. */
    private static String row(int number, String... cells) {
        StringBuilder row = new StringBuilder("<row r='" + number + "'>");
        for (int i = 0; i < cells.length; i++) {
            String ref = Ref.name(number - 1, i);
            if (cells[i].matches("-?\\d+(\\.\\d+)?")) {
                row.append("<c r='" + ref + "'><v>" + cells[i] + "</v></c>");
            } else if (!cells[i].isEmpty()) {
                row.append("<c r='" + ref + "' t='inlineStr'><is><t>" + cells[i] + "</t></is></c>");
            }
        }
        return row.append("</row>").toString();
    }

    private static List<String> rows(IndicatorTables.Found found) {
        return found.rows().stream()
                .map(row -> row.table().key() + " " + row.key() + " "
                        + row.cells().entrySet().stream()
                                .map(cell -> cell.getKey().key() + "="
                                        + (cell.getValue().number() == null
                                                ? cell.getValue().text()
                                                : Written.plain(cell.getValue().number())))
                                .collect(Collectors.joining(" ")))
                .toList();
    }

    private static List<String> remarks(IndicatorTables.Found found) {
        return found.remarks().stream()
                .map(trouble -> trouble.where() + " " + trouble.what().zh())
                .toList();
    }

    private static List<String> passed(IndicatorTables.Found found) {
        return found.passed().stream()
                .map(row -> row.row() + " " + row.text() + " " + row.why())
                .toList();
    }

    @Test
    void a_list_of_indicators_is_read_by_its_header() {
        IndicatorTables.Found found = csv(
                "指标",
                "技术经济指标表",
                "序号,指标名称,单位,规划条件,申报值,备注",
                "1,规划净用地面积,㎡,,\"58,023.58\",",
                "2,总建筑面积,万平方米,,9.2,",
                "2.1,其中：地上建筑面积,㎡,,78400,",
                "3,容积率,,1.0~1.35,1.3512,",
                "4,建筑密度,%,≤40,31.00,",
                "5,绿地率,,≥30%,30.05%,",
                "6,机动车停车位,个,,773,",
                "6.1,其中 地上,个,,73,",
                ",地下,个,,700,",
                "7,幸福指数,分,,99,",
                "8,居住户数,户,,,",
                "注：面积按 GB/T 50353 计算");

        assertThat(rows(found))
                .containsExactly(
                        "indicators 规划净用地面积 siteArea=58023.58",
                        "indicators 总建筑面积 floorArea=92000.0",
                        "indicators 其中:地上建筑面积 floorAreaAbove=78400".replace("其中:", "其中："),
                        "indicators 容积率 far=1.3512",
                        "indicators 建筑密度 density=0.3100",
                        "indicators 绿地率 greenRatio=0.3005",
                        "indicators 机动车停车位 motorSpaces=773",
                        "indicators 其中 地上 motorSpacesAbove=73",
                        "indicators 地下 motorSpacesBelow=700");
        assertThat(remarks(found)).containsExactly("指标!E4 已换算：9.2 万平方米 = 92000 m²", "指标!B12 指标“幸福指数”没有认出来，没有用");
        assertThat(passed(found)).containsExactly("1 技术经济指标表 TITLE", "13 居住户数 EMPTY", "14 注：面积按 GB/T 50353 计算 NOTE");
        assertThat(found.rows().get(3).cells().get(TableColumn.FAR).ref()).isEqualTo("E6");
    }

    /** One building over its rows, hours under two heads, and in every way that reports write them. */
    @Test
    void a_table_of_sunlight_by_window_is_read_with_its_hours() {
        IndicatorTables.Found found = sheet(
                row(1, "建设前后日照户表")
                        + row(2, "楼号", "层", "户号", "窗号", "窗台标高(m)", "建设前", "", "建设后", "", "窗结论")
                        + row(3, "", "", "", "", "", "时段", "时数", "时段", "时数", "")
                        + row(4, "12号楼", "3", "302", "C1", "9.6", "8:00-11:25", "3h25m", "8:37-11:25", "2:48", "不满足")
                        + row(5, "", "3", "302", "C2", "9.6", "", "3小时", "", "2.8", "")
                        + row(6, "", "4", "402", "C1", "12.5", "", "205分钟", "", "02:48:30", "")
                        + row(7, "注：按大寒日"),
                "A4:A6",
                "F2:G2",
                "H2:I2");

        assertThat(rows(found))
                .containsExactly(
                        "sunlight 12#-3-302-C1 building=12号楼 storey=3 dwelling=302 window=C1 sill=9.6"
                                + " stretchesBefore=8:00-11:25 hoursBefore=3.416667 stretchesAfter=8:37-11:25 hoursAfter=2.8 verdict=不满足",
                        "sunlight 12#-3-302-C2 building=12号楼 storey=3 dwelling=302 window=C2 sill=9.6 hoursBefore=3 hoursAfter=2.8",
                        "sunlight 12#-4-402-C1 building=12号楼 storey=4 dwelling=402 window=C1 sill=12.5 hoursBefore=3.416667"
                                + " hoursAfter=2.808333");
        assertThat(passed(found)).containsExactly("1 建设前后日照户表 TITLE", "7 注：按大寒日 NOTE");
    }

    @Test
    void hours_that_are_none_are_told() {
        IndicatorTables.Found found =
                csv("日照户表", "楼号,户号,窗号,建设后时数", "1#,101,C1,2h75m", "1#,101,C2,—", "1#,,,3", "1#,102,C1,满足");

        assertThat(rows(found))
                .containsExactly(
                        "sunlight 1#-101-C1 building=1# dwelling=101 window=C1 hoursAfter=2h75m",
                        "sunlight 1#-101-C2 building=1# dwelling=101 window=C2 hoursAfter=—",
                        "sunlight 1#-102-C1 building=1# dwelling=102 window=C1 hoursAfter=满足");
        assertThat(remarks(found))
                .containsExactlyInAnyOrder("日照户表!D2 “2h75m”不是数，没有用", "日照户表!4 这一行没有户号或窗号，没有用", "日照户表!D5 “满足”不是数，没有用");
    }

    @Test
    void indicators_side_by_side_and_without_a_header_are_read() {
        IndicatorTables.Found found =
                csv("A地块", "总用地面积,㎡,10000,容积率,,1.75", "建筑密度,29.00%,,绿地率,31.00%", "计容建筑面积(㎡),17500,,居住户数,150户");

        assertThat(rows(found))
                .containsExactly(
                        "indicators 总用地面积 siteArea=10000",
                        "indicators 容积率 far=1.75",
                        "indicators 建筑密度 density=0.2900",
                        "indicators 绿地率 greenRatio=0.3100",
                        "indicators 计容建筑面积(㎡) farFloorArea=17500",
                        "indicators 居住户数 dwellings=150");
        assertThat(remarks(found)).isEmpty();
    }

    @Test
    void a_value_that_could_be_two_things_is_not_used() {
        IndicatorTables.Found found = csv("技术经济指标", "容积率,1.35,1.3512", "建筑密度,0.31", "绿地率,%,0.3", "总用地面积,58023.58");

        assertThat(rows(found))
                .containsExactly(
                        "indicators 建筑密度 density=0.31",
                        "indicators 绿地率 greenRatio=0.3",
                        "indicators 总用地面积 siteArea=58023.58");
        assertThat(found.rows().get(0).cells().get(TableColumn.DENSITY).number())
                .isNull();
        assertThat(found.rows().get(1).cells().get(TableColumn.GREEN_RATIO).number())
                .isNull();
        assertThat(remarks(found)).contains("技术经济指标!A1 “容积率”后面有 2 个数，不知道取哪个，没有用", "技术经济指标!B2 比例“0.31”看不出是不是百分数，没有用");
    }

    @Test
    void a_building_schedule_with_a_title_a_two_row_header_and_a_total_is_read() {
        IndicatorTables.Found found = sheet(
                row(1, "××项目建筑单体一览表")
                        + row(2, "楼号", "使用性质", "层数", "", "建筑高度（m）", "建筑面积(㎡)", "", "", "户数", "采光")
                        + row(3, "", "", "地上", "地下", "", "地上", "地下", "计容", "")
                        + row(4, "1号楼", "住宅", "18", "1", "53.95", "9000.5", "500", "8800", "72", "好")
                        + row(5, "２＃", "住宅", "11F", "-1F", "34.2m", "5000", "400", "4900", "44")
                        + row(6, "地下车库", "车库", "—", "1", "", "", "12000", "0", "")
                        + row(7, "合计", "", "", "", "", "14000.5", "12900", "13700", "116"),
                "A1:J1",
                "A2:A3",
                "B2:B3",
                "C2:D2",
                "E2:E3",
                "F2:H2",
                "I2:I3",
                "J2:J3");

        assertThat(rows(found))
                .containsExactly(
                        "buildings 1# building=1号楼 use=住宅 floorAreaAbove=9000.5 floorAreaBelow=500 farFloorArea=8800 height=53.95 storeysAbove=18 storeysBelow=1 dwellings=72",
                        "buildings 2# building=2# use=住宅 floorAreaAbove=5000 floorAreaBelow=400 farFloorArea=4900 height=34.2 storeysAbove=11 storeysBelow=-1 dwellings=44",
                        "buildings 地下车库 building=地下车库 use=车库 floorAreaBelow=12000 farFloorArea=0 storeysAbove=— storeysBelow=1");
        assertThat(remarks(found)).containsExactly("表1!J2 列“采光”没有认出来，没有用");
        assertThat(passed(found)).containsExactly("1 ××项目建筑单体一览表 TITLE", "7 合计 TOTAL");
    }

    @Test
    void a_csv_file_divides_its_header_without_merging() {
        IndicatorTables.Found found =
                csv("单体一览表", "楼号,层数,,建筑高度(m),耐火等级", ",地上,地下,,", "1#,18,1,53.95,一级", "S1#楼,2,,9.6,二级");

        assertThat(rows(found))
                .containsExactly(
                        "buildings 1# building=1# height=53.95 storeysAbove=18 storeysBelow=1 fireGrade=一级",
                        "buildings S1# building=S1#楼 height=9.6 storeysAbove=2 fireGrade=二级");
        assertThat(remarks(found)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"18/1, 18, 1", "18F/-1F, 18, 1", "地上18层地下2层, 18, 2", "11, 11, ", "18+1, 18, 1"})
    void storeys_above_and_below_in_one_cell_are_told_apart(String written, String above, String below) {
        IndicatorTables.Found found = csv("单体一览", "楼号,层数(地上/地下),高度", "1#," + written + ",30");
        var cells = found.rows().get(0).cells();

        assertThat(cells.get(TableColumn.STOREYS_ABOVE).number()).isEqualByComparingTo(above);
        if (below == null) {
            assertThat(cells).doesNotContainKey(TableColumn.STOREYS_BELOW);
        } else {
            assertThat(cells.get(TableColumn.STOREYS_BELOW).number()).isEqualByComparingTo(below);
        }
    }

    @Test
    void a_calculation_of_areas_carries_its_building_down() {
        IndicatorTables.Found found = sheet(
                row(1, "楼号", "楼层", "部位", "面积(㎡)", "个数", "面积系数", "计容系数", "计入基底")
                        + row(2, "1#", "1-12F", "住宅套型", "450", "12", "1", "1", "是")
                        + row(3, "", "1-12F", "阳台", "6.5", "48", "0.5", "0.5", "否")
                        + row(4, "2#", "1F", "商业", "800", "1", "1", "1", "是")
                        + row(5, "", "2F", "商业", "700", "1", "1", "1", "否")
                        + row(6, "小计", "", "", "1500"),
                "A2:A3");

        assertThat(found.rows().stream().map(TableRow::key)).containsExactly("1#", "1#", "2#", "2#");
        assertThat(rows(found).get(1))
                .isEqualTo(
                        "areas 1# building=1# storey=1-12F part=阳台 area=6.5 count=48 areaCoefficient=0.5 farCoefficient=0.5 inFootprint=否");
        assertThat(remarks(found)).containsExactly("表1!5 这一行没有写楼号，按上一行的 2# 算");
    }

    @Test
    void a_calculation_of_parking_keeps_its_blocks() {
        IndicatorTables.Found found = csv(
                "停车",
                "停车配建计算表",
                "序号,建筑类型,计算基数(m²/户/班),数量,配建指标,指标依据(表、级别),计算值(不取整),应配(合计进一),实配,,余缺",
                ",,,,,,,,地上,地下,",
                "机动车",
                "1,住宅,户,96,1.0/户,表5.0.4 Ⅰ级,96,96,10,90,4",
                "非机动车",
                "2,住宅,户,96,1.5/户,表5.0.5,144,144,150,,6",
                "合计,,,,,,,240,,,");

        assertThat(rows(found))
                .containsExactly(
                        "parking 住宅 number=1 use=住宅 block=机动车 base=户 quantity=96 rate=1.0/户 rateSource=表5.0.4 Ⅰ级 computed=96 required=96 providedAbove=10 providedBelow=90 balance=4",
                        "parking 住宅 number=2 use=住宅 block=非机动车 base=户 quantity=96 rate=1.5/户 rateSource=表5.0.5 computed=144 required=144 providedAbove=150 balance=6");
        assertThat(remarks(found)).isEmpty();
    }

    @Test
    void dwelling_types_facilities_and_vehicles_are_read_from_one_sheet() {
        IndicatorTables.Found found = csv(
                "附表",
                "户型表",
                "户型,每户建筑面积(㎡),套内建筑面积(㎡),户数",
                "A1,118.5,96.2,96",
                "",
                "配套设施表",
                "设施名称,所在楼号,所在层,建筑面积,是否移交",
                "物业用房,3号楼,1,0.0105 公顷,否",
                "各车型车位表",
                "车型,车位数,换算系数",
                "小型,96,1");

        assertThat(rows(found))
                .containsExactly(
                        "dwellingTypes A1 dwellings=96 dwellingType=A1 unitArea=118.5 inSuiteArea=96.2",
                        "facilities 物业用房 building=3号楼 storey=1 area=105.0000 facility=物业用房 handedOver=否",
                        "parking 小型 provided=96 vehicle=小型 factor=1");
        assertThat(passed(found)).containsExactly("1 户型表 TITLE", "5 配套设施表 TITLE", "8 各车型车位表 TITLE");
    }

    @Test
    void mu_are_converted_to_four_decimals_and_it_is_said() {
        IndicatorTables.Found found = csv("技术经济指标", "总用地面积,亩,87");

        assertThat(rows(found)).containsExactly("indicators 总用地面积 siteArea=58000.0000");
        assertThat(remarks(found)).containsExactly("技术经济指标!C1 已换算：87 亩 = 58000 m²");
    }

    @Test
    void what_is_no_number_or_became_a_date_or_stands_for_several_buildings_is_told() {
        IndicatorTables.Found found = csv("单体一览", "楼号,层数,建筑高度,基底面积", "1#~3#,2026-01-18,约30,480 个", ",3,9,100");

        assertThat(remarks(found))
                .containsExactly(
                        "单体一览!C2 “约30”不是数，没有用",
                        "单体一览!D2 单位“个”与这一项不合，没有用",
                        "单体一览!B2 层数“2026-01-18”看不懂，没有用",
                        "单体一览!A2 一行写了几栋楼：1#~3#",
                        "单体一览!3 这一行没有楼号，没有用");
    }

    @Test
    void a_sheet_without_a_table_is_said_to_be_none() {
        IndicatorTables.Found found = csv("通讯录", "姓名,电话", "张三,13800000000");

        assertThat(rows(found)).isEmpty();
        assertThat(remarks(found)).containsExactly("通讯录 这张表里没有认出指标表，没有用");
        assertThat(passed(found)).hasSize(2);
    }

    @Test
    void a_hidden_sheet_is_not_read() {
        Reading reading = new Book()
                .sheet("看", "", "<sheetData>" + row(1, "容积率", "1.35") + "</sheetData>")
                .sheet("藏", "state='hidden'", "<sheetData>" + row(1, "技术经济指标表") + row(2, "容积率", "9") + "</sheetData>")
                .read(folder);

        assertThat(new IndicatorTables().read(reading.sheets()).rows()).isEmpty();
    }

    @Test
    void a_line_of_the_words_that_says_nothing_known_is_told_and_the_others_hold() {
        TableWords words = TableWords.of("table,column,word\nbuildings,building,楼座编码\nbuildings,colour,颜色\nx\n");

        assertThat(words.column(TableKind.BUILDINGS, "楼座编码")).isEqualTo(TableColumn.BUILDING);
        assertThat(words.faults().stream().map(fault -> fault.where()))
                .containsExactly("table-words.csv line 3", "table-words.csv line 4");
    }

    @Test
    void the_words_that_are_shipped_are_all_known() {
        assertThat(TableWords.load().faults()).isEmpty();
    }
}
