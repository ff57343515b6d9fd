package redline.rulepack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import redline.quantity.Text;
import redline.rulepack.Faults.Refusal;

/** Puts the names and texts of DRL where a sentence has its own words, from the top of a branch down. */
final class SentenceMeaning {
    private static final Pattern NAME = Pattern.compile("「([^「」]*)」");

    private final SentenceWords words;
    private final SentenceNames names;
    private final SayingScope scope = new SayingScope();
    /** Names in sentences that could not be read: whether they are bound is not known. */
    private final Set<String> overlooked = new TreeSet<>();

    private FactType own;

    SentenceMeaning(SentenceWords words, SentenceNames names) {
        this.words = words;
        this.names = names;
    }

    /** What is bound so far, by the words of the sentences. */
    Map<String, SayingScope.Meant> bound() {
        Map<String, SayingScope.Meant> bound = new LinkedHashMap<>();
        scope.names().forEach((name, meant) -> bound.put(names.said(name), meant));
        return bound;
    }

    /** A sentence was refused already; that its names are not bound is no further fault. */
    void overlook(String sentence) {
        Matcher name = NAME.matcher(sentence);
        while (name.find()) {
            overlooked.add(name.group(1));
        }
    }

    Saying of(Saying said) throws Refusal {
        if (said instanceof Saying.Require require) {
            own = null;
            return new Saying.Require(
                    known(require.subject(), require.line()),
                    require.quantity(),
                    require.comparator(),
                    of(require.bound()),
                    require.line());
        }
        if (said instanceof Saying.Exempt exempt) {
            return new Saying.Exempt(known(exempt.subject(), exempt.line()), exempt.target(), exempt.line());
        }
        if (said instanceof Saying.Ask ask) {
            return new Saying.Ask(known(ask.subject(), ask.line()), ask.key(), ask.who(), ask.line());
        }
        if (said instanceof Saying.Note note) {
            return new Saying.Note(known(note.subject(), note.line()), note.key(), note.line());
        }
        if (said instanceof Saying.Pattern pattern) {
            return pattern(pattern);
        }
        if (said instanceof Saying.Prefixed prefixed) {
            return new Saying.Prefixed(prefixed.word(), of(prefixed.inner()), prefixed.line());
        }
        if (said instanceof Saying.Bracket bracket) {
            return new Saying.Bracket(of(bracket.inner()), bracket.line());
        }
        if (said instanceof Saying.Joined joined) {
            return new Saying.Joined(joined.sign(), all(joined.parts()), joined.signLines());
        }
        return expression(said);
    }

    private List<Saying> all(List<Saying> parts) throws Refusal {
        List<Saying> meant = new ArrayList<>();
        for (Saying part : parts) {
            meant.add(of(part));
        }
        return List.copyOf(meant);
    }

    private Saying pattern(Saying.Pattern pattern) throws Refusal {
        own = words.type(pattern.type());
        String name = null;
        if (pattern.name() != null) {
            name = fresh(pattern.name(), pattern.line());
            scope.bind(name, own, null);
        }
        return new Saying.Pattern(pattern.type(), name, all(pattern.constraints()), pattern.line());
    }

    private Saying expression(Saying said) throws Refusal {
        if (said instanceof Saying.Relation relation) {
            Saying left = of(relation.left());
            Saying right = of(relation.right());
            return new Saying.Relation(relation.operator(), text(left, right), text(right, left), relation.signLine());
        }
        if (said instanceof Saying.Among among) {
            Saying left = of(among.left());
            List<Saying> choices = new ArrayList<>();
            for (Saying choice : among.choices()) {
                choices.add(text(of(choice), left));
            }
            return new Saying.Among(among.not(), left, List.copyOf(choices), among.signLine());
        }
        if (said instanceof Saying.Calculation calculation) {
            return new Saying.Calculation(
                    calculation.sign(), of(calculation.left()), of(calculation.right()), calculation.signLine());
        }
        if (said instanceof Saying.Name name) {
            return new Saying.Name(known(name.name(), name.line()), name.line());
        }
        if (said instanceof Saying.Of of) {
            return new Saying.Of(known(of.name(), of.line()), of.property(), of.line());
        }
        if (said instanceof Saying.Bind bind) {
            String name = fresh(bind.name(), bind.line());
            scope.bind(name, own, bind.property());
            return new Saying.Bind(name, bind.property(), bind.line());
        }
        return said;
    }

    /** A text as the property on the other side holds it. */
    private Saying text(Saying said, Saying other) throws Refusal {
        if (!(said instanceof Saying.Words text)) {
            return said;
        }
        SayingScope.Meant meant = scope.read(other, own);
        boolean listed = meant != null
                && meant.property() != null
                && !words.codes(meant.type(), meant.property()).isEmpty();
        String code = listed ? words.code(meant.type(), meant.property(), text.text()) : text.text();
        Text refused = code == null || code.equals(text.text())
                ? SentenceText.refused(SentenceText.Slot.CODE, text.text())
                : null;
        if (code != null && refused == null) {
            return new Saying.Words(code, text.line());
        }
        if (!listed) {
            throw new Refusal(
                    text.line(),
                    text.text(),
                    refused,
                    new Text("只写代码:字母、数字、汉字和 . / - _", "write a code: letters, digits, characters and . / - _"));
        }
        String label = words.label(meant.type(), meant.property().name());
        Set<String> known = new TreeSet<>();
        words.codes(meant.type(), meant.property())
                .forEach(each -> known.add(words.said(meant.type(), meant.property(), each)));
        throw new Refusal(
                text.line(),
                text.text(),
                new Text(
                        label + "不会是“" + text.text() + "”",
                        meant.type().name() + "." + meant.property().name() + " is never “" + text.text() + "”"),
                Nearest.remedy(text.text(), known));
    }

    private String fresh(String word, int line) throws Refusal {
        String name = names.drl(word);
        if (name == null) {
            throw new Refusal(
                    line,
                    word,
                    new Text(
                            "称呼「" + word + "」与另一个称呼在 DRL 里同名", "the name 「" + word + "」 is that of another one in DRL"),
                    new Text("换一个称呼", "choose another name"));
        }
        return name;
    }

    private String known(String word, int line) throws Refusal {
        Map<String, SayingScope.Meant> bound = bound();
        if (!bound.containsKey(word) && !overlooked.contains(word)) {
            throw new Refusal(
                    line,
                    word,
                    new Text("前面没有称为「" + word + "」的", "nothing above is called 「" + word + "」"),
                    Nearest.remedy(word, bound.keySet()));
        }
        return fresh(word, line);
    }
}
