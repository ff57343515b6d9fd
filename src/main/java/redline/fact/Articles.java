package redline.fact;

import java.util.ArrayList;
import java.util.List;
import redline.measure.Missing;
import redline.measure.Names;
import redline.quantity.Text;
import redline.scheme.ConditionLine;
import redline.scheme.Letter;
import redline.scheme.Subject;

/**
 * The articles of the letters whose text is there. One was turned into a value where a line names it; where no line does, and a line
 * does not say which article it is of, that is unknown. Without the letters it is unknown which articles there are.
 */
final class Articles {
    private final Absences absences;

    Articles(Absences absences) {
        this.absences = absences;
    }

    List<Fact> of(List<Letter> letters) {
        if (letters == null) {
            Subject any = Names.notSupplied(Subject.Kind.ARTICLE);
            absences.of("Article", null, any.id()).notSupplied(List.of(Conditions.letters()));
            return List.of(new Fact.Article(null, any, null, null, null));
        }
        List<Fact> facts = new ArrayList<>();
        letters.forEach(
                letter -> Projection.each(letter.articles()).forEach(article -> facts.add(article(letter, article))));
        return facts;
    }

    private Fact article(Letter letter, Letter.Article article) {
        String id = letter.id() + "/" + article.id();
        String text = article.text() == null ? "" : article.text();
        Text name = new Text(
                "规划条件 " + article.id() + (text.isEmpty() ? "" : ":" + text),
                "planning conditions " + article.id() + (text.isEmpty() ? "" : ": " + text));
        Boolean valued = null;
        List<ConditionLine> lines = letter.lines();
        List<Missing> missing = lacking(letter);
        if (Projection.each(lines).anyMatch(line -> article.id().equals(line.article()))) {
            valued = true;
        } else if (missing.isEmpty()) {
            valued = false;
        } else {
            absences.of("Article", id, "?").lacks("valued", missing);
        }
        return new Fact.Article(
                id, new Subject(Subject.Kind.ARTICLE, id, name), Conditions.number(letter), article.id(), valued);
    }

    /** Which lines do not say what article they are of. */
    private static List<Missing> lacking(Letter letter) {
        if (letter.lines() == null) {
            return List.of(Conditions.place(letter).lacks("lines", "条款", "lines"));
        }
        return letter.lines().stream()
                .filter(line -> line.article() == null)
                .map(line -> Conditions.placeOf(letter, line).lacks("article", "条款号", "article"))
                .toList();
    }
}
