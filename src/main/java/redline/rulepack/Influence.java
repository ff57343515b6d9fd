package redline.rulepack;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which rules can change the answer of which: by exempting from them, or by being what a local default steps back for. */
final class Influence {
    private final Map<String, RuleKind> kinds;
    private final Set<String> localDefaults;
    private final Set<String> ofParcels;

    Influence(Map<String, RuleKind> kinds, Map<String, Pack> packs) {
        this.kinds = kinds;
        this.localDefaults = ids(packs, Pack.Layer.LOCAL_DEFAULT);
        this.ofParcels = ids(packs, Pack.Layer.PARCEL);
    }

    /** A rule itself and the rules that can change its answer. */
    Set<String> on(String ruleId) {
        Set<String> rules = new TreeSet<>(Set.of(ruleId));
        RuleKind own = kinds.get(ruleId);
        if (own != null && localDefaults.contains(ruleId)) {
            for (String id : ofParcels) {
                RuleKind other = kinds.get(id);
                if (other != null && own.sameMatter(other)) {
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

    private static Set<String> ids(Map<String, Pack> packs, Pack.Layer layer) {
        Set<String> ids = new TreeSet<>();
        packs.values().stream()
                .filter(pack -> pack.layer() == layer)
                .forEach(pack -> pack.texts().forEach(text -> ids.add(text.ruleId())));
        return ids;
    }
}
