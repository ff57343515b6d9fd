package redline.intake.sheet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import redline.quantity.Text;

/**
 * The part that lists the sheets.
 *
 * @param names of ranges, for formulas; those of the whole workbook only
 * @param asShown numbers were calculated as they are shown, not as they are stored
 */
record BookPart(
        List<Entry> sheets,
        Map<String, String> names,
        boolean date1904,
        boolean protectedStructure,
        boolean asShown,
        String encoding,
        boolean strict) {

    /** @param state {@code visible}, {@code hidden} or {@code veryHidden} */
    record Entry(String name, String state, String relation) {}

    private static final int MOST_NAMES = 5_000;

    static BookPart read(XmlPart part) throws SheetFault {
        List<Entry> sheets = new ArrayList<>();
        Map<String, String> names = new LinkedHashMap<>();
        boolean date1904 = false;
        boolean locked = false;
        boolean asShown = false;
        boolean strict = false;
        String encoding = part.encoding();
        while (part.next()) {
            if (part.starts() && part.depth() == 1) {
                mustBeWorkbook(part);
                strict = part.strict();
            } else if (part.starts("workbookPr")) {
                date1904 = XmlPart.truth(part.attribute("date1904"));
            } else if (part.starts("workbookProtection")) {
                locked = XmlPart.truth(part.attribute("lockStructure"));
            } else if (part.starts("calcPr")) {
                String full = part.attribute("fullPrecision");
                asShown = full != null && !XmlPart.truth(full);
            } else if (part.starts("sheet")) {
                sheets.add(sheet(part, sheets.size()));
            } else if (part.starts("definedName") && names.size() < MOST_NAMES) {
                name(part, names);
            }
        }
        return new BookPart(sheets, names, date1904, locked, asShown, encoding, strict);
    }

    private static Entry sheet(XmlPart part, int before) throws SheetFault {
        if (before >= SheetLimits.SHEETS) {
            throw SheetFault.tooLarge(
                    part.part(), "工作表多于 " + SheetLimits.SHEETS + " 张", "More than " + SheetLimits.SHEETS + " sheets");
        }
        String name = part.attribute("name");
        String state = part.attribute("state");
        boolean hidden = "hidden".equals(state) || "veryHidden".equals(state);
        return new Entry(
                name == null || name.isBlank() ? "Sheet" + (before + 1) : name,
                hidden ? state : "visible",
                part.relationship());
    }

    private static void name(XmlPart part, Map<String, String> names) throws SheetFault {
        String name = part.attribute("name");
        boolean whole = part.attribute("localSheetId") == null;
        String range = part.text();
        if (whole && name != null) {
            names.putIfAbsent(name, range);
        }
    }

    private static void mustBeWorkbook(XmlPart part) throws SheetFault {
        if (part.spreadsheet() && part.name().equals("workbook")) {
            return;
        }
        throw switch (part.name()) {
            case "document" -> notAWorkbook("Word 文档", "Word document");
            case "presentation" -> notAWorkbook("PowerPoint 演示文稿", "PowerPoint presentation");
            default -> SheetFault.damaged(part.part());
        };
    }

    static SheetFault notAWorkbook(String zh, String en) {
        return new SheetFault(
                "",
                new Text("这是 " + zh + "，不是工作簿", "This is a " + en + ", not a workbook"),
                new Text(
                        "请把表格复制到 Excel 或 WPS 表格中，另存为 .xlsx",
                        "Copy the tables into Excel or WPS and save them as .xlsx"));
    }
}
