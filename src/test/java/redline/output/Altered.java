package redline.output;

import java.util.List;
import redline.check.CheckResult;
import redline.fact.SchemeRecord;
import redline.report.SampleCheck;
import redline.requirement.Ruling;

/** Results that are at the edge of what there can be. */
final class Altered {
    /** What a spreadsheet could take for a formula, a drawing for a code, XML for a tag; longer than a cell can hold. */
    static final String HOSTILE = "=HYPERLINK(\"http://x\",\"1\")\u0007<b>&amp;%%c_x0041_\\U+4E00\uD83D\uDE00]]>";

    private Altered() {}

    static CheckResult hostile() {
        return SampleCheck.named(HOSTILE + "很长".repeat(20_000));
    }

    /** Nothing found, nothing drawn, no CRS. */
    static CheckResult empty() {
        CheckResult table = SampleCheck.indicatorTable();
        SchemeRecord record = table.record();
        Ruling ruling = table.ruling();
        return new CheckResult(
                table.program(),
                record.with(List.of(), List.of()),
                new Ruling(ruling.profile(), ruling.packs(), List.of(), List.of(), List.of()),
                List.of(),
                table.conclusion());
    }
}
