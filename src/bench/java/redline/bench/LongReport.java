package redline.bench;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import redline.check.Check;
import redline.check.CheckResult;
import redline.quantity.Language;
import redline.report.PdfReport;
import redline.rulepack.RuleBook;

/** Writes the report of a made-up scheme, in a Java machine of its own whose heap is limited. */
final class LongReport {
    private LongReport() {}

    /** @param args how many buildings */
    public static void main(String[] args) throws Exception {
        RuleBook book = RuleBook.read(Path.of("rules"));
        CheckResult result = of(Integer.parseInt(args[0]), SameAnswers.PROFILE, book);
        PdfReport.write(result, List.of(), book, Language.ZH, OutputStream.nullOutputStream());
    }

    static CheckResult of(int buildings, String profile, RuleBook book) {
        return Check.judge(
                SampleScheme.record(buildings, SampleScheme.Variant.TWO_PERCENT_UNKNOWN, 1, book.settings(profile)),
                book,
                profile,
                null);
    }
}
