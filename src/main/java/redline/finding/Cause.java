package redline.finding;

import redline.quantity.Text;

/** Why a finding is undetermined, and who is asked. */
public enum Cause {
    MISSING_FACT("资料不全", "Missing facts", "申请人", "applicant"),
    NEEDS_JUDGEMENT("需人工核定", "Needs judgement", "审查人员", "reviewer"),
    BASIS_OPEN("依据存疑", "Basis open", "政策岗", "policy staff");

    private final Text title;
    private final Text asked;

    Cause(String zh, String en, String whoZh, String whoEn) {
        this.title = new Text(zh, en);
        this.asked = new Text(whoZh, whoEn);
    }

    public Text title() {
        return title;
    }

    public Text asked() {
        return asked;
    }
}
