package redline.intake.building;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Upright blocks on footprints, as CityJSON boundaries of whole-number vertices; equal vertices are one. */
final class Block {
    private final Map<List<Long>, Integer> vertices = new LinkedHashMap<>();
    private final double[] origin;
    private final double[] scale;

    /**
     * @param origin what the whole numbers count from: x, y, z
     * @param scale what one of them stands for
     */
    Block(double[] origin, double[] scale) {
        this.origin = origin;
        this.scale = scale;
    }

    /** Faces as rings of vertex numbers, with what they are. */
    record Faces(List<List<List<Integer>>> boundaries, List<Integer> semantics) {}

    static final int GROUND = 0;
    static final int ROOF = 1;
    static final int WALL = 2;

    List<List<Long>> vertices() {
        return List.copyOf(vertices.keySet());
    }

    /** All faces turn outwards. Empty where the polygon vanishes on the grid. */
    Faces solid(Polygon polygon, double bottom, double top) {
        List<List<List<Integer>>> boundaries = new ArrayList<>();
        List<Integer> semantics = new ArrayList<>();
        List<List<long[]>> rings = rings(polygon);
        if (rings.isEmpty()) {
            return new Faces(boundaries, semantics);
        }
        long low = whole(bottom, 2);
        long high = whole(top, 2);
        boundaries.add(rings.stream().map(ring -> back(level(ring, low))).toList());
        semantics.add(GROUND);
        boundaries.add(rings.stream().map(ring -> level(ring, high)).toList());
        semantics.add(ROOF);
        for (List<long[]> ring : rings) {
            List<Integer> below = level(ring, low);
            List<Integer> above = level(ring, high);
            for (int n = 0; n < ring.size(); n++) {
                int next = (n + 1) % ring.size();
                boundaries.add(List.of(List.of(below.get(n), below.get(next), above.get(next), above.get(n))));
                semantics.add(WALL);
            }
        }
        return new Faces(boundaries, semantics);
    }

    /** The footprint alone. */
    Faces flat(Polygon polygon, double bottom) {
        List<List<long[]>> rings = rings(polygon);
        if (rings.isEmpty()) {
            return new Faces(List.of(), List.of());
        }
        long low = whole(bottom, 2);
        return new Faces(
                List.of(rings.stream().map(ring -> back(level(ring, low))).toList()), List.of(GROUND));
    }

    /** The outer one against the clock, holes with it; empty where the outer one vanishes. */
    private List<List<long[]>> rings(Polygon polygon) {
        List<List<long[]>> rings = new ArrayList<>();
        List<long[]> outer = ring(polygon.getExteriorRing(), true);
        if (outer.size() < 3) {
            return rings;
        }
        rings.add(outer);
        for (int n = 0; n < polygon.getNumInteriorRing(); n++) {
            List<long[]> hole = ring(polygon.getInteriorRingN(n), false);
            if (hole.size() >= 3) {
                rings.add(hole);
            }
        }
        return rings;
    }

    private List<long[]> ring(LinearRing ring, boolean againstClock) {
        List<long[]> corners = new ArrayList<>();
        for (Coordinate corner : ring.getCoordinates()) {
            long[] own = {whole(corner.x, 0), whole(corner.y, 1)};
            if (corners.isEmpty() || !same(corners.get(corners.size() - 1), own)) {
                corners.add(own);
            }
        }
        if (corners.size() > 1 && same(corners.get(0), corners.get(corners.size() - 1))) {
            corners.remove(corners.size() - 1);
        }
        return Orientation.isCCW(ring.getCoordinates()) == againstClock ? corners : back(corners);
    }

    private static boolean same(long[] one, long[] other) {
        return one[0] == other[0] && one[1] == other[1];
    }

    private List<Integer> level(List<long[]> ring, long height) {
        return ring.stream()
                .map(corner -> vertex(List.of(corner[0], corner[1], height)))
                .toList();
    }

    private int vertex(List<Long> place) {
        return vertices.computeIfAbsent(place, none -> vertices.size());
    }

    private long whole(double value, int axis) {
        return Math.round((value - origin[axis]) / scale[axis]);
    }

    private static <T> List<T> back(List<T> list) {
        List<T> back = new ArrayList<>(list);
        java.util.Collections.reverse(back);
        return back;
    }
}
