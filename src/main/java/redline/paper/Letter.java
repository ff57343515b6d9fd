package redline.paper;

import java.util.List;

/**
 * 设计方案审查意见书, by its sections.
 *
 * @param outline 一 项目概况, beyond what the header says; may be empty
 * @param bases 二 审查依据
 * @param ending 三 审查结论, null where not chosen yet: prints as a blank line
 * @param indices 四 主要指标复核情况
 * @param changes 五 须修改内容
 * @param supplements 六 须补充资料
 * @param others 七 请相关部门明确或转办事项
 * @param advice 八 建议
 * @param display 九 公示
 * @param validity 九 有效期; empty prints as a blank line
 * @param next 九 下一步; may be empty
 * @param annexes 附件
 * @param report number of the technical report that the letter refers to; may be empty
 */
public record Letter(
        CaseHeader header,
        Issue issue,
        String outline,
        List<Basis> bases,
        Ending ending,
        List<IndexRow> indices,
        List<Item> changes,
        List<Item> supplements,
        List<Item> others,
        List<Item> advice,
        Display display,
        String validity,
        String next,
        List<String> annexes,
        String report)
        implements Contents {
    public Letter {
        bases = List.copyOf(bases);
        indices = List.copyOf(indices);
        changes = List.copyOf(changes);
        supplements = List.copyOf(supplements);
        others = List.copyOf(others);
        advice = List.copyOf(advice);
        annexes = List.copyOf(annexes);
    }

    @Override
    public String paper() {
        return "opinion";
    }

    @Override
    public void fill(Tags tags) {
        display.fill(tags);
        tags.text("审查结论", ending == null ? "" : ending.title())
                .text("项目概况", outline)
                .flag("有项目概况", !outline.isBlank())
                .text("技术报告", report)
                .text("有效期", validity)
                .text("下一步", next)
                .flag("有下一步", !next.isBlank())
                .rows("依据表", bases, Basis::fill)
                .rows("指标表", indices, IndexRow::fill)
                .section("须修改", changes, Item::fill)
                .section("须补充", supplements, Item::fill)
                .section("转办", others, Item::fill)
                .section("建议", advice, Item::fill)
                .section(
                        "附件",
                        annexes,
                        (row, number, name) ->
                                row.cell("序号", String.valueOf(number)).cell("附件名称", name));
    }
}
