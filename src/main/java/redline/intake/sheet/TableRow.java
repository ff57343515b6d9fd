package redline.intake.sheet;

import java.math.BigDecimal;
import java.util.Map;
import redline.intake.file.Sheet;

/**
 * A row of a table, before it means anything for a scheme.
 *
 * @param key of a building {@code 1#}, however it was written; else the name in the first column that tells rows apart; of an indicator its
 *     name as written
 * @param row from 1
 * @param cells what was filled in and understood as a column; one cell for an indicator
 */
public record TableRow(TableKind table, String key, String sheet, int row, Map<TableColumn, Entry> cells) {

    /**
     * @param cell as it stands in the file
     * @param number in m², in m, as a share of 1 or as a plain number, by the kind of the column; null where the cell holds none or it cannot
     *     be told in which unit it is
     */
    public record Entry(Sheet.Cell cell, BigDecimal number) {
        public String text() {
            return cell.text();
        }

        /** {@code sheet!B5} needs the row's sheet; this is {@code B5}. */
        public String ref() {
            return cell.ref();
        }
    }
}
