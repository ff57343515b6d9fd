package redline.intake.bundle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.linemerge.LineMerger;
import redline.intake.file.Feature;
import redline.quantity.Text;

/** Closed outlines of one layer: those drawn closed, those whose gap is small enough to be closed, loose lines joined, hatches last. */
final class Rings {
    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final String HATCH = "HATCH";

    /** @param from of the entity, or of the first of those joined */
    record Ring(Polygon shape, String from) {}

    /** @param where the end of the gap, as E and N */
    record Finding(String from, Text what, Text remedy, boolean stops) {}

    private final DrawingSettings settings;
    private final List<Ring> rings = new ArrayList<>();
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
                    rings.add(polygon, feature.from());
                }
            } else if (feature.shape() instanceof LineString line && !rings.closed(line, feature.from(), 1)) {
                loose.add(feature);
            } else if (feature.shape() != null && feature.shape().getDimension() == 2) {
                for (int i = 0; i < feature.shape().getNumGeometries(); i++) {
                    if (feature.shape().getGeometryN(i) instanceof Polygon polygon) {
                        rings.add(polygon, feature.from());
                    }
                }
            }
        }
        rings.join(loose);
        hatches.forEach(hatch -> rings.hatch((Polygon) hatch.shape(), hatch.from()));
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

    private void add(Polygon polygon, String from) {
        boolean again = rings.stream()
                .anyMatch(ring -> ring.shape().getEnvelopeInternal().equals(polygon.getEnvelopeInternal())
                        && ring.shape().norm().equalsExact(polygon.norm(), settings.closeGaps() / 10));
        if (again) {
            findings.add(new Finding(
                    from,
                    new Text("与另一条轮廓重合，只算一次", "Lies on another outline; counted once"),
                    new Text("请删去重复的一条", "Delete one of them"),
                    false));
        } else {
            rings.add(new Ring(polygon, from));
        }
    }

    /** Whether the line was an outline but for its gap. */
    private boolean closed(LineString line, String from, int parts) {
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
                    from,
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
                    from,
                    new Text("缺口 " + size + " m 已自动闭合，位于 " + where, "A gap of " + size + " m was closed at " + where),
                    new Text("如不应闭合，请修改图形", "If it should stay open, change the drawing"),
                    false));
        }
        if (ring.size() > 3) {
            add(FACTORY.createPolygon(ring.toArray(new Coordinate[0])), parts > 1 ? from + " …" : from);
        }
        return true;
    }

    /** Loose lines end to end; ends within the gap that is closed are one point. */
    private void join(List<Feature> loose) {
        if (loose.isEmpty()) {
            return;
        }
        Map<List<Long>, Coordinate> points = new HashMap<>();
        LineMerger merger = new LineMerger();
        for (Feature feature : loose) {
            LineString line = (LineString) feature.shape();
            Coordinate[] corners = line.copy().getCoordinates();
            corners[0] = point(corners[0], points);
            corners[corners.length - 1] = point(corners[corners.length - 1], points);
            if (corners.length > 2 || !corners[0].equals2D(corners[1])) {
                merger.add(FACTORY.createLineString(corners));
            }
        }
        @SuppressWarnings("unchecked")
        Collection<LineString> merged = merger.getMergedLineStrings();
        for (LineString line : merged) {
            if (!closed(line, nearest(line, loose), loose.size())) {
                unused++;
            }
        }
    }

    private static String nearest(Geometry line, List<Feature> loose) {
        Coordinate start = line.getCoordinate();
        return loose.stream()
                .filter(feature -> feature.shape().getEnvelopeInternal().distance(line.getEnvelopeInternal()) == 0)
                .filter(feature -> feature.shape().distance(FACTORY.createPoint(start)) < 1)
                .findFirst()
                .orElse(loose.get(0))
                .from();
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

    /** A hatch counts where no outline of its layer says the same; a ring within another of the hatch is its hole. */
    private void hatch(Polygon ring, String from) {
        if (!ring.isValid()) {
            findings.add(new Finding(
                    from,
                    new Text("填充边界自交，没有用", "The boundary of the hatch crosses itself; not used"),
                    new Text("请画出闭合的多段线轮廓", "Draw a closed polyline"),
                    false));
            return;
        }
        for (int i = 0; i < rings.size(); i++) {
            Ring other = rings.get(i);
            if (!other.shape().getEnvelopeInternal().intersects(ring.getEnvelopeInternal())
                    || !other.shape().isValid()) {
                continue;
            }
            double common = other.shape().intersection(ring).getArea();
            if (common > 0.95 * ring.getArea() && other.from().equals(from)) {
                if (other.shape().difference(ring) instanceof Polygon holed) {
                    rings.set(i, new Ring(holed, from));
                }
                return;
            }
            if (common > 0.95 * Math.max(ring.getArea(), other.shape().getArea())
                    || common > 0.95 * ring.getArea() && !other.from().equals(from)) {
                return;
            }
        }
        rings.add(new Ring(ring, from));
    }
}
