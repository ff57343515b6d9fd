package redline.rulepack;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import redline.fact.Fact;
import redline.fact.SchemeRecord;
import redline.quantity.Text;
import redline.requirement.Citation;
import redline.requirement.Demand;
import redline.requirement.RuleInfo;

/** All rule texts of the packs, linted and compiled once; immutable, safe for use by many threads, freed when unreachable. */
final class RuleProgram {
    private RuleProgram() {}

    /**
     * @param texts every rule file of every pack
     * @param rowTypes every table of every pack; the type {@code Parameter(name, value)} is always there
     * @throws PackFault with all faults of all texts
     */
    static RuleProgram compile(List<RuleText> texts, List<Row.Type> rowTypes) {
        throw new IllegalStateException("being built");
    }

    /** By rule id. */
    Map<String, RuleKind> ruleKinds() {
        throw new IllegalStateException("being built");
    }

    /**
     * Exactly one demand for each rule in force and each subject of its kind, in the order of rule id and subject id.
     *
     * <p>A parameter that a rule reads and that has no row, and a table without any row, count as unknown, never as none.
     *
     * @param rowsInForce rows of tables and parameters; hand in the same list object again to have it prepared once
     * @param rulesInForce by rule id
     * @param localDefaultPacks ids of the packs that step back where the conditions speak
     * @param parcelPacks ids of the packs that hold the conditions
     * @param citing the source of a condition: number of its letter, article
     * @param wording (rule id, key) to the sentence of {@code ask} or {@code note}
     * @throws PackFault where a limit of work is exceeded
     * @throws IllegalStateException where the two readings of a rule differ (a bug: no verdict)
     */
    List<Demand> demands(
            SchemeRecord record,
            List<Row> rowsInForce,
            Map<String, RuleInfo> rulesInForce,
            Set<String> localDefaultPacks,
            Set<String> parcelPacks,
            Function<Fact.Condition, Citation> citing,
            BiFunction<String, String, Text> wording) {
        throw new IllegalStateException("being built");
    }
}
