package redline.rulepack;

import java.util.ArrayList;
import java.util.List;
import redline.fact.Fact;

/** What Drools fired in one session. Public because compiled rules call it from their own class loader. */
public final class Firings {
    /** {@code path}: index in the program; {@code bound}: a Double, a String, Terms, or null where the branch has none. */
    record Firing(int path, String subject, Object bound) {}

    private final List<Firing> fired = new ArrayList<>();

    Firings() {}

    /** A branch that requires: an unknown bound is no certain requirement. */
    public void bound(int path, Fact subject, Object bound) {
        if (bound != null) {
            fired.add(new Firing(path, subject.id(), bound));
        }
    }

    /** A branch that exempts, asks or notes. */
    public void said(int path, Fact subject) {
        fired.add(new Firing(path, subject.id(), null));
    }

    List<Firing> fired() {
        return fired;
    }
}
