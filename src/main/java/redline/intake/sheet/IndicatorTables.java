package redline.intake.sheet;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import redline.intake.file.FileContents;
import redline.intake.file.Sheet;
import redline.intake.file.Troubles;
import redline.quantity.Text;

/**
 * Finds the tables that applicants hand in, in any sheet: the header in any row, titles above it, two-row headers, units in the header or in a
 * cell, totals and notes below. What they mean for a scheme is not decided here. Hidden sheets are not looked at.
 */
public final class IndicatorTables {
    private final TableWords words;

    /** With the words of {@code templates/upload/table-words.csv}. */
    public IndicatorTables() {
        this(TableWords.load());
    }

    IndicatorTables(TableWords words) {
        this.words = words;
    }

    /** Why a row was read and gave nothing. */
    public enum Why {
        TITLE,
        TOTAL,
        NOTE,
        /** An indicator whose value was not filled in. */
        EMPTY,
        /** A row of a sheet that is none of the tables. */
        NO_TABLE
    }

    /** @param text the first of its cells */
    public record Passed(String sheet, int row, String text, Why why) {}

    /**
     * Every row of the sheets is here: as a row of a table, as one that was passed over, or in a remark.
     *
     * @param remarks on columns, indicators and cells that were not understood, and on what was converted or assumed
     */
    public record Found(List<TableRow> rows, List<Passed> passed, List<FileContents.Trouble> remarks) {}

    public Found read(List<Sheet> sheets) {
        Collected found = new Collected(words);
        words.start();
        words.faults().forEach(fault -> found.troubles().add(fault.where(), fault.what(), fault.remedy()));
        for (Sheet sheet : sheets) {
            if (!sheet.hidden() && !sheet.rows().isEmpty()) {
                read(new Grid(sheet), found);
            }
        }
        return new Found(List.copyOf(found.rows), List.copyOf(found.passed), found.troubles.all());
    }

    private void read(Grid grid, Collected found) {
        int before = found.rows.size();
        boolean recognised = false;
        found.titles.clear();
        found.title(grid.name());
        int free = 0;
        int row = 0;
        NavigableMap<Integer, TableColumn> indicators = new TreeMap<>();
        while (row < grid.size()) {
            found.titles(grid, row);
            TableHeader header = grid.hasNumbers(row) ? null : TableHeader.at(grid, row, words, found.titles);
            NavigableMap<Integer, TableColumn> list = header == null ? IndicatorList.header(grid, row, words) : null;
            if (header != null) {
                list(grid, free, row, found, indicators);
                row = new ColumnTable(grid, header, found).read(words);
            } else if (!list.isEmpty()) {
                list(grid, free, row, found, indicators);
                row++;
            } else {
                row++;
                continue;
            }
            recognised = true;
            indicators = list == null ? new TreeMap<>() : list;
            free = row;
        }
        list(grid, free, grid.size(), found, indicators);
        // a blank table that was left blank is nothing to complain of
        if (found.rows.size() == before && !recognised) {
            found.troubles.add(
                    grid.name(),
                    new Text("这张表里没有认出指标表，没有用", "No table of indicators was recognised in this sheet; it was not used"),
                    new Text(
                            "请用 templates/upload 里的空表，或核对表头的叫法",
                            "Use the blank tables of templates/upload, or check the words of the header"));
        }
    }

    private void list(Grid grid, int from, int to, Collected found, NavigableMap<Integer, TableColumn> places) {
        boolean titled = found.titles.contains(TableKind.INDICATORS);
        IndicatorList.read(grid, from, to, words, found, places, titled);
    }

    /** What is being found. */
    static final class Collected {
        private final TableWords words;
        private final List<TableRow> rows = new ArrayList<>();
        private final List<Passed> passed = new ArrayList<>();
        private final Troubles troubles = new Troubles(SheetLimits.OF_A_KIND);
        /** The tables that the name of the sheet and the texts so far announce. */
        private final Set<TableKind> titles = EnumSet.noneOf(TableKind.class);

        Collected(TableWords words) {
            this.words = words;
        }

        List<TableRow> rows() {
            return rows;
        }

        Troubles troubles() {
            return troubles;
        }

        /** Inside a table its own title does not announce another one of its kind. */
        Set<TableKind> titled(TableKind inside) {
            Set<TableKind> others = EnumSet.copyOf(EnumSet.allOf(TableKind.class));
            others.retainAll(titles);
            others.remove(inside);
            return others;
        }

        boolean indicatorHeader(Grid grid, int row) {
            return !IndicatorList.header(grid, row, words).isEmpty();
        }

        private void title(String text) {
            for (TableKind kind : TableKind.values()) {
                if (words.titled(kind, text)) {
                    titles.add(kind);
                }
            }
        }

        private void titles(Grid grid, int row) {
            if (grid.cells(row).size() <= 2) {
                grid.cells(row).forEach(cell -> title(cell.text()));
            }
        }

        void passed(Grid grid, int row, Why why) {
            passed(grid, row, grid.cells(row).get(0), why);
        }

        void passed(Grid grid, int row, Sheet.Cell cell, Why why) {
            passed.add(new Passed(grid.name(), grid.number(row), SheetPart.brief(cell.text()), why));
        }

        void unread(Grid grid, int row) {
            Why why = grid.isTotal(row) ? Why.TOTAL : grid.isNote(row) ? Why.NOTE : titled(grid, row);
            passed(grid, row, why);
        }

        private static Why titled(Grid grid, int row) {
            return grid.cells(row).size() == 1 ? Why.TITLE : Why.NO_TABLE;
        }
    }
}
