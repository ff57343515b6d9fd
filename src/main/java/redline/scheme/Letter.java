package redline.scheme;

import java.time.LocalDate;
import java.util.List;

/**
 * A planning-conditions letter (规划条件). {@code complete} true: what it does not mention is not required; otherwise it is
 * unknown. {@code incorporates}: null = not known, empty = none. {@code grade}: how the text was seen — OFFICIAL | SECONDARY |
 * UNCONFIRMED | EXAMPLE; null counts as UNCONFIRMED (typed in, not yet confirmed against the letter).
 */
public record Letter(
        String id,
        String parcel,
        String number,
        LocalDate issued,
        String grade,
        Boolean complete,
        List<Incorporation> incorporates,
        List<ConditionLine> lines) {
    /** A pack that the letter makes binding, with the sentence that does so. */
    public record Incorporation(String pack, String sentence) {}
}
