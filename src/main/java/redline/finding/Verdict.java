package redline.finding;

import redline.quantity.Text;

/** The four answers, worst first. */
public enum Verdict {
    VIOLATION("不符合", "Violation", "✕"),
    UNDETERMINED("待核实", "Undetermined", "？"),
    PASS("符合", "Complies", "✓"),
    NOT_APPLICABLE("不涉及", "Not applicable", "–");

    private final Text title;
    private final String icon;

    Verdict(String zh, String en, String icon) {
        this.title = new Text(zh, en);
        this.icon = icon;
    }

    public Text title() {
        return title;
    }

    public String icon() {
        return icon;
    }
}
