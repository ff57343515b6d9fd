package redline.intake.bundle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.locationtech.jts.geom.Geometry;
import redline.intake.SchemeTree;
import redline.intake.Source;
import redline.intake.building.CityJsonWriter;
import redline.intake.dxf.DxfWriter;
import redline.intake.file.Feature;
import redline.intake.file.FileContents;
import redline.intake.gis.Crs;
import redline.intake.gis.GeoJsonWriter;
import redline.intake.gis.GeoPackageWriter;
import redline.intake.sheet.WorkbookWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
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

    private final Map<String, String> lines;

    private SchemeFiles(Map<String, String> lines) {
        this.lines = lines;
    }

    /** @throws IllegalArgumentException where the source is no scheme file */
    public static SchemeFiles of(Source source) {
        SchemeTree tree = SchemeTree.read(source);
        if (tree.root() == null) {
            throw new IllegalArgumentException(tree.complaints().get(0).what().en());
        }
        return new SchemeFiles(SchemePaths.of(tree.root()));
    }

    /** All but what is drawn: what goes beside a drawing. */
    public SchemeFiles withoutShapes() {
        return kept(entry -> SchemePaths.shape(entry.getValue()) == null);
    }

    /** What is drawn, and the coordinate system that it is drawn in. */
    public SchemeFiles shapesOnly() {
        return kept(entry ->
                SchemePaths.shape(entry.getValue()) != null || entry.getKey().equals("crs"));
    }

    private SchemeFiles kept(Predicate<Map.Entry<String, String>> which) {
        Map<String, String> some = new LinkedHashMap<>();
        lines.entrySet().stream().filter(which).forEach(entry -> some.put(entry.getKey(), entry.getValue()));
        return new SchemeFiles(some);
    }

    public byte[] json() {
        Assembly assembly = new Assembly();
        Origin here = new Origin("", "");
        lines.forEach((path, value) -> assembly.put(path, SchemePaths.value(value), here));
        return (new JsonMapper().writerWithDefaultPrettyPrinter().writeValueAsString(assembly.root()) + "\n")
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

    /** One sheet a table of the scheme; {@link OwnRows} tells the form. */
    public byte[] xlsx() {
        List<WorkbookWriter.Page> pages = new ArrayList<>();
        Set<String> names = new TreeSet<>();
        for (SchemeRows table : SchemeRows.of(lines)) {
            List<String> columns = List.copyOf(table.columns());
            List<WorkbookWriter.Line> rows = new ArrayList<>();
            rows.add(new WorkbookWriter.Line(WorkbookWriter.Look.TITLE, List.of(OwnRows.MARK + table.name())));
            List<Object> head = new ArrayList<>(List.of(SchemeRows.PATH));
            head.addAll(columns);
            rows.add(new WorkbookWriter.Line(WorkbookWriter.Look.HEADER, head));
            List<Object> words = new ArrayList<>(List.of("位置"));
            columns.forEach(column -> words.add(SchemeWords.of(table.name(), column)));
            rows.add(new WorkbookWriter.Line(WorkbookWriter.Look.SECOND_HEADER, words));
            table.rows().forEach((path, row) -> {
                List<Object> cells = new ArrayList<>(List.of(path));
                columns.forEach(column -> cells.add(row.getOrDefault(column, "")));
                rows.add(new WorkbookWriter.Line(WorkbookWriter.Look.PLAIN, cells));
            });
            String name = table.name().length() > 28
                    ? table.name().substring(table.name().length() - 28)
                    : table.name();
            for (int n = 2; !names.add(name); n++) {
                name = name.replaceAll("~\\d+$", "") + "~" + n;
            }
            pages.add(new WorkbookWriter.Page(
                    name, java.util.Collections.nCopies(columns.size() + 1, 18), rows, List.of(), OwnRows.HEAD));
        }
        return WorkbookWriter.write(pages);
    }

    /** In longitude and latitude; every geometry as it was stands among the properties too. */
    public byte[] geoJson(List<FileContents.Trouble> troubles) {
        return GeoJsonWriter.write(features(true), system(), troubles);
    }

    /** A table of the GeoPackage a table of the scheme. */
    public byte[] geoPackage() throws IOException {
        Path file = Files.createTempFile("redline-", ".gpkg");
        try {
            GeoPackageWriter.write(file, features(false), system());
            return Files.readAllBytes(file);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** Buildings as blocks, and the whole scheme as it is in an object of its own. */
    public byte[] cityJson() {
        List<Feature> features = new ArrayList<>();
        for (SchemeRows table : SchemeRows.of(lines)) {
            if (table.name().endsWith("s.volumes")) {
                table.features(false).forEach(volume -> features.add(block(volume)));
            }
        }
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        lines.forEach(all::put);
        features.add(new Feature(
                CityJsonWriter.KEPT,
                CityJsonWriter.KEPT,
                null,
                new TreeMap<>(Map.of(CityJsonWriter.KEPT, all.toString()))));
        return CityJsonWriter.write(features, lines.get("crs"));
    }

    private static Feature block(Feature volume) {
        SortedMap<String, String> attributes = new TreeMap<>();
        String ground = volume.attributes().get("bottom");
        String top = volume.attributes().get("top");
        if (ground != null && !ground.equals("null")) {
            attributes.put("ground", ground.replaceAll("\\s*(m|米)$", ""));
        }
        if (top != null && !top.equals("null")) {
            attributes.put("top", top.replaceAll("\\s*(m|米)$", ""));
        }
        return new Feature("Building", volume.from(), volume.shape(), attributes);
    }

    private List<Feature> features(boolean text) {
        return SchemeRows.of(lines).stream()
                .flatMap(table -> table.features(text).stream())
                .toList();
    }

    /** How many values a drawing has no place for. */
    public long notDrawn() {
        return lines.values().stream()
                .filter(value -> !value.isEmpty() && SchemePaths.shape(value) == null)
                .count();
    }

    /** Whether anything is drawn, and its coordinate system is known. */
    public boolean located() {
        return system() != null && system().known();
    }

    /** {@code EPSG:4549}; null where the scheme states none. */
    public String crs() {
        return lines.get("crs");
    }

    private Crs system() {
        return Crs.of(lines.get("crs"));
    }
}
