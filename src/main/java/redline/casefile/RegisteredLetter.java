package redline.casefile;

import java.time.Instant;

/**
 * A letter of the register.
 *
 * @param version grows with every change, so that nobody saves over what another saved
 * @param scan null where none was handed in
 * @param supersedes id of the letter that this one changes, null where it changes none
 * @param changeNo document number of the change (变更批复), empty where it changes none
 * @param enteredBy name of the one who saved it last
 * @param confirmedBy null as long as nobody did
 */
public record RegisteredLetter(
        String id,
        State state,
        int version,
        LetterEntry entry,
        Origin origin,
        Scan scan,
        String supersedes,
        String changeNo,
        String changedOn,
        String enteredBy,
        Instant enteredAt,
        String confirmedBy,
        Instant confirmedAt) {
    /** A draft can be changed, the others never. */
    public enum State {
        DRAFT,
        CONFIRMED,
        SUPERSEDED
    }

    /** Who typed it in. */
    public enum Origin {
        OFFICER,
        APPLICANT
    }

    /** The scanned letter. */
    public record Scan(String sha256, String name, int pages) {}

    public boolean confirmed() {
        return state == State.CONFIRMED;
    }
}
