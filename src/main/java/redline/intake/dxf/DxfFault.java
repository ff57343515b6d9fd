package redline.intake.dxf;

import redline.quantity.Text;

/** A drawing that cannot be read on: where, what is wrong, how to mend it. */
public final class DxfFault extends Exception {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final transient Text what;
    private final transient Text remedy;

    DxfFault(int line, Text what, Text remedy) {
        super(what.en());
        this.line = line;
        this.what = what;
        this.remedy = remedy;
    }

    /** Counted from 1; 0 in a binary file, which has none. */
    public int line() {
        return line;
    }

    public Text what() {
        return what;
    }

    public Text remedy() {
        return remedy;
    }
}
