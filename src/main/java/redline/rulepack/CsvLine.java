package redline.rulepack;

import java.util.ArrayList;
import java.util.List;

/** One record of a CSV file with the line it begins on (from 1); cells are stripped. Empty lines are left out. */
record CsvLine(int number, List<String> cells) {
    /** Commas between cells, double quotes around a cell that holds a comma, a quote (doubled) or a line end. */
    static List<CsvLine> split(String text) {
        return split(text, Integer.MAX_VALUE);
    }

    /** No more than the first so many records. */
    static List<CsvLine> split(String text, int most) {
        List<CsvLine> lines = new ArrayList<>();
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        boolean blank = true;
        int line = 1;
        int begin = 1;
        String all = text.replace("\r\n", "\n").replace('\r', '\n') + "\n";
        for (int i = 0; i < all.length() && lines.size() < most; i++) {
            char c = all.charAt(i);
            line += c == '\n' ? 1 : 0;
            if (quoted) {
                if (c == '"' && i + 1 < all.length() && all.charAt(i + 1) == '"') {
                    cell.append('"');
                    i++;
                } else if (c == '"') {
                    quoted = false;
                } else {
                    cell.append(c);
                }
            } else if (c == '"' && blank) {
                quoted = true;
                blank = false;
            } else if (c == ',' || c == '\n') {
                cells.add(cell.toString().strip());
                cell.setLength(0);
                blank = true;
                if (c == '\n') {
                    if (cells.size() > 1 || !cells.get(0).isEmpty()) {
                        lines.add(new CsvLine(begin, List.copyOf(cells)));
                    }
                    cells.clear();
                    begin = line;
                }
            } else {
                cell.append(c);
                blank &= Character.isWhitespace(c);
            }
        }
        if (lines.size() < most && (!cells.isEmpty() || !cell.isEmpty())) {
            cells.add(cell.toString().strip());
            lines.add(new CsvLine(begin, List.copyOf(cells)));
        }
        return lines;
    }
}
