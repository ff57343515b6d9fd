package redline.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import redline.proof.RuleCases;
import redline.proof.Xray;
import redline.rulepack.RuleBook;
import redline.rulepack.XrayFinding;

/** {@code redline rules xray}: gaps, overlaps, dead branches and unread values, seen without a scheme. */
@Command(name = "xray", mixinStandardHelpOptions = true)
final class XrayRules implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private PackArguments arguments = new PackArguments();

    XrayRules(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        RuleBook book = arguments.book(terminal);
        RuleCases read = RuleCases.read(arguments.casesFolder(terminal));
        List<XrayFinding> findings = Xray.of(book, read, arguments.packs(book));
        long faults = 0;
        for (XrayFinding finding : findings) {
            boolean fault = finding.level() == XrayFinding.Level.FAULT;
            faults += fault ? 1 : 0;
            terminal.out()
                    .println((fault ? terminal.say("✕ 错误 ", "✕ fault ") : terminal.say("· 提示 ", "· note "))
                            + Failures.line(finding.fault(), terminal));
        }
        long notes = findings.size() - faults;
        terminal.out()
                .println(terminal.say(
                        "共 " + faults + " 处错误，" + notes + " 处提示", faults + " faults, " + notes + " notes"));
        return faults == 0 ? 0 : Exit.PACK_FAULT;
    }
}
