package redline.review;

import java.util.List;
import redline.paper.Held;
import redline.quantity.Language;
import redline.report.Reader;
import redline.report.Words;

/**
 * A finding that stays out of the papers, as pages tell it.
 *
 * @param title of its rule
 * @param values what has to be looked up, each with document, clause and grade
 */
record HeldLine(String title, String subject, List<String> values) {
    static HeldLine of(Held held, Language language) {
        return new HeldLine(
                held.finding().rule().title().in(language),
                new Reader(Words.of(language)).subject(held.finding()),
                held.values().stream()
                        .map(value -> value.source().in(language) + " " + value.where(language) + " · "
                                + value.grade().title().in(language))
                        .distinct()
                        .toList());
    }
}
