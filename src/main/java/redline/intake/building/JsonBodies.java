package redline.intake.building;

import java.util.ArrayList;
import java.util.List;
import redline.intake.file.Troubles;
import redline.quantity.Text;

/** Resolves the index lists of CityJSON geometries to bodies. */
final class JsonBodies {
    private final Vertices vertices;
    private final Vertices templateVertices;
    private final List<JsonGeometry> templates;
    private final Troubles troubles;
    private int copies;
    private int bad;

    JsonBodies(Vertices vertices, Vertices templateVertices, List<JsonGeometry> templates, Troubles troubles) {
        this.vertices = vertices;
        this.templateVertices = templateVertices;
        this.templates = templates;
        this.troubles = troubles;
    }

    List<Body> of(JsonObject object) {
        List<Body> bodies = new ArrayList<>();
        bad = 0;
        for (JsonGeometry geometry : object.geometries) {
            bodies.add(
                    geometry.type().equals("GeometryInstance")
                            ? instance(object, geometry)
                            : body(geometry, geometry.type(), vertices, null));
        }
        if (bad > 0) {
            troubles.add(
                    object.from(),
                    new Text(
                            bad + " 处顶点编号没有对应的顶点，所在的面不算",
                            bad + " vertex numbers have no vertex; their faces are left out"),
                    CityWords.MEND_INDEX);
        }
        return bodies;
    }

    private Body instance(JsonObject object, JsonGeometry geometry) {
        Body none = new Body(geometry.type(), null, List.of(), List.of());
        int index = geometry.template();
        List<?> point = list(
                geometry.boundaries() == null ? null : geometry.boundaries().tree());
        if (index < 0
                || index >= templates.size()
                || point.size() != 1
                || !(point.get(0) instanceof Integer at)
                || !vertices.holds(at)
                || geometry.matrix() == null
                || geometry.matrix().length != 16) {
            bad++;
            return none;
        }
        if (copies > Limits.MOST_COPIES) {
            return none;
        }
        JsonGeometry template = templates.get(index);
        Body body = body(template, geometry.type(), templateVertices, new double[][] {
            geometry.matrix(), {vertices.at(at, 0), vertices.at(at, 1), vertices.at(at, 2)}
        });
        copies += body.faces().size() + 1;
        if (copies > Limits.MOST_COPIES) {
            troubles.add(
                    object.from(),
                    new Text(
                            "模板展开多于 " + Limits.MOST_COPIES + " 个面，其余不展开",
                            "Templates unfold to more than " + Limits.MOST_COPIES + " faces; the rest is not unfolded"),
                    CityWords.LESS);
            return none;
        }
        return body;
    }

    private Body body(JsonGeometry geometry, String type, Vertices points, double[][] placed) {
        Object tree =
                geometry.boundaries() == null ? null : geometry.boundaries().tree();
        Object values = geometry.values() == null ? null : geometry.values().tree();
        List<List<List<Face>>> solids = new ArrayList<>();
        List<Face> surfaces = new ArrayList<>();
        Resolver resolver = new Resolver(points, placed, geometry.surfaces());
        switch (geometry.type()) {
            case "MultiSurface", "CompositeSurface" -> surfaces.addAll(resolver.faces(tree, values));
            case "Solid" -> solids.add(resolver.shells(tree, values));
            case "MultiSolid", "CompositeSolid" -> {
                List<?> each = list(tree);
                for (int n = 0; n < each.size(); n++) {
                    solids.add(resolver.shells(each.get(n), element(values, n)));
                }
            }
            default -> {
                // points and lines bound nothing
            }
        }
        return new Body(type, geometry.lod(), solids, surfaces);
    }

    private static List<?> list(Object tree) {
        return tree instanceof List<?> list ? list : List.of();
    }

    private static Object element(Object values, int n) {
        List<?> list = list(values);
        return n < list.size() ? list.get(n) : null;
    }

    /** @param placed matrix and point of an instance, null where vertices stand as they are */
    private final class Resolver {
        private final Vertices points;
        private final double[][] placed;
        private final List<String> semantics;

        Resolver(Vertices points, double[][] placed, List<String> semantics) {
            this.points = points;
            this.placed = placed;
            this.semantics = semantics;
        }

        List<List<Face>> shells(Object tree, Object values) {
            List<List<Face>> shells = new ArrayList<>();
            List<?> each = list(tree);
            for (int n = 0; n < each.size(); n++) {
                shells.add(faces(each.get(n), element(values, n)));
            }
            return shells;
        }

        List<Face> faces(Object tree, Object values) {
            List<Face> faces = new ArrayList<>();
            List<?> each = list(tree);
            for (int n = 0; n < each.size(); n++) {
                Face face = face(each.get(n), element(values, n));
                if (face != null) {
                    faces.add(face);
                }
            }
            return faces;
        }

        private Face face(Object tree, Object value) {
            List<double[]> rings = new ArrayList<>();
            for (Object ring : list(tree)) {
                double[] points = ring(ring);
                if (points == null) {
                    return null;
                }
                rings.add(points);
            }
            String semantic = value instanceof Integer n && n >= 0 && n < semantics.size() ? semantics.get(n) : null;
            return rings.isEmpty() ? null : new Face(semantic, rings);
        }

        private double[] ring(Object tree) {
            List<?> indices = list(tree);
            if (indices.isEmpty()) {
                return null;
            }
            double[] ring = new double[3 * indices.size()];
            for (int n = 0; n < indices.size(); n++) {
                if (!(indices.get(n) instanceof Integer index) || !points.holds(index)) {
                    bad++;
                    return null;
                }
                for (int axis = 0; axis < 3; axis++) {
                    ring[3 * n + axis] = placed == null ? points.at(index, axis) : moved(index, axis);
                    if (!(Math.abs(ring[3 * n + axis]) <= Limits.FARTHEST)) {
                        bad++;
                        return null;
                    }
                }
            }
            return ring;
        }

        private double moved(int index, int axis) {
            double[] row = placed[0];
            return row[4 * axis] * points.at(index, 0)
                    + row[4 * axis + 1] * points.at(index, 1)
                    + row[4 * axis + 2] * points.at(index, 2)
                    + row[4 * axis + 3]
                    + placed[1][axis];
        }
    }
}
