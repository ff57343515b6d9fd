package redline.report;

import java.util.ArrayList;
import java.util.List;

/** Rows of wrapped cells in columns of fixed width, in terminal cells: a wide (CJK, full-width) character takes two. */
final class TextTable {
    private static final String GUTTER = "  ";
    /** What does not begin a line. */
    private static final String CLOSING = ")]}、,;:。)」〕】";

    private final int[] widths;
    private final StringBuilder text = new StringBuilder();

    TextTable(int... widths) {
        this.widths = widths.clone();
    }

    void row(List<String> cells) {
        List<List<String>> wrapped = new ArrayList<>();
        int height = 1;
        for (int column = 0; column < widths.length; column++) {
            List<String> lines = wrap(cells.get(column), widths[column]);
            wrapped.add(lines);
            height = Math.max(height, lines.size());
        }
        for (int line = 0; line < height; line++) {
            StringBuilder row = new StringBuilder();
            for (int column = 0; column < widths.length; column++) {
                String cell =
                        line < wrapped.get(column).size() ? wrapped.get(column).get(line) : "";
                row.append(cell).append(" ".repeat(Math.max(0, widths[column] - width(cell))));
                row.append(GUTTER);
            }
            text.append(row.toString().stripTrailing()).append('\n');
        }
    }

    void rule() {
        int total = GUTTER.length() * (widths.length - 1);
        for (int width : widths) {
            total += width;
        }
        text.append("─".repeat(total)).append('\n');
    }

    @Override
    public String toString() {
        return text.toString();
    }

    /** Terminal cells of a text. */
    static int width(String text) {
        return text.codePoints().map(TextTable::width).sum();
    }

    private static int width(int c) {
        if (Character.getType(c) == Character.NON_SPACING_MARK || Character.getType(c) == Character.FORMAT) {
            return 0;
        }
        boolean wide = c >= 0x1100 && c <= 0x115f
                || c >= 0x2e80 && c <= 0x303e
                || c >= 0x3041 && c <= 0xa4cf
                || c >= 0xac00 && c <= 0xd7a3
                || c >= 0xf900 && c <= 0xfaff
                || c >= 0xfe30 && c <= 0xfe6f
                || c >= 0xff00 && c <= 0xff60
                || c >= 0xffe0 && c <= 0xffe6
                || c >= 0x1f300 && c <= 0x1faff
                || c >= 0x20000 && c <= 0x3fffd;
        return wide ? 2 : 1;
    }

    /** Breaks at spaces and beside wide characters, anywhere only inside an overlong word; control characters are dropped. */
    private static List<String> wrap(String cell, int width) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : (Iterable<String>) cell.lines()::iterator) {
            int[] left = paragraph
                    .codePoints()
                    .filter(c -> !Character.isISOControl(c))
                    .toArray();
            int start = 0;
            while (start < left.length) {
                int end = start;
                int used = 0;
                while (end < left.length && used + width(left[end]) <= width) {
                    used += width(left[end++]);
                }
                if (end < left.length) {
                    end = breakBefore(left, start, end);
                }
                lines.add(new String(left, start, end - start).strip());
                start = end;
            }
        }
        return lines;
    }

    /** The last place in {@code (start, end]} where a line may end; {@code end} where there is none. */
    private static int breakBefore(int[] text, int start, int end) {
        for (int at = end; at > start; at--) {
            boolean between =
                    text[at - 1] == ' ' || text[at] == ' ' || width(text[at - 1]) == 2 || width(text[at]) == 2;
            if (between && CLOSING.indexOf(text[at]) < 0) {
                return at;
            }
        }
        return Math.max(end, start + 1);
    }
}
