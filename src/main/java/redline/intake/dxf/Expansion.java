package redline.intake.dxf;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.impl.PackedCoordinateSequence;
import org.locationtech.jts.geom.impl.PackedCoordinateSequenceFactory;
import redline.intake.file.Feature;
import redline.intake.file.Wanted;
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

    private static final GeometryFactory FACTORY = new GeometryFactory(PackedCoordinateSequenceFactory.DOUBLE_FACTORY);

    private final double chord;
    private final Wanted wanted;
    private final Map<String, Drawing.Block> blocks = new HashMap<>();
    private final List<Feature> features = new ArrayList<>();
    private final Set<String> layers = new HashSet<>();
    private final List<DxfFault> faults = new ArrayList<>();
    private final SortedMap<String, Integer> notDrawn = new TreeMap<>();
    private final Deque<String> open = new ArrayDeque<>();
    /** Attributes of shapes that have none but their type are one map for all. */
    private final Map<String, SortedMap<String, String>> plain = new HashMap<>();

    private final Map<String, SortedMap<String, String>> areas = new HashMap<>();

    private int shapes;
    private int corners;

    private Expansion(Drawing drawing, double chord, Wanted wanted) {
        this.chord = chord;
        this.wanted = wanted;
        drawing.blocks().forEach(block -> blocks.putIfAbsent(block.name(), block));
    }

    /**
     * @param chord how far a chord may be from its curve, in units of the drawing
     * @throws IOException where the file cannot be read
     */
    public static Expansion of(Drawing drawing, double chord, Wanted wanted) throws IOException {
        Expansion expansion = new Expansion(drawing, chord, wanted);
        try {
            drawing.entities(entity -> {
                if (!entity.paperSpace()) {
                    expansion.put(entity, Placement.WORLD, null);
                }
            });
        } catch (DxfFault tooMuch) {
            expansion.faults.add(tooMuch);
        }
        return expansion;
    }

    /** Those that are wanted. */
    public List<Feature> features() {
        return Collections.unmodifiableList(features);
    }

    /** How many shapes there are, wanted or not. */
    public int shapes() {
        return shapes;
    }

    /** On which anything is drawn, wanted or not. */
    public Set<String> layers() {
        return layers;
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
        if (shapes >= MOST || corners >= MOST_CORNERS) {
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
                path.to(entity.number(10), entity.number(20), entity.number(30));
                path.to(entity.number(11), entity.number(21), entity.number(31));
                line(entity, layer, path, false);
            }
            case "LWPOLYLINE", "POLYLINE" -> polyline(entity, outer, layer);
            case "CIRCLE" -> {
                Path round = new Path(outer.after(extrusion(entity)), chord);
                round.arc(entity.number(10), entity.number(20), entity.number(30), entity.number(40), 0, 2 * Math.PI);
                line(entity, layer, round, entity.number(40) > 0);
            }
            case "ARC" -> arc(entity, outer, layer);
            case "ELLIPSE" -> ellipse(entity, path, layer);
            case "SPLINE" -> spline(entity, path, layer);
            case "SOLID", "TRACE" -> {
                Path filled = new Path(outer.after(extrusion(entity)), chord);
                for (int k : new int[] {0, 1, 3, 2, 0}) {
                    filled.to(
                            entity.number(10 + k, entity.number(12)),
                            entity.number(20 + k, entity.number(22)),
                            entity.number(30 + k, entity.number(32)));
                }
                line(entity, layer, filled, true);
            }
            case "3DFACE" -> {
                for (int k : new int[] {0, 1, 2, 3, 0}) {
                    path.to(
                            entity.number(10 + k, entity.number(12)),
                            entity.number(20 + k, entity.number(22)),
                            entity.number(30 + k, entity.number(32)));
                }
                line(entity, layer, path, true);
            }
            case "HATCH" -> hatch(entity, outer, layer);
            case "TEXT", "ATTRIB" -> text(entity, outer.after(extrusion(entity)), layer);
            case "MTEXT" -> text(entity, outer, layer);
            case "POINT" -> {
                double x = entity.number(10);
                double y = entity.number(20);
                double z = entity.number(30);
                add(entity, layer, attributes(entity, false), () -> point(outer, x, y, z));
            }
            case "ATTDEF", "VIEWPORT", "SEQEND", "DIMENSION", "LEADER", "MULTILEADER", "XLINE", "RAY" -> {}
            default -> notDrawn.merge(entity.type(), 1, Integer::sum);
        }
    }

    private Placement extrusion(Entity entity) throws DxfFault {
        return Placement.extruded(entity.number(210), entity.number(220), entity.number(230, 1));
    }

    private void polyline(Entity entity, Placement outer, String layer) throws DxfFault {
        Outline outline = entity.polyline();
        if (outline == null) {
            if (entity.type().equals("POLYLINE")) {
                notDrawn.merge("MESH", 1, Integer::sum);
            }
            return;
        }
        double elevation = entity.number(entity.type().equals("LWPOLYLINE") ? 38 : 30);
        // A 3D polyline stands in world coordinates already.
        boolean world = entity.type().equals("POLYLINE") && ((int) entity.number(70) & 8) != 0;
        Path path = new Path(world ? outer : outer.after(extrusion(entity)), chord);
        path.outline(outline, elevation);
        line(entity, layer, path, outline.closed());
    }

    private void arc(Entity entity, Placement outer, String layer) throws DxfFault {
        Path path = new Path(outer.after(extrusion(entity)), chord);
        double start = Math.toRadians(entity.number(50));
        path.arc(
                entity.number(10),
                entity.number(20),
                entity.number(30),
                entity.number(40),
                start,
                Path.sweep(start, Math.toRadians(entity.number(51))));
        line(entity, layer, path, false);
    }

    private void ellipse(Entity entity, Path path, String layer) throws DxfFault {
        double[] major = {entity.number(11), entity.number(21), entity.number(31)};
        double[] normal = {entity.number(210), entity.number(220), entity.number(230, 1)};
        double ratio = entity.number(40, 1);
        double[] minor = {
            (normal[1] * major[2] - normal[2] * major[1]) * ratio,
            (normal[2] * major[0] - normal[0] * major[2]) * ratio,
            (normal[0] * major[1] - normal[1] * major[0]) * ratio
        };
        double start = entity.number(41);
        double[] centre = {entity.number(10), entity.number(20), entity.number(30)};
        double turn = Path.sweep(start, entity.number(42, 2 * Math.PI));
        path.ellipse(centre, major, minor, start, turn);
        line(entity, layer, path, turn > 2 * Math.PI - 1e-9);
    }

    private void spline(Entity entity, Path path, String layer) throws DxfFault {
        Tags tags = entity.tags();
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
                (int) entity.number(71, 3),
                knots.stream().mapToDouble(Double::doubleValue).toArray(),
                points);
        if (spline.sound()) {
            spline.along(path);
        } else {
            for (double[] at : points.isEmpty() ? fits : points) {
                path.to(at[0], at[1], at[2]);
            }
            faults.add(new DxfFault(
                    entity.tags().line(entity.from()),
                    new Text("样条曲线缺节点，按折线读", "A spline lacks its knots; read as straight edges"),
                    new Text("请用 PEDIT 转为多段线", "Convert it to a polyline")));
        }
        line(entity, layer, path, ((int) entity.number(70) & 1) != 0);
    }

    private static void set(List<double[]> points, int axis, double value) {
        if (!points.isEmpty()) {
            points.get(points.size() - 1)[axis] = value;
        }
    }

    private void hatch(Entity entity, Placement outer, String layer) throws DxfFault {
        Placement placement = outer.after(extrusion(entity));
        for (Path ring : Hatch.paths(entity, placement, chord)) {
            line(entity, layer, ring, true);
        }
    }

    /** As a polygon where it is closed and has three corners, else as a line. */
    private void line(Entity entity, String layer, Path path, boolean closed) {
        corners += path.size();
        if (path.size() < 2) {
            return;
        }
        if (closed) {
            path.close(chord * 1e-3);
        }
        boolean area = closed && path.size() > 3;
        add(entity, layer, attributes(entity, area), () -> {
            CoordinateSequence run = path.corners();
            return area ? FACTORY.createPolygon(run) : FACTORY.createLineString(run);
        });
    }

    private void text(Entity entity, Placement placement, String layer) throws DxfFault {
        Tags tags = entity.tags();
        StringBuilder words = new StringBuilder();
        for (int i = entity.from(); i < entity.to(); i++) {
            if (tags.code(i) == 3 || tags.code(i) == 1) {
                words.append(tags.text(i));
            }
        }
        boolean formatted = entity.type().equals("MTEXT");
        String text = formatted ? Label.formatted(words.toString()) : Label.plain(words.toString());
        if (text.isEmpty()) {
            return;
        }
        boolean aligned = !formatted && (entity.number(72) != 0 || entity.number(73) != 0 || entity.number(74) != 0);
        int first = aligned ? 11 : 10;
        double x = entity.number(first);
        double y = entity.number(first + 10);
        double z = entity.number(first + 20);
        SortedMap<String, String> attributes = attributes(entity);
        attributes.put("text", text);
        add(entity, layer, attributes, () -> point(placement, x, y, z));
    }

    private static Point point(Placement placement, double x, double y, double z) {
        return FACTORY.createPoint(
                new PackedCoordinateSequence.Double(new double[] {placement.x(x, y, z), placement.y(x, y, z)}, 2, 0));
    }

    /** @param shape asked for only where the feature is wanted */
    private void add(Entity entity, String layer, SortedMap<String, String> attributes, Supplier<Geometry> shape) {
        shapes++;
        layers.add(layer);
        if (wanted.keeps(layer, attributes)) {
            features.add(new Feature(layer, place(entity), shape.get(), attributes));
        }
    }

    /** Of a shape that has none but its type, unless this program wrote it. */
    private SortedMap<String, String> attributes(Entity entity, boolean closed) {
        String path = path(entity);
        return path == null
                ? (closed ? areas : plain).computeIfAbsent(entity.type(), type -> kept(type, closed, null))
                : kept(entity.type(), closed, path);
    }

    private static SortedMap<String, String> kept(String type, boolean closed, String path) {
        return Collections.unmodifiableSortedMap(attributes(type, closed, path));
    }

    private static SortedMap<String, String> attributes(String type, boolean closed, String path) {
        SortedMap<String, String> attributes = new TreeMap<>();
        attributes.put("type", type);
        if (closed) {
            attributes.put("closed", "true");
        }
        if (path != null) {
            attributes.put("path", path);
        }
        return attributes;
    }

    /** What this program wrote beside the entity; null where it is another's. */
    private String path(Entity entity) {
        Tags tags = entity.tags();
        boolean ours = false;
        for (int i = entity.from(); i < entity.to(); i++) {
            if (tags.code(i) == 1001) {
                ours = tags.is(i, Drawing.APPLICATION);
            } else if (ours && tags.code(i) == 1000) {
                return tags.text(i);
            }
        }
        return null;
    }

    private SortedMap<String, String> attributes(Entity entity) {
        return attributes(entity.type(), false, path(entity));
    }

    /** The handle, by which CAD finds an entity again; the line where there is none. */
    private String place(Entity entity) {
        Tags tags = entity.tags();
        for (int i = entity.from(); i < entity.to(); i++) {
            if (tags.code(i) == 5 && !tags.word(i).isEmpty()) {
                return entity.type() + " " + tags.word(i);
            }
        }
        return entity.type() + " @ line " + (entity.tags().line(entity.from()) - 2);
    }

    private void insert(Entity entity, Placement outer, String layer) throws DxfFault {
        Tags tags = entity.tags();
        String name = "";
        for (int i = entity.from(); i < entity.to(); i++) {
            if (tags.code(i) == 2) {
                name = tags.text(i);
            }
        }
        Placement extruded = outer.after(extrusion(entity));
        SortedMap<String, String> attributes = attributes(entity);
        attributes.put("block", name);
        for (Entity child : entity.children()) {
            attribute(child, attributes);
            put(child, outer, layer);
        }
        double x = entity.number(10);
        double y = entity.number(20);
        double z = entity.number(30);
        add(entity, layer, attributes, () -> point(extruded, x, y, z));
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
                entity.tags().line(entity.from()),
                recursive
                        ? new Text(
                                "图块“" + name + "”嵌套自身或嵌套过深",
                                "The block \"" + name + "\" holds itself, or is nested too deep")
                        : new Text("图块“" + name + "”没有定义", "The block \"" + name + "\" is not defined"),
                new Text("请分解图块，或用 AUDIT 修复后重新导出", "Explode it, or repair the drawing with AUDIT and export again"));
    }

    private void attribute(Entity child, SortedMap<String, String> attributes) {
        Tags tags = child.tags();
        String tag = "";
        String value = "";
        for (int i = child.from(); i < child.to(); i++) {
            if (tags.code(i) == 2) {
                tag = tags.text(i).strip();
            } else if (tags.code(i) == 1) {
                value = Label.plain(tags.text(i));
            }
        }
        if (child.type().equals("ATTRIB") && !tag.isEmpty() && !value.isEmpty()) {
            attributes.putIfAbsent(tag, value);
        }
    }

    /** A grid of them, turned as a whole, or the one. */
    private void cells(Entity entity, Drawing.Block block, Placement extruded, String layer) throws DxfFault {
        Placement base = Placement.of(1, 1, 1, 0, -block.x(), -block.y(), -block.z());
        double degrees = entity.number(50);
        double cos = Math.cos(Math.toRadians(degrees));
        double sin = Math.sin(Math.toRadians(degrees));
        int columns = (int) Math.max(1, entity.number(70, 1));
        int rows = (int) Math.max(1, entity.number(71, 1));
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                double dx = column * entity.number(44);
                double dy = row * entity.number(45);
                Placement cell = Placement.of(
                        entity.number(41, 1),
                        entity.number(42, 1),
                        entity.number(43, 1),
                        degrees,
                        entity.number(10) + dx * cos - dy * sin,
                        entity.number(20) + dx * sin + dy * cos,
                        entity.number(30));
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
