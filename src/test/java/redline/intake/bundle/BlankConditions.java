package redline.intake.bundle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import redline.intake.sheet.WorkbookWriter.Line;
import redline.intake.sheet.WorkbookWriter.Look;
import redline.intake.sheet.WorkbookWriter.Page;

/** The blank workbook for planning conditions: the sheets that {@link OwnRows} reads, with an example of a row in a note beside the mark. */
final class BlankConditions {
    private static final int FIELDS = 40;

    private BlankConditions() {}

    static List<Page> pages() {
        return List.of(
                page(
                        "conditions",
                        "一份函件写一行。path 写 conditions[编号]，编号自取。不知道的留空；complete 写 true，表示函件没有提到的即不作要求；"
                                + "incorporates 只在函件没有写明应遵守的规定时写 []。例 Example："
                                + "conditions[1] ｜ A ｜ 示例〔2025〕3号 ｜ 2025-05-06 ｜ EXAMPLE ｜ false ｜ []",
                        List.of("parcel", "number", "issued", "grade", "complete", "incorporates")),
                page(
                        "conditions.lines",
                        "一条限值写一行，上下限各写一行；min、max、oneOf 只填一格。path 写 conditions[函件编号].lines[序号]；"
                                + "item 与各项限定的写法见 docs/scheme-format.md。不分方位、种类、高度、用途的写 ANY，几个方位写 [\"S\",\"E\"]。例 Example："
                                + "conditions[1].lines[1] ｜ 第5条 ｜ A ｜ SETBACK ｜ 10 m ｜ ｜ ｜ S ｜ ROAD ｜ HIGH",
                        List.of(
                                "article",
                                "site",
                                "item",
                                "min",
                                "max",
                                "oneOf",
                                "side",
                                "beyond",
                                "heightClass",
                                "use",
                                "facility")),
                page(
                        "conditions.incorporates",
                        "函件写明应遵守的规定，一部写一行；pack 是规则包的编号(./redline rules list)，sentence 抄录原句。path 写 "
                                + "conditions[函件编号].incorporates[@序号]。例 Example："
                                + "conditions[1].incorporates[@1] ｜ gb-50016-2014 ｜ 其余按国家现行规范执行。",
                        List.of("pack", "sentence")));
    }

    private static Page page(String table, String note, List<String> keys) {
        List<String> columns = new ArrayList<>(List.of(SchemeRows.PATH));
        columns.addAll(keys);
        List<String> words = new ArrayList<>(List.of("位置"));
        keys.forEach(key -> words.add(SchemeWords.of(table, key)));
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(Look.NOTE, List.of(OwnRows.MARK + table, note)));
        lines.add(new Line(Look.HEADER, columns));
        lines.add(new Line(Look.SECOND_HEADER, words));
        for (int i = 0; i < FIELDS; i++) {
            lines.add(new Line(Look.TEXT, Collections.nCopies(columns.size(), "")));
        }
        List<Integer> widths = new ArrayList<>(Collections.nCopies(columns.size(), keys.size() < 3 ? 60 : 20));
        widths.set(0, 30);
        String last = String.valueOf((char) ('A' + keys.size()));
        return new Page(table, widths, lines, List.of("B1:" + last + "1"), OwnRows.HEAD);
    }
}
