package redline.casefile;

import redline.quantity.Text;

/** What an account is for (practice §4). One person, one role: who checks does not approve. */
public enum Role {
    APPLICANT("申请人", "applicant"),
    OUTSIDE_REVIEWER("技术审查机构", "outside reviewer"),
    REVIEWER("经办人", "reviewer"),
    SECTION_HEAD("复核人", "section head"),
    APPROVER("审定人", "approver"),
    POLICY("政策人员", "policy staff"),
    ADMINISTRATOR("管理员", "administrator");

    private final Text title;

    Role(String zh, String en) {
        this.title = new Text(zh, en);
    }

    public Text title() {
        return title;
    }
}
