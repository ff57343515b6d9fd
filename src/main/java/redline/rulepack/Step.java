package redline.rulepack;

import java.util.List;

/** One step of a left side, in normal form: {@code or} has been multiplied out, {@code exists} stands on the outside only. */
sealed interface Step {
    int line();

    /** A fact of a type that meets every condition; conditions may compare with facts of earlier patterns. */
    record Pattern(FactType type, int slot, List<Condition> conditions, int line) implements Step {}

    /** No combination of facts matches the group. */
    record Absent(List<Step> group, int line) implements Step {}

    /** Some combination of facts matches the group. */
    record Present(List<Step> group, int line) implements Step {}
}
