package redline.paper;

import java.time.LocalDate;
import java.util.List;

/**
 * 补正告知书: all that is lacking, told once.
 *
 * @param lacking what is to be supplied, with the reason as its remark
 * @param by until when, null where the office sets no day
 */
public record SupplementNotice(CaseHeader header, Issue issue, List<MaterialLine> lacking, LocalDate by)
        implements Contents {
    public SupplementNotice {
        lacking = List.copyOf(lacking);
    }

    @Override
    public String paper() {
        return "supplement-notice";
    }

    @Override
    public void fill(Tags tags) {
        tags.rows("补正材料", lacking, MaterialLine::fill).date("补正期限", by);
    }
}
