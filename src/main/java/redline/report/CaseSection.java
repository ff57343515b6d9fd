package redline.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import redline.finding.Verdict;
import redline.report.ReportPage.Fact;

/** A case of a rule as an example: what was given, and the table of what is expected. */
final class CaseSection {
    private static final int LETTERS = 26;

    /** A direction, a form of roof, or a code of the land-use guide. */
    private static final Pattern CODE = Pattern.compile("(?<![\\d.])0\\d{3,5}(?!\\d)|\\b[A-Z]{1,8}\\b");

    private final Words words;

    CaseSection(Words words) {
        this.words = words;
    }

    CataloguePage.Case example(CaseExample one) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(words.get("catalogue.case-on"), one.asOf().toString()));
        facts.add(new Fact(words.get("catalogue.number-from"), words.term(one.numberFrom())));
        facts.add(new Fact(words.get("catalogue.base"), one.base()));
        if (!one.given().isEmpty()) {
            facts.add(new Fact(
                    words.get("catalogue.given"),
                    String.join(
                            words.get("semicolon"),
                            one.given().stream().map(this::given).toList())));
        }
        CaseExample.Grid grid = one.grid();
        if (grid != null) {
            facts.add(new Fact(words.get("column.subject"), grid.about()));
        }
        return new CataloguePage.Case(
                one.number(),
                one.title(),
                one.why(),
                facts,
                one.expected().stream().map(this::expected).toList(),
                grid == null ? List.of() : legend(grid),
                grid == null ? List.of() : letters(grid.columns().size()),
                grid == null ? List.of() : rows(grid));
    }

    private String given(CaseExample.Given given) {
        return given.path() + " = " + value(given.value());
    }

    private String value(String written) {
        return written == null ? words.get("unknown") : written;
    }

    private CataloguePage.Expected expected(CaseExample.Expected expected) {
        Verdict verdict = verdict(expected.verdict());
        return new CataloguePage.Expected(
                String.join(words.get("list"), expected.about()),
                verdict.name(),
                words.get("icon." + verdict) + " " + words.of(verdict.title()),
                amount(expected.measured()),
                amount(expected.required()),
                remarks(expected));
    }

    /** 未知 and 无 are words of the case files. */
    private String amount(String written) {
        if (written == null) {
            return "";
        }
        return switch (written) {
            case "未知" -> words.get("unknown");
            case "无" -> words.get("none");
            default ->
                CODE.matcher(written)
                        .replaceAll(code -> Matcher.quoteReplacement(words.term(code.group())))
                        .replace(' ', Shown.GAP);
        };
    }

    private String remarks(CaseExample.Expected expected) {
        List<String> remarks = new ArrayList<>();
        add(remarks, "catalogue.margin", expected.margin());
        add(remarks, "catalogue.missing", listed(expected.missing()));
        add(remarks, "catalogue.ask", expected.ask() == null ? null : words.term(expected.ask()));
        add(remarks, "catalogue.because", expected.because());
        add(remarks, "catalogue.note-of", expected.note());
        add(remarks, "catalogue.cites", listed(expected.cites()));
        return String.join(words.get("semicolon"), remarks);
    }

    private String listed(List<String> all) {
        return all == null || all.isEmpty() ? null : String.join(words.get("list"), all);
    }

    private void add(List<String> remarks, String key, String text) {
        if (text != null) {
            remarks.add(words.get(key, text));
        }
    }

    private static Verdict verdict(String word) {
        for (Verdict verdict : Verdict.values()) {
            if (verdict.title().zh().equals(word)) {
                return verdict;
            }
        }
        throw new IllegalArgumentException("no such verdict: " + word);
    }

    private static List<String> letters(int count) {
        List<String> letters = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            letters.add(count > LETTERS ? String.valueOf(i + 1) : String.valueOf((char) ('A' + i)));
        }
        return letters;
    }

    private static List<Fact> legend(CaseExample.Grid grid) {
        List<String> letters = letters(grid.columns().size());
        List<Fact> legend = new ArrayList<>();
        for (int i = 0; i < letters.size(); i++) {
            legend.add(new Fact(letters.get(i), grid.columns().get(i)));
        }
        return legend;
    }

    private List<CataloguePage.GridRow> rows(CaseExample.Grid grid) {
        List<CataloguePage.GridRow> rows = new ArrayList<>();
        for (CaseExample.Row row : grid.rows()) {
            Verdict verdict = verdict(row.verdict());
            rows.add(new CataloguePage.GridRow(
                    "#" + (rows.size() + 1),
                    row.values().stream().map(this::value).toList(),
                    verdict.name(),
                    words.get("icon." + verdict) + " " + words.of(verdict.title()),
                    amount(row.required())));
        }
        return rows;
    }
}
