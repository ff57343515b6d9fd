package redline.cli;

import redline.finding.Verdict;

/** Exit codes; programs rely on them. */
final class Exit {
    static final int COMPLIES = 0;
    static final int VIOLATIONS = 1;
    /** Of {@code audit verify}: the log was tampered with. */
    static final int BROKEN = 1;

    static final int BAD_INPUT = 2;
    static final int UNDETERMINED = 3;
    static final int PACK_FAULT = 4;
    static final int BUG = 70;

    private Exit() {}

    static int of(Verdict overall) {
        return switch (overall) {
            case PASS -> COMPLIES;
            case VIOLATION -> VIOLATIONS;
            case UNDETERMINED -> UNDETERMINED;
            case NOT_APPLICABLE -> throw new IllegalStateException("a whole scheme is never not applicable");
        };
    }
}
