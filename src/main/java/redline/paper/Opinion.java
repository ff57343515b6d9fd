package redline.paper;

import java.time.LocalDate;

/**
 * What a department said.
 *
 * @param asked null where not known, as {@code answered}
 * @param adopted 采纳情况
 */
public record Opinion(String department, LocalDate asked, LocalDate answered, String text, String adopted) {
    static void fill(Tags row, int number, Opinion opinion) {
        row.cell("序号", String.valueOf(number))
                .cell("部门", opinion.department())
                .cell("送出日期", Tags.day(opinion.asked()))
                .cell("答复日期", Tags.day(opinion.answered()))
                .cell("部门意见", opinion.text())
                .cell("采纳情况", opinion.adopted());
    }
}
