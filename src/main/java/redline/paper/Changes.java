package redline.paper;

import java.time.LocalDate;
import java.util.List;

/**
 * 修改意见(第 n 轮).
 *
 * @param changes 须修改内容
 * @param supplements 须补充资料
 * @param advice 建议
 * @param by until when, null where the office sets no day
 */
public record Changes(
        CaseHeader header,
        Issue issue,
        int round,
        List<Item> changes,
        List<Item> supplements,
        List<Item> advice,
        LocalDate by)
        implements Contents {
    public Changes {
        changes = List.copyOf(changes);
        supplements = List.copyOf(supplements);
        advice = List.copyOf(advice);
    }

    @Override
    public String paper() {
        return "changes";
    }

    @Override
    public void fill(Tags tags) {
        tags.text("轮次", String.valueOf(round))
                .text("项数", String.valueOf(changes.size()))
                .date("报送期限", by)
                .section("须修改", changes, Item::fill)
                .rows("修改表", changes, Item::fill)
                .section("须补充", supplements, Item::fill)
                .section("建议", advice, Item::fill);
    }
}
