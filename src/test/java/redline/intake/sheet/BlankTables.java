package redline.intake.sheet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import redline.intake.sheet.WorkbookWriter.Line;
import redline.intake.sheet.WorkbookWriter.Look;
import redline.intake.sheet.WorkbookWriter.Page;

/** The blank tables of {@code templates/upload}: one sheet or CSV file a table, Chinese headers with units, English below. */
final class BlankTables {
    private static final int FIELDS = 30;

    private BlankTables() {}

    /** By the name of the CSV file. */
    static Map<String, Page> pages() {
        Map<String, Page> pages = new LinkedHashMap<>();
        pages.put("indicators", indicators());
        pages.put(
                "buildings",
                table(
                        "单体一览表",
                        "一栋楼写一行;楼号各表写法要一致，如 1#。不知道的留空，不要写 0。 One row for each building; leave blank what is not known.",
                        "楼号|Building",
                        "使用性质|Use",
                        "地上层数|Storeys above ground",
                        "地下层数|Storeys below ground",
                        "建筑高度(m)|Height (m)",
                        "±0.00标高(m)|Level of ±0.00 (m)",
                        "基底面积(m²)|Footprint (m²)",
                        "总建筑面积(m²)|Total floor area (m²)",
                        "地上建筑面积(m²)|Floor area above ground (m²)",
                        "地下建筑面积(m²)|Floor area below ground (m²)",
                        "计容建筑面积(m²)|Floor area counted in FAR (m²)",
                        "架空层面积(m²)|Open storey area (m²)",
                        "屋顶机房(m²)|Roof room area (m²)",
                        "户数(户)|Dwellings",
                        "耐火等级|Fire resistance grade",
                        "备注|Remarks"));
        pages.put(
                "areas",
                table(
                        "面积计算表",
                        "逐层逐部位填写;建筑面积 = 单个面积×个数×面积系数，计容建筑面积 = 单个面积×个数×计容系数。 One row for each part; "
                                + "floor area = area × count × coefficient.",
                        "楼号|Building",
                        "楼层|Storey",
                        "部位|Part",
                        "用途|Use",
                        "单个面积(m²)|Area of one (m²)",
                        "个数|Count",
                        "面积系数|Area coefficient",
                        "计容系数|FAR coefficient",
                        "建筑面积(m²)|Floor area (m²)",
                        "计容建筑面积(m²)|Floor area counted in FAR (m²)",
                        "计入基底|In footprint",
                        "所属户型|Dwelling type",
                        "备注|Remarks"));
        pages.put("parking", parking());
        pages.put(
                "dwelling-types",
                table(
                        "户型表",
                        "一种户型写一行;面积是一户的面积。 One row for each type; areas are those of one dwelling.",
                        "户型|Dwelling type",
                        "所在楼号|Building",
                        "每户建筑面积(m²)|Floor area of one (m²)",
                        "每户套内建筑面积(m²)|Area inside one (m²)",
                        "户数(户)|Dwellings",
                        "备注|Remarks"));
        pages.put(
                "facilities",
                table(
                        "配套设施表",
                        "一处设施写一行;是否移交填 是 或 否。 One row for each facility; handed over: 是 (yes) or 否 (no).",
                        "设施名称|Facility",
                        "所在楼号|Building",
                        "所在层|Storey",
                        "建筑面积(m²)|Floor area (m²)",
                        "用地面积(m²)|Site area (m²)",
                        "是否移交|Handed over",
                        "备注|Remarks"));
        pages.put(
                "sunlight",
                table(
                        "日照户表",
                        "一窗写一行，照日照分析报告抄;时数可写 2.98、2h59m 或 2:59，时段写真太阳时，如 8:00-9:30、13:10-15:00。 One row for each window, as the "
                                + "sunlight report has it; hours as 2.98, 2h59m or 2:59, stretches in apparent solar time.",
                        "楼号|Building",
                        "层|Storey",
                        "户号|Dwelling",
                        "窗号|Window",
                        "房间|Room",
                        "朝向|Facing",
                        "窗台标高(m)|Sill level (m)",
                        "建设前时段|Stretches before",
                        "建设前时数|Hours before",
                        "建设后时段|Stretches after",
                        "建设后时数|Hours after",
                        "备注|Remarks"));
        return pages;
    }

