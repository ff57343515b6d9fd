package redline.report;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import redline.measure.Sunlight;
import redline.quantity.Language;
import redline.sun.WindowSun;

/** The 日照户表 as a workbook: hours and levels as numbers, stretches of time as text. */
public final class SunWorkbook {
    /** In characters; one stretch of time a line. */
    private static final int[] WIDTHS = {10, 6, 12, 12, 10, 12, 9, 21, 9, 21, 9, 10, 9, 13, 18, 20};

    private static final List<Integer> SUM_WIDTHS = List.of(90, 14);
    private static final int HOURS = 4;
    private static final int METRES = 2;

    private final Words words;
    private final SunTableText text;
    private final FacadeText facades;
    private final Book book;

    private SunWorkbook(Words words, Book book) {
        this.words = words;
        this.text = new SunTableText(words);
        this.facades = new FacadeText(words);
        this.book = book;
    }

    /**
     * One sheet for each day with dwellings or rooms, one for the façades that were sampled on it, and one with the sums and by what they were computed.
     *
     * @throws IOException where it cannot be written
     */
    public static void write(List<SunDay> days, Language language, OutputStream out) throws IOException {
        Words words = Words.of(language);
        try (Book book = new Book(words.get("sun.section-DWELLINGS"), language)) {
            add(days, words, book);
            out.write(book.bytes());
        }
    }

    /** The same sheets at the end of a workbook. */
    public static void add(List<SunDay> days, Words words, Book book) {
        new SunWorkbook(words, book).all(days);
    }

    private void all(List<SunDay> days) {
        for (SunDay day : days) {
            if (!day.day().homes().isEmpty()) {
                table(day);
            }
        }
        for (SunDay day : days) {
            if (day.facades() != null && !day.facades().facades().isEmpty()) {
                facades(day);
            }
        }
        List<List<Book.Cell>> sums = new ArrayList<>();
        for (SunDay day : days) {
            day.basis(words).forEach(said -> sums.add(List.of(Book.text(said))));
            for (ReportPage.Fact fact : text.foot(day.table().foot())) {
                sums.add(List.of(Book.text(fact.label()), Book.number(new BigDecimal(fact.text()), 0)));
            }
            facades.notes(day).forEach(said -> sums.add(List.of(Book.text(said))));
            sums.add(List.of());
        }
        book.list(words.get("sun.sums"), SUM_WIDTHS, sums);
    }

    private void table(SunDay day) {
        List<String> heads = text.heads();
        List<Book.Column> columns = new ArrayList<>();
        for (int i = 0; i < heads.size(); i++) {
            columns.add(new Book.Column(heads.get(i), WIDTHS[i]));
        }
        book.table(
                words.get("sun.sheet-" + day.day().kind()),
                columns,
                4,
                day.table().rows().stream().map(this::row).toList(),
                "");
    }

    /** A row for each storey of each façade. */
    private void facades(SunDay day) {
        List<Book.Column> columns = new ArrayList<>();
        for (String head : List.of(
                "sun.col-building",
                "sun.facades-col-side",
                "sun.facades-col-length",
                "sun.col-storey",
                "sun.facades-col-points-level",
                "sun.facades-col-least-before",
                "sun.facades-col-most-before",
                "sun.facades-col-least-after",
                "sun.facades-col-most-after")) {
            columns.add(new Book.Column(words.get(head), 12));
        }
        facades.classes().forEach(of -> columns.add(new Book.Column(words.get("sun.facades-col-class", of), 12)));
        columns.add(new Book.Column(words.get("sun.facades-col-takers"), 40));
        columns.add(new Book.Column(words.get("sun.facades-col-missing"), 40));
        book.table(
                words.get("sun.facades-sheet-" + day.day().kind()),
                columns,
                2,
                FacadeLine.storeys(day, day.facades().facades()).stream()
                        .map(this::facade)
                        .toList(),
                "");
    }

    private List<Book.Cell> facade(FacadeLine line) {
        Sunlight.FacadeRow row = line.rows().get(0);
        List<Book.Cell> cells = new ArrayList<>();
        cells.add(Book.text(words.of(line.building())));
        cells.add(Book.text(facades.side(line)));
        cells.add(number(line.facade().line().getLength(), "", METRES));
        cells.add(Book.text(facades.storey(row)));
        cells.add(number(row.level().doubleValue(), "", METRES));
        for (BigDecimal of : Arrays.asList(line.least(false), line.most(false), line.least(true), line.most(true))) {
            cells.add(number(of == null ? null : (Double) of.doubleValue(), words.get("unknown"), HOURS));
        }
        List<BigDecimal> lengths = line.classes();
        for (int i = 0; i < facades.classes().size(); i++) {
            Double length = lengths.isEmpty() ? null : (Double) lengths.get(i).doubleValue();
            cells.add(number(length, words.get("unknown"), METRES));
        }
        cells.add(Book.text(String.join("\n", facades.takers(line))));
        cells.add(Book.text(facades.missing(line.missing(true))));
        return cells;
    }

    private List<Book.Cell> row(SunTable.Row row) {
        ReportPage.SunRow shown = text.row(row);
        SunLine line = row.line();
        WindowSun sun = line.sun();
        boolean before = sun != null && line.beforeKnown();
        return List.of(
                Book.text(shown.building()),
                Book.text(shown.storey()),
                Book.text(shown.dwelling()),
                Book.text(shown.window()),
                Book.text(shown.room()),
                Book.text(shown.facing()),
                number(line.sill(), shown.sill(), METRES),
                Book.text(before ? SunText.seconds(sun.before()) : words.get("unknown")),
                number(before ? sun.hoursBefore() : null, shown.hoursBefore(), HOURS),
                Book.text(sun == null ? words.get("unknown") : SunText.seconds(sun.after())),
                number(sun == null ? null : sun.hoursAfter(), shown.hoursAfter(), HOURS),
                number(before ? sun.hoursAfter() - sun.hoursBefore() : null, shown.less(), HOURS),
                Book.text(shown.standard()),
                Book.text(shown.windowVerdictText()),
                Book.text((shown.dwellingVerdictText() + " " + shown.dwellingChange()).strip()),
                Book.text(String.join("\n", shown.takers())));
    }

    /** Hours to a tenth of a millisecond hold every digit that decides. */
    private static Book.Cell number(Double value, String otherwise, int decimals) {
        return value == null ? Book.text(otherwise) : Book.number(BigDecimal.valueOf(value), decimals);
    }
}
