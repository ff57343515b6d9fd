package redline.output;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import redline.check.CheckResult;
import redline.finding.Verdict;
import redline.quantity.Language;
import redline.quantity.Unit;
import redline.quantity.Value;
import redline.report.Answer;
import redline.report.AreaTable;
import redline.report.BasisSection;
import redline.report.Book;
import redline.report.BuildingTable;
import redline.report.CornerTable;
import redline.report.CoverSection;
import redline.report.IndicatorTable;
import redline.report.ParkingTable;
import redline.report.ReportPage;
import redline.report.Shown;
import redline.report.SunDay;
import redline.report.SunSection;
import redline.report.SunWorkbook;
import redline.report.Words;
import redline.requirement.Bound;
import redline.requirement.Certainty;
import redline.requirement.NotChecked;
import redline.requirement.Requirement;

/** The tables of a report as a workbook (practice §5): what the report prints as a number is a number here, of that many decimals. */
final class FindingsWorkbook {
    private static final char GAP = '\u00a0';
    private static final char MINUS = '\u2212';
    /** Columns of findings that are printed; how values came about, and the standing of rules, is for the screen. */
    private static final int PRINTED = 15;

    private final CheckResult result;
    private final Words words;
    private final Book book;
    private final List<FindingLine> lines;

    private FindingsWorkbook(CheckResult result, Words words, Book book) {
        this.result = result;
        this.words = words;
        this.book = book;
        this.lines = FindingLine.of(result, words).stream()
                .sorted(Comparator.comparing(line -> line.judged() == Verdict.NOT_APPLICABLE))
                .toList();
    }

    static byte[] write(CheckResult result, Language language) {
        Words words = Words.of(language);
        ReportPage.Cover cover = new CoverSection(result, words).cover();
        try (Book book = new Book(cover.project(), language)) {
            new FindingsWorkbook(result, words, book).sheets(cover);
            return book.bytes();
        }
    }

    private void sheets(ReportPage.Cover cover) {
        summary(cover);
        indicators();
        findings();
        notChecked();
        buildings();
        areas();
        parking();
        corners();
        requirements();
        List<SunDay> days = SunSection.withFacades(result);
        if (!days.isEmpty()) {
            SunWorkbook.add(days, words, book);
        }
    }

    private void summary(ReportPage.Cover cover) {
        List<List<Book.Cell>> rows = new ArrayList<>();
        rows.add(List.of(Book.label(cover.title()), Book.text(cover.project())));
        rows.add(List.of(
                Book.label(words.get("column.verdict")),
                Book.verdict(
                        cover.icon() + " " + cover.verdictText(),
                        result.conclusion().verdict())));
        for (ReportPage.Count count : cover.counts()) {
            rows.add(List.of(Book.label(count.icon() + " " + count.label()), Book.count(count.number())));
        }
        rows.add(List.of(Book.label(""), Book.text(plain(cover.apart()))));
        for (ReportPage.Fact fact : cover.facts()) {
            rows.add(List.of(Book.label(fact.label()), Book.text(plain(fact.text()))));
        }
        String crs = result.record().crs();
        rows.add(List.of(Book.label(words.get("log.crs")), Book.text(crs == null ? words.get("log.no-crs") : crs)));
        rows.add(List.of(Book.label(words.get("log.program")), Book.text("Redline 红线 " + result.program())));
        rows.add(List.of(
                Book.label(words.get("log.profile")), Book.text(result.ruling().profile())));
        rows.add(List.of(
                Book.label(words.get("log.sha256")), Book.text(result.record().sha256())));
        for (ReportPage.BasisRow pack : new BasisSection(result, words).packs()) {
            rows.add(List.of(
                    Book.label(rows.stream().anyMatch(this::isBasis) ? "" : words.get("section.basis")),
                    Book.text(String.join(
                            words.get("semicolon"),
                            pack.title() + words.get("bracketed", pack.documentNumber()),
                            pack.standing(),
                            pack.date(),
                            pack.inForce(),
                            words.get("basis.version") + " " + pack.version()))));
        }
        rows.add(List.of(Book.label(""), Book.text(words.get("book.note"))));
        book.list(words.get("book.summary"), List.of(28, 100), rows);
    }

    private boolean isBasis(List<Book.Cell> row) {
        return row.get(0).equals(Book.label(words.get("section.basis")));
    }

