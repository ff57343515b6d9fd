package redline.seal;

import java.time.Instant;

/**
 * A signature of a PDF, told of.
 *
 * @param kind what it is
 * @param state whether it holds
 * @param format as the PDF calls it, {@code ETSI.CAdES.detached}
 * @param algorithm with the size of the key, {@code SHA256withRSA, RSA 3072}; empty where it could not be read
 * @param signer whose certificate it is by; null where it could not be read
 * @param trust of the issuer; null without a signer
 * @param validity of the certificate; null without a signer
 * @param claimed when, by the clock of the one who signed, which proves nothing; null where he does not say
 * @param stamp of a time stamping authority over this signature; null where there is none
 * @param covers bytes from the beginning of the file that it stands for, its own place left out; 0 where that could not be read
 * @param size of the file, bytes
 * @param after what stands after these bytes
 * @param shown where the signature shows on a page; null where it does not
 */
public record SignatureFound(
        Kind kind,
        State state,
        String format,
        String algorithm,
        Signer signer,
        Trust trust,
        Validity validity,
        Instant claimed,
        Stamp stamp,
        long covers,
        long size,
        After after,
        Shown shown) {
    /** What stands in a field for signatures. */
    public enum Kind {
        SIGNATURE,
        /** A time stamp over the file, which no person signed. */
        DOCUMENT_TIME_STAMP
    }

    /** Whether a signature holds. */
    public enum State {
        /** The bytes are as signed, and the key of the certificate signed them. */
        SOUND,
        /** The bytes are not those that were signed. */
        BYTES_CHANGED,
        /** The bytes are as signed, but not by the key of the certificate. */
        NOT_BY_THIS_KEY,
        /** It leaves bytes of the file out that no signature may. */
        RANGE_WRONG,
        /** Its algorithm or key is so weak that others can make the same signature. */
        WEAK,
        /** There is no signature in it that can be read. */
        UNREADABLE,
        /** Of a format that is not known here. */
        UNKNOWN_FORMAT
    }

    /** Of a certificate, at the time of a trusted time stamp, else now. */
    public enum Validity {
        IN_FORCE,
        EXPIRED,
        NOT_YET
    }

    /** What stands after the bytes that a signature is over. */
    public enum After {
        /** Nothing: it is over the whole file. */
        NOTHING,
        /** What changes nothing that shows, as later signatures and their proofs do. */
        NOTHING_SHOWN,
        /** What this signature does not stand for. */
        CHANGES
    }

    /**
     * A time stamp.
     *
     * @param by who made it
     * @param sound whether it is one over this very signature
     * @param trust of its issuer; null where it could not be read
     */
    public record Stamp(Instant at, String by, boolean sound, Trust trust) {}

    /** @param page from 1; width and height in millimetres: what lies beneath is hidden */
    public record Shown(int page, int width, int height) {}

    /** Whether something was done to the file, to the signature or to its time stamp. What is only not known here is not. */
    public boolean broken() {
        boolean touched = switch (state) {
            case BYTES_CHANGED, NOT_BY_THIS_KEY, RANGE_WRONG, UNREADABLE -> true;
            case SOUND, WEAK, UNKNOWN_FORMAT -> false;
        };
        return touched || after == After.CHANGES || stamp != null && !stamp.sound();
    }

    /** Whether it holds and is by somebody who is trusted, whose certificate was in force. */
    public boolean trusted() {
        return state == State.SOUND && !broken() && trust == Trust.TRUSTED && validity == Validity.IN_FORCE;
    }
}
