package redline.intake.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import redline.intake.file.Sheet;
import redline.quantity.Text;

/** Puts the kept cells into rows and gives each merged range to its first cell. */
final class MergedRanges {
    /** Rows that all ranges together may cover, among those with cells. */
    private static final int MOST_ROWS = 1_000_000;

    private final NavigableMap<Integer, NavigableMap<Integer, Draft>> rows = new TreeMap<>();
    private final SheetTroubles troubles;
    private int covered;

    private MergedRanges(SheetTroubles troubles) {
        this.troubles = troubles;
    }

    static List<Sheet.Row> rows(SheetPart.SheetData data, SheetTroubles troubles) {
        MergedRanges grid = new MergedRanges(troubles);
        data.drafts.forEach(grid::place);
        data.ranges.forEach(grid::merge);
        List<Sheet.Row> rows = new ArrayList<>();
        grid.rows.forEach((number, cells) -> {
            if (!cells.isEmpty()) {
                rows.add(new Sheet.Row(
                        number + 1, cells.values().stream().map(Draft::cell).toList()));
            }
        });
        return rows;
    }

    private void place(Draft cell) {
        if (cell.text.isEmpty() && cell.formula == null) {
            return;
        }
        Draft before = rows.computeIfAbsent(cell.row, row -> new TreeMap<>()).putIfAbsent(cell.column, cell);
        if (before != null) {
            troubles.add(
                    cell.ref(),
                    new Text("文件里这一格写了两次，只取前一次", "The file holds this cell twice; the first one is taken"),
                    new Text(
                            "请用 Excel 或 WPS 打开核对，另存为新的 .xlsx",
                            "Open and check it in Excel or WPS, then save it as a new .xlsx"));
        }
    }

    private void merge(SheetPart.SheetData.Range range) {
        Draft first = rows.getOrDefault(range.top(), new TreeMap<>()).get(range.left());
        if (first != null) {
            first.columns = range.right() - range.left() + 1;
            first.rows = range.bottom() - range.top() + 1;
        }
        for (NavigableMap<Integer, Draft> row :
                rows.subMap(range.top(), true, range.bottom(), true).values()) {
            if (++covered > MOST_ROWS) {
                return;
            }
            row.subMap(range.left(), true, range.right(), true).values().removeIf(cell -> cell != first && hide(cell));
        }
    }

    private boolean hide(Draft cell) {
        troubles.add(
                cell.ref(),
                new Text(
                        "这一格被合并单元格盖住，里面的“" + SheetPart.brief(cell.text) + "”看不见，不用",
                        "A merged range covers this cell; its \"" + SheetPart.brief(cell.text)
                                + "\" is not seen and not used"),
                new Text("请取消合并，核对后再合并", "Unmerge the range, check it and merge it again"));
        return true;
    }
}
