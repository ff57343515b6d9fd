package redline.requirement;

import redline.quantity.Text;

/** Evidence grade of a value; the weakest of a requirement's citations is printed with its finding. */
public enum Grade {
    OFFICIAL("官方文本", "official text"),
    SECONDARY("转引", "secondary source"),
    UNCONFIRMED("未核对", "unconfirmed"),
    EXAMPLE("示例", "example");

    private final Text title;

    Grade(String zh, String en) {
        this.title = new Text(zh, en);
    }

    public Text title() {
        return title;
    }
}
