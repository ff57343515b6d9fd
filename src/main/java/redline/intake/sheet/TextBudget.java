package redline.intake.sheet;

/** The characters of all texts of a workbook, against {@link SheetLimits#TEXT}. */
final class TextBudget {
    private long spent;

    void spend(int characters, String part) throws SheetFault {
        spent += characters;
        if (spent > SheetLimits.TEXT) {
            String most = SheetLimits.TEXT / 1024 / 1024 + " M";
            throw SheetFault.tooLarge(part, "文字多于 " + most + " 字", "More than " + most + " characters of text");
        }
    }
}
