package redline.paper;

import java.time.LocalDate;
import java.util.List;

/**
 * The record of a 公示.
 *
 * @param from first day, null where not set
 * @param to last day, null where not set
 * @param place where the board stood
 * @param address on the web
 * @param responses what people said and what was answered
 */
public record Display(LocalDate from, LocalDate to, String place, String address, List<Response> responses) {
    public static final Display NONE = new Display(null, null, "", "", List.of());

    public Display {
        responses = List.copyOf(responses);
    }

    /** {@code who} as the office chooses to print it; may be empty. */
    public record Response(LocalDate on, String who, String text, String answer) {
        static void fill(Tags row, int number, Response response) {
            row.cell("序号", String.valueOf(number))
                    .cell("收到日期", Tags.day(response.on()))
                    .cell("意见人", response.who())
                    .cell("意见内容", response.text())
                    .cell("答复", response.answer());
        }
    }

    /** Days from the first to the last, both counted; 0 where one is not set. */
    public long days() {
        return from == null || to == null ? 0 : to.toEpochDay() - from.toEpochDay() + 1;
    }

    void fill(Tags tags) {
        tags.date("公示开始", from)
                .date("公示结束", to)
                .text("公示天数", days() == 0 ? "" : String.valueOf(days()))
                .text("公示地点", place)
                .text("公示网址", address)
                .text("公示意见数", String.valueOf(responses.size()))
                .rows("公示意见", responses, Response::fill)
                .flag("有公示意见", !responses.isEmpty())
                .flag("已公示", days() > 0)
                .flag("未公示", days() == 0);
    }
}
