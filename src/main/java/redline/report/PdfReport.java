package redline.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import redline.check.CheckResult;
import redline.quantity.Language;
import redline.remedy.Remedy;

/** The report as PDF/A-3u, made of {@link HtmlReport}. Same result, same bytes. */
public final class PdfReport {
    private PdfReport() {}

    /** Writes the whole document; the stream stays open. */
    public static void write(CheckResult result, Language language, OutputStream out) throws IOException {
        write(result, List.of(), language, out);
    }

    /** The same with what cures the violations. */
    public static void write(CheckResult result, List<Remedy> remedies, Language language, OutputStream out)
            throws IOException {
        PdfPages.write(
                HtmlReport.write(result, remedies, language),
                result.program(),
                result.record().sha256(),
                out);
    }
}
