package redline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import redline.check.Check;
import redline.check.CheckResult;
import redline.fact.SchemeRecord;
import redline.rulepack.RuleBook;

/**
 * {@code ./redline bench [judging] [library] [growth] [report] [start] [compile] [intake] [office] [backtest] [responsive] [sunlight] [--quick]}: all cases where none is named. Ends
 * with one table; {@code --quick} shows that it works and gives no figures to quote.
 */
final class Benches {
    private static final Set<String> CASES = Set.of(
            "judging",
            "library",
            "growth",
            "report",
            "start",
            "compile",
            "intake",
            "office",
            "backtest",
            "responsive",
            "sunlight");

    private final Set<String> wanted;
    private final boolean quick;
    private final Path folder;
    private final Table table = new Table();

    private Benches(Set<String> wanted, boolean quick, Path folder) {
        this.wanted = wanted;
        this.quick = quick;
        this.folder = folder;
    }

    public static void main(String[] args) throws Exception {
        Set<String> wanted = new TreeSet<>(List.of(args));
        boolean quick = wanted.remove("--quick");
        if (!CASES.containsAll(wanted)) {
            System.err.println("bench: known cases are " + String.join(", ", new TreeSet<>(CASES)) + "; and --quick");
            System.exit(2);
        }
        Path folder = Files.createTempDirectory("redline-bench");
        try {
            new Benches(wanted.isEmpty() ? CASES : wanted, quick, folder).run();
        } finally {
            delete(folder);
        }
    }

    private void run() throws Exception {
        long began = System.nanoTime();
        Programs.run(List.of(0), Programs.redline("--version")); // builds the program and its start archive
        if (wanted.contains("judging")) {
            System.out.println("the hand-written reviews and Redline agree on " + SameAnswers.check(SpineRules.book())
                    + " answers");
            judging();
        }
        if (wanted.contains("library")) {
            library();
        }
        if (wanted.contains("report")) {
            report();
        }
        if (wanted.contains("start")) {
            start();
        }
        if (wanted.contains("compile")) {
            compile();
        }
        if (wanted.contains("growth")) {
            growth();
        }
        if (wanted.contains("intake")) {
            new IntakeBench(folder).run(quick ? 1 : 5, table);
        }
        if (wanted.contains("office")) {
            new OfficeBench(folder).run(quick ? 1 : 5, table);
        }
        if (wanted.contains("backtest")) {
            new BackTestBench(folder).run(quick, table);
        }
        if (wanted.contains("responsive")) {
            new ResponsiveBench(folder).run(quick ? 1 : 4, quick ? 40 : 100, table);
        }
        if (wanted.contains("sunlight")) {
            new SunlightBench().run(quick ? 1 : 21, table);
        }
        table.print(System.out);
        System.out.printf("%.0f s in all%n", (System.nanoTime() - began) / 1e9);
    }

    private void judging() throws Exception {
        Map<String, List<Double>> times = new LinkedHashMap<>();
        for (int round = 0; round < (quick ? 1 : 3); round++) {
            for (SampleScheme.Variant variant : List.of(
                    SampleScheme.Variant.ALL_KNOWN,
                    SampleScheme.Variant.TWO_PERCENT_UNKNOWN,
                    SampleScheme.Variant.SIDES_MISSING)) {
                boolean allKnown = variant == SampleScheme.Variant.ALL_KNOWN;
                String methods = allKnown ? "redline|threeValued|twoValued" : "redline|threeValued";
                note(
                        jmh(JudgingBench.class.getSimpleName() + ".(" + methods + ")$")
                                .param("variant", variant.name()),
                        "variant",
                        times);
            }
        }
        Map<String, Figure> figures = new LinkedHashMap<>();
        times.forEach((name, all) -> figures.put(name, new Figure(all)));
        Map<String, String> titles = Map.of(
                "ALL_KNOWN", "all known",
                "TWO_PERCENT_UNKNOWN", "2 % unknown",
                "SIDES_MISSING", "layer missing");
        for (String variant : List.of("ALL_KNOWN", "TWO_PERCENT_UNKNOWN", "SIDES_MISSING")) {
            table.compare(
                    "judge, " + titles.get(variant) + " : three-valued Java",
                    figures.get("redline " + variant),
                    figures.get("threeValued " + variant),
                    5);
        }
        table.compare(
                "judge, all known : two-valued Java",
                figures.get("redline ALL_KNOWN"),
                figures.get("twoValued ALL_KNOWN"),
                0);
    }

    /** By answer, because nobody has written all rules by hand. */
    private void library() throws Exception {
        RuleBook book = RuleBook.read(Path.of("rules"));
        for (SampleScheme.Variant variant :
                List.of(SampleScheme.Variant.ALL_KNOWN, SampleScheme.Variant.TWO_PERCENT_UNKNOWN)) {
            Map<String, List<Double>> times = new LinkedHashMap<>();
            for (int round = 0; round < (quick ? 1 : 3); round++) {
                note(jmh(LibraryBench.class.getSimpleName()).param("variant", variant.name()), "variant", times);
            }
            SchemeRecord record = LibraryBench.record(book, variant);
            int ours = Check.judge(record, book, SameAnswers.PROFILE, null)
                    .findings()
                    .size();
            int theirs = PlainThreeValued.review(record, PlainLimits.of(SpineRules.book(), SameAnswers.PROFILE, record))
                    .size();
            Figure library = new Figure(times.get("library " + variant));
            Figure plain = new Figure(times.get("plain " + variant));
            String title = "library, " + LibraryBench.BUILDINGS + " buildings, " + words(variant);
            table.compare(title + " : 18 rules in three-valued Java", library, plain, 0);
            table.compare(
                    title + ", 1000 answers of " + ours + " : of " + theirs,
                    library.times(1000.0 / ours),
                    plain.times(1000.0 / theirs),
                    0);
        }
    }

