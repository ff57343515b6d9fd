package redline.intake.sheet;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.CellValue;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import redline.intake.file.Troubles;
import redline.quantity.Text;

/**
 * Computes formulas again and compares them with the results that the file holds, which are the ones that are used. Apache POI computes,
 * on a workbook built here from the cells that were read: it never sees the file, so strict files are recomputed like others, and nothing
 * outside can be reached.
 */
final class Recalculation {
    /** Sums of binary numbers in another order differ by less. */
    private static final double TOLERANCE = 1e-9;

    private final Troubles troubles;
    private final Map<String, String> names;
    private final List<Named> sheets = new ArrayList<>();
    private final List<Formula> formulas = new ArrayList<>();
    private int agreed;
    private int differed;

    record Named(String name, SheetPart.SheetData data) {}

    private record Formula(String sheet, Draft draft, Cell cell) {}

    Recalculation(Map<String, String> names, Troubles troubles) {
        this.names = names;
        this.troubles = troubles;
    }

    void add(String sheet, SheetPart.SheetData data) {
        sheets.add(new Named(sheet, data));
    }

    /** Of the whole workbook. */
    int formulas() {
        return sheets.stream().mapToInt(sheet -> sheet.data().formulas).sum();
    }

    /** How many results were computed again. */
    int recomputed() {
        return agreed + differed;
    }

    void run() {
        int cells = 0;
        long text = 0;
        boolean any = false;
        for (Named sheet : sheets) {
            if (!sheet.data().keeps) {
                return;
            }
            cells += sheet.data().drafts.size();
            text += sheet.data().drafts.stream()
                    .filter(cell -> cell.formula != null)
                    .mapToLong(cell -> cell.formula.length())
                    .sum();
            if (cells > SheetLimits.RECOMPUTED_CELLS || text > SheetLimits.RECOMPUTED_TEXT) {
                return;
            }
            any |= sheet.data().drafts.stream().anyMatch(Recalculation::scoped);
        }
        if (!any) {
            return;
        }
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            fill(book);
            compute(book);
        } catch (IOException | RuntimeException | StackOverflowError beyond) {
            // POI cannot hold these cells; the stored results stand, and their number says that they were not
            // recomputed
            return;
        }
    }

    private static boolean scoped(Draft cell) {
        return cell.formula != null && !cell.array && FormulaScope.holds(cell.formula);
    }

    private void fill(XSSFWorkbook book) {
        // all sheets first: a formula may name any of them
        sheets.forEach(sheet -> book.createSheet(sheet.name()));
        names.forEach((name, range) -> {
            if (FormulaScope.isRange(range) && FormulaScope.looks(range) <= SheetLimits.RECOMPUTED_CELLS) {
                name(book, name, range);
            }
        });
        long looks = 0;
        for (int i = 0; i < sheets.size(); i++) {
            XSSFSheet target = book.getSheetAt(i);
            for (Draft draft : sheets.get(i).data().drafts) {
                Row row = target.getRow(draft.row) == null ? target.createRow(draft.row) : target.getRow(draft.row);
                Cell cell = row.createCell(draft.column);
                store(cell, draft);
                if (scoped(draft)) {
                    looks += FormulaScope.looks(draft.formula) + (names.isEmpty() ? 0 : 100);
                    if (looks <= SheetLimits.RECOMPUTED_LOOKS) {
                        formula(sheets.get(i).name(), draft, cell);
                    }
                }
            }
        }
    }

    private static void name(XSSFWorkbook book, String name, String range) {
        Name defined = book.createName();
        try {
            defined.setNameName(name);
            defined.setRefersToFormula(range);
        } catch (RuntimeException unusable) {
            book.removeName(defined);
        }
    }

    private static void store(Cell cell, Draft draft) {
        switch (draft.type) {
            case "b" -> cell.setCellValue(draft.text.equals("TRUE"));
            case "e" -> {
                if (FormulaError.isValidCode(code(draft.text))) {
                    cell.setCellErrorValue((byte) code(draft.text));
                }
            }
            default -> {
                if (draft.stored != null) {
                    cell.setCellValue(draft.stored.doubleValue());
                } else if (!draft.unsaved) {
                    cell.setCellValue(draft.text);
                }
            }
        }
    }

    private static int code(String error) {
        for (FormulaError known : FormulaError.values()) {
            if (known.getString().equals(error)) {
                return known.getCode();
            }
        }
        return -1;
    }

    private void formula(String sheet, Draft draft, Cell cell) {
        try {
            cell.setCellFormula(draft.formula);
            formulas.add(new Formula(sheet, draft, cell));
        } catch (RuntimeException notUnderstood) {
            store(cell, draft);
        }
    }

    private void compute(XSSFWorkbook book) {
        FormulaEvaluator evaluator = book.getCreationHelper().createFormulaEvaluator();
        for (Formula formula : formulas) {
            try {
                compare(formula, evaluator.evaluate(formula.cell()));
            } catch (RuntimeException notComputed) {
                // one formula that POI does not know; the others are still compared
                continue;
            }
        }
    }

    private void compare(Formula formula, CellValue computed) {
        Draft draft = formula.draft();
        if (computed == null || draft.unsaved || draft.type.equals("e")) {
            return;
        }
        if (computed.getCellType() == CellType.NUMERIC && draft.stored != null) {
            double stored = draft.stored.doubleValue();
            double difference = Math.abs(stored - computed.getNumberValue());
            boolean agrees = difference <= TOLERANCE * Math.max(1, Math.abs(stored));
            tell(formula, agrees, shown(computed.getNumberValue()));
        } else if (computed.getCellType() == CellType.ERROR
                && computed.getErrorValue() == FormulaError.DIV0.getCode()
                && draft.stored != null) {
            tell(formula, false, FormulaError.DIV0.getString());
        }
    }

    private static String shown(double number) {
        return Double.isFinite(number)
                ? Written.plain(
                        new BigDecimal(number).round(new MathContext(15)).stripTrailingZeros())
                : String.valueOf(number);
    }

    private void tell(Formula formula, boolean agrees, String computed) {
        if (agrees) {
            agreed++;
            return;
        }
        differed++;
        Draft draft = formula.draft();
        String stored = Written.plain(draft.stored);
        String written = "=" + SheetPart.brief(draft.formula);
        new SheetTroubles(formula.sheet(), troubles)
                .add(
                        draft.ref(),
                        new Text(
                                "公式 " + written + " 存的结果是 " + stored + "，重算是 " + computed + "，两者不一致",
                                "The formula " + written + " has the stored result " + stored + ", but computes to "
                                        + computed),
                        new Text(
                                "请在 Excel 或 WPS 中按 F9 重新计算，核对后保存",
                                "Recalculate in Excel or WPS (F9), check it and save"));
    }
}
