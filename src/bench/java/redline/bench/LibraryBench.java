package redline.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import redline.check.Check;
import redline.check.CheckResult;
import redline.fact.SchemeRecord;
import redline.rulepack.RuleBook;

/** All rules of the profile on a scheme of 30 buildings, beside the 18 that are also written by hand: compared by answer. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 3, time = 1)
public class LibraryBench {
    static final int BUILDINGS = 30;

    @Param({"ALL_KNOWN", "TWO_PERCENT_UNKNOWN"})
    public SampleScheme.Variant variant;

    private RuleBook book;
    private SchemeRecord record;
    private PlainLimits limits;

    @Setup
    public void read() {
        book = RuleBook.read(Path.of("rules"));
        record = record(book, variant);
        limits = PlainLimits.of(SpineRules.book(), SameAnswers.PROFILE, record);
    }

    static SchemeRecord record(RuleBook book, SampleScheme.Variant variant) {
        return SampleScheme.record(BUILDINGS, variant, 1, book.settings(SameAnswers.PROFILE));
    }

    @Benchmark
    public CheckResult library() {
        return Check.judge(record, book, SameAnswers.PROFILE, null);
    }

    @Benchmark
    public List<PlainAnswer> plain() {
        return PlainThreeValued.review(record, limits);
    }
}
