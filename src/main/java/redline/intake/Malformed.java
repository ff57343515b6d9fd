package redline.intake;

import redline.quantity.Text;

/** A value that cannot be read: what is wrong with it and how to mend it. {@link Fields} adds the place. */
final class Malformed extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Text what;
    private final transient Text remedy;

    Malformed(Text what, Text remedy) {
        super(what.en());
        this.what = what;
        this.remedy = remedy;
    }

    /** A value of another type than {@code kind} asks for. */
    static Malformed type(Node found, String kind) {
        return new Malformed(Remedies.found(found), Remedies.asked(kind));
    }

    Malformed because(Throwable cause) {
        initCause(cause);
        return this;
    }

    Text what() {
        return what;
    }

    Text remedy() {
        return remedy;
    }
}
