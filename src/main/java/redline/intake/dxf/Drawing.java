package redline.intake.dxf;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import redline.quantity.Text;

/**
 * What stands in a drawing. A file without HEADER and TABLES is a drawing as well; damaged links between objects do not matter,
 * because only header, layers, blocks and entities are read.
 */
public final class Drawing {
    private static final Set<String> WITH_CHILDREN = Set.of("POLYLINE", "INSERT");
    private static final Set<String> CHILDREN = Set.of("VERTEX", "ATTRIB");

    /** The application name beside what this program writes into a drawing. */
    public static final String APPLICATION = "REDLINE";

    /**
     * @param name empty where the file gives none
     * @param x of the base point, in the block's own coordinates
     */
    public record Block(String name, double x, double y, double z, List<Entity> entities) {}

    private final Tags tags;
    private final boolean binary;
    private final Map<String, String> header = new TreeMap<>();
    private CodePage codePage;
    private final List<String> layers = new ArrayList<>();
    private final Set<String> unseen = new TreeSet<>();
    private final List<Block> blocks = new ArrayList<>();
    private final List<Entity> entities = new ArrayList<>();
    private int at;

    private Drawing(Tags tags, boolean binary) {
        this.tags = tags;
        this.binary = binary;
    }

    /** @throws DxfFault where the file is no DXF, or so damaged that what is left could mislead */
    public static Drawing read(byte[] file) throws DxfFault {
        Drawing drawing = new Drawing(Tags.of(file), BinaryTags.is(file));
        drawing.header();
        drawing.codePage = CodePage.of(drawing.version(), drawing.header.get("$DWGCODEPAGE"), file);
        drawing.sections();
        return drawing;
    }

    /** {@code AC1009} … {@code AC1032}; null where the file does not say. */
    public String version() {
        return header.get("$ACADVER");
    }

    public boolean binary() {
        return binary;
    }

    public CodePage codePage() {
        return codePage;
    }

    /** The number of {@code $INSUNITS}; null where the file does not say. */
    public Integer unitsCode() {
        String code = header.get("$INSUNITS");
        try {
            return code == null ? null : Integer.valueOf(code);
        } catch (NumberFormatException unclear) {
            return null;
        }
    }

    /** Names in the table of layers. */
    public List<String> layers() {
        return layers;
    }

    /** Layers that are off or frozen. */
    public Set<String> unseen() {
        return unseen;
    }

    public List<Block> blocks() {
        return blocks;
    }

    /** All that stand in ENTITIES, those of paper space too; a POLYLINE with its vertices is one. */
    public List<Entity> entities() {
        return entities;
    }

    /** Whether the file has its end; else it was cut off. */
    public boolean complete() {
        return tags.ended();
    }

    Tags tags() {
        return tags;
    }

    private boolean starts(int i, String word) {
        return i < tags.size() && tags.code(i) == 0 && tags.is(i, word);
    }

    private void header() {
        int i = 0;
        while (i < tags.size() && !(starts(i, "SECTION") && i + 1 < tags.size() && tags.is(i + 1, "HEADER"))) {
            i++;
        }
        for (int k = i + 2; k < tags.size() && !starts(k, "ENDSEC"); k++) {
            if (tags.code(k) == 9 && k + 1 < tags.size() && tags.code(k + 1) != 9) {
                header.putIfAbsent(tags.word(k).toUpperCase(Locale.ROOT), tags.word(k + 1));
            }
        }
    }

    private void sections() throws DxfFault {
        while (at < tags.size()) {
            if (!starts(at, "SECTION")) {
                at++;
                continue;
            }
            String name = at + 1 < tags.size() ? tags.word(at + 1) : "";
            at += 2;
            switch (name) {
                case "TABLES" -> tables();
                case "BLOCKS" -> blockSection();
                case "ENTITIES" -> entities.addAll(entitiesUntil("ENDSEC"));
                default -> skip("ENDSEC");
            }
        }
    }

    private void skip(String end) {
        while (at < tags.size() && !starts(at, end)) {
            at++;
        }
    }

    private void tables() throws DxfFault {
        while (at < tags.size() && !starts(at, "ENDSEC")) {
            if (starts(at, "LAYER")) {
                at++;
                layer();
            } else {
                at++;
            }
        }
    }

    private void layer() throws DxfFault {
        String name = null;
        boolean seen = true;
        for (; at < tags.size() && tags.code(at) != 0; at++) {
            switch (tags.code(at)) {
                case 2 -> name = text(at);
                case 62 -> seen &= tags.number(at) >= 0;
                case 70 -> seen &= ((int) tags.number(at) & 1) == 0;
                default -> {}
            }
        }
        if (name != null) {
            layers.add(name);
            if (!seen) {
                unseen.add(name);
            }
        }
    }

