package redline.intake;

import redline.quantity.Text;

/** A file that cannot be made into a tree; caught by {@link Tree}, never seen outside the package. */
final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final transient Text what;
    private final transient Text remedy;

    Unreadable(int line, Text what, Text remedy) {
        super(what.en());
        this.line = line;
        this.what = what;
        this.remedy = remedy;
    }

    Complaint in(String file) {
        return new Complaint(file, line, "", what, remedy);
    }
}
