package redline.intake.dxf;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import redline.intake.file.Feature;
import redline.quantity.Text;

/**
 * What is drawn in model space as features in world coordinates, blocks put in their place, curves as chords. Attributes of a feature: {@code
 * type} (of the entity), {@code closed} (an outline that is closed by its flag or its last corner), {@code text}, {@code block}, the
 * attributes of a block under their tags, and {@code path} where this program wrote the entity.
 */
public final class Expansion {
    /** More features than a site plan has. */
    private static final int MOST = 1_000_000;
    /** Corners of all of them. */
    private static final int MOST_CORNERS = 20_000_000;
    /** Blocks within blocks. */
    private static final int DEPTH = 24;

    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final Drawing drawing;
    private final Tags tags;
    private final double chord;
    private final Map<String, Drawing.Block> blocks = new HashMap<>();
    private final List<Feature> features = new ArrayList<>();
    private final List<DxfFault> faults = new ArrayList<>();
    private final SortedMap<String, Integer> notDrawn = new TreeMap<>();
    private final Deque<String> open = new ArrayDeque<>();
    /** Attributes of shapes that have none but their type are one map for all. */
    private final Map<String, SortedMap<String, String>> plain = new HashMap<>();

    private int corners;

    private Expansion(Drawing drawing, double chord) {
        this.drawing = drawing;
        this.tags = drawing.tags();
        this.chord = chord;
        drawing.blocks().forEach(block -> blocks.putIfAbsent(block.name(), block));
    }

    /**
     * @param chord how far a chord may be from its curve, in units of the drawing
     */
    public static Expansion of(Drawing drawing, double chord) {
        Expansion expansion = new Expansion(drawing, chord);
        try {
            for (Entity entity : drawing.entities()) {
                if (!entity.paperSpace()) {
                    expansion.put(entity, Placement.WORLD, null);
                }
            }
        } catch (DxfFault tooMuch) {
            expansion.faults.add(tooMuch);
        }
        return expansion;
    }

    public List<Feature> features() {
        return features;
    }

    /** What could not be put in place, and why. */
    public List<DxfFault> faults() {
        return faults;
    }

    /** How many of which type have no plan that is read: bodies, regions, meshes, images. */
    public SortedMap<String, Integer> notDrawn() {
        return notDrawn;
    }

    /** @param layer that of the INSERT for what stands on layer 0 of a block, null in model space */
    private void put(Entity entity, Placement placement, String layer) throws DxfFault {
        if (features.size() >= MOST || corners >= MOST_CORNERS) {
            throw new DxfFault(
                    0,
                    new Text("图块展开后超过 " + MOST + " 个图形", "More than " + MOST + " shapes once the blocks are expanded"),
                    new Text("请只导出总平面所需的图层", "Export only the layers of the site plan"));
        }
        String own = layer != null && entity.layer().equals("0") ? layer : entity.layer();
        try {
            if (entity.type().equals("INSERT")) {
                insert(entity, placement, own);
            } else {
                draw(entity, placement, own);
            }
        } catch (DxfFault fault) {
            if (fault.line() == 0) {
                throw fault;
            }
            faults.add(fault);
        }
    }

