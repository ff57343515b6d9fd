package redline.intake.gis;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import redline.intake.file.Feature;
import redline.intake.file.FileContents;
import redline.intake.file.LayerSums;
import redline.intake.file.Reading;
import redline.intake.file.Troubles;
import redline.quantity.Text;

/** A bare JSON array {@code [outer ring, hole, …]}: every ring is looked at alone and against the others. */
final class RingArray {
    private static final int MOST_PAIRS = 20_000;

    private final String name;
    private final Charset charset;
    private final Troubles troubles = new Troubles();
    private final LayerSums sums = new LayerSums();
    private final Soundness soundness = new Soundness();
    private boolean valid = true;

    RingArray(String name, Charset charset) {
        this.name = name;
        this.charset = charset;
    }

    Reading read(Positions positions) throws GisFault {
        List<Positions.Run> rings = rings(positions);
        String layer = GeoJsonLayers.base(name);
        sums.layer(layer);
        int points = 0;
        double ringArea = 0;
        List<Polygon> sound = new ArrayList<>();
        for (int i = 0; i < rings.size(); i++) {
            Positions.Run ring = rings.get(i);
            sums.count(layer, "RING");
            reach(layer, ring);
            points += ring.size();
            double area = new Plane().area(ring.sequence());
            ringArea += i == 0 ? area : -area;
            sound.add(alone(i, ring, area));
        }
        Polygon whole = whole(sound);
        List<Feature> features = new ArrayList<>();
        if (whole != null) {
            sums.polygon(layer, Survey.area(whole, new Plane()));
            features.add(new Feature(layer, "rings", whole, Collections.emptySortedMap()));
        }
        Georeference.askForCrs("", new Text("坐标没有单位和坐标系", "The coordinates have neither unit nor CRS"), troubles);
        List<FileContents.Value> values = List.of(
                new FileContents.Value("rings", String.valueOf(rings.size()), name),
                new FileContents.Value("points", String.valueOf(points), name),
                new FileContents.Value("ringArea", plain(ringArea), "|outer| - sum of |holes|"));
        FileContents contents = new FileContents(
                name, "ring array", null, charset.name(), null, sums.layers(), values, troubles.all(), false);
        return new Reading(contents, features, List.of());
    }

    private static String plain(double value) {
        BigDecimal exact = BigDecimal.valueOf(value);
        return exact.signum() == 0 ? "0" : exact.stripTrailingZeros().toPlainString();
    }

    private void reach(String layer, Positions.Run ring) {
        for (int i = 0; i < ring.size(); i++) {
            double x = ring.xy()[2 * i];
            double y = ring.xy()[2 * i + 1];
            sums.reach(layer, x, y, x, y);
        }
    }

    private static List<Positions.Run> rings(Positions positions) throws GisFault {
        if (positions instanceof Positions.Run single) {
            return List.of(single);
        }
        if (!(positions instanceof Positions.Nest nest) || nest.parts().isEmpty()) {
            throw Positions.malformed();
        }
        List<Positions.Run> rings = new ArrayList<>();
        for (Positions part : nest.parts()) {
            if (part instanceof Positions.Nest none && none.parts().isEmpty()) {
                rings.add(new Positions.Run(new double[0]));
            } else if (part instanceof Positions.Run run) {
                rings.add(run);
            } else {
                throw Positions.malformed();
            }
        }
        return rings;
    }

    /** The ring as a polygon of its own, or null where it makes none. */
    private Polygon alone(int index, Positions.Run ring, double area) {
        double[] xy = ring.xy();
        int n = xy.length;
        boolean closed = n >= 4 && xy[0] == xy[n - 2] && xy[1] == xy[n - 1];
        int corners = ring.size() - (closed ? 1 : 0);
        if (corners < 3) {
            complain(
                    index,
                    new Text(
                            "只有 " + corners + " 个不同的点，围不成面",
                            "has only " + corners + " different points and encloses nothing"),
                    first(ring));
            return null;
        }
        if (area == 0) {
            complain(index, new Text("面积为 0", "encloses no area"), first(ring));
            return null;
        }
        double[] whole = closed ? xy : Arrays.copyOf(xy, n + 2);
        if (!closed) {
            whole[n] = xy[0];
            whole[n + 1] = xy[1];
        }
        Polygon polygon = GeoJsonObject.SHAPES.createPolygon(new Positions.Run(whole).sequence());
        Soundness.Fault fault = soundness.fault(polygon);
        if (fault == null) {
            return polygon;
        }
        valid = false;
        troubles.add(where(index), Survey.at(fault.what(), fault.at()), fault.remedy());
        return null;
    }

    private static Coordinate first(Positions.Run ring) {
        return ring.size() == 0 ? null : new Coordinate(ring.xy()[0], ring.xy()[1]);
    }

