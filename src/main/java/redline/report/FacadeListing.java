package redline.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import redline.quantity.Language;

/** The sampled façades of one day for the terminal, a row for each storey. */
public final class FacadeListing {
    private FacadeListing() {}

    /** @param hours lengths with as many and with less are told; null: lengths of each class of hours */
    public static String of(SunDay day, BigDecimal hours, Language language) {
        Words words = Words.of(language);
        FacadeText text = new FacadeText(words);
        StringBuilder said = new StringBuilder(words.get("sun.facades-table")).append('\n');
        text.notes(day).forEach(note -> said.append(note).append('\n'));
        if (day.facades() == null || day.facades().facades().isEmpty()) {
            return said.toString();
        }
        TextTable table = new TextTable(16, 16, 13, 13, 26, 30);
        table.rule();
        table.row(List.of(
                words.get("sun.facades-col-facade"),
                words.get("sun.facades-col-level"),
                words.get("sun.before"),
                words.get("sun.after"),
                hours == null
                        ? words.get("sun.facades-col-classes")
                        : words.get("sun.facades-col-with", SunText.limit(hours)),
                words.get("sun.facades-col-takers")));
        table.rule();
        for (FacadeLine line : FacadeLine.storeys(day, day.facades().facades())) {
            boolean known = line.missing(true).isEmpty();
            table.row(List.of(
                    words.of(line.building()) + "\n" + text.side(line) + " "
                            + text.length(
                                    BigDecimal.valueOf(line.facade().line().getLength())) + " m",
                    text.storey(line.rows().get(0)) + "\n"
                            + SunText.level(line.rows().get(0).level().doubleValue()) + " m",
                    text.range(line, false).replace(" – ", "\n– "),
                    text.range(line, true).replace(" – ", "\n– "),
                    known ? lengths(line, hours, text) : text.missing(line.missing(true)),
                    String.join("\n", text.takers(line))));
        }
        table.rule();
        return said.append(table).toString();
    }

    private static String lengths(FacadeLine line, BigDecimal hours, FacadeText text) {
        if (hours != null) {
            BigDecimal with = line.lengthWith(hours);
            String limit = SunText.limit(hours);
            return "≥ " + limit + ": " + text.length(with) + " m\n< " + limit + ": "
                    + text.length(line.length().subtract(with)) + " m";
        }
        List<String> said = new ArrayList<>();
        List<BigDecimal> lengths = line.classes();
        for (int i = 0; i < lengths.size(); i++) {
            if (lengths.get(i).signum() > 0) {
                said.add(SunStyle.title(i) + ": " + text.length(lengths.get(i)) + " m");
            }
        }
        return String.join("\n", said);
    }
}
