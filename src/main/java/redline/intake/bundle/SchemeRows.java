package redline.intake.bundle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.locationtech.jts.geom.Geometry;
import redline.intake.file.Feature;

/**
 * The lines of {@link SchemePaths} as tables: one a list of the scheme, {@code buildings.volumes}, and {@code scheme} for what stands
 * outside every list; one row an element, its columns the keys.
 *
 * @param name without the names of elements
 * @param rows by the path of the element
 */
record SchemeRows(String name, Map<String, Map<String, String>> rows) {
    static final String TOP = "scheme";
    static final String PATH = "path";
    /** Names the key whose value is the shape of the feature. */
    static final String SHAPE = "shape of";

    static List<SchemeRows> of(Map<String, String> lines) {
        Map<String, SchemeRows> tables = new LinkedHashMap<>();
        lines.forEach((path, value) -> {
            int end = path.endsWith("]") ? path.length() : path.lastIndexOf(']') + 1;
            String element = path.substring(0, end);
            String key = end < path.length() ? path.substring(end == 0 ? 0 : end + 1) : null;
            String name = element.isEmpty() ? TOP : element.replaceAll("\\[[^\\]]*\\]", "");
            Map<String, String> row = tables.computeIfAbsent(
                            name, table -> new SchemeRows(table, new LinkedHashMap<>()))
                    .rows
                    .computeIfAbsent(element, one -> new LinkedHashMap<>());
            if (key != null) {
                row.put(key, value);
            }
        });
        return List.copyOf(tables.values());
    }

    /** In the order in which rows bring them. */
    Set<String> columns() {
        Set<String> columns = new LinkedHashSet<>();
        rows.values().forEach(row -> columns.addAll(row.keySet()));
        return columns;
    }

    /**
     * Each row as a feature; its first geometry is the shape, or null where it has none.
     *
     * @param text keep that geometry as WKT too, where the format rounds coordinates
     */
    List<Feature> features(boolean text) {
        List<Feature> features = new ArrayList<>();
        rows.forEach((path, row) -> {
            SortedMap<String, String> attributes = new TreeMap<>();
            attributes.put(PATH, path);
            Geometry shape = null;
            for (Map.Entry<String, String> cell : row.entrySet()) {
                Geometry drawn = shape == null ? SchemePaths.shape(cell.getValue()) : null;
                if (drawn == null) {
                    attributes.put(cell.getKey(), cell.getValue());
                } else {
                    shape = drawn;
                    attributes.put(text ? cell.getKey() : SHAPE, text ? cell.getValue() : cell.getKey());
                }
            }
            features.add(new Feature(name, path, shape, attributes));
        });
        return features;
    }
}
