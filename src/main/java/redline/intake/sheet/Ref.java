package redline.intake.sheet;

/** The place of a cell, both from 0. */
record Ref(int row, int column) {

    /** {@code B5} is row 4, column 1; {@code $} is left out. Null where it is no cell of a sheet. */
    static Ref of(String written) {
        String plain = written.replace("$", "");
        int letters = 0;
        int column = 0;
        while (letters < plain.length() && letters < 4 && letter(plain.charAt(letters)) > 0) {
            column = column * 26 + letter(plain.charAt(letters));
            letters++;
        }
        String digits = plain.substring(letters);
        if (letters == 0 || letters > 3 || !digits.matches("\\d{1,7}")) {
            return null;
        }
        int row = Integer.parseInt(digits);
        boolean inside = row >= 1 && row <= SheetLimits.ROWS && column <= SheetLimits.COLUMNS;
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
