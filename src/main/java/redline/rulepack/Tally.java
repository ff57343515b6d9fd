package redline.rulepack;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import redline.measure.Missing;
import redline.quantity.Value;
import redline.requirement.Bound;
import redline.requirement.Certainty;
import redline.requirement.Citation;
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

    private static final Comparator<Map.Entry<Said, Support>> ORDER = Comparator.comparing(
                    (Map.Entry<Said, Support> e) -> !e.getValue().certain)
            .thenComparing(e -> e.getKey().branch())
            .thenComparing(e -> String.valueOf(e.getKey().comparator()))
            .thenComparing(e -> number(e.getKey().value()), Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(e -> String.valueOf(e.getKey().value()))
            .thenComparing(e -> e.getKey().verb().toString())
            .thenComparing(e -> e.getValue().missing.keySet().toString())
            .thenComparing(e -> e.getValue().citations.toString());

    /** What a branch says; {@code value} is null where a bound is unknown and where the verb has none. */
    record Said(String branch, Branch.Verb verb, Value value) {
        redline.requirement.Comparator comparator() {
            return verb instanceof Branch.Verb.Require require ? require.comparator() : null;
        }
    }

    /** How surely it is said, on what it hangs, where it was read. */
    static final class Support {
        private boolean certain;
        private final SortedMap<String, Missing> missing = new TreeMap<>();
        private final Set<Citation> citations = new TreeSet<>(BY_SOURCE);

        boolean certain() {
            return certain;
        }

        Certainty certainty() {
            return certain ? Certainty.CERTAIN : new Certainty.Possible(List.copyOf(missing.values()));
        }

        List<Citation> citations() {
            return List.copyOf(citations);
        }
    }

    private record Key(Said said, boolean certain, int part) {}

    private final Map<Key, Support> support = new LinkedHashMap<>();
    private List<Map.Entry<Said, Support>> sorted;
    private int parts;
    private Interpreter.Dead dead;

    /** {@code missing}: empty exactly where the match is certain. Sources of possible and of certain matches are kept apart. */
    void say(Said said, SortedMap<String, Missing> missing, List<Citation> citations) {
        boolean part = said.comparator() == redline.requirement.Comparator.AT_LEAST_IN_TOTAL;
        Key key = new Key(said, missing.isEmpty(), part ? ++parts : 0);
        Support of = support.computeIfAbsent(key, k -> new Support());
        of.certain = missing.isEmpty();
        of.missing.putAll(missing);
        of.citations.addAll(citations);
        if (support.size() > MOST) {
            throw new Interpreter.Exhausted();
        }
    }

    void deadEnd(Interpreter.Dead end) {
        boolean further = dead == null
                || end.level() > dead.level()
                || end.level() == dead.level() && end.failed() > dead.failed();
        dead = further ? end : dead;
    }

    Interpreter.Dead dead() {
        return dead;
    }

    /** Once all matches are in: everything said, what is certain before what is only possible, without the possible that is certain as well. */
    List<Map.Entry<Said, Support>> said() {
        if (sorted == null) {
            sorted = sorted();
        }
        return sorted;
    }

    private List<Map.Entry<Said, Support>> sorted() {
        if (support.isEmpty()) {
            return List.of();
        }
        boolean open = support.keySet().stream().anyMatch(key -> !key.certain);
        Set<Said> certain = new HashSet<>();
        support.keySet().stream()
                .filter(key -> open && key.certain && key.part == 0)
                .forEach(key -> certain.add(key.said));
        List<Map.Entry<Said, Support>> said = new ArrayList<>();
        support.forEach((key, of) -> {
            if (key.certain || !certain.contains(key.said)) {
                said.add(Map.entry(key.said, of));
            }
        });
        if (said.size() > 1) {
            said.sort(ORDER);
        }
        return said;
    }

    private static BigDecimal number(Value value) {
        return value instanceof Value.Amount amount ? amount.number() : null;
    }

    static Requirement requirement(Map.Entry<Said, Support> entry, Exemption exemption) {
        Said said = entry.getKey();
        return new Requirement(
                said.branch(),
                new Bound(said.comparator(), said.value()),
                entry.getValue().certainty(),
                exemption,
                entry.getValue().citations());
    }
}
