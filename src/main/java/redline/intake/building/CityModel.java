package redline.intake.building;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Geometry;
import redline.intake.file.Feature;
import redline.intake.file.FileContents;
import redline.intake.file.LayerSums;
import redline.intake.file.Reading;
import redline.intake.file.Troubles;
import redline.intake.gis.Crs;
import redline.quantity.Text;

/**
 * Adds up a city model object by object, and makes a feature of each building. A layer is a type of object; its outlines are the footprints of
 * buildings. Of several levels of detail each building gives its highest, and none is added to another.
 */
final class CityModel {
    private static final List<String> DERIVED = List.of("height", "ground", "top", "storeysAbove", "lod", "volume");

    private final LayerSums layers = new LayerSums();
    private final List<Feature> features = new ArrayList<>();
    private final List<Feature> kept = new ArrayList<>();
    private final Map<String, Integer> objects = new TreeMap<>();
    private final Map<String, Integer> surfaces = new TreeMap<>();
    private final Map<String, Lod> lods = new TreeMap<>();
    private final Map<String, Integer> used = new TreeMap<>();
    private final IdentityHashMap<Body, double[]> boxes = new IdentityHashMap<>();
    private final IdentityHashMap<Body, Measured> measured = new IdentityHashMap<>();
    private final List<FileContents.Value> stated = new ArrayList<>();
    private final Outline outline = new Outline();
    private final Troubles troubles;
    private double[] box;
    private double[] envelope;
    private String envelopeFrom;
    private String crs;
    private boolean degrees;
    private double footprints;
    private double volume;
    private boolean solids;
    private double groundArea;
    private long storeys;
    private final Extremes ofAll = new Extremes();
    private final Extremes ofBuildings = new Extremes();
    private int count;

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
    private final class Extremes {
        private Extreme tallest;
        private Extreme lowest;

        private void take(Part part) {
            List<Body> best = at(part, highest(List.of(part)));
            if (!best.isEmpty()) {
                double[] around = around(best);
                Extreme one = new Extreme(around[5] - around[2], part.from());
                tallest = tallest == null || one.height() > tallest.height() ? one : tallest;
                lowest = lowest == null || one.height() < lowest.height() ? one : lowest;
            }
        }

        private void tell(String what, List<FileContents.Value> values) {
            if (tallest != null) {
                values.add(new FileContents.Value("tallest" + what, Plain.of(tallest.height()), tallest.from()));
                values.add(new FileContents.Value("lowest" + what, Plain.of(lowest.height()), lowest.from()));
            }
        }
    }

    /** The chosen geometries of a building. */
    private record Choice(String lod, List<Body> bodies) {}

    CityModel(Troubles troubles) {
        this.troubles = troubles;
    }

    void crs(String epsg) {
        crs = epsg;
        degrees = Crs.inDegrees(epsg);
    }

    String crs() {
        return crs;
    }

    void value(String path, String value, String from) {
        stated.add(new FileContents.Value(path, value, from));
    }

    /** What the file says its extent is: west, south, bottom, east, north, top. */
    void envelope(double[] said, String from) {
        if (Arrays.stream(said).allMatch(value -> Math.abs(value) <= Limits.FARTHEST)) {
            envelope = said;
            envelopeFrom = from;
        } else {
            troubles.add(
                    from,
                    new Text("写明的范围不是坐标，没有用", "The stated extent is no coordinates; it was not used"),
                    CityWords.MEND_EXTENT);
        }
    }

    /** A type of object that is counted without more. */
    void count(String type) {
        objects.merge(type, 1, Integer::sum);
    }

    /** An object that is no building. */
    void other(Part part) {
        take(part, false);
        boxes.clear();
    }

    /** @param parts those whose parent it is, each once */
    void building(Part building, List<Part> parts) {
        List<Part> family = new ArrayList<>();
        family.add(building);
        family.addAll(parts);
        for (Part part : family) {
            take(part, true);
            ofBuildings.take(part);
        }
        Choice choice = choose(building, parts);
        feature(building, choice);
        boxes.clear();
        measured.clear();
    }

    private void take(Part part, boolean building) {
        count(part.type());
        layers.layer(part.type());
        for (Body body : part.bodies()) {
            layers.count(part.type(), body.type());
            List<Face> faces = body.faces();
            for (Face face : faces) {
                count++;
                if (face.semantic() != null) {
                    surfaces.merge(face.semantic(), 1, Integer::sum);
                    layers.count(face.semantic(), "Polygon");
                    layers.polygon(face.semantic(), degrees ? 0 : face.area());
                }
            }
            boolean own =
                    body.lod() != null && !body.type().equals("GeometryInstance"); // a template's level is no object's
            Lod lod = !own ? null : lods.computeIfAbsent(body.lod(), none -> new Lod());
            if (lod != null) {
                lod.geometries++;
            }
            if (faces.isEmpty()) {
                continue;
            }
            boxes.put(body, Measured.box(faces));
            reach(part.type(), boxes.get(body));
            if (building) {
                Measured of = Measured.of(body);
                measured.put(body, of);
                if (lod != null) {
                    lod.buildings++;
                    lod.volume += of.solid() == null ? 0 : of.solid();
                    lod.downward += of.downward();
                    lod.ground += of.ground();
                }
            }
        }
        if (building || part.bodies().stream().noneMatch(body -> body.type().equals("GeometryInstance"))) {
            ofAll.take(part); // a tree put by a template is no extreme of the model
        }
    }

