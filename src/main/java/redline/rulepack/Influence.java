package redline.rulepack;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which rules can change the answer of which: by exempting from them, or by being what a local default steps back for. */
final class Influence {
    /** By rule: itself and the rules that can change its answer. */
    private final Map<String, Set<String>> on = new HashMap<>();

    /** The other way round. */
    private final Map<String, Set<String>> of = new HashMap<>();

    Influence(Map<String, RuleKind> kinds, Map<String, Pack> packs) {
        Set<String> localDefaults = ids(packs, Pack.Layer.LOCAL_DEFAULT);
        Set<String> ofParcels = ids(packs, Pack.Layer.PARCEL);
        kinds.forEach((id, own) -> {
            Set<String> rules = new TreeSet<>(Set.of(id));
            if (localDefaults.contains(id)) {
                ofParcels.stream()
                        .filter(other -> kinds.containsKey(other) && own.sameMatter(kinds.get(other)))
                        .forEach(rules::add);
            }
            kinds.forEach((other, kind) -> {
                if (kind.exempts().stream().anyMatch(rules::contains)) {
                    rules.add(other);
                }
            });
            on.put(id, Collections.unmodifiableSet(rules));
            rules.forEach(
                    other -> of.computeIfAbsent(other, none -> new TreeSet<>()).add(id));
        });
    }

    /** A rule itself and the rules that can change its answer. */
    Set<String> on(String ruleId) {
        return on.getOrDefault(ruleId, Set.of(ruleId));
    }

    /** The rules whose answer the given ones can change, themselves included. */
    Set<String> of(Set<String> ruleIds) {
        Set<String> changed = new TreeSet<>(ruleIds);
        ruleIds.forEach(id -> changed.addAll(of.getOrDefault(id, Set.of())));
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
