package redline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import redline.intake.Complaint;
import redline.intake.bundle.TableFault;
import redline.quantity.Text;
import redline.report.TemplateFault;
import redline.rulepack.Fault;
import redline.rulepack.PackFault;

/** The three kinds of failure, never mixed: bad input (2), a fault in a pack (4), a bug of ours (70). */
final class Failures {
    private Failures() {}

    static int report(Throwable failure, Terminal terminal) {
        if (failure instanceof BadUsage wrong) {
            terminal.err().println(terminal.say(wrong.what()));
            return Exit.BAD_INPUT;
        }
        if (failure instanceof PackFault fault) {
            return faults(fault.faults(), terminal);
        }
        if (failure instanceof TemplateFault fault) {
            return templateFaults(fault.faults(), terminal);
        }
        if (failure instanceof TableFault fault) {
            terminal.err().println(terminal.say(fault.what()));
            return Exit.PACK_FAULT;
        }
        return bug(failure, terminal);
    }

    static int complaints(List<Complaint> complaints, Terminal terminal) {
        terminal.err()
                .println(terminal.say(
                        "方案文件有 " + complaints.size() + " 处需要改正，未作判定：",
                        complaints.size() + " thing(s) to mend in the scheme file; nothing was judged:"));
        for (Complaint complaint : complaints) {
            terminal.err().println(line(complaint, terminal));
        }
        return Exit.BAD_INPUT;
    }

    static String line(Complaint complaint, Terminal terminal) {
        return line(
                complaint.file(),
                complaint.line(),
                complaint.element(),
                complaint.what(),
                complaint.remedy(),
                terminal);
    }

    static int faults(List<Fault> faults, Terminal terminal) {
        terminal.err()
                .println(terminal.say(
                        "规则库有 " + faults.size() + " 处错误，未作判定：",
                        faults.size() + " fault(s) in the rule packs; nothing was judged:"));
        for (Fault fault : faults) {
            terminal.err().println(line(fault, terminal));
        }
        return Exit.PACK_FAULT;
    }

    static int templateFaults(List<Fault> faults, Terminal terminal) {
        terminal.err()
                .println(terminal.say(
                        "报告模板有 " + faults.size() + " 处需要改正，没有写出报告：",
                        faults.size() + " thing(s) to mend in the report's templates; no report was written:"));
        faults.forEach(fault -> terminal.err().println(line(fault, terminal)));
        return Exit.PACK_FAULT;
    }

    /** Faults of exam files: what the caller gave, not what the rules say. */
    static int examFaults(List<Fault> faults, Terminal terminal) {
        terminal.err()
                .println(terminal.say(
                        "案例文件有 " + faults.size() + " 处需要改正，未作判定：",
                        faults.size() + " thing(s) to mend in the exam files; nothing was judged:"));
        faults.forEach(fault -> terminal.err().println(line(fault, terminal)));
        return Exit.BAD_INPUT;
    }

    static String line(Fault fault, Terminal terminal) {
        return line(fault.file(), fault.line(), fault.element(), fault.what(), fault.remedy(), terminal);
    }

    private static String line(String file, int line, String element, Text what, Text remedy, Terminal terminal) {
        return file + (line > 0 ? ":" + line : "") + (element == null || element.isEmpty() ? "" : " " + element) + " "
                + terminal.say(what) + " → " + terminal.say(remedy);
    }

    private static int bug(Throwable failure, Terminal terminal) {
        terminal.err()
                .println(terminal.say(
                        "程序自身出错，没有得出结论，也没有写出任何文件。",
                        "The program itself failed: there is no verdict and no file was written."));
        terminal.err().println(logged(failure, terminal));
        return Exit.BUG;
    }

    private static String logged(Throwable failure, Terminal terminal) {
        StringWriter stack = new StringWriter();
        failure.printStackTrace(new PrintWriter(stack));
        try {
            Path log = Files.createTempFile("redline-", ".log");
            Files.writeString(log, stack.toString());
            return terminal.say("请把这个记录交给维护人员：", "Please hand this log to the maintainers: ") + log;
        } catch (IOException e) {
            return terminal.say("记录无法保存：", "The log could not be kept: ")
                    + failure.getClass().getSimpleName();
        }
    }
}
