package redline.requirement;

import java.util.List;
import java.util.Set;
import redline.quantity.Text;

/**
 * What a set of packs demands of one scheme: the output of the rule engine.
 *
 * @param alternatives to the demands that hang on a setting which is not settled and has candidates
 */
public record Ruling(
        String profile,
        List<PackUse> packs,
        List<Demand> demands,
        List<NotChecked> notChecked,
        List<Alternative> alternatives) {
    /** The same with the demands of some rules alone. */
    public Ruling only(Set<String> ruleIds) {
        List<Demand> of = demands.stream()
                .filter(demand -> ruleIds.contains(demand.rule().id()))
                .toList();
        return new Ruling(profile, packs, of, notChecked, alternatives);
    }

    /**
     * What the rules that hang on settings which are not settled would demand, were these candidates chosen.
     *
     * @param chosen for people: 停车城市等级 Ⅰ
     * @param demands of those rules only
     */
    public record Alternative(Text chosen, List<Demand> demands) {}
}
