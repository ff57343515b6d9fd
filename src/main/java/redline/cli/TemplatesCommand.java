package redline.cli;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import redline.report.ReportTemplates;
import redline.rulepack.Fault;

/** {@code redline templates}: whether the office's own templates of the report are fit to write one. */
@Command(name = "templates", mixinStandardHelpOptions = true, sortOptions = false)
final class TemplatesCommand implements Callable<Integer> {
    private final Terminal terminal;

    TemplatesCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        List<Fault> faults = ReportTemplates.faults();
        if (!faults.isEmpty()) {
            return Failures.templateFaults(faults, terminal);
        }
        Set<String> own = ReportTemplates.own().keySet();
        terminal.out()
                .println(
                        own.isEmpty()
                                ? terminal.say(
                                        "报告模板（templates/report）与程序自带的相同。",
                                        "The report's templates (templates/report) are those of the program.")
                                : terminal.say(
                                        "改动的报告模板可以使用：" + String.join("、", own) + "；用 check --pdf 看样张。",
                                        "The templates that were changed are fit for use: " + String.join(", ", own)
                                                + "; see what they make by check --pdf."));
        return Exit.COMPLIES;
    }
}
