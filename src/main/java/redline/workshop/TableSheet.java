package redline.workshop;

import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import redline.intake.file.FileContents;
import redline.intake.file.Reading;
import redline.intake.file.Sheet;
import redline.intake.file.Upload;
import redline.intake.read.FileReader;
import redline.quantity.Text;
import redline.rulepack.GridColumn;
import redline.rulepack.TableGrid;

/** A sheet that holds the rows of a table: read by the readers of everything that is handed in, within their limits. */
public final class TableSheet {
    private TableSheet() {}

    /** Why a workbook cannot be taken as a table. */
    public static final class NotTaken extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Text what;
        private final transient Text remedy;

        NotTaken(Text what, Text remedy) {
            super(what.en());
            this.what = what;
            this.remedy = remedy;
        }

        public Text what() {
            return what;
        }

        /** What to do. */
        public Text remedy() {
            return remedy;
        }
    }

    /**
     * The rows of a workbook, or of a CSV file, below a row with the heads of the grid, in the order of its columns.
     *
     * @throws NotTaken where it cannot be read or has other columns
     * @throws IOException where the file cannot be read at all
     */
    public static List<List<String>> read(Upload upload, TableGrid grid) throws IOException, NotTaken {
        Reading reading = FileReader.read(upload);
        List<FileContents.Trouble> troubles = reading.contents().complaints();
        if (reading.sheets().isEmpty()) {
            throw troubles.isEmpty()
                    ? new NotTaken(
                            new Text("文件里没有表格", "There is no sheet in the file"),
                            new Text("上传从这一页下载的 XLSX", "Upload the XLSX that this page gives"))
                    : new NotTaken(troubles.get(0).what(), troubles.get(0).remedy());
        }
        NotTaken why = null;
        for (Sheet sheet : reading.sheets()) {
            if (!sheet.hidden() && !sheet.rows().isEmpty()) {
                try {
                    return rows(sheet, grid);
                } catch (NotTaken not) {
                    why = why == null ? not : why;
                }
            }
        }
        throw why != null
                ? why
                : new NotTaken(
                        new Text("表格是空的", "The sheets are empty"),
                        new Text("上传从这一页下载的 XLSX", "Upload the XLSX that this page gives"));
    }

    private static List<List<String>> rows(Sheet sheet, TableGrid grid) throws NotTaken {
        List<GridColumn> columns = grid.columns();
        int[] places = places(sheet.rows().get(0), columns);
        List<List<String>> rows = new ArrayList<>();
        for (Sheet.Row row : sheet.rows().subList(1, sheet.rows().size())) {
            String[] cells = new String[columns.size()];
            Arrays.fill(cells, "");
            for (Sheet.Cell cell : row.cells()) {
                for (int i = 0; i < places.length; i++) {
                    if (places[i] == cell.column()) {
                        cells[i] = columns.get(i).stored(cell.text());
                    }
                }
            }
            rows.add(List.of(cells));
        }
        return rows;
    }

    /** Of each column of the grid the one of the sheet, -1 for the documents where the sheet has none. */
    private static int[] places(Sheet.Row head, List<GridColumn> columns) throws NotTaken {
        int[] places = new int[columns.size()];
        Set<Integer> used = new HashSet<>();
        for (int i = 0; i < places.length; i++) {
            String wanted = plain(columns.get(i).head());
            Sheet.Cell found = head.cells().stream()
                    .filter(cell -> plain(cell.text()).equals(wanted) && !used.contains(cell.column()))
                    .findFirst()
                    .orElse(null);
            if (found == null && i < places.length - 1) {
                throw new NotTaken(
                        new Text(
                                "没有列“" + columns.get(i).head() + "”",
                                "There is no column \"" + columns.get(i).head() + "\""),
                        new Text(
                                "第一行的列名与下载的 XLSX 一样，不改不删",
                                "Keep the heads in the first row as they are in the XLSX of this page"));
            }
            places[i] = found == null ? -1 : found.column();
            used.add(places[i]);
        }
        for (Sheet.Cell cell : head.cells()) {
            if (!used.contains(cell.column())) {
                throw new NotTaken(
                        new Text("多出一列“" + cell.text() + "”", "There is a column too many, \"" + cell.text() + "\""),
                        new Text("删去这一列再上传", "Delete it and upload again"));
            }
        }
        return places;
    }

    /** The reader of workbooks makes full-width signs half-width. */
    private static String plain(String head) {
        return Normalizer.normalize(head, Normalizer.Form.NFKC).replaceAll("\\s", "");
    }
}
