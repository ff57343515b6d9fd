package redline.report;

import java.util.List;
import redline.report.ReportPage.Fact;

/**
 * What {@code catalogue.html} prints, and pages of the office show of one rule: texts ready to be shown, in one language; nothing is
 * computed in a template.
 */
public record CataloguePage(
        Words words,
        String title,
        String scope,
        String hash,
        List<Fact> facts,
        List<PackCount> counts,
        List<SettingRow> settings,
        List<PackPart> packs) {
    public record PackCount(String title, String number, String rules, String cases, String version, String sha256) {}

    public record SettingRow(String name, String value, String source) {}

    public record PackPart(
            String anchor,
            String title,
            String otherTitle,
            List<Fact> facts,
            List<Fact> notEncoded,
            List<Rule> rules) {}

    /** {@code noValues} is said where there are neither parameters nor tables. */
    public record Rule(
            String anchor,
            String id,
            String title,
            String otherTitle,
            List<Fact> facts,
            List<Section> prose,
            String valuesHeading,
            String noValues,
            List<ValueRow> values,
            List<Table> tables,
            List<Branch> branches,
            List<Fact> yields,
            String letter,
            List<Case> cases) {}

    public record Section(String heading, List<String> paragraphs) {}

    public record ValueRow(String title, String name, String value, String dates, String source, String note) {}

    public record Table(String name, String title, List<String> columns, List<List<String>> rows) {}

    public record Branch(String name, String comment, List<String> conditions, String says, String liftedBy) {}

    /** {@code legend} names the columns A, B … of the grid. */
    public record Case(
            String number,
            String title,
            String why,
            List<Fact> facts,
            List<Expected> expected,
            List<Fact> legend,
            List<String> gridHead,
            List<GridRow> grid) {}

    /** {@code verdict} is the code of the verdict, a CSS class too. */
    public record Expected(
            String subject, String verdict, String verdictText, String measured, String required, String remarks) {}

    public record GridRow(String number, List<String> values, String verdict, String verdictText, String required) {}
}
