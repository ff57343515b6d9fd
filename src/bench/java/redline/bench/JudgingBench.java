package redline.bench;

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

/** Judging one scheme: Drools, interpreter and cross-check, beside the same rules written by hand. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 3, time = 1)
public class JudgingBench {
    static final int BUILDINGS = 25;

    @Param({"ALL_KNOWN", "TWO_PERCENT_UNKNOWN", "SIDES_MISSING"})
    public SampleScheme.Variant variant;

    private RuleBook book;
    private SchemeRecord record;
    private PlainLimits limits;

    @Setup
    public void read() {
        book = SpineRules.book();
        record = SampleScheme.record(BUILDINGS, variant, 1);
        limits = PlainLimits.of(book, SameAnswers.PROFILE, record);
    }

    @Benchmark
    public CheckResult redline() {
        return Check.judge(record, book, SameAnswers.PROFILE, null);
    }

    @Benchmark
    public List<PlainAnswer> threeValued() {
        return PlainThreeValued.review(record, limits);
    }

    /** Of the scheme in which everything is known; of another it cannot be asked. */
    @Benchmark
    public List<PlainAnswer> twoValued() {
        return PlainTwoValued.review(record, limits);
    }
}
