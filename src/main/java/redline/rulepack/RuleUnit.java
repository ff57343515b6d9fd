package redline.rulepack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * The rules of one pack as Drools runs them: compiled when first needed, in a base of their own, so that an edit in one pack
 * leaves those of the others as they are.
 */
final class RuleUnit {
    /** Paths of one unit; the index of a path is {@code unit × PATHS + its place in the unit}. */
    static final int PATHS = 10_000;

    /** What is compiled at once in some seconds; the largest pack has about a hundred. */
    static final int MOST_PATHS = 2_000;

    private final String drl;
    private final Set<FactType> reads;
    private CompiledRules compiled;

    /** @param reads every type that a rule of the unit reads */
    RuleUnit(String drl, Set<FactType> reads) {
        this.drl = drl;
        this.reads = reads;
    }

    synchronized CompiledRules compiled() {
        if (compiled == null) {
            compiled = CompiledRules.of(drl);
        }
        return compiled;
    }

    /** Rows as instances of the unit's own classes, in the order of the tables. */
    List<Object> rows(Map<FactType, Table> tables) {
        List<Object> rows = new ArrayList<>();
        tables.forEach((type, table) -> {
            if (reads.contains(type)) {
                table.instances().forEach(instance -> rows.add(compiled().row(type, instance.values())));
            }
        });
        return rows;
    }

    /** @throws IllegalStateException where the two readings differ */
    void check(
            Derivation derivation,
            int unit,
            World world,
            List<Object> rows,
            Set<String> rules,
            IntFunction<Branch> branchOf) {
        List<Object> seen = new ArrayList<>(world.facts(reads));
        seen.addAll(rows);
        List<Derivation.Fired> certain = derivation.certain().stream()
                .filter(fired -> fired.path() / PATHS == unit)
                .toList();
        Agreement.check(certain, compiled().fire(seen, rules, derivation.matches() + 1), branchOf);
    }
}
