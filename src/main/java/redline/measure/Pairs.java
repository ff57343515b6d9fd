package redline.measure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;
import redline.quantity.Quantity;
import redline.scheme.Basis;
import redline.scheme.Gap;
import redline.scheme.Scheme;
import redline.scheme.Subject;

/**
 * Distances between buildings, own and own or own and neighbour, and between their volumes above ground. From the drawing every two
 * buildings within reach are a pair, and every two of which one is not drawn; from the table the pairs are those that
 * {@code gaps} states. What that leaves open is one subject "not supplied".
 */
final class Pairs {
    private final Scheme scheme;
    private final BigDecimal reach;
    private final List<PlacedBuilding> buildings;
    private final List<Trace<List<Polygon>>> footprints;
    private final Gaps gaps;
    private final List<Relation> pairs = new ArrayList<>();
    private final List<Relation> volumePairs = new ArrayList<>();
    private final List<Measure> measures = new ArrayList<>();
    private int beyond;

    /** @param all own buildings and neighbours; one that has only basements is beside nothing */
    Pairs(Scheme scheme, Settings settings, List<PlacedBuilding> all) {
        this.scheme = scheme;
        this.reach = settings.pairReach();
        this.buildings = all.stream()
                .filter(b -> b.volumes() == null || !b.aboveGround().isEmpty() || !isDrawn())
                .toList();
        this.footprints = isDrawn()
                ? this.buildings.stream().map(PlacedBuilding::footprints).toList()
                : List.of();
        this.gaps = new Gaps(scheme.gaps());
        Lacking lacking = new Lacking();
        if (scheme.buildings() == null) {
            lacking.add(Place.layer("buildings", "建筑", "buildings").missing());
        }
        boolean noneOfOwn = scheme.buildings() != null && scheme.buildings().isEmpty();
        if (scheme.surroundings() == null && !noneOfOwn) {
            lacking.add(
                    Place.layer("surroundings", "周边建筑", "surrounding buildings").missing());
        }
        if (isDrawn()) {
            fromDrawing();
        } else {
            fromGaps(lacking);
        }
        if (lacking.isAny()) {
            List<Missing> lacks = lacking.list();
            pairs.add(new Relation.Pair(
                    null, Names.notSupplied(Subject.Kind.PAIR), null, null, Facing.unknown(lacks), lacks));
            volumePairs.add(new Relation.VolumePair(
                    null,
                    Names.notSupplied(Subject.Kind.VOLUME_PAIR),
                    null,
                    null,
                    null,
                    null,
                    Trace.unknown(lacks),
                    lacks));
        }
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

    private boolean isDrawn() {
        return scheme.basis().footprints() == Basis.Source.DRAWING;
    }

    private void fromDrawing() {
        int drawn = 0;
        int drawnNeighbours = 0;
        STRtree index = new STRtree();
        for (int i = 0; i < buildings.size(); i++) {
            if (footprints.get(i).isKnown()) {
                index.insert(envelope(i), i);
                drawn++;
                drawnNeighbours += buildings.get(i).own() ? 0 : 1;
            }
        }
        index.build();
        int near = 0;
        for (int i = 0; i < buildings.size(); i++) {
            if (!buildings.get(i).own()) {
                break;
            }
            for (int j : candidates(i, index)) {
                near += fromDrawing(i, j) ? 1 : 0;
            }
        }
        int all = drawn * (drawn - 1) / 2 - drawnNeighbours * (drawnNeighbours - 1) / 2;
        beyond = all - near;
        buildings.stream().filter(b -> b.volumes() == null).forEach(this::withoutVolumes);
    }

    /** Later buildings that are near, or of which it cannot be said. Own buildings stand before neighbours. */
    private Iterable<Integer> candidates(int i, STRtree index) {
        TreeSet<Integer> found = new TreeSet<>();
        boolean known = footprints.get(i).isKnown();
        if (known && reach != null) {
            Envelope around = envelope(i);
            around.expandBy(reach.doubleValue() + 1);
            for (Object j : index.query(around)) {
                found.add((Integer) j);
            }
        }
        for (int j = i + 1; j < buildings.size(); j++) {
            if (!known || reach == null || !footprints.get(j).isKnown()) {
                found.add(j);
            }
        }
        return found.tailSet(i, false);
    }

    private Envelope envelope(int i) {
        Envelope envelope = new Envelope();
        footprints.get(i).value().forEach(footprint -> envelope.expandToInclude(footprint.getEnvelopeInternal()));
        return envelope;
    }

    /** Whether both are drawn and within reach. */
    private boolean fromDrawing(int i, int j) {
        PlacedBuilding a = buildings.get(i);
        PlacedBuilding b = buildings.get(j);
        Lacking lacking = new Lacking();
        List<Polygon> shapesA = lacking.need(footprints.get(i));
        List<Polygon> shapesB = lacking.need(footprints.get(j));
        Trace<List<Gap>> stated = gaps.between(a, b);
        if (lacking.isAny()) {
            add(a, b, Taken.unknown(lacking.list()), Facing.unknown(lacking.list()));
            volumesFromDrawing(a, b, stated);
            return false;
        }
        Geometry togetherA = Shapes.together(shapesA);
        Geometry togetherB = Shapes.together(shapesB);
        Frame frame = Frame.around(togetherA, togetherB);
        Geometry inA = frame.in(togetherA);
        Geometry inB = frame.in(togetherB);
        Shortest shortest = Shortest.between(frame, inA, inB);
        if (isBeyond(shortest)) {
            return false;
        }
        add(a, b, shortest.taken(togetherA), Facing.of(frame, a, b, inA, inB, shortest.ends()));
        volumesFromDrawing(a, b, stated);
        return true;
    }

    private boolean isBeyond(Shortest shortest) {
        return reach != null && shortest.metres().compareTo(reach) > 0;
    }

    private void add(PlacedBuilding a, PlacedBuilding b, Taken distance, Facing facing) {
        String id = a.id() + "|" + b.id();
        Subject subject = new Subject(Subject.Kind.PAIR, id, Names.between(a.name(), b.name()));
        pairs.add(new Relation.Pair(id, subject, a, b, facing, List.of()));
        measures.add(distance.of(Quantity.SPACING, subject));
    }

    private void volumesFromDrawing(PlacedBuilding a, PlacedBuilding b, Trace<List<Gap>> stated) {
        if (a.volumes() == null || b.volumes() == null) {
            return;
        }
        for (PlacedVolume volumeA : a.aboveGround()) {
            for (PlacedVolume volumeB : b.aboveGround()) {
                Lacking lacking = new Lacking();
                Polygon shapeA = lacking.need(volumeA.footprintAboveGround());
                Polygon shapeB = lacking.need(volumeB.footprintAboveGround());
                if (lacking.isAny()) {
                    add(a, b, volumeA, volumeB, Taken.unknown(lacking.list()), stated);
                    continue;
                }
                Frame frame = Frame.around(shapeA, shapeB);
                Shortest shortest = Shortest.between(frame, frame.in(shapeA), frame.in(shapeB));
                if (!isBeyond(shortest)) {
                    add(a, b, volumeA, volumeB, shortest.taken(shapeA), stated);
                }
            }
        }
    }

    private void add(
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

    /** The volumes of one building that were not supplied, beside anything; on which end they stand is left open. */
    private void withoutVolumes(PlacedBuilding building) {
        boolean alone =
                buildings.size() == 1 || (!building.own() && buildings.stream().noneMatch(PlacedBuilding::own));
        if (!alone) {
            Subject subject = Names.notSupplied(
                    Subject.Kind.VOLUME_PAIR,
                    building.id(),
                    building.lacksVolumes().label());
            List<Missing> lacks = List.of(building.lacksVolumes());
            volumePairs.add(new Relation.VolumePair(
                    null, subject, null, building.own() ? null : building, null, null, Trace.unknown(lacks), lacks));
        }
    }

    private void fromGaps(Lacking lacking) {
        Map<String, PlacedBuilding> byId = new TreeMap<>();
        Map<String, Integer> order = new TreeMap<>();
        buildings.forEach(building -> {
            order.put(building.id(), order.size());
            byId.put(building.id(), building);
        });
        lacking.addAll(gaps.open());
        Map<Long, PlacedBuilding[]> stated = new TreeMap<>();
        for (Gap gap : gaps.complete()) {
            if (!byId.containsKey(gap.a()) || !byId.containsKey(gap.b())) {
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
            lacking.add(Place.layer("gaps", "其余建筑的间距", "gaps between the other buildings")
                    .missing());
        }
    }

    private void fromGap(PlacedBuilding a, PlacedBuilding b) {
        Trace<List<Gap>> stated = gaps.between(a, b);
        Taken distance = Taken.declared(Gaps.distance(stated));
        Missing faces = a.place().lacks("volumes.faces", "与相邻建筑相对的墙面", "façade facing the other building");
        add(
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
            volumePairs.add(new Relation.VolumePair(null, subject, a, b, null, null, stated, lacking.list()));
            return;
        }
        boolean onlyOne = a.aboveGround().size() == 1 && b.aboveGround().size() == 1;
        for (PlacedVolume volumeA : a.aboveGround()) {
            for (PlacedVolume volumeB : b.aboveGround()) {
                add(a, b, volumeA, volumeB, onlyOne ? known(volumeA, volumeB, distance) : severalVolumes(a, b), stated);
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
        return Taken.unknown(Missing.fact(
                "gaps[" + a.id() + "|" + b.id() + "].volumes",
                Names.between(a.name(), b.name()).zh() + " 各体量间距(指标表只有整栋间距)",
                "distances between the volumes of "
                        + Names.between(a.name(), b.name()).en() + " (the table states whole buildings only)"));
    }
}