    private static String where(int index) {
        return index == 0 ? "outer ring" : "hole " + index;
    }

    private void complain(int index, Text what, Coordinate at) {
        valid = false;
        String hole = index == 0 ? "外轮廓" : "第 " + index + " 个洞";
        troubles.add(
                where(index),
                Survey.at(
                        new Text(
                                hole + what.zh(), (index == 0 ? "The outer ring " : "Hole " + index + " ") + what.en()),
                        at),
                new Text("请删去或改正该环", "Delete or correct this ring"));
    }

    /** Null unless all of it is valid. */
    private Polygon whole(List<Polygon> sound) {
        Polygon outer = sound.get(0);
        List<Integer> holes = new ArrayList<>();
        for (int i = 1; i < sound.size(); i++) {
            if (sound.get(i) != null) {
                holes.add(i);
            }
        }
        if (outer != null && !holes.isEmpty()) {
            PreparedGeometry area = PreparedGeometryFactory.prepare(outer);
            PreparedGeometry edge = PreparedGeometryFactory.prepare(outer.getExteriorRing());
            holes.forEach(index -> against(index, sound.get(index), area, edge));
        }
        amongEachOther(holes, sound);
        if (!valid || outer == null) {
            return null;
        }
        LinearRing[] rings =
                holes.stream().map(index -> sound.get(index).getExteriorRing()).toArray(LinearRing[]::new);
        Polygon whole = GeoJsonObject.SHAPES.createPolygon(outer.getExteriorRing(), rings);
        Soundness.Fault fault = soundness.fault(whole);
        if (fault == null) {
            return whole;
        }
        troubles.add("", Survey.at(fault.what(), fault.at()), fault.remedy());
        return null;
    }

    private void against(int index, Polygon hole, PreparedGeometry area, PreparedGeometry edge) {
        if (!area.intersects(hole)) {
            complain(index, new Text("在外轮廓之外", "lies outside the outer ring"), hole.getCoordinate());
        } else if (!area.covers(hole)) {
            complain(index, new Text("越出外轮廓", "reaches over the outer ring"), outside(hole, area));
        } else if (edge.intersects(hole.getExteriorRing())) {
            touches(index, new Text("碰到外轮廓", "touches the outer ring"), hole, area.getGeometry());
        }
    }

    private static Coordinate outside(Polygon hole, PreparedGeometry area) {
        for (Coordinate corner : hole.getCoordinates()) {
            if (!area.covers(hole.getFactory().createPoint(corner))) {
                return corner;
            }
        }
        return hole.getCoordinate();
    }

    /** Allowed at single points, so this alone does not make the polygon invalid. */
    private void touches(int index, Text what, Polygon hole, Geometry other) {
        Coordinate at = hole.getExteriorRing().intersection(other.getBoundary()).getCoordinate();
        troubles.add(
                where(index),
                Survey.at(new Text("第 " + index + " 个洞" + what.zh(), "Hole " + index + " " + what.en()), at),
                new Text("请核对是否应留出间隙，或合并", "Check whether there should be a gap, or merge the two"));
    }

    private void amongEachOther(List<Integer> holes, List<Polygon> sound) {
        STRtree near = new STRtree();
        holes.forEach(index -> near.insert(sound.get(index).getEnvelopeInternal(), index));
        int pairs = 0;
        for (int index : holes) {
            Polygon hole = sound.get(index);
            for (Object found : near.query(hole.getEnvelopeInternal())) {
                int other = (Integer) found;
                if (other > index && pairs++ < MOST_PAIRS) {
                    pair(index, hole, other, sound.get(other));
                }
            }
        }
        if (pairs > MOST_PAIRS) {
            valid = false;
            troubles.add(
                    "",
                    new Text(
                            "洞太密，只两两核对了 " + MOST_PAIRS + " 对",
                            "The holes are too dense; only " + MOST_PAIRS + " pairs were compared"),
                    new Text("请合并或删去多余的洞", "Merge holes or delete what is superfluous"));
        }
    }

    private void pair(int index, Polygon hole, int other, Polygon second) {
        if (!hole.intersects(second)) {
            return;
        }
        if (hole.touches(second)) {
            touches(other, new Text("碰到第 " + index + " 个洞", "touches hole " + index), second, hole);
        } else if (hole.equalsTopo(second)) {
            complain(other, new Text("与第 " + index + " 个洞相同", "is the same as hole " + index), second.getCoordinate());
        } else if (hole.covers(second)) {
            complain(other, new Text("套在第 " + index + " 个洞里", "lies within hole " + index), second.getCoordinate());
        } else if (second.covers(hole)) {
            complain(index, new Text("套在第 " + other + " 个洞里", "lies within hole " + other), hole.getCoordinate());
        } else {
            complain(other, new Text("与第 " + index + " 个洞重叠", "overlaps hole " + index), second.getCoordinate());
        }
    }
}
