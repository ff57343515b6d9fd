package redline.intake.sheet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import redline.quantity.Text;

/** Reads one sheet, cell by cell; what it adds up is exact also where there are too many cells to keep. */
final class SheetPart {
    /** What the whole workbook lends to its sheets. */
    record Lent(SharedTexts texts, CellFormats formats, boolean date1904, TextBudget budget, CellBudget cells) {}

    private static final int TOLD = 1_000;

    private final XmlPart xml;
    private final Lent lent;
    private final SheetTroubles troubles;
    private final SheetData data = new SheetData();
    private final Map<String, SharedFormula> shared = new HashMap<>();
    /** Characters of shared formulas moved to their cells. */
    private long moved;

    private int row = -1;
    private int column = -1;

    private SheetPart(XmlPart xml, Lent lent, SheetTroubles troubles) {
        this.xml = xml;
        this.lent = lent;
        this.troubles = troubles;
    }

    /** @param master the formula as written, with the place it was written for */
    private record SharedFormula(String master, Ref at) {}

    static SheetData read(XmlPart xml, Lent lent, SheetTroubles troubles) throws SheetFault {
        SheetPart part = new SheetPart(xml, lent, troubles);
        part.read();
        return part.data;
    }

    private void read() throws SheetFault {
        boolean inside = false;
        while (xml.next()) {
            if (xml.starts("sheetData")) {
                inside = true;
            } else if (xml.ends("sheetData")) {
                inside = false;
            } else if (inside && xml.starts("row")) {
                row();
            } else if (inside && xml.starts("c")) {
                cell();
            } else if (xml.starts("col") && XmlPart.truth(xml.attribute("hidden"))) {
                hiddenColumns();
            } else if (xml.starts("mergeCell")) {
                merged(xml.attribute("ref"));
            }
        }
    }

    private void row() {
        String written = xml.attribute("r");
        Ref given = written == null ? null : Ref.of("A" + written);
        row = given == null ? row + 1 : given.row();
        column = -1;
        if (XmlPart.truth(xml.attribute("hidden")) && data.hiddenRows.size() < TOLD) {
            data.hiddenRows.add(row + 1);
        }
    }

    private void hiddenColumns() {
        int first = small(xml.attribute("min"));
        int last = Math.min(small(xml.attribute("max")), SheetLimits.COLUMNS);
        for (int i = Math.max(1, first); i <= last && data.hiddenColumns.size() < TOLD; i++) {
            data.hiddenColumns.add(i - 1);
        }
    }

    private static int small(String written) {
        return written != null && written.matches("\\d{1,6}") ? Integer.parseInt(written) : 0;
    }

    private void merged(String written) {
        String[] ends = written == null ? new String[0] : written.split(":");
        Ref first = ends.length == 0 ? null : Ref.of(ends[0]);
        Ref last = ends.length == 2 ? Ref.of(ends[1]) : first;
        data.merged++;
        if (first != null && last != null && data.ranges.size() < SheetLimits.MERGED) {
            data.ranges.add(new SheetData.Range(
                    Math.min(first.row(), last.row()),
                    Math.min(first.column(), last.column()),
                    Math.max(first.row(), last.row()),
                    Math.max(first.column(), last.column())));
        }
    }

    private void cell() throws SheetFault {
        String written = xml.attribute("r");
        Ref at = written == null ? null : Ref.of(written);
        if (written != null && at == null) {
            troubles.add(
                    "",
                    new Text(
                            "单元格的位置“" + brief(written) + "”不存在，按前一格的右边算",
                            "The cell \"" + brief(written)
                                    + "\" cannot exist; taken as the one right of the cell before"),
                    new Text("请用 Excel 或 WPS 打开，另存为新的 .xlsx", "Open it in Excel or WPS and save it as a new .xlsx"));
        }
        column = at == null ? column + 1 : at.column();
        String type = xml.attribute("t");
        String style = xml.attribute("s");
        Draft cell = new Draft(at == null ? Math.max(row, 0) : at.row(), column, type == null ? "n" : type);
        if (fill(cell, style)) {
            count(cell);
        }
    }