    private void growth() throws Exception {
        RuleBook book = RuleBook.read(Path.of("rules"));
        for (SampleScheme.Variant variant :
                List.of(SampleScheme.Variant.ALL_KNOWN, SampleScheme.Variant.TWO_PERCENT_UNKNOWN)) {
            Map<String, List<Double>> times = new LinkedHashMap<>();
            note(jmh(GrowthBench.class.getSimpleName()).param("variant", variant.name()), "buildings", times);
            times.forEach((name, all) -> {
                int buildings = Integer.parseInt(name.replace("redline ", ""));
                SchemeRecord record = SampleScheme.record(buildings, variant, 1, book.settings(SameAnswers.PROFILE));
                int findings = Check.judge(record, book, SameAnswers.PROFILE, null)
                        .findings()
                        .size();
                String title = "library, " + buildings + " buildings, " + words(variant);
                table.note(title, new Figure(all));
                table.note(title + ", 1000 answers of " + findings, new Figure(all).times(1000.0 / findings));
            });
        }
    }

    private static String words(SampleScheme.Variant variant) {
        return variant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private void report() throws Exception {
        ReportBench bench = new ReportBench(folder);
        for (String scheme : List.of("office-2016", "wuzhen-housing")) {
            Map<String, Figure> figures = bench.run(scheme, quick ? 1 : 7);
            Figure chromium = figures.get("chromium");
            table.compare(
                    scheme + ": review to PDF in a running program : Chromium started",
                    figures.get("review"),
                    chromium,
                    0.4);
            table.compare(scheme + ": ./redline check --pdf : Chromium started", figures.get("process"), chromium, 0.4);
            table.compare(
                    scheme + ": HTML and PDF alone, running : Chromium resident",
                    figures.get("pdf"),
                    figures.get("resident"),
                    0);
        }
        pages(bench);
    }

    /** Ten pages and a hundred, tagged by both; and whether a hundred and two hundred fit into a small heap. */
    private void pages(ReportBench bench) throws Exception {
        RuleBook book = RuleBook.read(Path.of("rules"));
        Map<String, Integer> sizes = new LinkedHashMap<>();
        sizes.put("conditions-only", 1);
        sizes.put(SameAnswers.PROFILE, 40);
        for (Map.Entry<String, Integer> size : sizes.entrySet()) {
            CheckResult result = LongReport.of(size.getValue(), size.getKey(), book);
            int pages = ReportBench.pages(result);
            Map<String, Figure> figures = bench.pages(size.getKey() + size.getValue(), result, quick ? 1 : 7);
            table.compare(
                    pages + " pages, HTML and PDF, running : Chromium started",
                    figures.get("pdf"),
                    figures.get("chromium"),
                    0.4);
            table.compare(
                    pages + " pages, HTML and PDF, running : Chromium resident",
                    figures.get("pdf"),
                    figures.get("resident"),
                    0);
        }
        for (int buildings : List.of(40, 72)) {
            Programs.text("-Xmx256m", LongReport.class, String.valueOf(buildings));
            System.out.printf(
                    "%d pages with their attachments: 256 MB of heap are enough, scheme and rules included%n",
                    ReportBench.pages(LongReport.of(buildings, SameAnswers.PROFILE, book)));
        }
    }

    private void start() throws Exception {
        List<String> check = Programs.redline("check", "test-cases/schemes/office-2016", "--json", "-");
        Map<String, Figure> figures = new Interleaved()
                .add("check", () -> Programs.run(List.of(0, 1, 3), check))
                .add("same flags", () -> Programs.run(List.of(0), Programs.compileOnly(true, false)))
                .add("same flags and archive", () -> Programs.run(List.of(0), Programs.compileOnly(true, true)))
                .add("no flags", () -> Programs.run(List.of(0), Programs.compileOnly(false, false)))
                .run(quick ? 1 : 9);
        Figure ours = figures.get("check");
        table.compare("./redline check : bare compile, same flags", ours, figures.get("same flags"), 1.5);
        table.compare(
                "./redline check : bare compile, same flags and archive",
                ours,
                figures.get("same flags and archive"),
                0);
        table.compare("./redline check : bare compile, no flags", ours, figures.get("no flags"), 0);
    }

    private void compile() throws Exception {
        Map<String, Figure> figures = new CompileBench(folder).run(quick ? 1 : 7);
        table.note("compile all packs, new Java machine", figures.get("cold"));
        table.note("compile all packs, new Java machine with archive", figures.get("cold, archive"));
        table.note("an edited value is live, running", figures.get("a value"));
        table.note("an edited rule is live, running", figures.get("a rule"));
    }

    private ChainedOptionsBuilder jmh(String include) {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(include)
                .verbosity(VerboseMode.NORMAL)
                .shouldFailOnError(true);
        return quick
                ? options.warmupIterations(1)
                        .warmupTime(TimeValue.milliseconds(300))
                        .measurementIterations(1)
                        .measurementTime(TimeValue.milliseconds(300))
                : options;
    }

    private static void note(ChainedOptionsBuilder options, String parameter, Map<String, List<Double>> times)
            throws Exception {
        Collection<RunResult> results = new Runner(options.build()).run();
        for (RunResult result : results) {
            String method = result.getPrimaryResult().getLabel();
            times.computeIfAbsent(method + " " + result.getParams().getParam(parameter), name -> new ArrayList<>())
                    .add(result.getPrimaryResult().getScore());
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
