package redline.intake.sheet;

import redline.quantity.Text;

/** Formulas whose result the file does not hold, or that hang on another workbook. */
record FormulaRemarks(SheetTroubles troubles) {

    void tell(SheetPart.SheetData data) {
        for (Draft cell : data.drafts) {
            if (cell.formula == null) {
                continue;
            }
            if (cell.unsaved) {
                troubles.add(
                        cell.ref(),
                        new Text(
                                "这一格的公式没有存结果，按未填看",
                                "The formula of this cell has no stored result; taken as not filled in"),
                        new Text(
                                "请用 Excel 或 WPS 打开(会自动计算)，保存后再上传",
                                "Open it in Excel or WPS, which computes it, save and upload it"));
            }
            if (cell.formula.length() <= SheetLimits.FORMULA && FormulaScope.leavesTheFile(cell.formula)) {
                troubles.add(
                        cell.ref(),
                        new Text(
                                "公式引用了别的工作簿，没有打开它，用存着的结果",
                                "The formula refers to another workbook, which is not opened; the stored result is used"),
                        new Text("请把所引用的数复制为数值", "Paste the numbers it refers to as values"));
            }
        }
    }
}
