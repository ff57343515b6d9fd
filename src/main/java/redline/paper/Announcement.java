package redline.paper;

import java.time.LocalDate;
import java.util.List;

/**
 * 批后公告.
 *
 * @param permit number of the permit, empty prints as a blank line
 * @param approved null where not known
 */
public record Announcement(
        CaseHeader header, Issue issue, String permit, LocalDate approved, List<IndexRow> indices, Picture plan)
        implements Contents {
    public Announcement {
        indices = List.copyOf(indices);
    }

    @Override
    public String paper() {
        return "announcement";
    }

    @Override
    public void fill(Tags tags) {
        tags.text("许可证号", permit)
                .date("批准日期", approved)
                .rows("指标表", indices, IndexRow::fill)
                .picture("总平面图", plan, 560, 380);
    }
}
