package redline.seal;

import redline.quantity.Text;

/** Why nothing was sealed, or a list of authorities is none: what is wrong with a file, a password or another machine, and what to do. */
public final class SealFault extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Text what;

    SealFault(String zh, String en) {
        super(en);
        this.what = new Text(zh, en);
    }

    SealFault because(Throwable cause) {
        initCause(cause);
        return this;
    }

    public Text what() {
        return what;
    }
}
