package redline.bench;

import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.util.List;
import redline.check.Check;
import redline.check.CheckResult;
import redline.quantity.Language;
import redline.report.PdfReport;
import redline.rulepack.RuleBook;

/** Writes the report of a made-up scheme in a Java machine of its own and says how much heap that took beside what was there before. */
final class LongReport {
    private LongReport() {}

    /** @param args how many buildings */
    public static void main(String[] args) throws Exception {
        RuleBook book = RuleBook.read(Path.of("rules"));
        CheckResult result = of(Integer.parseInt(args[0]), SameAnswers.PROFILE, book);
        System.gc();
        List<MemoryPoolMXBean> heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
        long before = heap.stream().mapToLong(pool -> pool.getUsage().getUsed()).sum();
        heap.forEach(MemoryPoolMXBean::resetPeakUsage);
        PdfReport.write(result, List.of(), book, Language.ZH, OutputStream.nullOutputStream());
        long peak =
                heap.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        System.out.println((peak - before) / 1_000_000);
    }

    static CheckResult of(int buildings, String profile, RuleBook book) {
        return Check.judge(
                SampleScheme.record(buildings, SampleScheme.Variant.TWO_PERCENT_UNKNOWN, 1, book.settings(profile)),
                book,
                profile,
                null);
    }
}
