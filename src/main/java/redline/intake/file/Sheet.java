package redline.intake.file;

import java.math.BigDecimal;
import java.util.List;

/**
 * A sheet of a workbook, or a CSV file, which is one sheet.
 *
 * @param hidden told, and not read for a scheme
 * @param rows only rows with a filled cell, from top to bottom; cells from left to right
 */
public record Sheet(String name, boolean hidden, List<Row> rows) {

    /** @param number from 1, as people see it */
    public record Row(int number, List<Cell> cells) {}

    /**
     * A filled cell. A merged range is its first cell, with the columns and rows that it covers.
     *
     * @param column from 0
     * @param ref {@code B5}
     * @param text as written, trimmed, full-width digits and signs made half-width; of a number its plain decimal notation, of a share
     *     {@code 46.6%}, of a date {@code 2026-03-01}
     * @param number null where the cell holds none (thousands separators and full-width digits are understood); of {@code 46.6%} it is
     *     0.466; null of a date
     * @param formula without its {@code =}, null where there is none
     * @param columns how many columns it covers, 1 where it is not merged
     * @param rows how many rows it covers
     */
    public record Cell(int column, String ref, String text, BigDecimal number, String formula, int columns, int rows) {}
}