    private void indicators() {
        List<ReportPage.IndicatorRow> all = new IndicatorTable(result, words).rows();
        List<List<Book.Cell>> rows = new ArrayList<>();
        for (ReportPage.IndicatorRow row : all) {
            Range range = Range.of(row.required(), words);
            rows.add(List.of(
                    Book.number(BigDecimal.valueOf(rows.size() + 1L), 0),
                    Book.text(plain(row.site())),
                    Book.text(row.name()),
                    Book.text(row.unit()),
                    figure(range.lower()),
                    figure(range.upper()),
                    Book.text(plain(range.others())),
                    figure(row.declared()),
                    figure(row.measured()),
                    figure(row.difference()),
                    Book.text(plain(row.margin())),
                    Book.verdict(plain(row.verdictText()), Verdict.valueOf(row.verdict())),
                    Book.text(plain(row.clause())),
                    Book.text(row.provenance())));
        }
        book.table(
                words.get("section.indicators"),
                List.of(
                        column("column.no", 6),
                        column("cover.parcel", 12),
                        column("indicators.name", 20),
                        column("indicators.unit", 6),
                        column("book.lower", 12),
                        column("book.upper", 12),
                        column("book.other-bounds", 34),
                        column("indicators.declared", 12),
                        column("indicators.measured", 12),
                        column("indicators.difference", 9),
                        column("indicators.margin", 26),
                        column("indicators.verdict", 15),
                        column("indicators.clause", 30),
                        column("indicators.how", 14)),
                3,
                rows,
                words.get("indicators.none"));
    }

    /** {@code 1.00 ~ 1.35;…} taken apart; what is neither a lower nor an upper limit is left as it is said. */
    private record Range(String lower, String upper, String others) {
        static Range of(String required, Words words) {
            String lower = "";
            String upper = "";
            List<String> others = new ArrayList<>();
            for (String part : required.split(java.util.regex.Pattern.quote(words.get("semicolon")))) {
                String[] ends = part.split(" ~ ");
                if (ends.length == 2 && read(ends[0]) != null && read(ends[1]) != null) {
                    lower = ends[0];
                    upper = ends[1];
                } else if (part.startsWith("≥") && read(part.substring(1)) != null) {
                    lower = part.substring(1);
                } else if (part.startsWith("≤") && read(part.substring(1)) != null) {
                    upper = part.substring(1);
                } else {
                    others.add(part);
                }
            }
            return new Range(lower, upper, String.join(words.get("semicolon"), others));
        }
    }

    private void findings() {
        List<List<Book.Cell>> rows = new ArrayList<>();
        for (FindingLine line : lines) {
            int decimals = FindingLine.decimals(line.measured());
            rows.add(List.of(
                    line.number() == 0 ? Book.text("") : Book.number(BigDecimal.valueOf(line.number()), 0),
                    Book.verdict(line.verdict(), line.judged()),
                    Book.text(line.group()),
                    Book.text(line.title()),
                    Book.text(line.subject()),
                    Book.text(line.building()),
                    line.value() == null ? Book.text(line.measured()) : Book.amount(line.value(), decimals),
                    Book.text(line.limit() == null ? "" : line.comparator()),
                    line.limit() == null
                            ? Book.text(line.required())
                            : Book.amount(line.limit(), FindingLine.decimals(line.required())),
                    Book.text(line.unit()),
                    Book.amount(line.margin(), line.marginDecimals()),
                    Book.text(line.marginUnit()),
                    Book.text(line.says()),
                    Book.text(line.clause()),
                    Book.text(line.grade()),
                    Book.text(line.how()),
                    Book.text(line.standing()),
                    Book.text(line.rule())));
        }
        book.table(
                words.get("book.findings"),
                List.of(
                        column("column.item", 7),
                        column("column.verdict", 15),
                        column("book.group", 14),
                        column("column.clause", 20),
                        column("column.subject", 22),
                        column("buildings.name", 9),
                        column("column.measured", 13),
                        column("book.comparator", 5),
                        column("book.limit", 13),
                        column("indicators.unit", 6),
                        column("book.margin", 12),
                        column("book.margin-unit", 7),
                        column("book.says", 44),
                        column("indicators.clause", 30),
                        column("book.grade", 9),
                        column("book.how", 32),
                        column("book.standing", 26),
                        column("book.rule", 24)),
                2,
                new Book.Printed(PRINTED, (int) lines.stream()
                        .filter(line -> line.judged() != Verdict.NOT_APPLICABLE)
                        .count()),
                rows,
                words.get("book.no-findings"));
    }

