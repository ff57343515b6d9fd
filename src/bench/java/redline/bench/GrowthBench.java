package redline.bench;

import java.nio.file.Path;
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

/** How judging with the whole library grows with the scheme: all known, and with two properties in a hundred unknown. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 3, time = 1)
public class GrowthBench {
    @Param({"10", "30", "100", "300"})
    public int buildings;

    @Param({"ALL_KNOWN", "TWO_PERCENT_UNKNOWN"})
    public SampleScheme.Variant variant;

    private RuleBook book;
    private SchemeRecord record;

    @Setup
    public void read() {
        book = RuleBook.read(Path.of("rules"));
        record = SampleScheme.record(buildings, variant, 1, book.settings(SameAnswers.PROFILE));
    }

    @Benchmark
    public CheckResult redline() {
        return Check.judge(record, book, SameAnswers.PROFILE, null);
    }
}
