package redline.intake.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.locationtech.jts.geom.Geometry;
import redline.intake.building.CityJsonWriter;
import redline.intake.file.Feature;
import redline.intake.file.Sheet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Puts back what this program wrote into a file of another format ({@link SchemeRows}). */
final class OwnRows {
    /** Stands in the first cell of a sheet that holds a table of the scheme, before its name. */
    static final String MARK = "redline:";
    /** Rows of a sheet before its elements: the mark, the keys, the keys in words. */
    static final int HEAD = 3;

    private static final Set<String> NO_KEYS = Set.of(SchemeRows.PATH, SchemeRows.SHAPE, "layer", "fid");

    private final String file;
    private final Assembly assembly;

    OwnRows(String file, Assembly assembly) {
        this.file = file;
        this.assembly = assembly;
    }

    static boolean ours(Feature feature) {
        return ours(feature.layer(), feature.attributes());
    }

    static boolean ours(String layer, SortedMap<String, String> attributes) {
        return attributes.containsKey(SchemeRows.PATH) || whole(layer, attributes);
    }

    /** Whether it holds the whole scheme; what else is in its file shows the same. */
    static boolean whole(Feature feature) {
        return whole(feature.layer(), feature.attributes());
    }

    private static boolean whole(String layer, SortedMap<String, String> attributes) {
        return layer.equals(CityJsonWriter.KEPT) && attributes.containsKey(CityJsonWriter.KEPT);
    }

    /** Whether it carries the shape of one value, whose whole path it names, and nothing else. */
    static boolean drawn(Feature feature) {
        return feature.attributes().containsKey("type") && !feature.attributes().containsKey(SchemeRows.SHAPE);
    }

    /** All that a drawing holds of one value: holes and parts are entities of their own there. */
    void putDrawn(String path, List<Feature> parts) {
        Origin origin =
                new Origin(file, parts.get(0).layer() + " / " + parts.get(0).from());
        Geometry shape = Shapes.whole(
                parts.stream().map(part -> Shapes.as(path, part.shape())).toList());
        assembly.put(path, JsonNodeFactory.instance.stringNode(PlainWkt.of(shape)), origin);
    }

    /** A row of a table. */
    void put(Feature feature) {
        Origin origin = new Origin(file, feature.from());
        if (whole(feature)) {
            JsonNode lines = SchemePaths.value(feature.attributes().get(CityJsonWriter.KEPT));
            lines.properties().forEach(line -> {
                String value = line.getValue().asString(line.getValue().toString());
                if (line.getKey().endsWith("]")) {
                    element(line.getKey(), origin);
                } else {
                    assembly.put(line.getKey(), SchemePaths.value(value), origin);
                }
            });
            return;
        }
        String path = feature.attributes().get(SchemeRows.PATH);
        element(path, origin);
        feature.attributes().forEach((key, value) -> {
            if (!NO_KEYS.contains(key) && value != null && !value.isEmpty()) {
                put(path, key, value, origin);
            }
        });
        String shape = feature.attributes().get(SchemeRows.SHAPE);
        if (shape != null && feature.shape() != null) {
            put(path, shape, PlainWkt.of(feature.shape()), origin);
        }
    }

    private void element(String path, Origin origin) {
        if (!path.isEmpty()) {
            assembly.put(path, JsonNodeFactory.instance.nullNode(), origin);
        }
    }

    private void put(String path, String key, String value, Origin origin) {
        assembly.put(path.isEmpty() ? key : path + "." + key, SchemePaths.value(value), origin);
    }

    static boolean ours(Sheet sheet) {
        if (sheet.rows().isEmpty() || sheet.rows().get(0).cells().isEmpty()) {
            return false;
        }
        List<Sheet.Cell> first = sheet.rows().get(0).cells();
        return first.get(0).text().startsWith(MARK)
                || first.size() == 2
                        && first.get(0).text().equals(SchemeRows.PATH)
                        && first.get(1).text().equals("value");
    }

    void put(Sheet sheet) {
        List<Sheet.Row> rows = sheet.rows();
        if (!rows.get(0).cells().get(0).text().startsWith(MARK)) {
            lines(rows);
            return;
        }
        List<String> keys = new ArrayList<>();
        for (Sheet.Cell cell : rows.get(1).cells()) {
            while (keys.size() <= cell.column()) {
                keys.add("");
            }
            keys.set(cell.column(), cell.text());
        }
        for (Sheet.Row row : rows) {
            if (row.number() <= HEAD) {
                continue;
            }
            Map<Integer, Sheet.Cell> cells = new java.util.TreeMap<>();
            row.cells().forEach(cell -> cells.put(cell.column(), cell));
            String path = cells.containsKey(0) ? cells.get(0).text() : "";
            Origin at = new Origin(file, sheet.name() + "!A" + row.number());
            element(path, at);
            cells.forEach((column, cell) -> {
                if (column > 0 && column < keys.size() && !keys.get(column).isEmpty()) {
                    put(path, keys.get(column), cell.text(), new Origin(file, sheet.name() + "!" + cell.ref()));
                }
            });
        }
    }

    private void lines(List<Sheet.Row> rows) {
        for (Sheet.Row row : rows.subList(1, rows.size())) {
            String path = null;
            String value = "";
            for (Sheet.Cell cell : row.cells()) {
                if (cell.column() == 0) {
                    path = cell.text();
                } else if (cell.column() == 1) {
                    value = cell.text();
                }
            }
            if (path != null) {
                Origin origin = new Origin(file, "line " + row.number());
                if (path.endsWith("]")) {
                    element(path, origin);
                } else if (!value.isEmpty()) {
                    assembly.put(path, SchemePaths.value(value), origin);
                }
            }
        }
    }
}
