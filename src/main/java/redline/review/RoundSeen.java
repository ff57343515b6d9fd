package redline.review;

import redline.casefile.Account;
import redline.casefile.OfficeCase;
import redline.casefile.Role;
import redline.casefile.Round;

/** A round of a case, and who looks at it: one who may see the case. */
record RoundSeen(Account who, OfficeCase kase, Round round) {
    /** Sees what concerns him, not how the office works. */
    public boolean applicant() {
        return who.role() == Role.APPLICANT;
    }

    /** May look at the sealed copies of its report. */
    public boolean signs() {
        return switch (who.role()) {
            case REVIEWER, SECTION_HEAD, APPROVER -> true;
            case APPLICANT, OUTSIDE_REVIEWER, POLICY, ADMINISTRATOR -> false;
        };
    }

    /** Address of the round's pages. */
    public String base() {
        return "/office/cases/" + kase.number() + "/rounds/" + round.number();
    }
}
