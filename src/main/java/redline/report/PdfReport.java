package redline.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import redline.check.CheckResult;
import redline.quantity.Language;
import redline.remedy.Remedy;
import redline.rulepack.RuleBook;

/**
 * The report as PDF/A-3u and PDF/UA-1, made of {@link HtmlReport}. Same result, same rules, same bytes.
 */
public final class PdfReport {
    private PdfReport() {}

    /**
     * Writes the whole document with all that it was made of attached ({@link Part}); the stream stays open.
     *
     * @param remedies what cures the violations
     * @param book that gave the result
     */
    public static void write(
            CheckResult result, List<Remedy> remedies, RuleBook book, Language language, OutputStream out)
            throws IOException {
        write(result, remedies, book, language, "", Painting.UNWATCHED, out);
    }

    /**
     * The same of an office: its cover says where to ask whether it is its own.
     *
     * @param address of the office, {@link Contents#isAddress}; empty where there is none
     * @param painting is told of each page
     */
    public static void write(
            CheckResult result,
            List<Remedy> remedies,
            RuleBook book,
            Language language,
            String address,
            Painting painting,
            OutputStream out)
            throws IOException {
        Attachments attachments = Attachments.of(result, remedies, book, language, address);
        PdfPages.write(
                HtmlReport.write(result, remedies, attachments, language),
                result.program(),
                attachments.parts().get(Part.CONTENTS).sha256(),
                document -> PdfAttachments.put(document, attachments, Words.of(language)),
                painting,
                out);
    }

    /** Of a part, lower-case hex, as {@link Contents} has it. */
    public static String sha256(byte[] part) {
        return Attachments.sha256(part);
    }

    /** Writes a copy that carries nothing, for those who may not have all that it was made of; the stream stays open. */
    public static void write(CheckResult result, Language language, OutputStream out) throws IOException {
        PdfPages.write(
                HtmlReport.write(result, language),
                result.program(),
                result.record().sha256(),
                PdfPages.More.NOTHING,
                out);
    }
}
