package redline.archive;

import java.util.List;
import redline.report.Contents;
import redline.report.PdfBytes;
import redline.report.ReportFile;
import redline.rulepack.Fault;
import redline.seal.SignatureFound;

/**
 * What became of verifying a report.
 *
 * @param unfit why nothing could be verified, or null
 * @param contents what the report says of itself, null where nothing could be verified
 * @param wrong attachments that are not what they should be
 * @param faults of the attached rules; where there are any nothing was judged again
 * @param unread attachments that could not be read, so that nothing was judged again
 * @param differences between the attached result and the one by the attached record and rules
 * @param remade how the file stands to the report made again, null where it was not made again
 * @param notRemade why it was not made again, or null
 * @param signatures on the file, first to last; told of an unfit one as well
 */
public record Verification(
        ReportFile.Why unfit,
        Contents contents,
        List<Wrong> wrong,
        List<Fault> faults,
        List<String> unread,
        List<Difference> differences,
        PdfBytes.Compared remade,
        NotRemade notRemade,
        List<SignatureFound> signatures) {
    /** What is the matter with an attachment. */
    public enum Matter {
        MISSING,
        /** Its hash is not the one listed. */
        CHANGED,
        /** It is not listed. */
        UNLISTED,
        /** It does not fit the others: no extract of them, or of other findings. */
        NOT_OF_THE_OTHERS
    }

    /**
     * An attachment.
     *
     * @param listed hash in the list of attachments, empty where it has none
     * @param is its hash, empty where it is missing
     */
    public record Wrong(String file, Matter matter, String listed, String is) {}

    /** Why the report was not made again. */
    public enum NotRemade {
        /** Another version of the program made it. */
        OTHER_PROGRAM,
        /** It was written with other wordings or layouts than those here. */
        OTHER_TEMPLATES,
        /** Nothing could be judged again. */
        NOT_JUDGED
    }

    /** What it comes to. */
    public enum Conclusion {
        /** Verdict by verdict and byte by byte what its attachments give; its signatures, where there are any, hold. */
        SAME,
        /** Verdict by verdict; the bytes could not be compared. */
        SAME_VERDICTS,
        DIFFERENT,
        UNFIT
    }

    static Verification unfit(ReportFile.Why why, List<SignatureFound> signatures) {
        return new Verification(why, null, List.of(), List.of(), List.of(), List.of(), null, null, signatures);
    }

    public Conclusion conclusion() {
        if (unfit != null) {
            return Conclusion.UNFIT;
        }
        boolean bytes =
                remade == null || remade.state() == PdfBytes.State.SAME || remade.state() == PdfBytes.State.SIGNED;
        boolean tampered = signatures.stream().anyMatch(SignatureFound::broken);
        if (!wrong.isEmpty()
                || !faults.isEmpty()
                || !unread.isEmpty()
                || !differences.isEmpty()
                || !bytes
                || tampered) {
            return Conclusion.DIFFERENT;
        }
        return remade == null ? Conclusion.SAME_VERDICTS : Conclusion.SAME;
    }
}
