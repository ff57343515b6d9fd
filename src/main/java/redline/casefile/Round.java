package redline.casefile;

import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * What was handed in at once, to be judged.
 *
 * @param number within its case, from 1
 * @param submittedOn the day it counts from
 * @param complaints what stood in the way where it was refused, JSON as {@link Rounds#complaints} reads it
 * @param judging id of the judging that is shown, null while there is none
 */
public record Round(
        String id,
        String caseId,
        int number,
        LocalDate submittedOn,
        OffsetDateTime at,
        String byAccount,
        State state,
        String choices,
        String complaints,
        String judging) {
    /** How far it is. */
    public enum State {
        WAITING,
        WORKING,
        JUDGED,
        /** Its files make no scheme; the complaints say why. */
        REFUSED,
        /** The rules or the program are at fault; it can be judged again. */
        BROKEN;

        public boolean ended() {
            return this == JUDGED || this == REFUSED || this == BROKEN;
        }
    }
}
