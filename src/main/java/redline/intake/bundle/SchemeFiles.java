package redline.intake.bundle;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.locationtech.jts.geom.Geometry;
import redline.intake.SchemeTree;
import redline.intake.Source;
import redline.intake.dxf.DxfWriter;
import redline.intake.file.Feature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A scheme written in other formats; {@link Bundle} reads each of them back. Same scheme, same bytes. */
public final class SchemeFiles {
    /** Layers of a drawing by what they show; the names that the table of layers understands. */
    private static final Map<String, String> LAYERS = Map.ofEntries(
            Map.entry("parcels.boundary", "用地红线"),
            Map.entry("parcels.zones.boundary", "分区线"),
            Map.entry("roads.redLine", "道路红线"),
            Map.entry("buildings.volumes.footprint", "建筑轮廓"),
            Map.entry("surroundings.volumes.footprint", "周边建筑"),
            Map.entry("sides.line", "用地界线"),
            Map.entry("greens.outline", "绿地"),
            Map.entry("parking.outline", "停车场"),
            Map.entry("controlLines.geometry", "控制线"),
            Map.entry("accesses.place", "出入口"));

    private final ObjectNode scheme;
    private final Map<String, String> lines;

    private SchemeFiles(ObjectNode scheme) {
        this.scheme = scheme;
        this.lines = SchemePaths.of(scheme);
    }

    /** @throws IllegalArgumentException where the source is no scheme file */
    public static SchemeFiles of(Source source) {
        SchemeTree tree = SchemeTree.read(source);
        if (tree.root() == null) {
            throw new IllegalArgumentException(tree.complaints().get(0).what().en());
        }
        return new SchemeFiles(tree.root());
    }

    public byte[] json() {
        return (new JsonMapper().writerWithDefaultPrettyPrinter().writeValueAsString(scheme) + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** {@code path,value} a line, with a byte-order mark, so that spreadsheets show Chinese. */
    public byte[] csv() {
        StringBuilder out = new StringBuilder("\uFEFF" + SchemeRows.PATH + ",value\r\n");
        lines.forEach((path, value) ->
                out.append(quoted(path)).append(',').append(quoted(value)).append("\r\n"));
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String quoted(String text) {
        return text.matches("(?s).*[\",\\r\\n;\\t].*") ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
    }

    /** What is drawn, and the numbers of buildings as labels; the rest of the scheme does not fit into a drawing. */
    public byte[] dxf() {
        List<Feature> features = new ArrayList<>();
        lines.forEach((path, value) -> {
            Geometry shape = SchemePaths.shape(value);
            if (shape != null) {
                String plain = path.replaceAll("\\[[^\\]]*\\]", "");
                SortedMap<String, String> attributes = new TreeMap<>(Map.of(SchemeRows.PATH, path));
                features.add(new Feature(LAYERS.getOrDefault(plain, plain), path, shape, attributes));
                if (plain.endsWith("buildings.volumes.footprint")) {
                    String number = path.replaceAll("^[a-z]+\\[([^\\]]*)\\].*", "$1");
                    features.add(
                            new Feature("文字", path, shape.getInteriorPoint(), new TreeMap<>(Map.of("text", number))));
                }
            }
        });
        return DxfWriter.write(features);
    }

    /** One layer a table of the scheme, in the scheme's own coordinates. */
    public Map<String, List<Feature>> layers() {
        Map<String, List<Feature>> layers = new LinkedHashMap<>();
        SchemeRows.of(lines).forEach(table -> layers.put(table.name(), table.features()));
        return layers;
    }

    /** {@code EPSG:4549}; null where the scheme states none. */
    public String crs() {
        return lines.get("crs");
    }

    List<SchemeRows> tables() {
        return SchemeRows.of(lines);
    }
}
