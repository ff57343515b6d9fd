package redline.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** Entry point of the command line. */
@Command(
        name = "redline",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        usageHelpAutoWidth = true)
public final class Main implements Runnable {
    @Spec
    private CommandSpec spec;

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(run(Terminal.standard(), arguments));
    }

    /** @return the exit code; never throws */
    static int run(Terminal standard, String... arguments) {
        Terminal terminal = standard.in(Speech.wanted(arguments));
        try {
            return commandLine(terminal).execute(arguments);
        } catch (Throwable bug) { // also an Error: a full memory or a deep recursion is no reason to show a stack
            return Failures.report(bug, terminal);
        } finally {
            terminal.out().flush();
            terminal.err().flush();
        }
    }

    /** Only checked here: {@link Speech} has read it before, because help and complaints of picocli depend on it. */
    @Option(names = "--lang", paramLabel = "zh|en", scope = ScopeType.INHERIT)
    void lang(String value) {
        if (!value.equals("zh") && !value.equals("en")) {
            throw new ParameterException(spec.commandLine(), "no such language", spec.findOption("--lang"), value);
        }
    }

    private static CommandLine commandLine(Terminal terminal) {
        CommandLine root = new CommandLine(new Main());
        root.addSubcommand("check", new CheckCommand(terminal));
        root.addSubcommand("seal", new SealCommand(terminal));
        root.addSubcommand("verify-report", new VerifyReportCommand(terminal));
        root.addSubcommand("sunlight", new SunlightCommand(terminal));
        root.addSubcommand("serve", new ServeCommand(terminal));
        root.addSubcommand("rules", RulesCommand.withParts(terminal));
        root.addSubcommand("exams", new ExamsCommand(terminal));
        root.addSubcommand("read", new ReadCommand(terminal));
        root.addSubcommand("convert", new ConvertCommand(terminal));
        root.addSubcommand("sun", new SunCommand(terminal));
        root.addSubcommand("templates", new TemplatesCommand(terminal));
        root.addSubcommand("audit", AuditCommand.withParts(terminal));
        root.addSubcommand("backup", new BackupCommand(terminal));
        root.addSubcommand("restore", new RestoreCommand(terminal));
        root.addSubcommand("exchange", ExchangeCommand.withParts(terminal));
        root.addSubcommand("schema", new SchemaCommand(terminal));
        root.addSubcommand("worker", new WorkerCommand());
        root.setResourceBundle(Speech.words(terminal.language()));
        root.setOut(terminal.print(terminal.out()));
        root.setErr(terminal.print(terminal.err()));
        root.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
        root.setParameterExceptionHandler((wrong, arguments) -> Speech.complain(wrong, terminal));
        root.setExecutionExceptionHandler((failure, command, parsed) -> Failures.report(failure, terminal));
        return root;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
