package redline.workshop;

import redline.quantity.Text;

/**
 * A decided case that could not be judged again.
 *
 * @param detail as the program says it, may be empty
 */
public record FailedCase(String number, String project, Why why, String detail) {
    /** What stood in the way. */
    public enum Why {
        NOT_JUDGED("没有检查完毕的方案", "no round of it was judged"),
        RECORD("存档的方案记录读不出", "its stored record cannot be read"),
        PROFILE("审查配置或当时的设置已不存在", "its profile or a setting of it is gone"),
        DATES("缺少确定适用版本的日期", "a date that picks the version in force is missing"),
        RULES("规则在这件上超出计算上限", "the rules exceed a limit of work on it");

        private final Text title;

        Why(String zh, String en) {
            this.title = new Text(zh, en);
        }

        public Text title() {
            return title;
        }
    }
}
