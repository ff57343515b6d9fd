package redline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import redline.archive.VerifyReport;
import redline.report.ReportFile;
import redline.seal.Seal;
import redline.seal.SealFault;
import redline.seal.SealingKey;
import redline.seal.TimeStamping;
import redline.system.SystemClock;

/** {@code redline seal}: a report with a signature after its end. */
@Command(name = "seal", mixinStandardHelpOptions = true, sortOptions = false)
final class SealCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Terminal terminal;

    @Parameters(paramLabel = "REPORT", descriptionKey = "report")
    private String report;

    @Option(names = "--key", paramLabel = "FILE", required = true, descriptionKey = "key")
    private String key;

    @Option(names = "--password-file", paramLabel = "FILE", descriptionKey = "password-file")
    private String passwordFile;

    @Option(names = "--tsa", paramLabel = "URL", descriptionKey = "tsa")
    private String authority;

    @Option(names = "--out", paramLabel = "FILE", required = true, descriptionKey = "out")
    private String out;

    SealCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Path target = OutputFiles.writable(terminal.path(out));
        byte[] pdf = report(terminal.path(report));
        Path keyFile = terminal.path(key);
        byte[] pkcs12 = SealFiles.read(keyFile);
        char[] password = SealFiles.keyPassword(passwordFile == null ? null : terminal.path(passwordFile), terminal);
        SealingKey sealing = key(pkcs12, password, keyFile);
        byte[] sealed = sealed(pdf, sealing);
        OutputFiles files = new OutputFiles();
        files.add(target, sealed);
        files.write();
        terminal.out()
                .println(terminal.say(
                        "已签章：" + sealing.name() + "；" + (authority == null ? "没有时间戳" : "带时间戳") + "；写到 " + target,
                        "Sealed by " + sealing.name() + ", " + (authority == null ? "without" : "with")
                                + " a time stamp; written to " + target));
        return 0;
    }

    private static SealingKey key(byte[] pkcs12, char[] password, Path file) {
        try {
            return SealingKey.read(pkcs12, password);
        } catch (SealFault fault) {
            throw SealFiles.refused(fault, file);
        }
    }

    private byte[] sealed(byte[] pdf, SealingKey sealing) {
        try {
            TimeStamping stamping = authority == null ? null : new TimeStamping(authority, PATIENCE);
            return Seal.put(pdf, sealing, SystemClock.utc().instant(), stamping);
        } catch (SealFault fault) {
            throw SealFiles.refused(fault, null);
        }
    }

    private static byte[] report(Path file) {
        try {
            byte[] pdf = Files.readAllBytes(file);
            boolean ours = pdf.length <= VerifyReport.LARGEST
                    && (!(ReportFile.of(pdf) instanceof ReportFile.Unfit unfit) || unfit.why() == ReportFile.Why.COPY);
            if (!ours) {
                throw new BadUsage(
                        "不是本程序的报告，没有签章：" + file, "this is no report of this program, and was not sealed: " + file);
            }
            return pdf;
        } catch (IOException unreadable) {
            throw new BadUsage("打不开文件：" + file, "cannot read the file: " + file).because(unreadable);
        }
    }
}
