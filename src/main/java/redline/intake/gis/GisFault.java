package redline.intake.gis;

import redline.quantity.Text;

/** Why a shape or a file cannot be used; complaints are made of it, it never leaves the package. */
final class GisFault extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Text what;
    private final transient Text remedy;

    GisFault(Text what, Text remedy) {
        super(what.en(), null, false, false);
        this.what = what;
        this.remedy = remedy;
    }

    Text what() {
        return what;
    }

    Text remedy() {
        return remedy;
    }
}
