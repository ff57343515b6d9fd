package redline.intake.sheet;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import redline.intake.file.Sheet;

/** The cells of a sheet by row and column; a cell that spans columns is found in each of them. */
final class Grid {
    private static final Pattern TOTAL =
            Pattern.compile("(?i)(?:合\\s*计|总\\s*计|小\\s*计|汇\\s*总|共\\s*计|(?:grand |sub)?total)[：:]?");
    private static final Pattern NOTE =
            Pattern.compile("(?i)(?:填写说明|填表说明|说明|备注|注|note|how to fill)[s]?\\s*\\d*[：:.、].*|[*※].*|注\\d*");

    private final Sheet sheet;

    Grid(Sheet sheet) {
        this.sheet = sheet;
    }

    String name() {
        return sheet.name();
    }

    int size() {
        return sheet.rows().size();
    }

    int number(int row) {
        return sheet.rows().get(row).number();
    }

    List<Sheet.Cell> cells(int row) {
        return sheet.rows().get(row).cells();
    }

    /** By their first column. */
    NavigableMap<Integer, Sheet.Cell> byColumn(int row) {
        NavigableMap<Integer, Sheet.Cell> cells = new TreeMap<>();
        cells(row).forEach(cell -> cells.put(cell.column(), cell));
        return cells;
    }

    /** Null where nothing is. */
    static Sheet.Cell covering(NavigableMap<Integer, Sheet.Cell> row, int column) {
        Map.Entry<Integer, Sheet.Cell> left = row.floorEntry(column);
        return left != null && column < left.getKey() + left.getValue().columns() ? left.getValue() : null;
    }

    boolean hasNumbers(int row) {
        return cells(row).stream().anyMatch(cell -> cell.number() != null);
    }

    boolean follows(int row) {
        return row + 1 < size() && number(row + 1) == number(row) + 1;
    }

    /** 合计 and the like, in one of the first cells. */
    boolean isTotal(int row) {
        return cells(row).stream()
                .limit(3)
                .anyMatch(cell -> TOTAL.matcher(cell.text()).matches());
    }

    boolean isNote(int row) {
        String first = cells(row).get(0).text();
        return NOTE.matcher(first.length() > 200 ? first.substring(0, 200) : first.replace('\n', ' '))
                .matches();
    }
}
