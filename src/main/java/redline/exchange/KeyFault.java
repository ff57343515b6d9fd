package redline.exchange;

import redline.quantity.Text;

/** A file of keys that cannot be used; what an operator put there, not what anybody handed in. */
public final class KeyFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Text what;

    KeyFault(String file, String zh, String en) {
        super(file + " " + en);
        this.what = new Text(file + " " + zh, file + " " + en);
    }

    KeyFault because(Throwable cause) {
        initCause(cause);
        return this;
    }

    /** With the file, and what to do. */
    public Text what() {
        return what;
    }
}
