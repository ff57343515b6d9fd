package redline.report;

import java.math.BigDecimal;
import java.util.List;
import redline.check.CheckResult;
import redline.requirement.PackUse;

/** What it takes to do the check again: program, rules and input with their SHA-256. No time of day: same input, same bytes. */
final class RunLogSection {
    static final int SHORT_HASH = 12;

    private final CheckResult result;
    private final Words words;

    private final Attachments attachments;

    /** @param attachments null for a copy that carries none */
    RunLogSection(CheckResult result, Attachments attachments, Words words) {
        this.attachments = attachments;
        this.result = result;
        this.words = words;
    }

    ReportPage.RunLog log() {
        String sha256 = result.record().sha256();
        return new ReportPage.RunLog(
                List.of(
                        fact("log.program", "Redline 红线 " + result.program()),
                        fact("log.profile", result.ruling().profile()),
                        fact("log.scheme", result.record().name()),
                        fact("log.sha256", sha256),
                        fact(
                                "log.crs",
                                result.record().crs() == null
                                        ? words.get("log.no-crs")
                                        : result.record().crs()),
                        fact(
                                "log.findings",
                                words.get(
                                        "log.findings-text",
                                        result.findings().size(),
                                        result.ruling().notChecked().size()))),
                result.ruling().packs().stream().map(this::pack).toList(),
                attachments == null
                        ? List.of()
                        : attachments.entries().stream().map(this::row).toList(),
                words.get(attachments == null ? "log.no-attachments" : "log.attachments-note"),
                sha256.substring(0, Math.min(SHORT_HASH, sha256.length())));
    }

    private ReportPage.AttachmentRow row(Contents.Entry entry) {
        return new ReportPage.AttachmentRow(
                entry.file(),
                words.get("part." + Part.called(entry.file()).orElseThrow()),
                new Shown(words).number(BigDecimal.valueOf(entry.size()), 0),
                entry.sha256());
    }

    private ReportPage.Fact pack(PackUse pack) {
        return new ReportPage.Fact(pack.id() + " " + pack.version(), pack.sha256());
    }

    private ReportPage.Fact fact(String key, String text) {
        return new ReportPage.Fact(words.get(key), text);
    }
}
