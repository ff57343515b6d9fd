package redline.exchange;

import redline.quantity.Text;

/** A package that is not taken: nothing of it is. */
public final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    private final Why why;
    private final String fingerprint;
    private final transient Text what;
    private final transient Text remedy;

    /** Why a package is not taken. */
    public enum Why {
        /** Not to be unpacked, or not to be unpacked within limits. */
        ZIP,
        /** Its manifest or its signature is not there, or there are two. */
        INCOMPLETE,
        UNKNOWN_KEY,
        BROKEN_SIGNATURE,
        /** Signed, but of a format that this program does not know. */
        FORMAT,
        FILE_CHANGED,
        FILE_MISSING,
        FILE_ADDED,
        /** A package of the other kind. */
        OTHER_KIND
    }

    /** @param fingerprint that it states, empty where none */
    Refused(Why why, String fingerprint, Text what, Text remedy) {
        super(why + " " + what.en());
        this.why = why;
        this.fingerprint = fingerprint;
        this.what = what;
        this.remedy = remedy;
    }

    public Why why() {
        return why;
    }

    public String fingerprint() {
        return fingerprint;
    }

    public Text what() {
        return what;
    }

    /** What to do. */
    public Text remedy() {
        return remedy;
    }
}