    private void blockSection() throws DxfFault {
        while (at < tags.size() && !starts(at, "ENDSEC")) {
            if (!starts(at, "BLOCK")) {
                at++;
                continue;
            }
            at++;
            String name = "";
            double[] base = new double[3];
            for (; at < tags.size() && tags.code(at) != 0; at++) {
                switch (tags.code(at)) {
                    case 2 -> name = text(at);
                    case 10 -> base[0] = tags.number(at);
                    case 20 -> base[1] = tags.number(at);
                    case 30 -> base[2] = tags.number(at);
                    default -> {}
                }
            }
            blocks.add(new Block(name, base[0], base[1], base[2], entitiesUntil("ENDBLK")));
        }
    }

    /** Stands at the first entity; ends at the word, at the end of the section, or at that of the file. */
    private List<Entity> entitiesUntil(String end) throws DxfFault {
        List<Entity> found = new ArrayList<>();
        while (at < tags.size() && !starts(at, end) && !starts(at, "ENDSEC") && !starts(at, "EOF")) {
            if (tags.code(at) != 0) {
                at++;
                continue;
            }
            Entity entity = entity();
            if (WITH_CHILDREN.contains(entity.type())) {
                List<Entity> children = new ArrayList<>();
                while (at < tags.size() && tags.code(at) == 0 && CHILDREN.contains(tags.word(at))) {
                    children.add(entity());
                }
                if (starts(at, "SEQEND")) {
                    entity();
                }
                entity = new Entity(
                        entity.type(), entity.layer(), entity.paperSpace(), entity.from(), entity.to(), children);
            }
            if (!entity.type().equals("SEQEND")) {
                found.add(entity);
            }
        }
        return List.copyOf(found);
    }

    private Entity entity() {
        String type = tags.word(at);
        int from = ++at;
        String layer = "0";
        boolean paperSpace = false;
        for (; at < tags.size() && tags.code(at) != 0; at++) {
            if (tags.code(at) == 8) {
                layer = text(at);
            } else if (tags.code(at) == 67) {
                paperSpace = tags.is(at, "1");
            }
        }
        return new Entity(type, layer, paperSpace, from, at, List.of());
    }

    String text(int i) {
        return CodePage.unescaped(tags.text(i, codePage.charset()));
    }

    /** The value of the first tag with the code, else {@code otherwise}. */
    double number(Entity of, int code, double otherwise) throws DxfFault {
        for (int i = of.from(); i < of.to(); i++) {
            if (tags.code(i) == code) {
                return tags.number(i);
            }
        }
        return otherwise;
    }

    private int flags(Entity of) throws DxfFault {
        return (int) number(of, 70, 0);
    }

    /**
     * The outline of a polyline in its own plane; null for another entity, for a mesh, and where it has no two vertices.
     *
     * @throws DxfFault where a coordinate is no number
     */
    public Outline polyline(Entity entity) throws DxfFault {
        return switch (entity.type()) {
            case "LWPOLYLINE" -> light(entity);
            case "POLYLINE" -> heavy(entity);
            default -> null;
        };
    }

    private Outline light(Entity entity) throws DxfFault {
        Corners corners = new Corners();
        for (int i = entity.from(); i < entity.to(); i++) {
            switch (tags.code(i)) {
                case 10 -> corners.begin(tags.number(i));
                case 20 -> corners.y(tags.number(i));
                case 42 -> corners.bulge(tags.number(i));
                default -> {}
            }
        }
        return corners.outline((flags(entity) & 1) != 0);
    }

    private Outline heavy(Entity entity) throws DxfFault {
        int flags = flags(entity);
        if ((flags & (16 | 64)) != 0) {
            return null;
        }
        Corners corners = new Corners();
        for (Entity vertex : entity.children()) {
            if ((flags(vertex) & 16) == 0) {
                corners.begin(number(vertex, 10, 0));
                corners.y(number(vertex, 20, 0));
                corners.bulge(number(vertex, 42, 0));
            }
        }
        return corners.outline((flags & 1) != 0);
    }

    /** Length of a line, circle or arc in units; 0 for other entities, polylines have their outline. */
    public double length(Entity entity) throws DxfFault {
        return switch (entity.type()) {
            case "LINE" ->
                Math.hypot(
                        number(entity, 11, 0) - number(entity, 10, 0), number(entity, 21, 0) - number(entity, 20, 0));
            case "CIRCLE" -> 2 * Math.PI * Math.max(0, number(entity, 40, 0));
            case "ARC" ->
                Path.sweep(Math.toRadians(number(entity, 50, 0)), Math.toRadians(number(entity, 51, 0)))
                        * Math.max(0, number(entity, 40, 0));
            default -> 0;
        };
    }

    /** What the drawing unit is, in words. */
    public static Text unitName(Integer code) {
        if (code == null) {
            return new Text("未写明", "not stated");
        }
        return switch (code) {
            case 0 -> new Text("无单位", "unitless");
            case 1 -> new Text("英寸", "inch");
            case 2 -> new Text("英尺", "foot");
            case 4 -> new Text("毫米", "mm");
            case 5 -> new Text("厘米", "cm");
            case 6 -> new Text("米", "m");
            case 7 -> new Text("千米", "km");
            default -> new Text("代码 " + code, "code " + code);
        };
    }
}
