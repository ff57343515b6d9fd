package redline.intake.sheet;

import redline.intake.file.Troubles;
import redline.quantity.Text;

/** Takes down the complaints of one sheet, which tells its own first ones. */
record SheetTroubles(String sheet, Troubles ofFile) {

    /** @param ref a cell, a row; empty for the sheet as a whole */
    void add(String ref, Text what, Text remedy) {
        ofFile.add(sheet, ref.isEmpty() ? sheet : sheet + "!" + ref, what, remedy);
    }
}
