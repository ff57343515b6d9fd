package redline.intake.sheet;

import java.math.BigDecimal;
import java.util.Set;
import redline.intake.file.Sheet;
import redline.quantity.Text;

/** From a cell to its number in the unit of its column. Units are converted only where they are written, and it is said. */
record EntryReader(SheetTroubles troubles) {
    private static final Set<String> NOTHING = Set.of("-", "—", "——", "–", "/", "\\", "无", "n/a", "N/A");

    /** @param unit that stands above the column or beside the value, empty where none does */
    TableRow.Entry entry(TableColumn column, Sheet.Cell cell, String unit) {
        return new TableRow.Entry(
                cell, column.kind() == TableColumn.Kind.TEXT ? cell.number() : number(column, cell, unit));
    }

    private BigDecimal number(TableColumn column, Sheet.Cell cell, String outer) {
        String text = cell.text();
        if (NOTHING.contains(text) || text.isEmpty()) {
            return null;
        }
        BigDecimal span = column.kind() == TableColumn.Kind.HOURS ? Hours.in(text) : null;
        if (span != null) {
            return span;
        }
        BigDecimal number = cell.number();
        String unit = outer;
        if (number == null) {
            String[] parts = Units.parts(text);
            number = parts == null ? null : Written.number(parts[0]);
            if (number == null) {
                noNumber(cell);
                return null;
            }
            unit = parts[1].isEmpty() ? outer : parts[1];
        }
        if (text.indexOf('%') >= 0) {
            return column.kind() == TableColumn.Kind.SHARE ? number : wrongUnit(cell, "%");
        }
        return column.kind() == TableColumn.Kind.SHARE ? share(cell, number, unit) : inUnit(column, cell, number, unit);
    }

    private void noNumber(Sheet.Cell cell) {
        boolean date = cell.text().matches("\\d{4}-\\d\\d-\\d\\d.*|\\d\\d:\\d\\d.*");
        troubles.add(
                cell.ref(),
                date
                        ? new Text(
                                "这一格被当成了日期：" + SheetPart.brief(cell.text()),
                                "This cell became a date: " + SheetPart.brief(cell.text()))
                        : new Text(
                                "“" + SheetPart.brief(cell.text()) + "”不是数，没有用",
                                "\"" + SheetPart.brief(cell.text()) + "\" is not a number and was not used"),
                date
                        ? new Text("请把单元格格式改为文本，重新填写", "Format the cell as text and fill it in again")
                        : new Text("请只写一个数", "Write one number only"));
    }

    private BigDecimal wrongUnit(Sheet.Cell cell, String unit) {
        troubles.add(
                cell.ref(),
                new Text(
                        "单位“" + unit + "”与这一项不合，没有用",
                        "The unit \"" + unit + "\" does not fit this item; it was not used"),
                new Text("请核对单位", "Check the unit"));
        return null;
    }

    /** 0.35 under % may be meant as 35 % or as 0.35 %. */
    private BigDecimal share(Sheet.Cell cell, BigDecimal number, String unit) {
        Units.Unit known = Units.of(unit);
        boolean percent = known != null && known.kind() == TableColumn.Kind.SHARE;
        if (number.signum() == 0 || percent && number.compareTo(BigDecimal.ONE) > 0) {
            return number.movePointLeft(2);
        }
        String shown = cell.text();
        troubles.add(
                cell.ref(),
                new Text(
                        "比例“" + shown + "”看不出是不是百分数，没有用",
                        "It cannot be told whether the share \"" + shown + "\" is in percent; it was not used"),
                new Text("请在这一格里写明百分号，如 35%", "Write the percent sign in the cell, such as 35%"));
        return null;
    }

    private BigDecimal inUnit(TableColumn column, Sheet.Cell cell, BigDecimal number, String unit) {
        if (unit.isEmpty()) {
            return number;
        }
        Units.Unit known = Units.of(unit);
        boolean plain = column.kind() == TableColumn.Kind.COUNT || column.kind() == TableColumn.Kind.NUMBER;
        if (known == null) {
            return plain ? number : wrongUnit(cell, unit);
        }
        boolean counted = known.kind() == TableColumn.Kind.COUNT || known.kind() == TableColumn.Kind.NUMBER;
        boolean fits = plain && counted || known.kind() == column.kind() || column == TableColumn.QUANTITY;
        if (!fits) {
            return wrongUnit(cell, unit);
        }
        BigDecimal converted = Units.converted(number, known);
        if (converted.compareTo(number) != 0) {
            String to = switch (known.kind()) {
                case AREA -> "m²";
                case HOURS -> "h";
                default -> "m";
            };
            String both = cell.text() + (cell.number() == null ? "" : " " + unit) + " = "
                    + Written.plain(converted.stripTrailingZeros()) + " " + to;
            troubles.add(cell.ref(), new Text("已换算：" + both, "Converted: " + both), new Text("请核对", "Please check"));
        }
        return converted;
    }
}
