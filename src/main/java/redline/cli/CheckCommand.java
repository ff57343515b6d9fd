package redline.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import redline.check.Check;
import redline.check.CheckResult;
import redline.check.Readiness;
import redline.check.SchemeRecordJson;
import redline.intake.Complaint;
import redline.intake.Intake;
import redline.output.FindingsFile;
import redline.remedy.Remedies;
import redline.remedy.Remedy;
import redline.report.JunitReport;
import redline.report.PdfReport;
import redline.report.PublicReport;
import redline.report.ResultJson;
import redline.report.ResultText;
import redline.report.SarifReport;
import redline.rulepack.RuleBook;
import redline.scheme.Dates;

/**
 * {@code redline check}: one scheme in, findings out. Standard output holds the table, or with {@code --json -} the JSON and
 * nothing else. Without any file of findings named the report goes to {@code report.pdf} in the current folder.
 */
@Command(name = "check", mixinStandardHelpOptions = true, sortOptions = false)
final class CheckCommand implements Callable<Integer> {
    private static final String STANDARD_OUTPUT = "-";

    private final Terminal terminal;

    @Parameters(paramLabel = "SCHEME", arity = "1..*", descriptionKey = "scheme")
    private List<String> schemes = new ArrayList<>();

    @Mixin
    private DraftOptions options = new DraftOptions();

    @Option(names = "--rules", paramLabel = "DIR")
    private String rules;

    @Option(names = "--profile", paramLabel = "NAME", defaultValue = "tongxiang")
    private String profile;

    @Option(names = "--as-of", paramLabel = "DATE")
    private String asOf;

    @Option(names = "--pdf", paramLabel = "FILE")
    private String pdf;

    @Option(names = "--public-pdf", paramLabel = "FILE")
    private String publicPdf;

    @Option(names = "--json", paramLabel = "FILE|-")
    private String json;

    @Option(names = "--record", paramLabel = "FILE")
    private String record;

    @Option(names = "--sarif", paramLabel = "FILE")
    private String sarif;

    @Option(names = "--junit", paramLabel = "FILE")
    private String junit;

    @Option(names = "--xlsx", paramLabel = "FILE")
    private String xlsx;

    @Option(names = "--gpkg", paramLabel = "FILE")
    private String gpkg;

    @Option(names = "--dxf", paramLabel = "FILE")
    private String dxf;

    @Option(names = "--bcf", paramLabel = "FILE")
    private String bcf;

    CheckCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        LocalDate date = DateArgument.read(asOf);
        checkTargets();
        Intake intake = options.read(schemes(), date == null ? Dates.unknown() : Dates.allOn(date), terminal)
                .intake();
        if (intake instanceof Intake.Refused refused) {
            return Failures.complaints(refused.complaints(), terminal);
        }
        Intake.Accepted accepted = (Intake.Accepted) intake;
        for (Complaint remark : accepted.remarks()) {
            terminal.err().println(Failures.line(remark, terminal));
        }
        RuleBook book = RulesPlace.book(rules, profile, terminal);
        CheckResult result = Check.run(accepted.scheme(), book, profile, date);
        write(
                result,
                book,
                () -> Remedies.of(
                        accepted.scheme(), result, book, record -> date == null ? record : record.asOf(date)));
        return Exit.of(result.conclusion().verdict());
    }

    private List<Path> schemes() {
        return schemes.stream().map(terminal::path).toList();
    }

    private boolean jsonAlone() {
        return STANDARD_OUTPUT.equals(json);
    }

    private Path pdfTarget() {
        if (pdf != null) {
            return terminal.path(pdf);
        }
        boolean named = publicPdf != null
                || json != null
                || sarif != null
                || junit != null
                || !findingsFiles().isEmpty();
        return named ? null : terminal.path("report.pdf");
    }

    private Path jsonTarget() {
        return json == null || jsonAlone() ? null : terminal.path(json);
    }

    private Path target(String file) {
        return file == null ? null : terminal.path(file);
    }

    private Map<FindingsFile, Path> findingsFiles() {
        Map<FindingsFile, Path> files = new EnumMap<>(FindingsFile.class);
        put(FindingsFile.XLSX, xlsx, files);
        put(FindingsFile.GPKG, gpkg, files);
        put(FindingsFile.DXF, dxf, files);
        put(FindingsFile.BCF, bcf, files);
        return files;
    }

    private void put(FindingsFile kind, String file, Map<FindingsFile, Path> files) {
        if (file != null) {
            files.put(kind, terminal.path(file));
        }
    }

    /** Before the work, so that nobody waits for a result that cannot be kept. */
    private void checkTargets() {
        List<Path> inputs = Stream.concat(schemes().stream(), options.conditions(terminal).stream())
                .map(CheckCommand::whole)
                .toList();
        Set<Path> outputs = new HashSet<>();
        for (Path target : Stream.concat(
                        Stream.of(
                                pdfTarget(),
                                target(publicPdf),
                                jsonTarget(),
                                target(record),
                                target(sarif),
                                target(junit)),
                        findingsFiles().values().stream())
                .filter(Objects::nonNull)
                .toList()) {
            Path whole = whole(OutputFiles.writable(target));
            if (inputs.contains(whole)) {
                throw new BadUsage("输出会覆盖方案文件：" + target, "the output would replace the scheme file: " + target);
            }
            if (!outputs.add(whole)) {
                throw new BadUsage("两个输出写到同一个文件：" + target, "two outputs go to the same file: " + target);
            }
        }
    }

    private static Path whole(Path path) {
        return path.toAbsolutePath().normalize();
    }

    private void write(CheckResult result, RuleBook book, Supplier<List<Remedy>> remedies) {
        for (FindingsFile kind : findingsFiles().keySet()) {
            if (!kind.fits(result)) {
                throw new BadUsage(
                        "方案没有写明任何日期，--" + kind.ending() + " 的每一条要有日期；请用 --as-of 给出",
                        "the scheme states no date, and --" + kind.ending() + " needs one; please give --as-of");
            }
        }
        byte[] jsonBytes = json == null ? null : ResultJson.write(result, terminal.language());
        OutputFiles files = new OutputFiles();
        if (pdfTarget() != null) {
            files.add(pdfTarget(), pdf(result, book, remedies.get()));
        }
        if (publicPdf != null) {
            files.add(target(publicPdf), publicPdf(result));
        }
        if (jsonTarget() != null) {
            files.add(jsonTarget(), jsonBytes);
        }
        if (record != null) {
            files.add(target(record), SchemeRecordJson.write(result.record()));
        }
        if (sarif != null) {
            files.add(target(sarif), SarifReport.write(result, terminal.language()));
        }
        if (junit != null) {
            files.add(target(junit), JunitReport.write(result, terminal.language()));
        }
        findingsFiles().forEach((kind, file) -> files.add(file, kind.write(result, terminal.language())));
        files.write();
        if (jsonAlone()) {
            terminal.out().writeBytes(jsonBytes);
        } else {
            terminal.out().print(ResultText.table(result, terminal.language()));
            ReadinessText.lines(Readiness.of(result))
                    .forEach(line -> terminal.out().println(terminal.say(line)));
            files.names().forEach(file -> terminal.out().println(terminal.say("已写出 ", "Written: ") + file));
        }
    }

    private byte[] publicPdf(CheckResult result) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            PublicReport.write(result, terminal.language(), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return bytes.toByteArray();
    }

    private byte[] pdf(CheckResult result, RuleBook book, List<Remedy> remedies) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            PdfReport.write(result, remedies, book, terminal.language(), "", terminal.painting(), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return bytes.toByteArray();
    }
}
