package redline.screen;

import redline.intake.Complaint;
import redline.quantity.Language;

/** A complaint, or a remark, in one language. */
public record ComplaintLine(String file, int line, String element, String what, String remedy) {
    public static ComplaintLine of(Complaint complaint, Language language) {
        return new ComplaintLine(
                complaint.file(),
                complaint.line(),
                complaint.element(),
                complaint.what().in(language),
                complaint.remedy().in(language));
    }

    public String place() {
        return (file + (line > 0 ? ":" + line : "") + (element == null ? "" : " " + element)).strip();
    }
}
