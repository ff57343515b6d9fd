package redline.rulepack;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import redline.quantity.Text;

/** Faults of one rule file as they are found; the same fault is kept once. */
final class Faults {
    /** Nobody reads more of one file; a hostile one has as many as it likes. */
    private static final int MOST = 100;

    private final String file;
    private final Set<Fault> found = new LinkedHashSet<>();

    Faults(String file) {
        this.file = file;
    }

    void add(int line, String element, Text what, Text remedy) {
        if (found.size() < MOST) {
            found.add(new Fault(file, line, element, what, remedy));
        }
    }

    void add(Refusal refusal) {
        add(refusal.line, refusal.element, refusal.what, refusal.remedy);
    }

    boolean any() {
        return !found.isEmpty();
    }

    List<Fault> inOrder() {
        List<Fault> faults = new ArrayList<>(found);
        faults.sort(Comparator.comparing(Fault::line));
        return faults;
    }

    /** One part of a text that cannot be read further; the reader goes on with the next part. */
    static final class Refusal extends Exception {
        private static final long serialVersionUID = 1;

        final transient Text what;
        final transient Text remedy;
        final String element;
        final int line;

        Refusal(int line, String element, Text what, Text remedy) {
            super(what.en(), null, false, false);
            this.line = line;
            this.element = element;
            this.what = what;
            this.remedy = remedy;
        }

        /** {@code token} null: the file as a whole. */
        static Refusal at(Lexer.Token token, String zh, String en, String remedyZh, String remedyEn) {
            return new Refusal(
                    token == null ? 0 : token.line(),
                    token == null ? "" : token.text(),
                    new Text(zh, en),
                    new Text(remedyZh, remedyEn));
        }
    }
}
