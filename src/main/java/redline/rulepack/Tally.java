package redline.rulepack;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import redline.quantity.Value;
import redline.requirement.Bound;
import redline.requirement.Certainty;
import redline.requirement.Citation;
import redline.requirement.Counted;
import redline.requirement.Exemption;
import redline.requirement.Requirement;

/**
 * What the branches of one rule say of one subject, as matches come in. Equal bounds of one branch are one requirement, and a
 * bound that is certain is not possible besides; only the parts of a total stay apart, because they add up.
 */
final class Tally {
    /** Bounds, questions and notes that one rule may have for one subject. */
    static final int MOST = 2000;

    private static final Comparator<Citation> BY_SOURCE = Comparator.comparing(Citation::sourceId)
            .thenComparing(c -> c.source().zh())
            .thenComparing(Citation::clause, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Citation::grade);

    private static final Comparator<Statement> ORDER = Comparator.comparing((Statement s) -> !s.certain())
            .thenComparing(Statement::branch)
            .thenComparing(s -> String.valueOf(s.comparator()))
            .thenComparing(s -> number(s.value), Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(s -> String.valueOf(s.value))
            .thenComparing(Statement::written);

    /** What a branch says, how surely, on what that hangs, where it was read. */
    static final class Statement {
        private final String branch;
        private final Branch.Verb verb;
        private final Value value;
        private final boolean certain;
        private final Hangs hangs = new Hangs();
        private final List<Citation> citations = new ArrayList<>(2);
        /** The very citations that came, so that not each is held against all others letter by letter. */
        private final Set<Citation> cited = Collections.newSetFromMap(new IdentityHashMap<>(4));

        private String written;
        private Counted counted;

        private Statement(String branch, Branch.Verb verb, Value value, boolean certain) {
            this.branch = branch;
            this.verb = verb;
            this.value = value;
            this.certain = certain;
        }

        private boolean says(String ofBranch, Branch.Verb ofVerb, Value ofValue) {
            return branch.equals(ofBranch) && verb.equals(ofVerb) && Objects.equals(value, ofValue);
        }

        String branch() {
            return branch;
        }

        Branch.Verb verb() {
            return verb;
        }

        /** Null where the verb has none. */
        redline.requirement.Comparator comparator() {
            return verb instanceof Branch.Verb.Require require ? require.comparator() : null;
        }

        boolean certain() {
            return certain;
        }

        Certainty certainty() {
            return certain()
                    ? Certainty.CERTAIN
                    : new Certainty.Possible(List.copyOf(hangs.missing().values()));
        }

        /** What it hangs on; empty exactly where it is certain. */
        Hangs hangs() {
            return hangs;
        }

        /** One source of it, which need not be a new one. */
        void cite(Citation citation) {
            if (cited.add(citation) && !citations.contains(citation)) {
                citations.add(citation);
            }
        }

        List<Citation> citations() {
            if (citations.size() > 1) {
                citations.sort(BY_SOURCE);
            }
            return List.copyOf(citations);
        }

        /** Verb, what is missing, sources; once all matches are in. Many parts of one total are told apart by nothing else. */
        private String written() {
            if (written == null) {
                written = verb + "\0" + hangs.missing().keySet() + "\0" + citations() + "\0" + counted;
            }
            return written;
        }

        Requirement requirement(Exemption exemption) {
            return new Requirement(
                    branch, new Bound(comparator(), value), certainty(), exemption, citations(), counted);
        }

        /** Of a part of a total: what it is counted from, null where it is no product. */
        void count(Counted from) {
            counted = from;
        }
    }

    private final List<Statement> statements = new ArrayList<>(2);
    private List<Statement> sorted;
    private DeadEnds.Dead dead;

    /**
     * Of one match. Sources of possible and of certain matches are kept apart.
     *
     * @param value null where a bound is unknown and where the verb has none
     * @return what its sources are added to, and what it hangs on
     */
    Statement say(String branch, Branch.Verb verb, Value value, boolean certain) {
        boolean part = verb instanceof Branch.Verb.Require require
                && require.comparator() == redline.requirement.Comparator.AT_LEAST_IN_TOTAL;
        for (int i = 0; i < statements.size() && !part; i++) {
            Statement known = statements.get(i);
            if (known.certain() == certain && known.says(branch, verb, value)) {
                return known;
            }
        }
        if (statements.size() == MOST) {
            throw new Interpreter.Exhausted();
        }
        Statement statement = new Statement(branch, verb, value, certain);
        statements.add(statement);
        return statement;
    }

    /** Nothing is required or asked. */
    boolean isSilent() {
        for (Statement statement : statements) {
            if (statement.verb instanceof Branch.Verb.Require || statement.verb instanceof Branch.Verb.Ask) {
                return false;
            }
        }
        return true;
    }

    /** Where a search of a silent rule ended; null where it did not. */
    void deadEnd(DeadEnds.Dead end) {
        dead = end != null && end.furtherThan(dead) ? end : dead;
    }

    DeadEnds.Dead dead() {
        return dead;
    }

    /**
     * Once all matches are in: everything said, what is certain before what is only possible, without the possible that is
     * certain as well.
     */
    List<Statement> said() {
        if (sorted == null) {
            sorted = statements.size() < 2 ? statements : sorted();
        }
        return sorted;
    }

    private List<Statement> sorted() {
        List<Statement> said = new ArrayList<>(statements);
        said.removeIf(possible -> !possible.certain()
                && statements.stream()
                        .anyMatch(s -> s.certain()
                                && s.comparator() != redline.requirement.Comparator.AT_LEAST_IN_TOTAL
                                && s.says(possible.branch, possible.verb, possible.value)));
        said.sort(ORDER);
        return said;
    }

    private static BigDecimal number(Value value) {
        return value instanceof Value.Amount amount ? amount.number() : null;
    }
}
