package redline.paper;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import redline.check.CheckResult;
import redline.finding.Finding;
import redline.finding.Verdict;
import redline.quantity.Language;
import redline.report.IndicatorTable;
import redline.report.Reader;
import redline.report.ReportPage;
import redline.report.Words;
import redline.requirement.Grade;

/**
 * A row of the 规划指标校核表 as a paper shows it.
 *
 * @param site empty for the parcel itself, else the sub-zone
 * @param required 规划条件(下限~上限)
 * @param difference 申复差
 * @param margin 余量/超出
 * @param verdict in words, without a sign
 * @param provenance 取值方式
 */
public record IndexRow(
        String site,
        String name,
        String unit,
        String required,
        String declared,
        String measured,
        String difference,
        String margin,
        String verdict,
        String clause,
        String provenance) {
    private static final String NOT_SUPPLIED = "—";

    /**
     * The rows that were judged by rules that decide. What is open is not an outcome, and what is only advised is not 不符合: neither
     * has a row, nor has what is broken and rests on a value that was not looked up. Of the requirements only those that certainly apply
     * are shown. The first site is the parcel and goes without saying.
     *
     * @param lookedUp names of the values that were looked up in their source
     */
    public static List<IndexRow> of(CheckResult result, Set<String> lookedUp) {
        Words words = Words.of(Language.ZH);
        CheckResult deciding = deciding(result, lookedUp);
        List<ReportPage.IndicatorRow> rows = new IndicatorTable(deciding, words).rows();
        Reader reader = new Reader(words);
        Set<String> verified = deciding.findings().stream()
                .filter(finding -> !ItemWriter.unverified(finding, lookedUp))
                .map(reader::clause)
                .collect(Collectors.toSet());
        String parcel = rows.isEmpty() ? "" : rows.get(0).site();
        return rows.stream()
                .filter(row -> row.verdict().equals(Verdict.PASS.name())
                        || row.verdict().equals(Verdict.VIOLATION.name()))
                .map(row -> of(row, row.site().equals(parcel) ? "" : row.site(), verified, words))
                .toList();
    }

    private static CheckResult deciding(CheckResult result, Set<String> lookedUp) {
        return new CheckResult(
                result.program(),
                result.record(),
                result.ruling(),
                result.findings().stream()
                        .filter(finding -> finding instanceof Finding.Judged
                                && finding.rule().decides()
                                && Held.of(finding, lookedUp).isEmpty())
                        .toList(),
                result.conclusion());
    }

    private static IndexRow of(ReportPage.IndicatorRow row, String site, Set<String> verified, Words words) {
        return new IndexRow(
                site,
                row.name(),
                row.unit(),
                certain(row.required(), words),
                row.declared().equals(words.get("not-supplied")) ? NOT_SUPPLIED : row.declared(),
                row.measured(),
                row.difference(),
                row.margin(),
                words.of(Verdict.valueOf(row.verdict()).title()),
                marked(row.clause(), verified, words),
                row.provenance());
    }

    private static String certain(String required, Words words) {
        String possible = words.get("possible-bound", "");
        return Arrays.stream(required.split(words.get("semicolon")))
                .filter(one -> !one.contains(possible))
                .collect(Collectors.joining(words.get("semicolon")));
    }

    /** The grade in brackets behind a clause becomes the mark that papers use; of an official text nothing is left. */
    private static String marked(String clause, Set<String> verified, Words words) {
        for (Grade grade : Grade.values()) {
            String bracketed = words.get("bracketed", words.of(grade.title()));
            if (clause.endsWith(bracketed)) {
                String bare = clause.substring(0, clause.length() - bracketed.length());
                return grade == Grade.OFFICIAL || verified.contains(bare) ? bare : bare + Item.UNVERIFIED;
            }
        }
        return clause;
    }

    static void fill(Tags row, int number, IndexRow index) {
        row.cell("序号", String.valueOf(number))
                .cell("指标", index.site().isEmpty() ? index.name() : index.name() + "(" + index.site() + ")")
                .cell("单位", index.unit())
                .cell("规划条件", index.required())
                .cell("申报值", index.declared())
                .cell("复核值", index.measured())
                .cell("申复差", index.difference())
                .cell("余量", index.margin())
                .cell("结论", index.verdict())
                .cell("依据条款", index.clause())
                .cell("取值方式", index.provenance());
    }
}
