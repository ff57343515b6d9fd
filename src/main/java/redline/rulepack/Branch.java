package redline.rulepack;

import java.util.List;
import redline.quantity.Quantity;
import redline.requirement.Comparator;

/**
 * One DRL rule of a rule file: alternative left sides and one verb.
 *
 * @param name what follows the colon in {@code "id: branch"}, empty where the rule has one branch only
 * @param subjectType type of the verb's first argument
 * @param paths one for each alternative of an {@code or}
 */
record Branch(String ruleId, String name, String file, int line, FactType subjectType, Verb verb, List<Path> paths) {
    /**
     * @param subject slot of the subject
     * @param bound of {@code require}, else null
     * @param slots how many facts a match holds, those of {@code not} and {@code exists} included
     */
    record Path(List<Step> steps, int subject, Term bound, int slots) {}

    /** What a branch says when its left side holds. */
    sealed interface Verb {
        record Require(Quantity quantity, Comparator comparator) implements Verb {}

        /** {@code branch} null: all branches of the rule. */
        record Exempt(String ruleId, String branch) implements Verb {}

        record Ask(String key, String who) implements Verb {}

        record Note(String key) implements Verb {}
    }

    /** As the DRL names it. */
    String fullName() {
        return name.isEmpty() ? ruleId : ruleId + ": " + name;
    }
}
