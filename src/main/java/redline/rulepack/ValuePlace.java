package redline.rulepack;

import java.time.LocalDate;
import redline.quantity.Text;
import redline.requirement.Grade;

/**
 * Where one value of a pack is written: an entry of a parameter, or a cell of a table.
 *
 * @param name of the dated value, {@code file@hash}, as findings cite it
 * @param line of the file
 * @param column of a table, empty for a parameter
 * @param columnIndex from 0, -1 for a parameter
 * @param title of the parameter or the column
 * @param about the words of the table's line, empty for a parameter
 * @param unit empty where it has none
 * @param written as the file writes it
 * @param from, to both included, null = open
 * @param document number of the document that set it, empty where it is the pack's own
 */
public record ValuePlace(
        String name,
        String packId,
        String file,
        int line,
        String column,
        int columnIndex,
        Text title,
        Text about,
        String unit,
        String written,
        LocalDate from,
        LocalDate to,
        String clause,
        Grade grade,
        String document,
        String note) {
    /** The same, told otherwise. */
    ValuePlace about(Text other) {
        return new ValuePlace(
                name,
                packId,
                file,
                line,
                column,
                columnIndex,
                title,
                other,
                unit,
                written,
                from,
                to,
                clause,
                grade,
                document,
                note);
    }

    public boolean table() {
        return columnIndex >= 0;
    }
}
