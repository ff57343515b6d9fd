package redline.measure;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import redline.quantity.Text;
import redline.scheme.Gap;
import redline.scheme.Subject;

/** Pairs where nothing is drawn: those that the scheme states in {@code gaps}, with the distances declared there. */
final class StatedPairs {
    private final Pairs found;
    private final List<PlacedBuilding> buildings;
    private final Gaps gaps;

    StatedPairs(Pairs found, List<PlacedBuilding> buildings, Gaps gaps) {
        this.found = found;
        this.buildings = buildings;
        this.gaps = gaps;
    }

    /** Notes in {@code open} what the statements leave open. */
    void find(Lacking open) {
        Map<String, Integer> order = new TreeMap<>();
        buildings.forEach(building -> order.put(building.id(), order.size()));
        open.addAll(gaps.open());
        Map<Long, PlacedBuilding[]> stated = new TreeMap<>();
        for (Gap gap : gaps.complete()) {
            if (!order.containsKey(gap.a()) || !order.containsKey(gap.b())) {
                continue;
            }
            int i = Math.min(order.get(gap.a()), order.get(gap.b()));
            int j = Math.max(order.get(gap.a()), order.get(gap.b()));
            if (i != j && buildings.get(i).own()) {
                stated.put((long) i * buildings.size() + j, new PlacedBuilding[] {buildings.get(i), buildings.get(j)});
            }
        }
        stated.values().forEach(pair -> fromGap(pair[0], pair[1]));
        long own = buildings.stream().filter(PlacedBuilding::own).count();
        long all = own * (own - 1) / 2 + own * (buildings.size() - own);
        if (stated.size() < all && gaps.open().isEmpty()) {
            open.add(Place.layer("gaps", "其余建筑的间距", "gaps between the other buildings")
                    .missing());
        }
    }

    private void fromGap(PlacedBuilding a, PlacedBuilding b) {
        Trace<List<Gap>> stated = gaps.between(a, b);
        Taken distance = Taken.declared(Gaps.distance(stated));
        Missing faces = a.place().lacks("volumes.faces", "与相邻建筑相对的墙面", "façade facing the other building");
        found.add(
                a,
                b,
                distance,
                new Facing(Gaps.sideOfB(stated, a), Trace.unknown(List.of(faces)), Trace.unknown(List.of(faces))));
        if (a.volumes() == null || b.volumes() == null) {
            Lacking lacking = new Lacking();
            lacking.addAll(a.volumes() == null ? List.of(a.lacksVolumes()) : List.of());
            lacking.addAll(b.volumes() == null ? List.of(b.lacksVolumes()) : List.of());
            Subject subject = Names.notSupplied(
                    Subject.Kind.VOLUME_PAIR, a.id() + "|" + b.id(), Names.between(a.name(), b.name()));
            found.addWithoutVolumes(new Relation.VolumePair(null, subject, a, b, null, null, stated, lacking.list()));
            return;
        }
        boolean onlyOne = a.aboveGround().size() == 1 && b.aboveGround().size() == 1;
        for (PlacedVolume volumeA : a.aboveGround()) {
            for (PlacedVolume volumeB : b.aboveGround()) {
                found.add(
                        a,
                        b,
                        volumeA,
                        volumeB,
                        onlyOne ? known(volumeA, volumeB, distance) : severalVolumes(a, b),
                        stated);
            }
        }
    }

    /** A stated distance is that of two volumes only if they are known to stand above ground. */
    private static Taken known(PlacedVolume a, PlacedVolume b, Taken distance) {
        Lacking lacking = new Lacking();
        for (PlacedVolume volume : List.of(a, b)) {
            if (volume.volume().role() == null) {
                lacking.add(volume.lacksRole());
            }
        }
        return lacking.isAny() ? Taken.unknown(lacking.list()) : distance;
    }

    private static Taken severalVolumes(PlacedBuilding a, PlacedBuilding b) {
        Text names = Names.between(a.name(), b.name());
        return Taken.unknown(Missing.fact(
                "gaps[" + a.id() + "|" + b.id() + "].volumes",
                names.zh() + " 各体量间距(表中只有整栋间距)",
                "distances between the volumes of " + names.en() + " (the table states whole buildings only)"));
    }
}
