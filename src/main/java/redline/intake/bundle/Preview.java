package redline.intake.bundle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import redline.intake.file.Feature;
import redline.intake.file.FileContents;

/** What was understood of each layer of a file, before anything is judged. */
final class Preview {
    private static final int MOST_LABELS = 5;

    /** How many values of the scheme came from each layer of the file. */
    private final Map<String, Integer> used = new HashMap<>();

    private final String file;

    /** @param assembly with all that was taken from the file */
    Preview(String file, Assembly assembly) {
        this.file = file;
        for (Origin origin : assembly.origins().values()) {
            int end = origin.place().indexOf(" / ");
            if (end >= 0 && origin.file().equals(file)) {
                used.merge(origin.place().substring(0, end), 1, Integer::sum);
            }
        }
    }

    /** By the names of the layers; those without features too. */
    List<LayerRow> of(FileContents contents, List<Feature> features, Function<String, Meaning> meanings) {
        Map<String, List<Feature>> byLayer =
                features.stream().collect(Collectors.groupingBy(Feature::layer, TreeMap::new, Collectors.toList()));
        contents.layers().forEach(layer -> byLayer.putIfAbsent(layer.name(), List.of()));
        List<LayerRow> rows = new ArrayList<>();
        byLayer.forEach((layer, all) -> rows.add(row(layer, all, meanings.apply(layer))));
        return rows;
    }

    private LayerRow row(String layer, List<Feature> features, Meaning meaning) {
        int closed = 0;
        double area = 0;
        for (Feature feature : features) {
            if (feature.shape() != null && feature.shape().getDimension() == 2) {
                closed++;
                area += feature.shape().getArea();
            }
        }
        List<String> labels = features.stream()
                .map(feature -> feature.attributes().get("text"))
                .filter(Objects::nonNull)
                .limit(MOST_LABELS)
                .toList();
        return new LayerRow(file, layer, features.size(), closed, area, labels, meaning, used.getOrDefault(layer, 0));
    }
}
