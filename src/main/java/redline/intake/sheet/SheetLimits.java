package redline.intake.sheet;

/** How much of a workbook or a CSV file is read; far more than any table of indicators, too little to stop a server with. */
public final class SheetLimits {
    /** Parts of the package. */
    public static final int PARTS = 10_000;
    /** Bytes of all parts that are read, unpacked. */
    public static final long UNPACKED = 192L * 1024 * 1024;
    /** A part may be so many times its packed size; Excel's own sheets stay below 60. */
    public static final int RATIO = 200;
    /** Parts up to this size are small whatever their ratio. */
    public static final long SMALL = 1024 * 1024;
    /** Bytes between two angle brackets. */
    public static final int TOKEN = 8 * 1024 * 1024;
    /** Elements within elements. */
    public static final int DEPTH = 64;

    public static final int SHEETS = 1_000;
    /** Filled cells that are counted. */
    public static final int CELLS = 3_000_000;
    /** Filled cells of the whole file that are kept as cells; a sheet that goes beyond is only counted. */
    public static final int KEPT_CELLS = 200_000;

    public static final int SHARED_TEXTS = 2_000_000;
    /** Characters of all texts. */
    public static final long TEXT = 64L * 1024 * 1024;
    /** Characters of one cell: Excel's own limit. */
    public static final int CELL_TEXT = 32_767;

    public static final int MERGED = 50_000;
    public static final int ROWS = 1_048_576;
    public static final int COLUMNS = 16_384;

    /** Formulas are recomputed in workbooks of up to so many kept cells. */
    public static final int RECOMPUTED_CELLS = 10_000;
    /** Cells that all recomputed formulas together may look at. */
    public static final long RECOMPUTED_LOOKS = 2_000_000;
    /** Characters of all formulas of a workbook that is recomputed. */
    public static final int RECOMPUTED_TEXT = 500_000;
    /** Excel allows 8192 characters; what people write in a table of areas is shorter. */
    public static final int FORMULA = 2_000;

    /** Complaints of one kind told for one sheet. */
    public static final int OF_A_KIND = 20;

    /** Rows of one file that are tried as the header of a table. */
    static final int HEADERS = 2_000;
    /** Cells of a row that may be a header. */
    static final int HEADER_CELLS = 300;

    private SheetLimits() {}
}
