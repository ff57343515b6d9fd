package redline.cli;

import redline.quantity.Text;

/** Something about the arguments or the files they name that the caller can mend. Exit code 2. */
final class BadUsage extends RuntimeException {
    private final transient Text what;

    BadUsage(String zh, String en) {
        super(en);
        this.what = new Text(zh, en);
    }

    BadUsage because(Throwable cause) {
        initCause(cause);
        return this;
    }

    Text what() {
        return what;
    }
}
