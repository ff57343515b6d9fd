package redline.review;

import redline.casefile.Decisions;
import redline.casefile.Decisions.Decision;
import redline.casefile.Decisions.Second;
import redline.finding.Conclusion;
import redline.finding.Finding;

/**
 * How far a finding is decided on, as its row says.
 *
 * @param kind null where nothing is decided
 */
record Mark(State state, Decisions.Kind kind) {
    /** In lower case it stands in the page, for the filters. */
    enum State {
        /** Wants a word that nobody has said. */
        OPEN,
        DECIDED,
        /** For the second person. */
        WAITING,
        RETURNED,
        /** Wants no word. */
        NONE;

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** @param decision null where there is none */
    static Mark of(Finding finding, Decision decision) {
        if (decision != null) {
            return new Mark(state(decision.second()), decision.kind());
        }
        return new Mark(
                switch (Conclusion.groupOf(finding)) {
                    case MUST_CHANGE, UNDETERMINED, PASS -> State.OPEN;
                    case OTHER_AUTHORITY, LATER_STAGE, ADVICE, NOT_APPLICABLE -> State.NONE;
                },
                null);
    }

    private static State state(Second second) {
        return switch (second) {
            case NONE, AGREED -> State.DECIDED;
            case WAITING -> State.WAITING;
            case RETURNED -> State.RETURNED;
        };
    }
}
