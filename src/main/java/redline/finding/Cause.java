package redline.finding;

import redline.quantity.Text;

/** Why a finding is undetermined; who is asked is said by {@link Finding.Undetermined#asked}. */
public enum Cause {
    MISSING_FACT("资料不全", "Missing facts"),
    NEEDS_JUDGEMENT("需人工核定", "Needs judgement"),
    BASIS_OPEN("依据存疑", "Basis open"),
    /** The value is known, but not well enough to tell on which side of the limit it lies. */
    BORDERLINE("临界", "Borderline");

    private final Text title;

    Cause(String zh, String en) {
        this.title = new Text(zh, en);
    }

    public Text title() {
        return title;
    }
}