    /** Of findings with several bounds all of them, also those that did not govern: the lines of a parking table, for one. */
    private void requirements() {
        List<List<Book.Cell>> rows = new ArrayList<>();
        int printed = 0;
        for (FindingLine line : lines) {
            List<Requirement> all = line.finding().requirements();
            if (all.size() > 1) {
                all.forEach(requirement -> rows.add(bound(line, requirement)));
                printed = line.number() > 0 ? rows.size() : printed;
            }
        }
        List<Book.Column> columns = List.of(
                column("column.item", 6),
                column("column.clause", 22),
                column("column.subject", 26),
                column("book.branch", 26),
                column("book.comparator", 5),
                column("book.limit", 14),
                column("indicators.unit", 6),
                column("book.certainty", 12),
                column("book.exempted", 12),
                column("indicators.clause", 40),
                column("book.rule", 24));
        book.table(
                words.get("book.bounds"),
                columns,
                3,
                new Book.Printed(columns.size(), printed),
                rows,
                words.get("book.no-bounds"));
    }

    private List<Book.Cell> bound(FindingLine line, Requirement requirement) {
        Bound bound = requirement.bound();
        Unit unit = Answer.unitOf(line.finding()) == null
                ? Unit.NONE
                : Answer.unitOf(line.finding()).unit();
        boolean number = bound.value() != null && !(bound.value() instanceof Value.Terms);
        String shown = Answer.unitOf(line.finding()) == null
                ? ""
                : plain(new Shown(words).bound(bound, Answer.unitOf(line.finding())));
        return List.of(
                line.number() == 0 ? Book.text("") : Book.number(BigDecimal.valueOf(line.number()), 0),
                Book.text(line.title()),
                Book.text(line.subject()),
                Book.text(requirement.branch()),
                Book.text(number ? bound.comparator().sign() : ""),
                number
                        ? Book.amount(Shown.inShownUnit(Shown.number(bound.value()), unit), FindingLine.decimals(shown))
                        : Book.text(shown),
                Book.text(line.unit()),
                Book.text(words.get(
                        requirement.certainty() instanceof Certainty.Certain ? "book.certain" : "book.possible")),
                Book.text(
                        requirement.exemption() == null
                                ? ""
                                : words.get(
                                        requirement.exemption().certainty() instanceof Certainty.Certain
                                                ? "book.certain"
                                                : "book.possible")),
                Book.text(plain(Answer.clause(requirement.citations(), words.language()))),
                Book.text(line.rule()));
    }

    private void notChecked() {
        List<List<Book.Cell>> rows = new ArrayList<>();
        for (NotChecked topic : result.ruling().notChecked()) {
            rows.add(List.of(
                    Book.number(BigDecimal.valueOf(rows.size() + 1L), 0),
                    Book.text(words.of(topic.title())),
                    Book.text(words.of(topic.why()))));
        }
        book.table(
                words.get("section.not-checked"),
                List.of(column("column.no", 6), column("column.topic", 40), column("column.why", 90)),
                0,
                rows,
                words.get("not-checked.none"));
    }

    private void buildings() {
        List<List<Book.Cell>> rows = new ArrayList<>();
        for (ReportPage.BuildingRow row : new BuildingTable(result, words).rows()) {
            rows.add(List.of(
                    Book.number(BigDecimal.valueOf(rows.size() + 1L), 0),
                    Book.text(plain(row.name())),
                    Book.text(row.standing()),
                    Book.text(plain(row.use())),
                    figure(row.storeys()),
                    figure(
                            row.height().endsWith(GAP + "m")
                                    ? row.height().substring(0, row.height().length() - 2)
                                    : row.height()),
                    Book.text(row.roof()),
                    Book.text(row.fireGrade()),
                    Book.text(plain(row.remarks()))));
        }
        book.table(
                words.get("section.buildings"),
                List.of(
                        column("column.no", 6),
                        column("buildings.name", 24),
                        column("buildings.standing", 12),
                        column("buildings.use", 40),
                        column("buildings.storeys", 10),
                        new Book.Column(words.get("buildings.height") + " m", 12),
                        column("buildings.roof", 14),
                        column("buildings.fire-grade", 10),
                        column("buildings.remarks", 18)),
                2,
                rows,
                words.get("buildings.none"));
    }

