package redline.intake.sheet;

/** The place of a cell, both from 0. */
record Ref(int row, int column) {

    /** {@code B5} is row 4, column 1; {@code $} is left out. Null where it is no cell of a sheet. */
    static Ref of(String written) {
        int column = 0;
        int letters = 0;
        int row = 0;
        int digits = 0;
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            int letter = letter(c);
            if (letter > 0 && digits == 0 && ++letters <= 3) {
                column = column * 26 + letter;
            } else if (c >= '0' && c <= '9' && letters > 0 && ++digits <= 7) {
                row = row * 10 + (c - '0');
            } else if (c != '$') {
                return null;
            }
        }
        boolean inside = row >= 1 && row <= SheetLimits.ROWS && column >= 1 && column <= SheetLimits.COLUMNS;
        return inside ? new Ref(row - 1, column - 1) : null;
    }

    private static int letter(char c) {
        return c >= 'A' && c <= 'Z' ? c - 'A' + 1 : c >= 'a' && c <= 'z' ? c - 'a' + 1 : 0;
    }

    static String name(int row, int column) {
        return letters(column) + (row + 1);
    }

    static String letters(int column) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
            letters.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return letters.toString();
    }

    @Override
    public String toString() {
        return name(row, column);
    }
}
