package redline.intake.gis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import redline.intake.file.Troubles;
import redline.quantity.Text;

/**
 * The area that the rings of one record cover. The largest ring is never a hole, so its sense of rotation is that of outlines (clockwise by the
 * format, but not all writers keep to it). A ring of the other sense within an outline is its hole; every other ring is an outline of its own.
 * Outlines that share edges or overlap, such as the facets of a roof, are united; rings without area, such as walls seen from above, fall away.
 */
final class RingFootprint {
    private static final int MOST_PAIRS = 2_000_000;

    private final Troubles troubles;
    private final Soundness soundness = new Soundness();
    private int pairs;
    private int united;
    private int walls;

    RingFootprint(Troubles troubles) {
        this.troubles = troubles;
    }

    /** How many records had to be united from several outlines. */
    int united() {
        return united;
    }

    /** How many rings had no area in plan. */
    int walls() {
        return walls;
    }

    private static final class Outline {
        private final LinearRing ring;
        private final double area;
        private final List<LinearRing> holes = new ArrayList<>();
        private IndexedPointInAreaLocator inside;

        private Outline(LinearRing ring) {
            this.ring = ring;
            this.area = Plane.signedArea(ring.getCoordinateSequence());
        }

        private boolean contains(Outline other) {
            Envelope extent = ring.getEnvelopeInternal();
            if (!extent.contains(other.ring.getEnvelopeInternal())) {
                return false;
            }
            if (inside == null) {
                inside = new IndexedPointInAreaLocator(ring.getFactory().createPolygon(ring));
            }
            boolean within = false;
            for (Coordinate corner : other.ring.getCoordinates()) {
                int where = inside.locate(corner);
                if (where == Location.EXTERIOR) {
                    return false;
                }
                within |= where == Location.INTERIOR;
            }
            return within
                    || other.ring
                            .getFactory()
                            .createPolygon(ring)
                            .covers(other.ring.getFactory().createPolygon(other.ring));
        }
    }

    Geometry of(List<double[]> parts, int number) throws GisFault {
        List<Outline> rings = new ArrayList<>();
        for (double[] part : parts) {
            Outline ring = part.length < 6 ? null : new Outline(WellKnownBinary.ring(part));
            if (ring == null || flat(ring)) {
                walls++;
            } else {
                rings.add(ring);
            }
        }
        if (rings.isEmpty()) {
            return GeoJsonObject.SHAPES.createPolygon();
        }
        rings.sort(Comparator.comparingDouble((Outline ring) -> -Math.abs(ring.area)));
        double sense = Math.signum(rings.get(0).area);
        List<Outline> outlines = new ArrayList<>();
        List<Outline> others = new ArrayList<>();
        rings.forEach(ring -> (Math.signum(ring.area) == sense ? outlines : others).add(ring));
        List<Outline> alone = new ArrayList<>();
        for (Outline other : others) {
            Outline around = around(other, outlines);
            if (around == null) {
                alone.add(other);
            } else {
                around.holes.add(other.ring);
            }
        }
        outlines.addAll(alone);
        return together(outlines, number);
    }

    /** In plan no wider than the rounding of its corners. */
    private static boolean flat(Outline ring) {
        double length = ring.ring.getLength();
        return Math.abs(ring.area) <= 1e-9 * length * length;
    }

    /** The smallest outline around it, or null; outlines come from large to small. */
    private Outline around(Outline hole, List<Outline> outlines) throws GisFault {
        for (int i = outlines.size() - 1; i >= 0; i--) {
            if (++pairs > MOST_PAIRS) {
                throw tooMany();
            }
            if (outlines.get(i).contains(hole)) {
                return outlines.get(i);
            }
        }
        return null;
    }

    private Geometry together(List<Outline> outlines, int number) throws GisFault {
        Polygon[] polygons = outlines.stream()
                .map(outline ->
                        GeoJsonObject.SHAPES.createPolygon(outline.ring, outline.holes.toArray(LinearRing[]::new)))
                .toArray(Polygon[]::new);
        if (polygons.length == 1) {
            return polygons[0];
        }
        Geometry apart = GeoJsonObject.SHAPES.createMultiPolygon(polygons);
        if (!soundness.withinReach(apart)) {
            throw tooMany();
        }
        if (soundness.fault(apart) == null) {
            return apart;
        }
        for (Polygon polygon : polygons) {
            if (soundness.fault(polygon) != null) {
                return apart;
            }
        }
        if (soundness.crossings(apart) > 200_000) {
            throw tooMany();
        }
        united++;
        troubles.add(
                "record " + number,
                new Text(
                        "由 " + polygons.length + " 个并列的环（如屋面分片）合并成底面轮廓",
                        polygons.length
                                + " rings side by side, such as facets of a roof, were united into one footprint"),
                new Text(
                        "请核对底面面积；带洞的面请把洞画成反向的环",
                        "Check the area of the footprint; holes are rings of the other sense"));
        return OverlayNGRobust.union(List.of(polygons));
    }

    private static GisFault tooMany() {
        return new GisFault(
                new Text(
                        "一个图形里的环太多或交错太密，没有合并",
                        "The shape has too many rings or too densely interwoven ones; they were not united"),
                new Text("请导出底面轮廓（每栋一个面）", "Export footprints, one area a building"));
    }
}
