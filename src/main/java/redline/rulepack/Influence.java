package redline.rulepack;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which rules can change the answer of which: by exempting from them, or by being what a local default steps back for. */
final class Influence {
    private final Map<String, RuleKind> kinds;
    private final Map<String, Pack> packs;

    Influence(Map<String, RuleKind> kinds, Map<String, Pack> packs) {
        this.kinds = kinds;
        this.packs = packs;
    }

    /** A rule itself and the rules that can change its answer. */
    Set<String> on(String ruleId) {
        Set<String> rules = new TreeSet<>(Set.of(ruleId));
        RuleKind own = kinds.get(ruleId);
        if (own != null && ids(Pack.Layer.LOCAL_DEFAULT).contains(ruleId)) {
            for (String id : ids(Pack.Layer.PARCEL)) {
                RuleKind other = kinds.get(id);
                if (other != null && other.quantity() == own.quantity() && other.about() == own.about()) {
                    rules.add(id);
                }
            }
        }
        kinds.forEach((id, kind) -> {
            if (kind.exempts().stream().anyMatch(rules::contains)) {
                rules.add(id);
            }
        });
        return rules;
    }

    /** The rules whose answer the given ones can change, themselves included. */
    Set<String> of(Set<String> ruleIds) {
        Set<String> changed = new TreeSet<>(ruleIds);
        kinds.keySet().stream()
                .filter(id -> on(id).stream().anyMatch(ruleIds::contains))
                .forEach(changed::add);
        return changed;
    }

    /** All rules that have to run for the answers of the given ones. */
    Set<String> onAll(Set<String> ruleIds) {
        Set<String> needed = new TreeSet<>();
        ruleIds.forEach(id -> needed.addAll(on(id)));
        return needed;
    }

    private Set<String> ids(Pack.Layer layer) {
        Set<String> ids = new TreeSet<>();
        packs.values().stream()
                .filter(pack -> pack.layer() == layer)
                .forEach(pack -> pack.texts().forEach(text -> ids.add(text.ruleId())));
        return ids;
    }
}
