package redline.rulepack;

/** Kleene's three values, weakest first: {@code and} is the smaller, {@code or} the larger. */
enum Truth {
    FALSE,
    UNKNOWN,
    TRUE;

    Truth and(Truth other) {
        return compareTo(other) <= 0 ? this : other;
    }

    Truth or(Truth other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