    private void draw(Entity entity, Placement outer, String layer) throws DxfFault {
        Path path = new Path(outer, chord);
        switch (entity.type()) {
            case "LINE" -> {
                path.to(number(entity, 10), number(entity, 20), number(entity, 30));
                path.to(number(entity, 11), number(entity, 21), number(entity, 31));
                line(entity, layer, path, false);
            }
            case "LWPOLYLINE", "POLYLINE" -> polyline(entity, outer, layer);
            case "CIRCLE" -> {
                Path round = new Path(outer.after(extrusion(entity)), chord);
                round.arc(
                        number(entity, 10), number(entity, 20), number(entity, 30), number(entity, 40), 0, 2 * Math.PI);
                line(entity, layer, round, number(entity, 40) > 0);
            }
            case "ARC" -> arc(entity, outer, layer);
            case "ELLIPSE" -> ellipse(entity, path, layer);
            case "SPLINE" -> spline(entity, path, layer);
            case "SOLID", "TRACE" -> {
                Path filled = new Path(outer.after(extrusion(entity)), chord);
                for (int k : new int[] {0, 1, 3, 2, 0}) {
                    filled.to(
                            drawing.number(entity, 10 + k, number(entity, 12)),
                            drawing.number(entity, 20 + k, number(entity, 22)),
                            drawing.number(entity, 30 + k, number(entity, 32)));
                }
                line(entity, layer, filled, true);
            }
            case "3DFACE" -> {
                for (int k : new int[] {0, 1, 2, 3, 0}) {
                    path.to(
                            drawing.number(entity, 10 + k, number(entity, 12)),
                            drawing.number(entity, 20 + k, number(entity, 22)),
                            drawing.number(entity, 30 + k, number(entity, 32)));
                }
                line(entity, layer, path, true);
            }
            case "HATCH" -> hatch(entity, outer, layer);
            case "TEXT", "ATTRIB" -> text(entity, outer.after(extrusion(entity)), layer);
            case "MTEXT" -> text(entity, outer, layer);
            case "POINT" ->
                add(
                        entity,
                        layer,
                        FACTORY.createPoint(outer.plan(number(entity, 10), number(entity, 20), number(entity, 30))));
            case "ATTDEF", "VIEWPORT", "SEQEND", "DIMENSION", "LEADER", "MULTILEADER", "XLINE", "RAY" -> {}
            default -> notDrawn.merge(entity.type(), 1, Integer::sum);
        }
    }

    private double number(Entity entity, int code) throws DxfFault {
        return drawing.number(entity, code, 0);
    }

    private Placement extrusion(Entity entity) throws DxfFault {
        return Placement.extruded(number(entity, 210), number(entity, 220), drawing.number(entity, 230, 1));
    }

    private void polyline(Entity entity, Placement outer, String layer) throws DxfFault {
        Outline outline = drawing.polyline(entity);
        if (outline == null) {
            if (entity.type().equals("POLYLINE")) {
                notDrawn.merge("MESH", 1, Integer::sum);
            }
            return;
        }
        double elevation = number(entity, entity.type().equals("LWPOLYLINE") ? 38 : 30);
        // A 3D polyline stands in world coordinates already.
        boolean world = entity.type().equals("POLYLINE") && ((int) number(entity, 70) & 8) != 0;
        Path path = new Path(world ? outer : outer.after(extrusion(entity)), chord);
        path.outline(outline, elevation);
        line(entity, layer, path, outline.closed());
    }

    private void arc(Entity entity, Placement outer, String layer) throws DxfFault {
        Path path = new Path(outer.after(extrusion(entity)), chord);
        double start = Math.toRadians(number(entity, 50));
        path.arc(
                number(entity, 10),
                number(entity, 20),
                number(entity, 30),
                number(entity, 40),
                start,
                Path.sweep(start, Math.toRadians(number(entity, 51))));
        line(entity, layer, path, false);
    }

    private void ellipse(Entity entity, Path path, String layer) throws DxfFault {
        double[] major = {number(entity, 11), number(entity, 21), number(entity, 31)};
        double[] normal = {number(entity, 210), number(entity, 220), drawing.number(entity, 230, 1)};
        double ratio = drawing.number(entity, 40, 1);
        double[] minor = {
            (normal[1] * major[2] - normal[2] * major[1]) * ratio,
            (normal[2] * major[0] - normal[0] * major[2]) * ratio,
            (normal[0] * major[1] - normal[1] * major[0]) * ratio
        };
        double start = number(entity, 41);
        double[] centre = {number(entity, 10), number(entity, 20), number(entity, 30)};
        double turn = Path.sweep(start, drawing.number(entity, 42, 2 * Math.PI));
        path.ellipse(centre, major, minor, start, turn);
        line(entity, layer, path, turn > 2 * Math.PI - 1e-9);
    }

