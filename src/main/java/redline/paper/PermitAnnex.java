package redline.paper;

import java.util.List;
import redline.check.CheckResult;
import redline.quantity.Language;
import redline.report.BuildingTable;
import redline.report.Words;

/**
 * 许可证附件: the indices and buildings that were approved, and the drawings that belong to it.
 *
 * @param permit number of the permit, empty prints as a blank line
 * @param drawings names with numbers of the annexed drawings
 */
public record PermitAnnex(
        CaseHeader header,
        Issue issue,
        String permit,
        List<IndexRow> indices,
        List<BuildingLine> buildings,
        List<String> drawings)
        implements Contents {
    public PermitAnnex {
        indices = List.copyOf(indices);
        buildings = List.copyOf(buildings);
        drawings = List.copyOf(drawings);
    }

    /** A line of the 单体一览表, each cell as it is printed. */
    public record BuildingLine(String name, String use, String storeys, String height, String fireGrade) {
        /** The buildings of the scheme, without its neighbours. */
        public static List<BuildingLine> of(CheckResult result) {
            Words words = Words.of(Language.ZH);
            return new BuildingTable(result, words)
                    .rows().stream()
                            .filter(row -> row.standing().equals(words.get("standing.PROPOSED")))
                            .map(row -> new BuildingLine(
                                    row.name(), row.use(), row.storeys(), row.height(), row.fireGrade()))
                            .toList();
        }

        static void fill(Tags row, int number, BuildingLine line) {
            row.cell("序号", String.valueOf(number))
                    .cell("楼号", line.name())
                    .cell("使用性质", line.use())
                    .cell("层数", line.storeys())
                    .cell("建筑高度", line.height())
                    .cell("耐火等级", line.fireGrade());
        }
    }

    @Override
    public String paper() {
        return "permit-annex";
    }

    @Override
    public void fill(Tags tags) {
        tags.text("许可证号", permit)
                .rows("指标表", indices, IndexRow::fill)
                .rows("单体表", buildings, BuildingLine::fill)
                .section(
                        "附图",
                        drawings,
                        (row, number, name) ->
                                row.cell("序号", String.valueOf(number)).cell("图名", name));
    }
}