    private static Page indicators() {
        List<Line> lines = start(
                "技术经济指标表",
                "只填“申报值”一列;比例写明 %。不知道的留空，不要写 0。 Fill in the declared values; write % with shares; leave blank what is not known.",
                "指标|Indicator",
                "单位|Unit",
                "申报值|Value",
                "备注|Remarks",
                "英文|English");
        for (String row : List.of(
                "规划净用地面积|m²|Site area",
                "总建筑面积|m²|Total floor area",
                "地上总建筑面积|m²|Floor area above ground",
                "地上计容建筑面积|m²|Floor area counted in FAR",
                "其中：住宅|m²|Of which residential",
                "其中：商业|m²|Of which commercial",
                "其中：其他|m²|Of which other",
                "架空部分建筑面积(非计容)|m²|Open storey area (not counted in FAR)",
                "地下建筑面积|m²|Floor area below ground",
                "容积率||Floor area ratio",
                "建筑基底面积|m²|Building footprint",
                "建筑密度|%|Building density",
                "绿地面积|m²|Green area",
                "绿地率|%|Green ratio",
                "机动车停车位|个|Car spaces",
                "其中：地上|个|Of which above ground",
                "其中：地下|个|Of which below ground",
                "非机动车停车位|个|Bicycle spaces",
                "居住户数|户|Dwellings",
                "居住人数|人|Residents")) {
            String[] cells = row.split("\\|", -1);
            lines.add(new Line(
                    cells[1].equals("%") ? Look.PERCENT : Look.FIELD, List.of(cells[0], cells[1], "", "", cells[2])));
        }
        return new Page("技术经济指标表", List.of(28, 8, 16, 24, 40), lines, List.of("A1:E1", "A2:E2"), 4);
    }

    private static Page parking() {
        String[] columns = {
            "序号|No.",
            "建筑类型|Use",
            "规模|Size",
            "计算基数(m²/户/班)|Base",
            "数量|Quantity",
            "教工数(人)|Staff",
            "配建指标|Rate",
            "指标依据(表、级别)|Source of the rate",
            "计算值(不取整)|Computed",
            "应配(合计进一)|Required",
            "地上车位(个)|Provided above ground",
            "地下车位(个)|Provided below ground",
            "余缺|Balance",
            "备注|Remarks"
        };
        List<Line> lines = start(
                "停车配建计算表", "机动车、非机动车分开写;规模只有零售商业要写(大型、中型、小型)。 Cars and bicycles apart; size only for retail.", columns);
        for (String block : List.of("机动车", "非机动车")) {
            List<String> title = new ArrayList<>(Collections.nCopies(columns.length, ""));
            title.set(0, block);
            lines.add(new Line(Look.FIELD, title));
            for (int i = 0; i < 8; i++) {
                lines.add(new Line(Look.FIELD, Collections.nCopies(columns.length, "")));
            }
        }
        lines.add(new Line(Look.TITLE, List.of("各车型车位表")));
        lines.add(new Line(Look.HEADER, List.of("车型", "车位数(个)", "换算系数", "备注")));
        lines.add(new Line(Look.SECOND_HEADER, List.of("Vehicle", "Provided", "Factor", "Remarks")));
        for (int i = 0; i < 5; i++) {
            lines.add(new Line(Look.FIELD, Collections.nCopies(4, "")));
        }
        return new Page(
                "停车配建计算表",
                Collections.nCopies(columns.length, 14),
                lines,
                List.of("A1:N1", "A2:N2", "A5:N5", "A14:N14", "A23:D23"),
                4);
    }

    private static Page table(String title, String note, String... columns) {
        List<Line> lines = start(title, note, columns);
        for (int i = 0; i < FIELDS; i++) {
            lines.add(new Line(Look.FIELD, Collections.nCopies(columns.length, "")));
        }
        String last = Ref.letters(columns.length - 1);
        return new Page(
                title,
                Collections.nCopies(columns.length, 14),
                lines,
                List.of("A1:" + last + "1", "A2:" + last + "2"),
                4);
    }

    private static List<Line> start(String title, String note, String... columns) {
        List<String> chinese = new ArrayList<>();
        List<String> english = new ArrayList<>();
        for (String column : columns) {
            chinese.add(column.substring(0, column.indexOf('|')));
            english.add(column.substring(column.indexOf('|') + 1));
        }
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(Look.TITLE, List.of(title)));
        lines.add(new Line(Look.NOTE, List.of("填写说明：" + note)));
        lines.add(new Line(Look.HEADER, chinese));
        lines.add(new Line(Look.SECOND_HEADER, english));
        return lines;
    }

    /** With a byte-order mark, by which Excel knows UTF-8; rows without a word are left out. */
    static String csv(Page page) {
        StringBuilder csv = new StringBuilder("\uFEFF");
        for (Line line : page.lines()) {
            boolean blank =
                    line.cells().stream().allMatch(cell -> cell.toString().isEmpty());
            if (!blank) {
                List<String> fields = line.cells().stream()
                        .map(Object::toString)
                        .map(text -> text.matches("(?s).*[,\"\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text)
                        .toList();
                csv.append(String.join(",", fields)).append("\r\n");
            }
        }
        return csv.toString();
    }
}
