package redline.rulepack;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import redline.requirement.Comparator;

/**
 * Which local defaults can step back before which rules of parcel conditions: those that bound the same quantity of the same kind
 * of subject in the same direction. {@link Folding} decides it for each subject.
 */
final class Yields {
    private final Collection<Pack> packs;
    private final Map<String, RuleKind> kinds;

    Yields(Collection<Pack> packs, Map<String, RuleKind> kinds) {
        this.packs = packs;
        this.kinds = kinds;
    }

    /** Before which rules this one steps back. */
    List<RuleEntry.Named> to(RulePage page, Pack.Layer layer) {
        return layer == Pack.Layer.LOCAL_DEFAULT ? sameMatter(page, Pack.Layer.PARCEL) : List.of();
    }

    /** Which rules step back before this one. */
    List<RuleEntry.Named> by(RulePage page, Pack.Layer layer) {
        return layer == Pack.Layer.PARCEL ? sameMatter(page, Pack.Layer.LOCAL_DEFAULT) : List.of();
    }

    private List<RuleEntry.Named> sameMatter(RulePage page, Pack.Layer among) {
        RuleKind own = kinds.get(page.id());
        return packs.stream()
                .filter(pack -> pack.layer() == among)
                .flatMap(pack -> pack.pages().stream())
                .filter(other -> boundAlike(own, kinds.get(other.id())))
                .map(other -> new RuleEntry.Named(other.id(), other.title()))
                .toList();
    }

    private static boolean boundAlike(RuleKind one, RuleKind other) {
        Set<Comparator> shared = directions(one);
        shared.retainAll(directions(other));
        return one.sameMatter(other) && !shared.isEmpty();
    }

    private static Set<Comparator> directions(RuleKind kind) {
        Set<Comparator> directions = EnumSet.noneOf(Comparator.class);
        kind.comparators().forEach(comparator -> directions.add(Folding.direction(comparator)));
        return directions;
    }
}
