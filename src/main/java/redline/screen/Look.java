package redline.screen;

import redline.finding.Verdict;

/** Class of a verdict in the style sheet. */
final class Look {
    private Look() {}

    static String of(Verdict verdict) {
        return switch (verdict) {
            case VIOLATION -> "violation";
            case UNDETERMINED -> "undetermined";
            case PASS -> "pass";
            case NOT_APPLICABLE -> "none";
        };
    }
}
