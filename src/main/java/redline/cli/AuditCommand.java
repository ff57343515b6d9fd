package redline.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import redline.casefile.AuditLog;
import redline.casefile.AuditLog.Finding;
import redline.casefile.Store;

/** {@code redline audit}: the log of an office. */
@Command(name = "audit", mixinStandardHelpOptions = true, sortOptions = false)
final class AuditCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    static CommandLine withParts(Terminal terminal) {
        CommandLine audit = new CommandLine(new AuditCommand());
        audit.addSubcommand("verify", new Verify(terminal));
        audit.addSubcommand("export", new Export(terminal));
        return audit;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** Follows the chain from the first entry. */
    @Command(name = "verify", mixinStandardHelpOptions = true, sortOptions = false)
    static final class Verify implements Callable<Integer> {
        private final Terminal terminal;

        @Mixin
        private OfficeOptions office;

        Verify(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() throws IOException {
            try (Store store = office.open(terminal)) {
                return tell(store.audit().verify(), terminal);
            }
        }
    }

    /** @return the exit code */
    static int tell(Finding finding, Terminal terminal) {
        if (finding instanceof Finding.Whole whole) {
            terminal.out()
                    .println(terminal.say(
                            "日志完整：" + whole.entries() + " 条。最后一条的校验值：" + whole.hash(),
                            "The log is whole: " + whole.entries() + " entries. Hash of the last: " + whole.hash()));
            return 0;
        }
        Finding.Broken broken = (Finding.Broken) finding;
        terminal.err().println(terminal.say(sentence(broken, true), sentence(broken, false)));
        terminal.err()
                .println(terminal.say(
                        "请保留数据库原样，从备份核对，并报告负责人。",
                        "Keep the database as it is, compare it with a backup, and tell who is in charge."));
        return Exit.BROKEN;
    }

    private static String sentence(Finding.Broken broken, boolean chinese) {
        return switch (broken.fault()) {
            case CHANGED ->
                chinese
                        ? "日志第 " + broken.number() + " 条被改过，从这一条起不可信。"
                        : "Entry " + broken.number() + " of the log was changed; from here on it cannot be trusted.";
            case MISSING ->
                chinese
                        ? "日志缺第 " + broken.number() + " 条，从这里起不可信。"
                        : "Entry " + broken.number() + " of the log is missing; from here on it cannot be trusted.";
            case CUT_OFF ->
                chinese
                        ? "日志末尾缺第 " + broken.number() + " 条及以后的。"
                        : "The end of the log, from entry " + broken.number() + " on, is missing.";
        };
    }

    /** Writes every entry as a line of JSON. */
    @Command(name = "export", mixinStandardHelpOptions = true, sortOptions = false)
    static final class Export implements Callable<Integer> {
        private static final String STANDARD_OUTPUT = "-";

        private final Terminal terminal;

        @Mixin
        private OfficeOptions office;

        @Parameters(paramLabel = "FILE|-", arity = "0..1", defaultValue = STANDARD_OUTPUT, descriptionKey = "file")
        private String file;

        Export(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() throws IOException {
            Path target = file.equals(STANDARD_OUTPUT) ? null : OutputFiles.writable(terminal.path(file));
            try (Store store = office.open(terminal)) {
                AuditLog audit = store.audit();
                if (target == null) {
                    audit.export(terminal.out());
                    return 0;
                }
                try (OutputStream out = Files.newOutputStream(target)) {
                    audit.export(out);
                }
                terminal.out().println(terminal.say("已写出日志：", "The log is written: ") + target);
                return 0;
            }
        }
    }
}
