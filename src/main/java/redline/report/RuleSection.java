package redline.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import redline.quantity.Language;
import redline.quantity.Text;
import redline.report.ReportPage.Fact;
import redline.requirement.Comparator;
import redline.rulepack.RuleEntry;
import redline.rulepack.RulePage;

/** One rule of the catalogue in words of one language. */
public final class RuleSection {
    private static final List<String> INSERTS = List.of("subject", "measured", "required", "margin", "source");

    private final Words words;

    public RuleSection(Words words) {
        this.words = words;
    }

    /** @param cases of the rule, in the order in which to show them */
    public CataloguePage.Rule rule(RuleEntry entry, List<CaseExample> cases) {
        RulePage page = entry.page();
        boolean bare = entry.parameters().isEmpty() && entry.tables().isEmpty();
        return new CataloguePage.Rule(
                "rule-" + page.id(),
                page.id(),
                words.of(page.title()),
                other(page.title()),
                facts(entry),
                page.sections().stream().map(this::prose).toList(),
                entry.on() == null ? words.get("catalogue.values-all") : words.get("catalogue.values-on", entry.on()),
                bare ? words.get("catalogue.no-values") : "",
                values(entry),
                entry.tables().stream().map(this::table).toList(),
                entry.branches().stream().map(this::branch).toList(),
                yields(entry),
                letter(page),
                cases.stream().map(new CaseSection(words)::example).toList());
    }

    String other(Text title) {
        return title.in(words.chinese() ? Language.EN : Language.ZH);
    }

    /** Both days included; empty where it is open on both sides. */
    public String dates(LocalDate from, LocalDate to) {
        if (from == null) {
            return to == null ? words.get("catalogue.always") : words.get("catalogue.until", to);
        }
        return to == null ? words.get("catalogue.from", from) : words.get("catalogue.from-to", from, to);
    }

    private List<Fact> facts(RuleEntry entry) {
        RulePage page = entry.page();
        return List.of(
                new Fact(words.get("catalogue.id"), page.id()),
                new Fact(words.get("catalogue.pack"), words.of(entry.packTitle())),
                new Fact(words.get("catalogue.force"), words.of(page.force().title())),
                new Fact(words.get("catalogue.authority"), words.term(page.authority())),
                new Fact(words.get("catalogue.stage"), words.term(page.stage())),
                new Fact(
                        words.get("catalogue.quantity"),
                        entry.quantity() == null
                                ? words.get("none")
                                : words.of(entry.quantity().title())),
                new Fact(words.get("catalogue.about"), words.of(entry.about().title())));
    }

    private CataloguePage.Section prose(RulePage.Section section) {
        return new CataloguePage.Section(
                words.term(section.heading()),
                section.text()
                        .lines()
                        .map(line -> line.strip().replace("**", "").replace("`", ""))
                        .filter(line -> !line.isEmpty())
                        .toList());
    }

    private List<CataloguePage.ValueRow> values(RuleEntry entry) {
        List<CataloguePage.ValueRow> rows = new ArrayList<>();
        for (RuleEntry.Parameter parameter : entry.parameters()) {
            String title = words.of(parameter.title());
            for (RuleEntry.Dated dated : parameter.values()) {
                rows.add(new CataloguePage.ValueRow(
                        title,
                        parameter.name(),
                        dated.value() == null ? words.get("catalogue.open") : dated.value(),
                        dates(dated.source().from(), dated.source().to()),
                        source(dated.source()),
                        dated.note()));
            }
            if (parameter.values().isEmpty()) {
                rows.add(new CataloguePage.ValueRow(title, parameter.name(), words.get("catalogue.open"), "", "", ""));
            }
        }
        return rows;
    }

    private CataloguePage.Table table(RuleEntry.Table table) {
        List<String> head = new ArrayList<>();
        table.columns()
                .forEach(column -> head.add(
                        column.unit().isEmpty()
                                ? column.label()
                                : column.label() + words.get("bracketed", column.unit())));
        head.add(words.get("catalogue.dates"));
        head.add(words.get("column.source"));
        List<List<String>> rows = new ArrayList<>();
        for (RuleEntry.Line line : table.lines()) {
            List<String> row = new ArrayList<>();
            line.cells().forEach(cell -> row.add(cell == null ? words.get("catalogue.open") : words.of(cell)));
            row.add(dates(line.source().from(), line.source().to()));
            row.add(source(line.source()));
            rows.add(row);
        }
        return new CataloguePage.Table(table.name(), words.get("catalogue.table", table.name()), head, rows);
    }

    private String source(RuleEntry.Source source) {
        String document = source.document().isEmpty() ? "" : words.get("bracketed", source.document());
        return source.clause()
                + document
                + words.get("bracketed", words.of(source.grade().title()));
    }

    private CataloguePage.Branch branch(RuleEntry.Branch branch) {
        return new CataloguePage.Branch(
                branch.name().isEmpty() ? words.get("catalogue.whole-rule") : branch.name(),
                branch.comment(),
                branch.conditions().stream().map(words::of).toList(),
                says(branch.says()),
                branch.liftedBy().isEmpty()
                        ? ""
                        : words.get("catalogue.lifted-by", String.join(words.get("semicolon"), branch.liftedBy())));
    }

    private String says(RuleEntry.Says says) {
        if (says instanceof RuleEntry.Says.Requires requires) {
            List<String> bounds = requires.bounds().stream().map(words::of).toList();
            return words.get(
                    requires.comparator() == Comparator.AT_LEAST_IN_TOTAL
                            ? "catalogue.requires-total"
                            : "catalogue.requires",
                    words.of(requires.quantity().title()),
                    requires.comparator().sign(),
                    String.join(words.get("catalogue.or"), bounds));
        }
        if (says instanceof RuleEntry.Says.Lifts lifts) {
            String title = words.of(lifts.rule().title());
            return lifts.branch() == null
                    ? words.get("catalogue.lifts-rule", title, lifts.rule().id())
                    : words.get("catalogue.lifts-branch", title, lifts.branch());
        }
        if (says instanceof RuleEntry.Says.Asks asks) {
            return words.get("catalogue.asks", words.term(asks.who()), words.of(asks.question()));
        }
        return words.get("catalogue.notes", words.of(((RuleEntry.Says.Notes) says).sentence()));
    }

    private List<Fact> yields(RuleEntry entry) {
        List<Fact> yields = new ArrayList<>();
        entry.yieldsTo().forEach(to -> yields.add(new Fact(words.get("catalogue.yields-to"), named(to))));
        entry.yieldedBy().forEach(by -> yields.add(new Fact(words.get("catalogue.yielded-by"), named(by))));
        return yields;
    }

    private String named(RuleEntry.Named rule) {
        return words.of(rule.title()) + words.get("bracketed", rule.id());
    }

    private String letter(RulePage page) {
        String sentence = words.of(page.letterSentence());
        for (String insert : INSERTS) {
            sentence = sentence.replace("{" + insert + "}", words.get("catalogue.insert." + insert));
        }
        return sentence;
    }
}