    /** Reads what is inside the cell. False where there is nothing: it has a format only. */
    private boolean fill(Draft cell, String style) throws SheetFault {
        String value = null;
        String inline = null;
        boolean formula = false;
        while (xml.next() && !xml.ends("c")) {
            if (xml.starts("v")) {
                value = xml.text();
            } else if (xml.starts("is")) {
                inline = SharedTexts.rich(xml);
            } else if (xml.starts("f")) {
                formula(cell);
                formula = true;
            }
        }
        if (value == null && inline == null && !formula) {
            return false;
        }
        if (formula && value == null && inline == null) {
            cell.unsaved = true;
        } else {
            new CellValue(lent, troubles).set(cell, value == null ? inline : value, inline != null, style);
        }
        return true;
    }

    private void formula(Draft cell) throws SheetFault {
        String kind = xml.attribute("t");
        String index = xml.attribute("si");
        String text = xml.text().strip();
        lent.budget().spend(text.length(), xml.part());
        data.formulas++;
        cell.array = "array".equals(kind) || "dataTable".equals(kind);
        cell.formula = text;
        if (!"shared".equals(kind) || index == null) {
            return;
        }
        if (!text.isEmpty()) {
            shared.put(index, new SharedFormula(text, new Ref(cell.row, cell.column)));
            return;
        }
        SharedFormula master = shared.get(index);
        // beyond what is recomputed it is only known that there is a formula
        if (master != null
                && data.keeps
                && moved <= SheetLimits.RECOMPUTED_TEXT
                && master.master().length() <= SheetLimits.FORMULA) {
            cell.formula = FormulaShift.moved(
                    master.master(),
                    cell.row - master.at().row(),
                    cell.column - master.at().column());
            moved += cell.formula.length();
            lent.budget().spend(cell.formula.length(), xml.part());
        }
    }

    private void count(Draft cell) throws SheetFault {
        lent.cells().spend(xml.part());
        data.types.merge(cell.type, 1, Integer::sum);
        data.cells++;
        if (cell.type.equals("n") && cell.stored != null) {
            data.numeric++;
            data.sum = data.sum.add(cell.stored);
        }
        if (!data.keeps) {
            return;
        }
        if (lent.cells().keep()) {
            data.drafts.add(cell);
        } else {
            lent.cells().release(data.drafts.size());
            data.keeps = false;
            data.drafts.clear();
        }
    }

    static String brief(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }

    /** The cells of the whole workbook, counted and kept. */
    static final class CellBudget {
        private int counted;
        private int kept;

        private void spend(String part) throws SheetFault {
            if (++counted > SheetLimits.CELLS) {
                throw SheetFault.tooLarge(
                        part,
                        "填了的单元格多于 " + SheetLimits.CELLS + " 个",
                        "More than " + SheetLimits.CELLS + " filled cells");
            }
        }

        private boolean keep() {
            return ++kept <= SheetLimits.KEPT_CELLS;
        }

        private void release(int cells) {
            kept -= cells + 1;
        }
    }

    /** What was read of a sheet. */
    static final class SheetData {
        final TreeMap<String, Integer> types = new TreeMap<>();
        final List<Draft> drafts = new ArrayList<>();
        final List<Range> ranges = new ArrayList<>();
        final TreeSet<Integer> hiddenRows = new TreeSet<>();
        final TreeSet<Integer> hiddenColumns = new TreeSet<>();
        int cells;
        int numeric;
        int formulas;
        int merged;
        BigDecimal sum = BigDecimal.ZERO;
        /** False where the sheet has too many cells to keep. */
        boolean keeps = true;

        record Range(int top, int left, int bottom, int right) {}
    }
}
