package redline.rulepack;

import java.util.Set;
import redline.quantity.Quantity;
import redline.requirement.Comparator;
import redline.scheme.Subject;

/**
 * What the text of one rule file says of the rule as a whole.
 *
 * @param quantity what it bounds, null for a rule that only asks
 * @param about the kind of its subjects
 * @param comparators of its {@code require} calls; a rule of a local-default pack may use one only, so that it yields as a whole
 * @param reads every (type, property) that its left sides and bounds read; tables and parameters included
 * @param parameters names of the parameters that it reads
 * @param wordings keys of {@code ask} and {@code note}, which the rule's page puts into words
 * @param exempts ids of the rules that its {@code exempt} calls lift
 */
record RuleKind(
        String ruleId,
        Quantity quantity,
        Subject.Kind about,
        Set<Comparator> comparators,
        Set<Read> reads,
        Set<String> parameters,
        Set<String> wordings,
        Set<String> exempts) {
    /** Whether both bound the same quantity of the same kind of subject. */
    boolean sameMatter(RuleKind other) {
        return quantity == other.quantity && about == other.about;
    }

    /** Whether it reads a table, by the name of its type. */
    boolean readsTable(String type) {
        return reads.stream().anyMatch(read -> read.type().equals(type));
    }

    boolean readsColumn(String type, String column) {
        return reads.contains(new Read(type, column));
    }

    /** One property of one fact or row type. */
    record Read(String type, String property) {}
}
