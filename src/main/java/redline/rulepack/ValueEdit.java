package redline.rulepack;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import redline.quantity.Text;

/**
 * One value of a pack set anew, as a change of the text of its file: from a later day on, then what was in force until then is closed
 * with the day before and stays; or from the same day on, then what is written is put right (勘误).
 *
 * @param place of the value as it is
 * @param value as the file writes it: digits in the unit of the place, or a word of its column
 * @param from first day, null for the same as now
 * @param to last day, null for the same as now
 * @param clause, grade, document, note of the new value; a note is kept of parameters only
 */
public record ValueEdit(
        ValuePlace place,
        String value,
        LocalDate from,
        LocalDate to,
        String clause,
        String grade,
        String document,
        String note) {
    /**
     * The file with the value set.
     *
     * @param text of the file of the place, read without faults
     * @throws PackFault where the place is not in this text any longer, the value or the dates do not fit
     */
    public String in(String text) {
        return place.table()
                ? table(WrittenTable.of(place.file(), text))
                : parameter(WrittenParameter.of(place.file(), text));
    }

    /** The file of bytes with the value set. */
    public byte[] in(byte[] bytes) {
        return in(new String(bytes, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
    }

    private boolean later() {
        return from != null && !from.equals(place.from());
    }

    private String table(WrittenTable table) {
        WrittenTable.Line line = table.lines().stream()
                .filter(one -> one.number() == place.line()
                        && one.cells().get(place.columnIndex()).equals(place.written()))
                .findFirst()
                .orElseThrow(this::gone);
        fits(table.type(place.columnIndex()));
        List<String> cells = new ArrayList<>(line.cells());
        cells.set(place.columnIndex(), value.strip());
        WrittenTable.Line set = new WrittenTable.Line(
                0, cells, dated(line.from()), ended(line.to()), clause.strip(), grade, document.strip());
        return table.with(Map.of(line.number(), later() ? List.of(closed(line), set) : List.of(set)));
    }

    private WrittenTable.Line closed(WrittenTable.Line line) {
        return new WrittenTable.Line(
                line.number(), line.cells(), line.from(), dayBefore(), line.clause(), line.grade(), line.document());
    }

    private String parameter(WrittenParameter parameter) {
        WrittenParameter.Entry entry = parameter.entries().stream()
                .filter(one -> one.first() == place.line() && one.value().equals(place.written()))
                .findFirst()
                .orElseThrow(this::gone);
        fits("number");
        WrittenParameter.Entry set = new WrittenParameter.Entry(
                0,
                0,
                dated(entry.from()),
                ended(entry.to()),
                value.strip(),
                clause.strip(),
                grade,
                note.strip(),
                document.strip());
        return parameter.with(Map.of(entry.first(), later() ? List.of(closed(entry), set) : List.of(set)));
    }

    private WrittenParameter.Entry closed(WrittenParameter.Entry entry) {
        return new WrittenParameter.Entry(
                entry.first(),
                entry.last(),
                entry.from(),
                dayBefore(),
                entry.value(),
                entry.clause(),
                entry.grade(),
                entry.note(),
                entry.document());
    }

    private String dated(String before) {
        return later() ? from.toString() : before;
    }

    private String ended(String before) {
        return to == null ? before : to.toString();
    }

    /** The last day of the old value; the order of the dates is looked at here, so that no half of it is written. */
    private String dayBefore() {
        if (place.from() != null && !from.isAfter(place.from())) {
            throw refused(
                    "from",
                    "施行日不晚于现行值的施行日 " + place.from(),
                    "The first day is not after that of the present value, " + place.from(),
                    "改正施行日;改正写错的值，施行日不变",
                    "Mend the day; to put a wrong value right leave the day as it is");
        }
        if (place.to() != null && from.isAfter(place.to())) {
            throw refused(
                    "from",
                    "现行值到 " + place.to() + " 已失效",
                    "The present value ends on " + place.to(),
                    "在最后一条上改",
                    "Change the last entry");
        }
        return from.minusDays(1).toString();
    }

    private void fits(String type) {
        boolean number = type.startsWith("number");
        boolean fits = number ? Decimals.parse(value) != null || place.table() && numbers() : !value.isBlank();
        if (!fits) {
            throw refused(
                    "value",
                    "“" + value + "”不是数",
                    "\"" + value + "\" is not a number",
                    "只写数字，例如 14 或 0.75，不带单位",
                    "Digits only, such as 14 or 0.75, no unit");
        }
        if (to != null && Objects.requireNonNullElse(from, LocalDate.MIN).isAfter(to)) {
            throw refused("to", "失效日早于施行日", "The last day lies before the first", "改正日期", "Mend the dates");
        }
    }

    /** A cell of a table may hold several numbers, open ends, or what the source leaves open. */
    private boolean numbers() {
        return value.strip().matches("[?？]")
                || List.of(value.split("\\|", -1)).stream()
                        .allMatch(part -> part.strip().matches("-?inf") || Decimals.parse(part) != null);
    }

    private PackFault gone() {
        return refused(
                "",
                "这个值已经不是 " + place.written() + " 了",
                "The value is not " + place.written() + " any longer",
                "重新打开这一页再改",
                "Open the page anew and change it there");
    }

    private PackFault refused(String element, String zh, String en, String remedyZh, String remedyEn) {
        return new PackFault(List.of(
                new Fault(place.file(), place.line(), element, new Text(zh, en), new Text(remedyZh, remedyEn))));
    }
}
