package redline.review;

import java.util.List;
import redline.casefile.Round;
import redline.casefile.Rounds;
import redline.intake.Complaint;
import redline.quantity.Language;

/** What stands in the way of a round, in the visitor's language: where, what, and what to do. */
record ComplaintLine(String file, int line, String element, String what, String remedy) {
    static List<ComplaintLine> of(Round round) {
        Language language = CaseWords.language();
        return Rounds.complaints(round).stream()
                .map((Complaint complaint) -> new ComplaintLine(
                        complaint.file(),
                        complaint.line(),
                        complaint.element() == null ? "" : complaint.element(),
                        complaint.what().in(language),
                        complaint.remedy().in(language)))
                .toList();
    }
}
