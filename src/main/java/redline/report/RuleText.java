package redline.report;

import java.util.List;
import redline.quantity.Language;
import redline.rulepack.RuleEntry;

/** One rule of the catalogue for the terminal. */
public final class RuleText {
    private static final String INDENT = "  ";
    private static final int SUBJECT = 34;

    private final Words words;
    private final StringBuilder text = new StringBuilder();

    private RuleText(Words words) {
        this.words = words;
    }

    /** The whole section of a rule, with its cases as examples. */
    public static String write(RuleEntry entry, List<CaseExample> cases, Language language) {
        Words words = Words.of(language);
        RuleText writer = new RuleText(words);
        writer.rule(new RuleSection(words).rule(entry, cases));
        return writer.text.toString();
    }

    private void rule(CataloguePage.Rule rule) {
        line(rule.title() + " / " + rule.otherTitle());
        line(String.join(
                " · ",
                rule.facts().stream()
                        .map(fact -> fact.label() + " " + fact.text())
                        .toList()));
        for (CataloguePage.Section section : rule.prose()) {
            heading(section.heading());
            section.paragraphs().forEach(paragraph -> line(INDENT + paragraph));
        }
        heading(rule.valuesHeading());
        values(rule);
        heading(words.get("catalogue.branches"));
        rule.branches().forEach(this::branch);
        if (!rule.yields().isEmpty()) {
            heading(words.get("catalogue.yields"));
            rule.yields().forEach(fact -> line(INDENT + fact.label() + words.get("colon") + fact.text()));
        }
        heading(words.get("catalogue.letter"));
        line(INDENT + rule.letter());
        if (!rule.cases().isEmpty()) {
            heading(words.get("catalogue.cases"));
            rule.cases().forEach(this::example);
        }
    }

    private void values(CataloguePage.Rule rule) {
        if (!rule.noValues().isEmpty()) {
            line(INDENT + rule.noValues());
        }
        for (CataloguePage.ValueRow row : rule.values()) {
            line(INDENT + row.title() + words.get("bracketed", row.name()));
            line(INDENT + INDENT + spaced(row.value(), row.dates(), row.source(), row.note()));
        }
        for (CataloguePage.Table table : rule.tables()) {
            line(INDENT + table.title());
            line(INDENT + INDENT + String.join(" | ", table.columns()));
            table.rows().forEach(row -> line(INDENT + INDENT + String.join(" | ", row)));
        }
    }

    private void branch(CataloguePage.Branch branch) {
        line(INDENT + branch.name() + words.get("colon") + branch.says());
        if (!branch.conditions().isEmpty()) {
            line(INDENT
                    + INDENT
                    + words.get("catalogue.where")
                    + words.get("colon")
                    + String.join(words.get("semicolon"), branch.conditions()));
        }
        if (!branch.liftedBy().isEmpty()) {
            line(INDENT + INDENT + branch.liftedBy());
        }
        if (!branch.comment().isEmpty()) {
            line(INDENT + INDENT + "// " + branch.comment());
        }
    }

    private void example(CataloguePage.Case one) {
        line(INDENT + one.number() + INDENT + one.title());
        line(INDENT + INDENT + one.why());
        line(INDENT
                + INDENT
                + String.join(
                        " · ",
                        one.facts().stream()
                                .map(fact -> fact.label() + " " + fact.text())
                                .toList()));
        for (CataloguePage.Expected expected : one.expected()) {
            String subject =
                    expected.subject() + " ".repeat(Math.max(0, SUBJECT - TextTable.width(expected.subject())));
            line(INDENT
                    + INDENT
                    + spaced(
                            subject,
                            expected.verdictText(),
                            expected.measured(),
                            expected.required(),
                            expected.remarks()));
        }
        one.legend().forEach(column -> line(INDENT + INDENT + column.label() + " = " + column.text()));
        if (!one.grid().isEmpty()) {
            line(INDENT + INDENT + "#  " + String.join(" | ", one.gridHead()) + " | " + words.get("column.verdict")
                    + " | " + words.get("column.required"));
        }
        one.grid()
                .forEach(row -> line(INDENT + INDENT + row.number() + "  " + String.join(" | ", row.values()) + " | "
                        + row.verdictText() + " | " + row.required()));
    }

    private static String spaced(String... parts) {
        return String.join(
                INDENT, List.of(parts).stream().filter(part -> !part.isEmpty()).toList());
    }

    private void heading(String heading) {
        line("");
        line(heading);
    }

    private void line(String line) {
        text.append(line.replace(Shown.GAP, ' ').stripTrailing()).append('\n');
    }
}
