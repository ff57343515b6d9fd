package redline.measure;

import redline.quantity.Text;

/**
 * One thing that is not known. {@code path} leads into the scheme file ({@code buildings[3#].height}, {@code sides}) or names a
 * parameter or setting ({@code gb-50016-2014/parameters/x}); {@code kind} decides who is asked.
 */
public record Missing(String path, Text label, Kind kind) {
    /** FACT → applicant; BASIS (parameter or setting unset, sources disagree) → policy staff. */
    public enum Kind {
        FACT,
        BASIS
    }

    public static Missing fact(String path, String zh, String en) {
        return new Missing(path, new Text(zh, en), Kind.FACT);
    }
}
