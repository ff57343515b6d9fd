package redline.measure;

import redline.quantity.Text;
import redline.scheme.Holder;

/**
 * One thing that is not known. {@code path} leads into the scheme file ({@code buildings[3#].height}, {@code sides}) or names a
 * parameter or setting ({@code gb-50016-2014/parameters/x}); {@code kind} decides who is asked.
 */
public record Missing(String path, Text label, Kind kind) {
    /**
     * FACT → applicant; HELD (a layer that the reviewing authority keeps itself) → the authority; BASIS (parameter or setting unset,
     * sources disagree) → policy staff; ACCURACY (the drawing is no better than the margin) → designer or surveyor.
     */
    public enum Kind {
        FACT,
        HELD,
        BASIS,
        ACCURACY
    }

    /** Something of the scheme; who has it follows from what it is. */
    public static Missing fact(String path, Text label) {
        return new Missing(path, label, Holder.of(path) == Holder.AUTHORITY ? Kind.HELD : Kind.FACT);
    }

    public static Missing fact(String path, String zh, String en) {
        return fact(path, new Text(zh, en));
    }
}
