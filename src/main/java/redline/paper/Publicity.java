package redline.paper;

import java.util.List;

/**
 * 批前公示: the public version, without inner remarks.
 *
 * @param plan of the public version, without findings: {@link redline.report.PlanPicture#forThePublic}
 * @param contact where opinions are sent to; empty prints a blank line
 */
public record Publicity(
        CaseHeader header, Issue issue, Display display, String contact, List<IndexRow> indices, Picture plan)
        implements Contents {
    public Publicity {
        indices = List.copyOf(indices);
    }

    @Override
    public String paper() {
        return "publicity";
    }

    @Override
    public void fill(Tags tags) {
        display.fill(tags);
        tags.text("意见反馈方式", contact).rows("指标表", indices, IndexRow::fill).picture("总平面图", plan, 560, 380);
    }
}
