package redline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import redline.archive.Difference;
import redline.archive.Verification;
import redline.archive.VerifyReport;
import redline.check.Program;
import redline.finding.Verdict;
import redline.quantity.Text;
import redline.report.PdfBytes;
import redline.report.ReportFile;
import redline.seal.SignatureFound;
import redline.seal.SignatureText;
import redline.system.SystemClock;
import redline.worker.Outcome;

/** {@code redline verify-report}: whether a report is still what its attachments give, and what exactly is not. */
@Command(name = "verify-report", mixinStandardHelpOptions = true, sortOptions = false)
final class VerifyReportCommand implements Callable<Integer> {
    private static final int SHORT_HASH = 12;

    private final Terminal terminal;

    @Parameters(paramLabel = "REPORT", descriptionKey = "report")
    private String report;

    @Option(names = "--trust", paramLabel = "FILE", descriptionKey = "trust")
    private String trust;

    VerifyReportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Outcome outcome = VerifyReport.run(
                read(terminal.path(report)),
                SealFiles.trust(trust == null ? null : terminal.path(trust)),
                SystemClock.utc().instant());
        if (outcome instanceof Outcome.Done done) {
            return tell(VerifyReport.answer(done));
        }
        Text why = why(outcome);
        throw new BadUsage(
                "没有核对完：" + why.zh() + "。文件可能被人动过手脚；请从出具的机关重新取得",
                "The report was not verified: " + why.en()
                        + ". The file may have been tampered with; get it again from the authority that issued it");
    }

    private static byte[] read(Path file) {
        try {
            if (Files.isRegularFile(file) && Files.size(file) > VerifyReport.LARGEST) {
                throw new BadUsage(
                        "文件大于 " + (VerifyReport.LARGEST >> 20) + " MB，不是本程序的报告：" + file,
                        "the file is larger than " + (VerifyReport.LARGEST >> 20) + " MB, no report of this program: "
                                + file);
            }
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new BadUsage("打不开文件：" + file, "cannot read the file: " + file).because(unreadable);
        }
    }

    private static Text why(Outcome outcome) {
        if (outcome instanceof Outcome.Died died) {
            return died.why();
        }
        if (outcome instanceof Outcome.TimedOut late) {
            Duration limit = late.limit();
            return new Text("超过 " + limit.toMinutes() + " 分钟", "it took more than " + limit.toMinutes() + " minutes");
        }
        return outcome instanceof Outcome.Refused refused ? refused.why() : new Text("中途停止", "it was stopped");
    }

    private int tell(Verification done) {
        if (done.unfit() != null) {
            signatures(done.signatures());
            throw unfit(done.unfit());
        }
        say(
                "报告由 Redline 红线 " + done.contents().program() + " 写出，规则配置 "
                        + done.contents().profile() + "，规则 "
                        + brief(done.contents().rules()),
                "Written by Redline " + done.contents().program() + ", profile "
                        + done.contents().profile() + ", rules "
                        + brief(done.contents().rules()));
        done.wrong().forEach(this::attachment);
        done.unread().forEach(this::unread);
        done.faults()
                .forEach(fault -> say(
                        "附件里的规则有错：" + Failures.line(fault, terminal),
                        "A fault in the attached rules: " + Failures.line(fault, terminal)));
        done.differences().forEach(this::difference);
        bytes(done);
        signatures(done.signatures());
        return switch (done.conclusion()) {
            case SAME -> ended("一致：逐条、逐字节相同。", "The same, finding by finding and byte by byte.", 0);
            case SAME_VERDICTS ->
                ended("逐条相同；字节没有比较。", "The same finding by finding; bytes were not compared.", Exit.UNDETERMINED);
            case DIFFERENT ->
                ended(
                        "不一致：以上逐一列出。不要依据这份文件；请从出具的机关重新取得。",
                        "Not the same: everything is listed above. Do not rely on this file; get it again from the authority"
                                + " that issued it.",
                        Exit.BROKEN);
            case UNFIT -> throw new IllegalStateException("told before");
        };
    }

    private void signatures(List<SignatureFound> signatures) {
        for (int i = 0; i < signatures.size(); i++) {
            SignatureText told = SignatureText.of(signatures.get(i), i + 1);
            say(
                    told.mark() + " " + told.sentence().zh(),
                    told.mark() + " " + told.sentence().en());
            told.facts().forEach(fact -> say("    " + fact.zh(), "    " + fact.en()));
        }
    }

    private int ended(String zh, String en, int exit) {
        say(zh, en);
        return exit;
    }

    /** What the file says of itself may hold what a terminal would obey. */
    private void say(String zh, String en) {
        terminal.out().println(terminal.say(zh, en).replaceAll("[\\p{Cc}\\p{Cf}]", "_"));
    }

    private static String brief(String hash) {
        return hash.substring(0, Math.min(SHORT_HASH, hash.length()));
    }

    private static BadUsage unfit(ReportFile.Why why) {
        return switch (why) {
            case NOT_PDF ->
                new BadUsage(
                        "不是 PDF，或已损坏到读不出：请换成报告的 PDF 原件",
                        "This is no PDF, or too damaged to be read: take the PDF as it was issued");
            case LOCKED ->
                new BadUsage(
                        "PDF 加了密码：请用没有密码的原件", "The PDF asks for a password: take it as it was issued, without one");
            case OTHER ->
                new BadUsage(
                        "PDF 里没有本程序的附件：它不是本程序的报告，或者是打印、另存过的；请用原件",
                        "The PDF has none of this program's attachments: it is no report of this program, or was printed or"
                                + " saved anew; take it as it was issued");
            case COPY ->
                new BadUsage(
                        "这是给申请人的副本，不带附件，无从重判：请核对审查机关存档的那一份",
                        "This is a copy without attachments and cannot be judged again: verify the one that the authority"
                                + " keeps");
            case NO_CONTENTS ->
                new BadUsage(
                        "附件目录 contents.json 缺失、读不懂，或是本程序不认识的格式：文件被改过，或由更新的程序写出；请用原件，或换用写出它的程序版本",
                        "The list of attachments, contents.json, is missing, unreadable or of a format that this program does"
                                + " not know: the file was changed, or a newer program wrote it; take it as it was issued, or use"
                                + " the version that wrote it");
            case TOO_LARGE ->
                new BadUsage(
                        "附件解开后大得不合理，没有继续：文件被人动过手脚；请用原件",
                        "Its attachments unpack to an unreasonable size and were left alone: the file was tampered with; take"
                                + " it as it was issued");
        };
    }

    private void attachment(Verification.Wrong wrong) {
        switch (wrong.matter()) {
            case MISSING ->
                say("附件 " + wrong.file() + " 缺失或解不开", "Attachment " + wrong.file() + " is missing or broken");
            case CHANGED ->
                say(
                        "附件 " + wrong.file() + " 被改过：目录里的 SHA-256 为 " + wrong.listed() + "，现为 " + wrong.is(),
                        "Attachment " + wrong.file() + " was changed: SHA-256 listed " + wrong.listed() + ", is "
                                + wrong.is());
            case UNLISTED -> say("附件 " + wrong.file() + " 不在目录里", "Attachment " + wrong.file() + " is not in the list");
            case NOT_OF_THE_OTHERS ->
                say(
                        "附件 " + wrong.file() + " 与其他附件对不上",
                        "Attachment " + wrong.file() + " does not fit the other attachments");
        }
    }

    private void unread(String file) {
        say("附件 " + file + " 读不懂，没有重判", "Attachment " + file + " cannot be read; nothing was judged again");
    }

    /** What was judged, is: {@code 结论不同 building-height 1#楼：verdict 符合 → 不符合；required ≤ 36 m → ≤ 30 m}. */
    private void difference(Difference difference) {
        String about = Stream.of(difference.rule(), difference.subject())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
        List<String> changes = difference.changes().stream().map(this::change).toList();
        say(
                (difference.rule().isEmpty() ? "重判不同" : "结论不同") + (about.isEmpty() ? "" : " " + about) + "："
                        + String.join("；", changes),
                (difference.rule().isEmpty() ? "Judged again, differs" : "Finding differs")
                        + (about.isEmpty() ? "" : " " + about) + ": " + String.join("; ", changes));
    }

    private String change(Difference.Change change) {
        return change.key() + " " + shown(change.key(), change.was()) + " → " + shown(change.key(), change.is());
    }

    private String shown(String key, String text) {
        if (text.isEmpty()) {
            return terminal.say("（无）", "(none)");
        }
        return Stream.of(Verdict.values())
                .filter(verdict -> key.startsWith("verdict") && verdict.name().equals(text))
                .map(verdict -> terminal.say(verdict.title()))
                .findFirst()
                .orElse(text);
    }

    private void bytes(Verification done) {
        if (done.notRemade() != null) {
            notRemade(done);
            return;
        }
        PdfBytes.Compared bytes = done.remade();
        String where = bytes.part() != null
                ? terminal.say("附件 ", "attachment ") + bytes.part().file()
                : bytes.page() > 0
                        ? terminal.say("第 " + bytes.page() + " 页", "page " + bytes.page())
                        : terminal.say("各页共用的部分", "what pages share");
        switch (bytes.state()) {
            case SAME ->
                say(
                        "重新写出的 PDF 与这个文件逐字节相同（" + bytes.size() + " 字节）",
                        "The PDF made again is the same to the byte (" + bytes.size() + " bytes)");
            case SIGNED ->
                say(
                        "重新写出的 PDF 与这个文件逐字节相同（" + bytes.made() + " 字节）；其后 " + (bytes.size() - bytes.made()) + " 字节是签名",
                        "The PDF made again is the same to the byte (" + bytes.made() + " bytes); the "
                                + (bytes.size() - bytes.made())
                                + " bytes after it are signatures");
            case APPENDED ->
                say(
                        "PDF 末尾被加上 " + (bytes.size() - bytes.made()) + " 字节，改动了签名以外的内容（从第 " + bytes.at() + " 字节起）",
                        "Bytes were added to the end of the PDF (" + (bytes.size() - bytes.made()) + ", from byte "
                                + bytes.at() + " on), which change more than signatures do");
            case DIFFERENT ->
                say(
                        "PDF 从第 " + bytes.at() + " 字节起不同（" + where + "）；文件 " + bytes.size() + " 字节，重新写出 " + bytes.made()
                                + " 字节",
                        "The PDF differs from byte " + bytes.at() + " on (" + where + "); the file has " + bytes.size()
                                + " bytes, made again " + bytes.made());
        }
    }

    private void notRemade(Verification done) {
        switch (done.notRemade()) {
            case OTHER_PROGRAM ->
                say(
                        "报告由 " + done.contents().program() + " 写出，本程序是 " + Program.VERSION + "：字节没有比较；要逐字节比较，请用 "
                                + done.contents().program() + " 再核对一次",
                        "Version " + done.contents().program() + " wrote the report, this is " + Program.VERSION
                                + ": bytes were not compared; to compare them, verify with version "
                                + done.contents().program());
            case OTHER_TEMPLATES ->
                say(
                        "报告用的版面和措辞（templates/report）与这里的不同：字节没有比较；要逐字节比较，请在出具的机关核对",
                        "The report was written with other layouts and wordings (templates/report) than those here: bytes were"
                                + " not compared; to compare them, verify where it was issued");
            case NOT_JUDGED -> say("没有重判，也就没有重新写出 PDF", "Nothing was judged again, so no PDF was made again");
        }
    }
}
