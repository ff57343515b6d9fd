package redline.intake.sheet;

import java.math.BigDecimal;
import redline.intake.file.Sheet;

/** A filled cell on its way to a {@link Sheet.Cell}; rows and columns from 0. */
final class Draft {
    final int row;
    final int column;
    /** As a workbook types cells: s, n, str, inlineStr, b, e, d. */
    final String type;

    String text = "";
    /** Null where it has none, and where it is a date. */
    BigDecimal number;
    /** The number as stored, also of a date. */
    BigDecimal stored;
    /** Null where there is none. */
    String formula;
    /** Its formula fills several cells at once, or is a data table; it is not recomputed. */
    boolean array;
    /** A formula whose result is not in the file. */
    boolean unsaved;

    int columns = 1;
    int rows = 1;

    Draft(int row, int column, String type) {
        this.row = row;
        this.column = column;
        this.type = type;
    }

    String ref() {
        return Ref.name(row, column);
    }

    Sheet.Cell cell() {
        return new Sheet.Cell(column, ref(), text, number, formula, columns, rows);
    }
}
