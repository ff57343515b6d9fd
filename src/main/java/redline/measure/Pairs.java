package redline.measure;

import java.util.ArrayList;
import java.util.List;
import redline.quantity.Quantity;
import redline.scheme.Basis;
import redline.scheme.Gap;
import redline.scheme.Scheme;
import redline.scheme.Subject;

/**
 * Distances between buildings, own and own or own and neighbour, and between their volumes above ground: from the drawing
 * ({@link DrawnPairs}) or as stated ({@link StatedPairs}). What is left open is one subject "not supplied".
 */
final class Pairs {
    private final List<Relation> pairs = new ArrayList<>();
    private final List<Relation> volumePairs = new ArrayList<>();
    private final List<Measure> measures = new ArrayList<>();
    private int beyond;

    private Pairs() {}

    /** @param buildings own buildings, then neighbours */
    static Pairs of(Scheme scheme, Settings settings, List<PlacedBuilding> buildings) {
        Pairs found = new Pairs();
        Gaps gaps = new Gaps(scheme.gaps());
        Lacking open = new Lacking();
        boolean noneOfOwn = scheme.buildings() != null && scheme.buildings().isEmpty();
        if (scheme.buildings() == null) {
            open.add(Place.layer("buildings", "建筑", "buildings").missing());
        }
        if (scheme.surroundings() == null && !noneOfOwn) {
            open.add(
                    Place.layer("surroundings", "周边建筑", "surrounding buildings").missing());
        }
        if (scheme.basis().footprints() == Basis.Source.DRAWING) {
            found.beyond = new DrawnPairs(found, settings.pairReach(), buildings, gaps).find();
        } else {
            new StatedPairs(found, buildings, gaps).find(open);
        }
        if (open.isAny()) {
            found.addNotSupplied(open.list());
        }
        return found;
    }

    /** Pairs, then volume pairs. */
    List<Relation> relations() {
        List<Relation> all = new ArrayList<>(pairs);
        all.addAll(volumePairs);
        return all;
    }

    List<Measure> measures() {
        return measures;
    }

    /** How many pairs lie farther apart than the reach. */
    int beyond() {
        return beyond;
    }

    void add(PlacedBuilding a, PlacedBuilding b, Taken distance, Facing facing) {
        String id = a.id() + "|" + b.id();
        Subject subject = new Subject(Subject.Kind.PAIR, id, Names.between(a.name(), b.name()));
        pairs.add(new Relation.Pair(id, subject, a, b, facing, List.of()));
        measures.add(distance.of(Quantity.SPACING, subject));
    }

    void add(
            PlacedBuilding a,
            PlacedBuilding b,
            PlacedVolume volumeA,
            PlacedVolume volumeB,
            Taken distance,
            Trace<List<Gap>> stated) {
        String id = volumeA.id() + "|" + volumeB.id();
        Subject subject = new Subject(
                Subject.Kind.VOLUME_PAIR,
                id,
                Names.between(volumeA.place().name(), volumeB.place().name()));
        volumePairs.add(new Relation.VolumePair(id, subject, a, b, volumeA, volumeB, stated, List.of()));
        measures.add(distance.of(Quantity.FIRE_SEPARATION, subject));
    }

    /** Volumes of one or two buildings that were not supplied. */
    void addWithoutVolumes(Relation.VolumePair pair) {
        volumePairs.add(pair);
    }

    private void addNotSupplied(List<Missing> lacks) {
        Subject pair = Names.notSupplied(Subject.Kind.PAIR);
        Subject volumes = Names.notSupplied(Subject.Kind.VOLUME_PAIR);
        pairs.add(new Relation.Pair(null, pair, null, null, Facing.unknown(lacks), lacks));
        volumePairs.add(new Relation.VolumePair(null, volumes, null, null, null, null, Trace.unknown(lacks), lacks));
    }
}
