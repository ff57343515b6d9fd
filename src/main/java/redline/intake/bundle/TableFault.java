package redline.intake.bundle;

import redline.quantity.Text;

/** A row of a table in {@code templates/upload} that cannot be read; what the office edits, not what an applicant hands in. */
public final class TableFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Text what;

    TableFault(String file, int line, String zh, String en) {
        super("templates/upload/" + file + (line > 0 ? ":" + line : "") + " " + en);
        String place = "templates/upload/" + file + (line > 0 ? ":" + line : "") + " ";
        this.what = new Text(place + zh, place + en);
    }

    /** With file and line. */
    public Text what() {
        return what;
    }
}
