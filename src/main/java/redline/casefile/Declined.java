package redline.casefile;

import java.util.List;

/** Something that cannot be done, and why; nothing was changed. */
public final class Declined extends RuntimeException {
    private final Why why;
    private final transient List<Object> inserts;

    /** Why. Each has its sentence in the words of the office's pages. */
    public enum Why {
        /** Not this person's to do. */
        NOT_YOURS,
        /** The case is in another state by now. */
        OTHER_STATE,
        DAY_BEFORE_LAST_STEP,
        DAY_IN_FUTURE,
        PAPER_MISSING,
        MATERIALS_MISSING,
        ROUND_MISSING,
        UNHANDLED,
        UNANSWERED,
        OPINIONS_MISSING,
        DISPLAY_MISSING,
        DISPLAY_RUNNING,
        CONCLUSION_MISSING,
        NO_ROUNDS_NOW,
        NO_FILES,
        SAME_CHOICES,
        FIELD_MISSING,
        FIELD_TOO_LONG,
        NO_SUCH_CHOICE,
        PARCEL_CODE,
        PROJECT_CODE,
        REASON_MISSING,
        DOCUMENT_MISSING,
        ONLY_CONDITION_CHANGE,
        NO_SUCH_FINDING,
        NOT_FOR_THIS_FINDING,
        SAME_PERSON,
        NOTHING_TO_CONFIRM,
        ALREADY_ANSWERED,
        DAYS_REVERSED,
        NOT_A_REVIEWER,
        /** Somebody changed the draft, or moved it on, since it was read. */
        DRAFT_CHANGED,
        DRAFT_UNCHECKED,
        DRAFT_LACKING,
        /** The page of the source is none, or no PDF, PNG or JPG. */
        SOURCE_PAGE,
        /** Somebody looked the value up already. */
        SOURCE_KNOWN,
        /** It was taken back already, or never was. */
        SOURCE_GONE,
        /** The office has no key to seal with. */
        NO_SEAL_HERE,
        /** Key, password or time stamping authority are at fault. */
        NOT_SEALED,
        /** There is no signature on the file. */
        SEAL_MISSING,
        /** A signature does not hold, or cannot be checked. */
        SEAL_UNSOUND,
        /** More than signatures came after the report. */
        SEALED_APPENDED,
        /** It is not the report of this round. */
        SEALED_OTHER,
        /** It could not be looked at. */
        SEALED_UNREAD
    }

    Declined(Why why, Object... inserts) {
        super(why + " " + List.of(inserts));
        this.why = why;
        this.inserts = List.of(inserts);
    }

    public Why why() {
        return why;
    }

    /** What is put into the sentence. */
    public List<Object> inserts() {
        return inserts;
    }
}
