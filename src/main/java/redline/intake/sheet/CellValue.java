package redline.intake.sheet;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.apache.poi.ss.usermodel.DateUtil;
import redline.quantity.Text;

/** What a cell says, by its type and its format. */
record CellValue(SheetPart.Lent lent, SheetTroubles troubles) {
    private static final double LAST_DAY = 2_958_466; // after 9999-12-31, where Excel's dates end

    /** @param inline the value is a text of the cell's own, not a value */
    void set(Draft cell, String raw, boolean inline, String style) throws SheetFault {
        switch (cell.type) {
            case "s" -> shared(cell, raw);
            case "str", "inlineStr", "d" -> own(cell, raw);
            case "b" -> cell.text = XmlPart.truth(raw.strip()) ? "TRUE" : "FALSE";
            case "e" -> fault(cell, raw);
            default -> {
                if (inline) {
                    own(cell, raw);
                } else {
                    number(cell, raw, style);
                }
            }
        }
    }

    private void shared(Draft cell, String raw) {
        String text = lent.texts().get(raw);
        if (text == null) {
            troubles.add(
                    cell.ref(),
                    new Text("这一格的文字在文件里找不到，按未填看", "The text of this cell is not in the file; taken as not filled in"),
                    new Text(
                            "请用 Excel 或 WPS 打开，填好后另存为新的 .xlsx",
                            "Open it in Excel or WPS, fill it in and save it as a new .xlsx"));
        } else {
            text(cell, text);
        }
    }

    private void own(Draft cell, String raw) throws SheetFault {
        lent.budget().spend(raw.length(), troubles.sheet());
        if (raw.length() > SheetLimits.CELL_TEXT) {
            troubles.add(cell.ref(), tooLong(), new Text("请缩短这一格的文字", "Shorten the text of this cell"));
        }
        text(cell, Written.text(Written.unescaped(raw)));
    }

    static Text tooLong() {
        return new Text(
                "文字长于 " + SheetLimits.CELL_TEXT + " 字，只取开头",
                "A text longer than " + SheetLimits.CELL_TEXT + " characters; only its beginning is taken");
    }

    private static void text(Draft cell, String text) {
        cell.text = text;
        cell.number = cell.type.equals("d") ? null : Written.number(text);
    }

    private void fault(Draft cell, String raw) {
        cell.text = Written.text(raw);
        troubles.add(
                cell.ref(),
                new Text(
                        "这一格算不出来：" + SheetPart.brief(cell.text),
                        "This cell has no result: " + SheetPart.brief(cell.text)),
                new Text("请改好公式或所引用的数，重新计算后保存", "Mend the formula or the numbers it uses, recalculate and save"));
    }

    private void number(Draft cell, String raw, String style) {
        BigDecimal stored = Written.stored(raw);
        if (stored == null) {
            cell.text = Written.text(raw);
            if (!raw.isBlank()) {
                troubles.add(
                        cell.ref(),
                        new Text(
                                "“" + SheetPart.brief(cell.text) + "”不是有限的数，按未填看",
                                "\"" + SheetPart.brief(cell.text)
                                        + "\" is not a finite number; taken as not filled in"),
                        new Text("请重新填写这一格", "Fill in this cell again"));
            }
            return;
        }
        cell.stored = stored;
        CellFormats.Kind kind = lent.formats().of(style);
        String date = kind == CellFormats.Kind.DATE ? date(stored.doubleValue()) : null;
        if (date != null) {
            cell.text = date;
            return;
        }
        cell.number = stored;
        cell.text = kind == CellFormats.Kind.PERCENT ? Written.percent(stored) : Written.plain(stored);
    }

    /** ISO 8601; null where the number is no date. */
    private String date(double days) {
        if (days < 0 || days >= LAST_DAY) {
            return null;
        }
        LocalDateTime moment = DateUtil.getLocalDateTime(days, lent.date1904(), true);
        if (moment == null) {
            return null;
        }
        if (days < 1 && !lent.date1904()) {
            return moment.toLocalTime().toString();
        }
        return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? moment.toLocalDate().toString()
                : moment.toString();
    }
}