    private void reach(String layer, double[] around) {
        layers.reach(layer, around[0], around[1], around[3], around[4]);
        box = box == null ? around.clone() : grown(box, around);
    }

    private static double[] grown(double[] box, double[] other) {
        for (int axis = 0; axis < 3; axis++) {
            box[axis] = Math.min(box[axis], other[axis]);
            box[axis + 3] = Math.max(box[axis + 3], other[axis + 3]);
        }
        return box;
    }

    private double[] around(List<Body> bodies) {
        double[] around = boxes.get(bodies.get(0)).clone();
        bodies.forEach(body -> grown(around, boxes.get(body)));
        return around;
    }

    /** A part that lacks the highest level gives its own highest; the building's own geometry below that level would repeat its parts. */
    private Choice choose(Part own, List<Part> parts) {
        List<Part> family = new ArrayList<>(parts);
        family.add(own);
        String highest = highest(family);
        List<Body> chosen = new ArrayList<>(at(own, highest));
        for (Part part : parts) {
            List<Body> best = at(part, highest);
            if (best.isEmpty()) {
                best = at(part, highest(List.of(part)));
                if (!best.isEmpty()) {
                    troubles.add(
                            part.from(),
                            new Text(
                                    "没有 LoD " + highest + "，取自己最高的 LoD "
                                            + best.get(0).lod(),
                                    "Has no LoD " + highest + "; its own highest, LoD "
                                            + best.get(0).lod() + ", is taken"),
                            CityWords.SAME_LOD);
                }
            }
            chosen.addAll(best);
        }
        return new Choice(highest, chosen);
    }

    /** With solids at that level, mere surfaces of the same level repeat them. */
    private List<Body> at(Part part, String lod) {
        List<Body> all = part.bodies().stream()
                .filter(boxes::containsKey)
                .filter(body -> Objects.equals(body.lod(), lod))
                .toList();
        List<Body> solid = all.stream().filter(body -> !body.solids().isEmpty()).toList();
        return solid.isEmpty() ? all : solid;
    }

    private String highest(List<Part> family) {
        String highest = null;
        for (Part part : family) {
            for (Body body : part.bodies()) {
                if (boxes.containsKey(body) && rank(body.lod()) > rank(highest)) {
                    highest = body.lod();
                }
            }
        }
        return highest;
    }

    private static double rank(String lod) {
        var number = Plain.number(lod);
        return lod == null ? -2 : number == null ? -1 : number.doubleValue();
    }

    private void feature(Part own, Choice choice) {
        TreeMap<String, String> attributes = new TreeMap<>();
        own.attributes()
                .forEach((name, value) -> attributes.put(DERIVED.contains(name) ? "attributes." + name : name, value));
        String above = own.attributes().get("storeysAboveGround");
        if (above != null && above.matches("\\d{1,4}")) {
            attributes.put("storeysAbove", above);
            storeys += Long.parseLong(above);
        }
        Geometry shape = null;
        if (choice.bodies().isEmpty()) {
            troubles.add(own.from(), new Text("没有几何图形", "Has no geometry"), CityWords.GIVE_GEOMETRY);
        } else {
            shape = measure(own, choice, attributes);
        }
        features.add(new Feature(own.type(), own.from(), shape, attributes));
    }

    private Geometry measure(Part own, Choice choice, Map<String, String> attributes) {
        List<Face> plan = new ArrayList<>();
        Double solid = 0.0;
        boolean any = false;
        for (Body body : choice.bodies()) {
            Measured of = measured.get(body);
            plan.addAll(of.plan());
            groundArea += degrees ? 0 : of.ground();
            any |= of.solid() != null;
            solid = solid == null || of.open() ? null : solid + (of.solid() == null ? 0 : of.solid());
            if (of.open()) {
                troubles.add(
                        own.from(),
                        new Text(
                                "实体没有闭合（例如缺底面），不算体积",
                                "A solid is not closed (its bottom may be missing); its volume is not computed"),
                        CityWords.CLOSE_SOLID);
            }
        }
        double[] around = around(choice.bodies());
        if (choice.lod() != null) {
            attributes.put("lod", choice.lod());
            used.merge(choice.lod(), 1, Integer::sum);
        }
        attributes.put("ground", Plain.of(around[2]));
        attributes.put("top", Plain.of(around[5]));
        // a footprint or roof print alone (LoD 0) has no height
        if (rank(choice.lod()) < 0 || rank(choice.lod()) >= 1) {
            attributes.put("height", Plain.of(around[5] - around[2]));
            Heights.compare(own, around[5] - around[2], troubles);
        }
        if (any && solid != null && !degrees) {
            attributes.put("volume", Plain.of(solid));
            volume += solid;
            solids = true;
        }
        Geometry shape = outline.of(plan, degrees);
        if (outline.leftOut() > 0) {
            troubles.add(
                    own.from(),
                    new Text(
                            outline.leftOut() + " 个面的边线多次自交，没有计入基底轮廓",
                            outline.leftOut() + " faces cross themselves many times; the footprint is without them"),
                    CityWords.GIVE_GROUND);
        }
        if (shape == null) {
            troubles.add(
                    own.from(),
                    outline.heaped()
                            ? new Text(
                                    "面太多或重叠太多，不求基底轮廓",
                                    "Too many faces, or too much over each other; no footprint is computed")
                            : new Text("得不出基底轮廓：面在平面上没有面积", "No footprint: its faces have no area in plan"),
                    CityWords.GIVE_GROUND);
        } else {
            double area = degrees ? 0 : shape.getArea();
            layers.polygon(own.type(), area);
            footprints += area;
        }
        return shape;
    }

