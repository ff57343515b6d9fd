package redline.measure;

import java.math.BigDecimal;
import java.util.List;
import java.util.TreeSet;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;
import redline.scheme.Gap;
import redline.scheme.Subject;

/**
 * Pairs from the drawing: every two buildings within reach, and every two of which one is not drawn. A building known to have
 * only basements is beside nothing. Without a reach all are pairs.
 */
final class DrawnPairs {
    private final Pairs found;
    private final BigDecimal reach;
    private final List<PlacedBuilding> buildings;
    private final List<Trace<List<Polygon>>> footprints;
    private final Gaps gaps;

    DrawnPairs(Pairs found, BigDecimal reach, List<PlacedBuilding> all, Gaps gaps) {
        this.found = found;
        this.reach = reach;
        this.buildings = all.stream()
                .filter(b -> b.volumes() == null || !b.aboveGround().isEmpty())
                .toList();
        this.footprints = buildings.stream().map(PlacedBuilding::footprints).toList();
        this.gaps = gaps;
    }

    /** @return how many pairs of drawn buildings lie beyond the reach */
    int find() {
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
        buildings.stream().filter(b -> b.volumes() == null).forEach(this::withoutVolumes);
        return all - near;
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
            found.add(a, b, Taken.unknown(lacking.list()), Facing.unknown(lacking.list()));
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
        found.add(a, b, shortest.taken(togetherA), Facing.of(frame, a, b, inA, inB, shortest.ends()));
        volumesFromDrawing(a, b, stated);
        return true;
    }

    private boolean isBeyond(Shortest shortest) {
        return reach != null && shortest.metres().compareTo(reach) > 0;
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
                    found.add(a, b, volumeA, volumeB, Taken.unknown(lacking.list()), stated);
                    continue;
                }
                Frame frame = Frame.around(shapeA, shapeB);
                Shortest shortest = Shortest.between(frame, frame.in(shapeA), frame.in(shapeB));
                if (!isBeyond(shortest)) {
                    found.add(a, b, volumeA, volumeB, shortest.taken(shapeA), stated);
                }
            }
        }
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
            found.addWithoutVolumes(new Relation.VolumePair(
                    null, subject, null, building.own() ? null : building, null, null, Trace.unknown(lacks), lacks));
        }
    }
}
