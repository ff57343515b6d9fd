package redline.intake.sheet;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which formulas are recomputed: arithmetic and the plain functions of tables of areas, whose cost is known before they run. No links to
 * other files, no functions that build texts, references or random numbers, none that look at the clock.
 */
final class FormulaScope {
    private static final Set<String> FUNCTIONS = Set.of(
            "SUM",
            "AVERAGE",
            "MIN",
            "MAX",
            "COUNT",
            "COUNTA",
            "PRODUCT",
            "SUMPRODUCT",
            "SUMIF",
            "SUMIFS",
            "COUNTIF",
            "ROUND",
            "ROUNDUP",
            "ROUNDDOWN",
            "INT",
            "TRUNC",
            "CEILING",
            "FLOOR",
            "ABS",
            "MOD",
            "SQRT",
            "POWER",
            "IF",
            "IFERROR",
            "AND",
            "OR",
            "NOT",
            "SUBTOTAL",
            "VLOOKUP",
            "HLOOKUP",
            "INDEX",
            "MATCH");
    private static final Pattern FUNCTION = Pattern.compile("([\\p{L}_][\\p{L}\\d._]*)\\s*\\(");
    private static final Pattern SHEETS = Pattern.compile("[\\w\\p{L}']:[\\w\\p{L}']+!");
    private static final Pattern AREA =
            Pattern.compile("\\$?([A-Za-z]{1,3})\\$?(\\d{1,7}):\\$?([A-Za-z]{1,3})\\$?(\\d{1,7})");
    private static final Pattern WHOLE =
            Pattern.compile("\\$?[A-Za-z]{1,3}:\\$?[A-Za-z]{1,3}(?![\\w(])|(?<![\\w$])\\$?\\d{1,7}:\\$?\\d{1,7}");
    private static final Pattern RANGE = Pattern.compile(
            "(?:'[^'\\[]{1,40}'|[\\p{L}\\d_.]{1,40})!\\$?[A-Z]{1,3}\\$?\\d{1,7}(?::\\$?[A-Z]{1,3}\\$?\\d{1,7})?");
    private static final Pattern OUTSIDE = Pattern.compile("(?<![\\w\\p{L}\\[\\]])\\[\\d{1,4}\\][^!\\[\\]\"]{0,100}!");
    private static final int DEEPEST = 32;

    private FormulaScope() {}

    /** Cells and names of other workbooks, which a file refers to by number: {@code [1]Sheet1!A1}. Not tables, {@code Table1[2026]}. */
    static boolean leavesTheFile(String formula) {
        return OUTSIDE.matcher(formula).find();
    }

    static boolean holds(String formula) {
        if (formula.length() > SheetLimits.FORMULA || formula.isEmpty()) {
            return false;
        }
        String bare = formula.replaceAll("\"[^\"]*\"", "0");
        if (bare.indexOf('[') >= 0 || bare.indexOf('&') >= 0 || bare.indexOf('{') >= 0 || tooDeep(bare)) {
            return false;
        }
        if (SHEETS.matcher(bare).find()) {
            return false;
        }
        Matcher function = FUNCTION.matcher(bare.replaceAll("'[^']*'!", ""));
        while (function.find()) {
            if (!FUNCTIONS.contains(function.group(1).toUpperCase(Locale.ROOT))) {
                return false;
            }
        }
        return true;
    }

    private static boolean tooDeep(String formula) {
        int depth = 0;
        int signs = 0;
        for (int i = 0; i < formula.length(); i++) {
            char c = formula.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            signs = c == '-' || c == '+' || c == ' ' ? signs + 1 : 0;
            if (depth > DEEPEST || signs > DEEPEST) {
                return true;
            }
        }
        return false;
    }

    /** How many cells it may look at. */
    static long looks(String formula) {
        long looks = 1;
        Matcher area = AREA.matcher(formula);
        while (area.find()) {
            Ref one = Ref.of(area.group(1) + area.group(2));
            Ref other = Ref.of(area.group(3) + area.group(4));
            if (one != null && other != null) {
                looks += (1L + Math.abs(one.row() - other.row())) * (1L + Math.abs(one.column() - other.column()));
            }
        }
        Matcher whole = WHOLE.matcher(formula);
        while (whole.find()) {
            looks += SheetLimits.ROWS;
        }
        return looks;
    }

    /** A name for one plain range of the workbook. */
    static boolean isRange(String range) {
        return range.length() <= 100 && RANGE.matcher(range).matches();
    }
}