    /** @param version of the format as written, may be null */
    /** What this program wrote beside the buildings, as it stands. */
    void kept(String from, String json) {
        kept.add(new Feature(CityJsonWriter.KEPT, from, null, new TreeMap<>(Map.of(CityJsonWriter.KEPT, json))));
    }

    Reading reading(String file, String format, String version, String encoding) {
        remarks();
        List<FileContents.Value> values = new ArrayList<>(stated);
        int all = objects.values().stream().mapToInt(Integer::intValue).sum();
        values.add(new FileContents.Value("objects", String.valueOf(all), ""));
        objects.forEach(
                (type, n) -> values.add(new FileContents.Value("objects[" + type + "]", String.valueOf(n), "")));
        values.add(new FileContents.Value("buildings", String.valueOf(features.size()), ""));
        values.add(new FileContents.Value("polygons", String.valueOf(count), ""));
        surfaces.forEach(
                (name, n) -> values.add(new FileContents.Value("surfaces[" + name + "]", String.valueOf(n), "")));
        lods.forEach((name, lod) -> {
            values.add(new FileContents.Value("lods[" + name + "]", String.valueOf(lod.geometries), ""));
            if (lod.buildings > 0 && !degrees) {
                String at = "LoD " + name;
                values.add(new FileContents.Value("lods[" + name + "].solidVolume", Plain.of(lod.volume), at));
                values.add(new FileContents.Value("lods[" + name + "].downwardArea", Plain.of(lod.downward), at));
                values.add(new FileContents.Value("lods[" + name + "].groundSurfaceArea", Plain.of(lod.ground), at));
            }
        });
        used.forEach((lod, n) -> values.add(new FileContents.Value("lodUsed[" + lod + "]", String.valueOf(n), "")));
        if (!degrees) {
            values.add(new FileContents.Value("footprintArea", Plain.of(footprints), ""));
            values.add(new FileContents.Value("groundSurfaceArea", Plain.of(groundArea), "GroundSurface"));
            values.add(new FileContents.Value("solidVolume", Plain.of(solids ? volume : 0), ""));
        }
        if (storeys > 0) {
            values.add(new FileContents.Value("storeysAbove", String.valueOf(storeys), "storeysAboveGround"));
        }
        ofAll.tell("", values);
        ofBuildings.tell("Building", values);
        if (box != null) {
            values.add(new FileContents.Value("zMin", Plain.of(box[2]), ""));
            values.add(new FileContents.Value("zMax", Plain.of(box[5]), ""));
        }
        return new Reading(
                new FileContents(file, format, version, encoding, crs, layers.layers(), values, troubles.all(), false),
                Stream.concat(features.stream(), kept.stream()).toList(),
                List.of());
    }

    private void remarks() {
        if (crs == null) {
            troubles.add(
                    "",
                    new Text("没有写明坐标系，长度单位也就不明", "The reference system is not stated, nor then the unit of lengths"),
                    CityWords.STATE_CRS);
        } else if (degrees) {
            troubles.add(
                    "",
                    new Text(
                            "坐标是经纬度（" + crs + "），不算面积和体积",
                            "Coordinates are degrees (" + crs + "); areas and volumes are not computed"),
                    CityWords.PROJECT);
        }
        List<String> levels = lods.entrySet().stream()
                .filter(lod -> lod.getValue().buildings > 0)
                .map(Map.Entry::getKey)
                .toList();
        if (levels.size() > 1) {
            String list = String.join(", ", levels);
            troubles.add(
                    "",
                    new Text(
                            "建筑有几种细节层次（LoD " + list + "），每栋只取最高的一种",
                            "Buildings stand at several levels of detail (LoD " + list
                                    + "); of each the highest is taken"),
                    CityWords.ONE_LOD);
        }
        if (envelope != null && box != null) {
            Envelopes.compare(envelope, box, envelopeFrom, degrees, troubles);
        }
    }
}
