package redline.intake.sheet;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A formula that was written for one cell and holds for others: its relative references move with it. */
final class FormulaShift {
    /** Texts, names of sheets and of tables are stepped over; then cells, whole columns and whole rows. */
    private static final Pattern PIECE = Pattern.compile("\"[^\"]*\"|'[^']*'|\\[[^\\]]*\\]"
            + "|(?<![\\w.$])(\\$?)([A-Za-z]{1,3})(\\$?)(\\d{1,7})(?![\\w.(!])"
            + "|(?<![\\w.$])(\\$?)([A-Za-z]{1,3}):(\\$?)([A-Za-z]{1,3})(?![\\w.(!])"
            + "|(?<![\\w.$])(\\$?)(\\d{1,7}):(\\$?)(\\d{1,7})(?![\\w.(!])");

    private FormulaShift() {}

    static String moved(String formula, int rows, int columns) {
        Matcher piece = PIECE.matcher(formula);
        StringBuilder moved = new StringBuilder();
        while (piece.find()) {
            String written;
            if (piece.group(2) != null) {
                written = column(piece.group(1), piece.group(2), columns) + row(piece.group(3), piece.group(4), rows);
            } else if (piece.group(6) != null) {
                written = column(piece.group(5), piece.group(6), columns) + ":"
                        + column(piece.group(7), piece.group(8), columns);
            } else if (piece.group(10) != null) {
                written =
                        row(piece.group(9), piece.group(10), rows) + ":" + row(piece.group(11), piece.group(12), rows);
            } else {
                written = piece.group();
            }
            piece.appendReplacement(moved, Matcher.quoteReplacement(written));
        }
        return piece.appendTail(moved).toString();
    }

    private static String column(String fixed, String letters, int by) {
        Ref ref = fixed.isEmpty() ? Ref.of(letters + "1") : null;
        return ref == null ? fixed + letters : Ref.letters(Math.floorMod(ref.column() + by, SheetLimits.COLUMNS));
    }

    /** Past the last row it goes on at the first, as in Excel. */
    private static String row(String fixed, String digits, int by) {
        return fixed.isEmpty()
                ? String.valueOf(Math.floorMod(Integer.parseInt(digits) - 1 + by, SheetLimits.ROWS) + 1)
                : fixed + digits;
    }
}
