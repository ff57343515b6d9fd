package redline.intake.dxf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
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
 * because only header, layers, blocks and entities are read. Entities are handed on one by one and not kept: there are many of them.
 */
public final class Drawing {
    /** The application name beside what this program writes into a drawing. */
    public static final String APPLICATION = "REDLINE";

    /** A file, as often as it is asked for. */
    @FunctionalInterface
    public interface Source {
        InputStream open() throws IOException;
    }

    /** Takes entities one by one. An entity is good only until the next one comes. */
    @FunctionalInterface
    public interface Each {
        void take(Entity entity) throws DxfFault;
    }

    /**
     * @param name empty where the file gives none
     * @param x of the base point, in the block's own coordinates
     */
    public record Block(String name, double x, double y, double z, List<Entity> entities) {}

    private final Source source;
    private final boolean binary;
    private final Map<String, String> header = new TreeMap<>();
    private CodePage codePage;
    private final List<String> layers = new ArrayList<>();
    private final Set<String> unseen = new TreeSet<>();
    private final List<Block> blocks = new ArrayList<>();
    /** Where the first entities of ENTITIES begin. */
    private final List<TagStream.Place> sections = new ArrayList<>();

    private boolean complete;
    private int drawn;

    private Drawing(Source source, boolean binary) {
        this.source = source;
        this.binary = binary;
    }

    /**
     * @param each takes all that stand in ENTITIES, those of paper space too; a POLYLINE with its vertices is one
     * @throws DxfFault where the file is no DXF, or so damaged that what is left could mislead
     * @throws IOException where the file cannot be read
     */
    public static Drawing read(Source file, Each each) throws DxfFault, IOException {
        boolean binary = BinaryTags.is(start(file));
        Drawing drawing = new Drawing(binary ? text(file) : file, binary);
        drawing.header();
        drawing.codePage = CodePage.of(drawing.version(), drawing.header.get("$DWGCODEPAGE"), file);
        drawing.sections(each);
        return drawing;
    }

    private static byte[] start(Source file) throws IOException {
        try (InputStream in = file.open()) {
            return in.readNBytes(BinaryTags.SIGNATURE);
        }
    }

    private static Source text(Source binary) throws DxfFault, IOException {
        try (InputStream in = binary.open()) {
            byte[] text = BinaryTags.asText(in.readAllBytes());
            return () -> new ByteArrayInputStream(text);
        }
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

    /** How many entities stand in ENTITIES. */
    public int drawn() {
        return drawn;
    }

    /** Whether the file has its end; else it was cut off. */
    public boolean complete() {
        return complete;
    }

    /**
     * Once more what stands in ENTITIES.
     *
     * @throws IOException where the file cannot be read
     */
    public void entities(Each each) throws DxfFault, IOException {
        for (TagStream.Place section : sections) {
            try (TagStream tags = new TagStream(source.open(), codePage.charset(), !binary, section)) {
                entities(tags, each);
            }
        }
    }

    /** It stands first in a file, if anywhere. */
    private void header() throws DxfFault, IOException {
        try (TagStream tags =
                new TagStream(source.open(), StandardCharsets.ISO_8859_1, !binary, TagStream.Place.START)) {
            if (!tags.has(0)) {
                throw new DxfFault(0, new Text("文件里没有 DXF 内容", "The file holds no DXF content"), Tags.REMEDY);
            }
            while (tags.has(0) && !(tags.begins(0, "SECTION") && tags.has(1) && tags.is(1, "HEADER"))) {
                tags.forget(1);
            }
            for (int at = 2; tags.has(at) && !tags.begins(at, "ENDSEC"); at++) {
                if (tags.code(at) == 9 && tags.has(at + 1) && tags.code(at + 1) != 9) {
                    header.putIfAbsent(tags.word(at).toUpperCase(Locale.ROOT), tags.word(at + 1));
                }
            }
        }
    }

    private void sections(Each each) throws DxfFault, IOException {
        try (TagStream tags = new TagStream(source.open(), codePage.charset(), !binary, TagStream.Place.START)) {
            try {
                while (tags.has(0)) {
                    if (!tags.begins(0, "SECTION")) {
                        tags.forget(1);
                        continue;
                    }
                    String name = tags.has(1) ? tags.word(1) : "";
                    tags.forget(Math.min(2, tags.size));
                    section(name, tags, each);
                }
                complete = tags.ended();
            } catch (DxfFault value) {
                // That the rest of the file is no DXF is worse.
                while (tags.has(tags.size)) {
                    tags.forget(tags.size);
                }
                throw value;
            }
        }
    }

    private void section(String name, TagStream tags, Each each) throws DxfFault, IOException {
        switch (name) {
            case "TABLES" -> entries("LAYER", tags, this::layer);
            case "BLOCKS" -> entries("BLOCK", tags, this::block);
            case "ENTITIES" -> {
                sections.add(tags.next());
                drawn += entities(tags, each);
            }
            default -> {
                while (tags.has(0) && !tags.begins(0, "ENDSEC")) {
                    tags.forget(1);
                }
            }
        }
    }

    /** Reads one entry of a section, from behind its type on. */
    private interface Entry {
        void read(TagStream tags) throws DxfFault, IOException;
    }

    /** Every entry of that type in a section; what else is there is passed over. */
    private static void entries(String type, TagStream tags, Entry entry) throws DxfFault, IOException {
        while (tags.has(0) && !tags.begins(0, "ENDSEC")) {
            boolean wanted = tags.begins(0, type);
            tags.forget(1);
            if (wanted) {
                entry.read(tags);
            }
        }
    }

    private void layer(TagStream tags) throws DxfFault, IOException {
        String name = null;
        boolean seen = true;
        for (; tags.has(0) && tags.code(0) != 0; tags.forget(1)) {
            switch (tags.code(0)) {
                case 2 -> name = tags.text(0);
                case 62 -> seen &= tags.number(0) >= 0;
                case 70 -> seen &= ((int) tags.number(0) & 1) == 0;
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

    private void block(TagStream tags) throws DxfFault, IOException {
        String name = "";
        double[] base = new double[3];
        for (; tags.has(0) && tags.code(0) != 0; tags.forget(1)) {
            switch (tags.code(0)) {
                case 2 -> name = tags.text(0);
                case 10 -> base[0] = tags.number(0);
                case 20 -> base[1] = tags.number(0);
                case 30 -> base[2] = tags.number(0);
                default -> {}
            }
        }
        int end = 0;
        while (tags.has(end) && !tags.begins(end, "ENDBLK") && !ends(tags, end)) {
            end++;
        }
        Tags own = tags.first(end);
        List<Entity> entities = new ArrayList<>();
        for (int at = 0; at < end; ) {
            Entity entity = Entity.at(own, at);
            at = entity.end();
            if (!entity.type().equals("SEQEND")) {
                entities.add(entity);
            }
        }
        tags.forget(end);
        blocks.add(new Block(name, base[0], base[1], base[2], List.copyOf(entities)));
    }

    private static boolean ends(Tags tags, int at) {
        return tags.begins(at, "ENDSEC") || tags.begins(at, "EOF");
    }

    /** From the first tag of the section on. */
    private int entities(TagStream tags, Each each) throws DxfFault, IOException {
        int count = 0;
        while (tags.has(0) && !ends(tags, 0)) {
            if (tags.code(0) != 0) {
                tags.forget(1);
                continue;
            }
            Entity entity = Entity.at(tags, 0);
            if (!entity.type().equals("SEQEND")) {
                each.take(entity);
                count++;
            }
            tags.forget(entity.end());
        }
        return count;
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
