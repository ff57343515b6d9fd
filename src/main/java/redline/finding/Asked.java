package redline.finding;

import redline.measure.Missing;
import redline.quantity.Text;

/** Who has to answer what is open, in the order of the report. */
public enum Asked {
    APPLICANT("申请人", "applicant"),
    POLICY_STAFF("政策岗", "policy staff"),
    REVIEWER("审查人员", "reviewer"),
    DESIGNER("设计或测绘单位", "designer or surveyor"),
    /** Holds the layers that an applicant cannot have, and checks against them. */
    AUTHORITY("审查机关", "reviewing authority");

    private final Text title;

    Asked(String zh, String en) {
        this.title = new Text(zh, en);
    }

    /** Who can say what is missing. */
    public static Asked of(Missing.Kind kind) {
        return switch (kind) {
            case FACT -> APPLICANT;
            case HELD -> AUTHORITY;
            case BASIS -> POLICY_STAFF;
            case ACCURACY -> DESIGNER;
        };
    }

    public Text title() {
        return title;
    }
}
