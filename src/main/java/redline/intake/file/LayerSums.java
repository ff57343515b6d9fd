package redline.intake.file;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Adds up, layer by layer, what a file holds. */
public final class LayerSums {
    private final Map<String, Sum> layers = new TreeMap<>();

    private static final class Sum {
        private final TreeMap<String, Integer> entities = new TreeMap<>();
        private int polygons;
        private double area;
        private double length;
        private double[] extent;
    }

    private Sum of(String layer) {
        return layers.computeIfAbsent(layer, name -> new Sum());
    }

    /** A layer that may stay empty. */
    public void layer(String name) {
        of(name);
    }

    public void count(String layer, String type) {
        of(layer).entities.merge(type, 1, Integer::sum);
    }

    public void polygon(String layer, double area) {
        Sum sum = of(layer);
        sum.polygons++;
        sum.area += area;
    }

    public void length(String layer, double length) {
        of(layer).length += length;
    }

    /** Grows the extent; NaN and infinities are left out. */
    public void reach(String layer, double west, double south, double east, double north) {
        if (!Double.isFinite(west + south + east + north)) {
            return;
        }
        Sum sum = of(layer);
        if (sum.extent == null) {
            sum.extent = new double[] {west, south, east, north};
        } else {
            sum.extent[0] = Math.min(sum.extent[0], west);
            sum.extent[1] = Math.min(sum.extent[1], south);
            sum.extent[2] = Math.max(sum.extent[2], east);
            sum.extent[3] = Math.max(sum.extent[3], north);
        }
    }

    /** By name. */
    public List<FileContents.Layer> layers() {
        return layers.entrySet().stream()
                .map(entry -> layer(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static FileContents.Layer layer(String name, Sum sum) {
        List<Double> extent =
                sum.extent == null ? null : List.of(sum.extent[0], sum.extent[1], sum.extent[2], sum.extent[3]);
        return new FileContents.Layer(name, sum.entities, sum.polygons, sum.area, sum.length, extent);
    }
}
