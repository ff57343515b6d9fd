package redline.intake.building;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import redline.intake.file.FileContents;

/** The counts, sums and extremes of a whole city model. */
final class CityFigures {
    private final Map<String, Integer> objects = new TreeMap<>();
    private final Map<String, Integer> surfaces = new TreeMap<>();
    private final Map<String, Lod> lods = new TreeMap<>();
    private final Map<String, Integer> used = new TreeMap<>();
    private final Extremes ofAll = new Extremes();
    private final Extremes ofBuildings = new Extremes();
    private int polygons;
    private double[] box;
    private double footprints;
    private double volume;
    private double groundArea;
    private long storeys;

    /** What stands at one level of detail, all objects. */
    private static final class Lod {
        private int geometries;
        private int buildings;
        private double volume;
        private double downward;
        private double ground;
    }

    private record Extreme(double height, String from) {}

    /** The tallest and the lowest of objects that have a geometry of their own. */
    private static final class Extremes {
        private Extreme tallest;
        private Extreme lowest;

        private void take(Extreme one) {
            tallest = tallest == null || one.height() > tallest.height() ? one : tallest;
            lowest = lowest == null || one.height() < lowest.height() ? one : lowest;
        }
    }

    void object(String type) {
        objects.merge(type, 1, Integer::sum);
    }

    /** @param semantic null where it is not said */
    void face(String semantic) {
        polygons++;
        if (semantic != null) {
            surfaces.merge(semantic, 1, Integer::sum);
        }
    }

    /** A geometry of an object. */
    void geometry(String lod) {
        lods.computeIfAbsent(lod, none -> new Lod()).geometries++;
    }

    /** A geometry of a building, which {@link #geometry} has counted. */
    void building(String level, Measured of) {
        Lod lod = lods.get(level);
        lod.buildings++;
        lod.volume += of.solid() == null ? 0 : of.solid();
        lod.downward += of.downward();
        lod.ground += of.ground();
    }

    void reach(double[] around) {
        box = Boxes.grown(box, around);
    }

    void heightOfBuilding(double height, String from) {
        ofBuildings.take(new Extreme(height, from));
        heightOfOther(height, from);
    }

    void heightOfOther(double height, String from) {
        ofAll.take(new Extreme(height, from));
    }

    void used(String lod) {
        used.merge(lod, 1, Integer::sum);
    }

    void footprint(double area) {
        footprints += area;
    }

    void ground(double area) {
        groundArea += area;
    }

    void volume(double solid) {
        volume += solid;
    }

    void storeys(long above) {
        storeys += above;
    }

    /** Null where nothing has a place. */
    double[] box() {
        return box;
    }

    /** At which buildings stand. */
    List<String> levels() {
        return lods.entrySet().stream()
                .filter(lod -> lod.getValue().buildings > 0)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** @param degrees areas and volumes mean nothing */
    List<FileContents.Value> values(int buildings, boolean degrees) {
        List<FileContents.Value> values = new ArrayList<>();
        int all = objects.values().stream().mapToInt(Integer::intValue).sum();
        values.add(new FileContents.Value("objects", String.valueOf(all), ""));
        counts("objects", objects, values);
        values.add(new FileContents.Value("buildings", String.valueOf(buildings), ""));
        values.add(new FileContents.Value("polygons", String.valueOf(polygons), ""));
        counts("surfaces", surfaces, values);
        lods.forEach((name, lod) -> {
            String path = "lods[" + name + "]";
            values.add(new FileContents.Value(path, String.valueOf(lod.geometries), ""));
            if (lod.buildings > 0 && !degrees) {
                String at = "LoD " + name;
                values.add(new FileContents.Value(path + ".solidVolume", Plain.of(lod.volume), at));
                values.add(new FileContents.Value(path + ".downwardArea", Plain.of(lod.downward), at));
                values.add(new FileContents.Value(path + ".groundSurfaceArea", Plain.of(lod.ground), at));
            }
        });
        counts("lodUsed", used, values);
        if (!degrees) {
            values.add(new FileContents.Value("footprintArea", Plain.of(footprints), ""));
            values.add(new FileContents.Value("groundSurfaceArea", Plain.of(groundArea), "GroundSurface"));
            values.add(new FileContents.Value("solidVolume", Plain.of(volume), ""));
        }
        if (storeys > 0) {
            values.add(new FileContents.Value("storeysAbove", String.valueOf(storeys), "storeysAboveGround"));
        }
        extremes("", ofAll, values);
        extremes("Building", ofBuildings, values);
        if (box != null) {
            values.add(new FileContents.Value("zMin", Plain.of(box[2]), ""));
            values.add(new FileContents.Value("zMax", Plain.of(box[5]), ""));
        }
        return values;
    }

    private static void counts(String path, Map<String, Integer> counts, List<FileContents.Value> values) {
        counts.forEach((name, n) -> values.add(new FileContents.Value(path + "[" + name + "]", String.valueOf(n), "")));
    }

    private static void extremes(String what, Extremes of, List<FileContents.Value> values) {
        if (of.tallest != null) {
            values.add(new FileContents.Value("tallest" + what, Plain.of(of.tallest.height()), of.tallest.from()));
            values.add(new FileContents.Value("lowest" + what, Plain.of(of.lowest.height()), of.lowest.from()));
        }
    }
}
