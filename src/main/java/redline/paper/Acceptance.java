package redline.paper;

import java.time.LocalDate;

/**
 * 受理通知书.
 *
 * @param workingDays of the period, null where the office set none
 * @param due last day of the period as counted now, null where not known
 */
public record Acceptance(CaseHeader header, Issue issue, Integer workingDays, LocalDate due) implements Contents {
    @Override
    public String paper() {
        return "acceptance";
    }

    @Override
    public void fill(Tags tags) {
        tags.text("办理期限", workingDays == null ? "" : workingDays.toString()).date("届满日期", due);
    }
}
