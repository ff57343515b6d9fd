package redline.intake.bundle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.quadtree.Quadtree;
import org.locationtech.jts.operation.linemerge.LineMerger;
import redline.intake.file.Feature;
import redline.quantity.Text;

/** Closed outlines of one layer: those drawn closed, those whose gap is small enough to be closed, loose lines joined, hatches last. */
final class Rings {
    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final String HATCH = "HATCH";

    /** @param feature drawn so; of lines that were joined the first, without its attributes */
    record Ring(Polygon shape, Feature feature) {
        String layer() {
            return feature.layer();
        }

        String from() {
            return feature.from();
        }
    }

    /** @param stops whether no verdict may be given before it is mended */
    record Finding(String from, Text what, Text remedy, boolean stops) {}

    private final DrawingSettings settings;
    private final List<Ring> rings = new ArrayList<>();
    /** Rings by their envelope: only such are the same. */
    private final Map<Envelope, List<Ring>> byReach = new HashMap<>();

    private final List<Finding> findings = new ArrayList<>();
    private int unused;

    private Rings(DrawingSettings settings) {
        this.settings = settings;
    }

    /** @param features of one layer, in m */
    static Rings of(List<Feature> features, DrawingSettings settings) {
        Rings rings = new Rings(settings);
        List<Feature> hatches = new ArrayList<>();
        List<Feature> loose = new ArrayList<>();
        for (Feature feature : features) {
            boolean hatch = HATCH.equals(feature.attributes().get("type"));
            if (feature.shape() instanceof Polygon polygon) {
                if (hatch) {
                    hatches.add(feature);
                } else {
                    rings.add(polygon, feature);
                }
            } else if (feature.shape() instanceof LineString line && !rings.closed(line, feature)) {
                loose.add(feature);
            } else if (feature.shape() != null && feature.shape().getDimension() == 2) {
                for (int i = 0; i < feature.shape().getNumGeometries(); i++) {
                    if (feature.shape().getGeometryN(i) instanceof Polygon polygon) {
                        rings.add(polygon, feature);
                    }
                }
            }
        }
        rings.join(loose);
        if (!hatches.isEmpty()) {
            rings.hatches(hatches);
        }
        return rings;
    }

    List<Ring> rings() {
        return rings;
    }

    List<Finding> findings() {
        return findings;
    }

    /** Lines that belong to no outline. */
    int unused() {
        return unused;
    }

    private void add(Polygon polygon, Feature feature) {
        List<Ring> there = byReach.computeIfAbsent(polygon.getEnvelopeInternal(), reach -> new ArrayList<>());
        Geometry norm = polygon.norm();
        if (there.stream().anyMatch(ring -> ring.shape().norm().equalsExact(norm, settings.closeGaps() / 10))) {
            findings.add(new Finding(
                    feature.from(),
                    new Text("与另一条轮廓重合，只算一次", "Lies on another outline; counted once"),
                    new Text("请删去重复的一条", "Delete one of them"),
                    false));
        } else {
            Ring ring = new Ring(polygon, feature);
            rings.add(ring);
            there.add(ring);
        }
    }

    /** Whether the line was an outline but for its gap. */
    private boolean closed(LineString line, Feature feature) {
        Coordinate[] corners = line.getCoordinates();
        Coordinate first = corners[0];
        Coordinate last = corners[corners.length - 1];
        double gap = first.distance(last);
        if (corners.length < 3 || gap > settings.askGaps() || gap > line.getLength() / 4) {
            return false;
        }
        String size = String.format(Locale.ROOT, "%.3f", gap);
        String where = String.format(Locale.ROOT, "E %.2f N %.2f", last.x, last.y);
        if (gap > settings.closeGaps()) {
            findings.add(new Finding(
                    feature.from(),
                    new Text(
                            "轮廓没有闭合，缺口 " + size + " m，位于 " + where,
                            "The outline is not closed: a gap of " + size + " m at " + where),
                    new Text("请在 CAD 中闭合后重新上传", "Close it in your CAD and upload again"),
                    true));
            return true;
        }
        List<Coordinate> ring = new ArrayList<>(List.of(corners));
        if (gap > 0) {
            ring.add(first.copy());
            findings.add(new Finding(
                    feature.from(),
                    new Text("缺口 " + size + " m 已自动闭合，位于 " + where, "A gap of " + size + " m was closed at " + where),
                    new Text("如不应闭合，请修改图形", "If it should stay open, change the drawing"),
                    false));
        }
        if (ring.size() > 3) {
            add(FACTORY.createPolygon(ring.toArray(new Coordinate[0])), feature);
        }
        return true;
    }

