package redline.scheme;

import java.time.LocalDate;
import java.util.List;

/**
 * A planning-conditions letter (规划条件). {@code complete} true: what it does not mention is not required; otherwise it is
 * unknown. {@code incorporates}: null = not known, empty = none. {@code grade}: how the text was seen — OFFICIAL | SECONDARY |
 * UNCONFIRMED | EXAMPLE; null counts as UNCONFIRMED (typed in, not yet confirmed against the letter). {@code articles}: the text
 * of the letter article by article, null = not typed in; an article that no line is of has to be judged by a person.
 */
public record Letter(
        String id,
        String parcel,
        String number,
        LocalDate issued,
        String grade,
        Boolean complete,
        List<Incorporation> incorporates,
        List<ConditionLine> lines,
        List<Article> articles) {
    /** @param id its number as printed, unique within the letter, for example 第3条 */
    public record Article(String id, String text) {}

    /** A pack that the letter makes binding, with the sentence that does so. */
    public record Incorporation(String pack, String sentence) {}
}