    private void spline(Entity entity, Path path, String layer) throws DxfFault {
        List<Double> knots = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        List<double[]> points = new ArrayList<>();
        List<double[]> fits = new ArrayList<>();
        for (int i = entity.from(); i < entity.to(); i++) {
            switch (tags.code(i)) {
                case 40 -> knots.add(tags.number(i));
                case 41 -> weights.add(tags.number(i));
                case 10 -> points.add(new double[] {tags.number(i), 0, 0, 1});
                case 20 -> set(points, 1, tags.number(i));
                case 30 -> set(points, 2, tags.number(i));
                case 11 -> fits.add(new double[] {tags.number(i), 0, 0, 1});
                case 21 -> set(fits, 1, tags.number(i));
                case 31 -> set(fits, 2, tags.number(i));
                default -> {}
            }
        }
        for (int i = 0; i < weights.size() && weights.size() == points.size(); i++) {
            points.get(i)[3] = weights.get(i);
        }
        Spline spline = new Spline(
                (int) drawing.number(entity, 71, 3),
                knots.stream().mapToDouble(Double::doubleValue).toArray(),
                points);
        if (spline.sound()) {
            spline.along(path);
        } else {
            for (double[] at : points.isEmpty() ? fits : points) {
                path.to(at[0], at[1], at[2]);
            }
            faults.add(new DxfFault(
                    Tags.line(entity.from()),
                    new Text("样条曲线缺节点，按折线读", "A spline lacks its knots; read as straight edges"),
                    new Text("请用 PEDIT 转为多段线", "Convert it to a polyline")));
        }
        line(entity, layer, path, ((int) number(entity, 70) & 1) != 0);
    }

    private static void set(List<double[]> points, int axis, double value) {
        if (!points.isEmpty()) {
            points.get(points.size() - 1)[axis] = value;
        }
    }

    private void hatch(Entity entity, Placement outer, String layer) throws DxfFault {
        Placement placement = outer.after(extrusion(entity));
        for (List<Coordinate> ring : Hatch.paths(tags, entity, placement, chord)) {
            Path path = new Path(Placement.WORLD, chord);
            ring.forEach(corner -> path.to(corner.x, corner.y, 0));
            line(entity, layer, path, true);
        }
    }

    /** As a polygon where it is closed and has three corners, else as a line. */
    private void line(Entity entity, String layer, Path path, boolean closed) {
        List<Coordinate> run = path.corners();
        corners += run.size();
        if (run.size() < 2) {
            return;
        }
        if (closed && !run.get(0).equals2D(run.get(run.size() - 1))) {
            // Ends that meet but for the last digits of a rotation are one point.
            boolean same = run.size() > 3 && run.get(0).distance(run.get(run.size() - 1)) <= chord * 1e-3;
            if (same) {
                run.remove(run.size() - 1);
            }
            run.add(run.get(0).copy());
        }
        Coordinate[] all = run.toArray(new Coordinate[0]);
        add(entity, layer, closed && all.length > 3 ? FACTORY.createPolygon(all) : FACTORY.createLineString(all));
    }

    private void text(Entity entity, Placement placement, String layer) throws DxfFault {
        StringBuilder words = new StringBuilder();
        for (int i = entity.from(); i < entity.to(); i++) {
            if (tags.code(i) == 3 || tags.code(i) == 1) {
                words.append(drawing.text(i));
            }
        }
        boolean formatted = entity.type().equals("MTEXT");
        String text = formatted ? Label.formatted(words.toString()) : Label.plain(words.toString());
        if (text.isEmpty()) {
            return;
        }
        boolean aligned = !formatted && (number(entity, 72) != 0 || number(entity, 73) != 0 || number(entity, 74) != 0);
        int first = aligned ? 11 : 10;
        Coordinate place =
                placement.plan(number(entity, first), number(entity, first + 10), number(entity, first + 20));
        SortedMap<String, String> attributes = attributes(entity);
        attributes.put("text", text);
        features.add(new Feature(layer, place(entity), FACTORY.createPoint(place), attributes));
    }

    private void add(Entity entity, String layer, Geometry shape) {
        boolean closed = shape.getDimension() == 2;
        String path = path(entity);
        SortedMap<String, String> attributes = path == null
                ? plain.computeIfAbsent(entity.type() + closed, key -> kept(entity.type(), closed, null))
                : kept(entity.type(), closed, path);
        features.add(new Feature(layer, place(entity), shape, attributes));
    }

    private static SortedMap<String, String> kept(String type, boolean closed, String path) {
        SortedMap<String, String> attributes = new TreeMap<>();
        attributes.put("type", type);
        if (closed) {
            attributes.put("closed", "true");
        }
        if (path != null) {
            attributes.put("path", path);
        }
        return Collections.unmodifiableSortedMap(attributes);
    }