    /** Loose lines end to end; ends within the gap that is closed are one point. */
    private void join(List<Feature> loose) {
        if (loose.isEmpty()) {
            return;
        }
        Map<List<Long>, Coordinate> points = new HashMap<>();
        Map<Coordinate, Feature> ends = new HashMap<>();
        LineMerger merger = new LineMerger();
        for (Feature feature : loose) {
            LineString line = (LineString) feature.shape();
            Coordinate[] corners = line.copy().getCoordinates();
            corners[0] = point(corners[0], points);
            corners[corners.length - 1] = point(corners[corners.length - 1], points);
            if (corners.length > 2 || !corners[0].equals2D(corners[1])) {
                ends.putIfAbsent(corners[0], feature);
                ends.putIfAbsent(corners[corners.length - 1], feature);
                merger.add(FACTORY.createLineString(corners));
            }
        }
        @SuppressWarnings("unchecked")
        Collection<LineString> merged = merger.getMergedLineStrings();
        for (LineString line : merged) {
            Feature first = ends.get(line.getCoordinate());
            boolean alone = line.getNumPoints() == first.shape().getNumPoints();
            if (!closed(line, alone ? first : joined(first))) {
                unused++;
            }
        }
    }

    private static Feature joined(Feature first) {
        return new Feature(first.layer(), first.from() + " …", first.shape(), Collections.emptySortedMap());
    }

    private Coordinate point(Coordinate corner, Map<List<Long>, Coordinate> points) {
        double grid = settings.closeGaps();
        long x = Math.round(corner.x / grid);
        long y = Math.round(corner.y / grid);
        for (long dx = -1; dx <= 1; dx++) {
            for (long dy = -1; dy <= 1; dy++) {
                Coordinate there = points.get(List.of(x + dx, y + dy));
                if (there != null && there.distance(corner) <= grid) {
                    return there;
                }
            }
        }
        points.put(List.of(x, y), corner);
        return corner;
    }

    /** Rings and hatches by their envelope, as places in {@code rings}. */
    private void hatches(List<Feature> hatches) {
        Quadtree places = new Quadtree();
        for (int i = 0; i < rings.size(); i++) {
            places.insert(rings.get(i).shape().getEnvelopeInternal(), i);
        }
        for (Feature hatch : hatches) {
            int before = rings.size();
            hatch((Polygon) hatch.shape(), hatch, places);
            if (rings.size() > before) {
                places.insert(hatch.shape().getEnvelopeInternal(), before);
            }
        }
    }

    /** A hatch counts where no outline of its layer says the same; a ring within another of the hatch is its hole. */
    private void hatch(Polygon ring, Feature hatch, Quadtree places) {
        if (!ring.isValid()) {
            findings.add(new Finding(
                    hatch.from(),
                    new Text("填充边界自交，没有用", "The boundary of the hatch crosses itself; not used"),
                    new Text("请画出闭合的多段线轮廓", "Draw a closed polyline"),
                    false));
            return;
        }
        Envelope reach = ring.getEnvelopeInternal();
        List<Integer> near = new ArrayList<>();
        for (Object place : places.query(reach)) {
            near.add((Integer) place);
        }
        Collections.sort(near);
        for (int i : near) {
            Ring other = rings.get(i);
            if (!other.shape().getEnvelopeInternal().intersects(reach)
                    || !other.shape().isValid()) {
                continue;
            }
            boolean own = other.from().equals(hatch.from());
            double common = other.shape().intersection(ring).getArea();
            if (common > 0.95 * ring.getArea() && own) {
                if (other.shape().difference(ring) instanceof Polygon holed) {
                    rings.set(i, new Ring(holed, hatch));
                }
                return;
            }
            if (common > 0.95 * Math.max(ring.getArea(), other.shape().getArea())
                    || common > 0.95 * ring.getArea() && !own) {
                return;
            }
        }
        rings.add(new Ring(ring, hatch));
    }
}
