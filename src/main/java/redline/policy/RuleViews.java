package redline.policy;

import java.util.List;
import redline.casefile.Draft;
import redline.quantity.Language;
import redline.rulepack.Fault;
import redline.rulepack.RuleSentences;
import redline.workshop.DraftPaths;
import redline.workshop.Workshop;

/** A file of a draft as an editor holds it: a rule as sentences or as DRL, everything else as it stands. */
final class RuleViews {
    /** How a rule is written; what is kept is always DRL. */
    enum View {
        SENTENCES,
        DRL;

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static View of(String code) {
            return SENTENCES.code().equals(code) ? SENTENCES : DRL;
        }
    }

    /** What is wrong at a line, 0 for the file as a whole, in the reader's language. */
    record Said(int line, String what, String remedy) {
        static List<Said> of(List<Fault> faults) {
            Language language = Spoken.now();
            return faults.stream()
                    .map(one -> new Said(
                            one.line(), one.what().in(language), one.remedy().in(language)))
                    .toList();
        }
    }

    /** A text in some view with what is wrong with it; {@code text} is null where it could not be written in that view. */
    record Shown(String text, List<Fault> faults) {}

    private final Workshop workshop;
    private final Draft draft;
    private final String path;

    RuleViews(Workshop workshop, Draft draft, String path) {
        this.workshop = workshop;
        this.draft = draft;
        this.path = path;
    }

    static boolean isRule(String path) {
        return path.endsWith(".drl");
    }

    /** Below the folder of rules. */
    private String file() {
        return path.substring(DraftPaths.RULES.length());
    }

    private RuleSentences sentences() {
        return workshop.desk(draft).sentences();
    }

    /** What is wrong with a text in the view that it is written in. */
    List<Fault> faults(View view, String text, String from) {
        return view == View.SENTENCES ? turned(View.DRL, text, from).faults() : workshop.faults(draft, path, text);
    }

    /**
     * The text in the other view.
     *
     * @param to that view
     * @param from the DRL that sentences were made from
     */
    Shown turned(View to, String text, String from) {
        RuleSentences.Written written = to == View.DRL
                ? sentences().drl(file(), text, from)
                : sentences().sentences(file(), text);
        boolean whole = written.text() != null && written.faults().isEmpty();
        String drl = to == View.DRL ? written.text() : text;
        return new Shown(written.text(), whole ? workshop.faults(draft, path, drl) : written.faults());
    }

    /** What may be written next. */
    List<RuleSentences.Completion> next(View view, String before, String from) {
        return view == View.SENTENCES
                ? sentences().complete(before, from)
                : workshop.desk(draft).completeDrl(file(), before);
    }
}