    /** What this program wrote beside the entity; null where it is another's. */
    private String path(Entity entity) {
        boolean ours = false;
        for (int i = entity.from(); i < entity.to(); i++) {
            if (tags.code(i) == 1001) {
                ours = tags.is(i, Drawing.APPLICATION);
            } else if (ours && tags.code(i) == 1000) {
                return drawing.text(i);
            }
        }
        return null;
    }

    private SortedMap<String, String> attributes(Entity entity) {
        return new TreeMap<>(kept(entity.type(), false, path(entity)));
    }

    /** The handle, by which CAD finds an entity again; the line where there is none. */
    private String place(Entity entity) {
        for (int i = entity.from(); i < entity.to(); i++) {
            if (tags.code(i) == 5 && !tags.word(i).isEmpty()) {
                return entity.type() + " " + tags.word(i);
            }
        }
        return entity.type() + " @ line " + (Tags.line(entity.from()) - 2);
    }

    private void insert(Entity entity, Placement outer, String layer) throws DxfFault {
        String name = "";
        for (int i = entity.from(); i < entity.to(); i++) {
            if (tags.code(i) == 2) {
                name = drawing.text(i);
            }
        }
        Placement extruded = outer.after(extrusion(entity));
        SortedMap<String, String> attributes = attributes(entity);
        attributes.put("block", name);
        for (Entity child : entity.children()) {
            attribute(child, attributes);
            put(child, outer, layer);
        }
        features.add(new Feature(
                layer,
                place(entity),
                FACTORY.createPoint(extruded.plan(number(entity, 10), number(entity, 20), number(entity, 30))),
                attributes));
        Drawing.Block block = blocks.get(name);
        if (block == null || open.contains(name) || open.size() >= DEPTH) {
            faults.add(missing(entity, name, block != null));
            return;
        }
        open.push(name);
        try {
            cells(entity, block, extruded, layer);
        } finally {
            open.pop();
        }
    }

    private static DxfFault missing(Entity entity, String name, boolean recursive) {
        return new DxfFault(
                Tags.line(entity.from()),
                recursive
                        ? new Text(
                                "图块“" + name + "”嵌套自身或嵌套过深",
                                "The block \"" + name + "\" holds itself, or is nested too deep")
                        : new Text("图块“" + name + "”没有定义", "The block \"" + name + "\" is not defined"),
                new Text("请分解图块，或用 AUDIT 修复后重新导出", "Explode it, or repair the drawing with AUDIT and export again"));
    }

    private void attribute(Entity child, SortedMap<String, String> attributes) {
        String tag = "";
        String value = "";
        for (int i = child.from(); i < child.to(); i++) {
            if (tags.code(i) == 2) {
                tag = drawing.text(i).strip();
            } else if (tags.code(i) == 1) {
                value = Label.plain(drawing.text(i));
            }
        }
        if (child.type().equals("ATTRIB") && !tag.isEmpty() && !value.isEmpty()) {
            attributes.putIfAbsent(tag, value);
        }
    }

    /** A grid of them, turned as a whole, or the one. */
    private void cells(Entity entity, Drawing.Block block, Placement extruded, String layer) throws DxfFault {
        Placement base = Placement.of(1, 1, 1, 0, -block.x(), -block.y(), -block.z());
        double degrees = number(entity, 50);
        double cos = Math.cos(Math.toRadians(degrees));
        double sin = Math.sin(Math.toRadians(degrees));
        int columns = (int) Math.max(1, drawing.number(entity, 70, 1));
        int rows = (int) Math.max(1, drawing.number(entity, 71, 1));
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                double dx = column * number(entity, 44);
                double dy = row * number(entity, 45);
                Placement cell = Placement.of(
                        drawing.number(entity, 41, 1),
                        drawing.number(entity, 42, 1),
                        drawing.number(entity, 43, 1),
                        degrees,
                        number(entity, 10) + dx * cos - dy * sin,
                        number(entity, 20) + dx * sin + dy * cos,
                        number(entity, 30));
                Placement placed = extruded.after(cell).after(base);
                if (block.entities().isEmpty()) {
                    return;
                }
                for (Entity inner : block.entities()) {
                    put(inner, placed, layer);
                }
            }
        }
    }
}