    private void areas() {
        AreaTable table = new AreaTable(result, words);
        List<List<Book.Cell>> rows = new ArrayList<>();
        for (ReportPage.AreaRow row : table.rows()) {
            rows.add(List.of(
                    Book.text(plain(row.building())),
                    Book.text(row.element()),
                    Book.text(row.ground()),
                    figure(row.area()),
                    figure(row.count()),
                    figure(row.areaCoefficient()),
                    figure(row.floorArea()),
                    figure(row.farCoefficient()),
                    figure(row.farArea()),
                    Book.verdict(plain(row.verdictText()), Verdict.valueOf(row.verdict())),
                    Book.text(plain(row.clause()))));
        }
        List<Book.Column> columns = List.of(
                column("buildings.name", 12),
                column("areas.element", 22),
                column("areas.ground", 10),
                column("areas.area", 13),
                column("areas.count", 7),
                column("areas.area-coefficient", 10),
                column("areas.floor-area", 14),
                column("areas.far-coefficient", 10),
                column("areas.far-area", 14),
                column("areas.verdict", 18),
                column("areas.clause", 34));
        book.table(words.get("section.areas"), columns, 2, rows, words.get("areas.none"));
        List<List<Book.Cell>> sums = table.totals().stream()
                .map(total -> Arrays.asList(
                        Book.text(plain(total.name())),
                        figure(total.value().replace(GAP + Unit.SQUARE_METRE.symbol(), "")),
                        Book.text(Unit.SQUARE_METRE.symbol()),
                        Book.text(total.provenance())))
                .toList();
        if (!sums.isEmpty()) {
            book.table(
                    words.get("book.area-sums"),
                    List.of(
                            column("indicators.name", 44),
                            column("indicators.measured", 16),
                            column("indicators.unit", 6),
                            column("indicators.how", 16)),
                    1,
                    sums,
                    "");
        }
    }

    private void parking() {
        List<List<Book.Cell>> rows = new ArrayList<>();
        List<List<Book.Cell>> sums = new ArrayList<>();
        for (ReportPage.Parking block : new ParkingTable(result, words).blocks()) {
            for (ReportPage.ParkingRow row : block.rows()) {
                rows.add(List.of(
                        Book.text(plain(block.title())),
                        Book.text(plain(block.site())),
                        Book.text(plain(row.use())),
                        figure(row.quantity()),
                        Book.text(row.unit()),
                        figure(row.rate()),
                        Book.text(row.per()),
                        Book.text(plain(row.source())),
                        figure(row.spaces())));
            }
            sums.add(List.of(
                    Book.text(plain(block.title())),
                    Book.text(plain(block.site())),
                    Book.text(plain(block.required())),
                    Book.text(plain(block.provided())),
                    Book.text(plain(block.say())),
                    Book.verdict(plain(block.verdictText()), Verdict.valueOf(block.verdict()))));
        }
        book.table(
                words.get("section.parking"),
                List.of(
                        column("column.clause", 26),
                        column("column.subject", 14),
                        column("parking.use", 24),
                        column("parking.quantity", 14),
                        column("parking.unit", 8),
                        column("parking.rate", 10),
                        column("book.parking-per", 12),
                        column("parking.source", 40),
                        column("parking.spaces", 16)),
                3,
                rows,
                words.get("parking.none"));
        if (!sums.isEmpty()) {
            book.table(
                    words.get("book.parking-sums"),
                    List.of(
                            column("column.clause", 26),
                            column("column.subject", 14),
                            column("parking.required", 16),
                            column("parking.provided", 16),
                            column("book.parking-say", 60),
                            column("column.verdict", 14)),
                    2,
                    sums,
                    "");
        }
    }

    private void corners() {
        List<List<Book.Cell>> rows = new ArrayList<>();
        for (ReportPage.CornerRow building : new CornerTable(result, words).rows()) {
            for (ReportPage.Corner corner : building.corners()) {
                rows.add(List.of(
                        Book.text(plain(building.building())),
                        Book.number(new BigDecimal(corner.number()), 0),
                        Book.number(new BigDecimal(corner.x()), 3),
                        Book.number(new BigDecimal(corner.y()), 3),
                        building.zero().isEmpty()
                                ? Book.text(words.get("zero-unknown"))
                                : Book.number(new BigDecimal(building.zero()), 3)));
            }
        }
        book.table(
                words.get("section.corners"),
                List.of(
                        column("buildings.name", 24),
                        column("book.corner", 10),
                        column("book.corner-x", 18),
                        column("book.corner-y", 18),
                        column("corners.zero", 18)),
                1,
                rows,
                words.get("plan.not-drawn"));
    }

    private Book.Column column(String key, int width) {
        return new Book.Column(words.get(key), width);
    }

    /** A number as the report prints it; where it prints a word, the word. */
    private static Book.Cell figure(String shown) {
        BigDecimal number = read(shown);
        return number == null ? Book.text(plain(shown)) : Book.amount(number, Math.max(0, number.scale()));
    }

    private static BigDecimal read(String shown) {
        String digits = shown.strip()
                .replace(String.valueOf(GAP), "")
                .replace(MINUS, '-')
                .strip();
        return digits.matches("[+-]?\\d+(?:\\.\\d+)?") ? new BigDecimal(digits) : null;
    }

    private static String plain(String text) {
        return text.replace(GAP, ' ').strip();
    }
}
