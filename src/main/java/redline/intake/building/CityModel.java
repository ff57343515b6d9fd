package redline.intake.building;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
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
    private final CityFigures figures = new CityFigures();
    private final Boxes boxes = new Boxes();
    private final IdentityHashMap<Body, Measured> measured = new IdentityHashMap<>();
    private final List<FileContents.Value> stated = new ArrayList<>();
    private final Outline outline = new Outline();
    private final Troubles troubles;
    private final DetailChoice choice;
    private double[] envelope;
    private String envelopeFrom;
    private String crs;
    private boolean degrees;

    CityModel(Troubles troubles) {
        this.troubles = troubles;
        this.choice = new DetailChoice(boxes, troubles);
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
        figures.object(type);
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
        family.forEach(part -> take(part, true));
        feature(building, choice.of(building, parts));
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
                figures.face(face.semantic());
                if (face.semantic() != null) {
                    layers.count(face.semantic(), "Polygon");
                    layers.polygon(face.semantic(), degrees ? 0 : face.area());
                }
            }
            boolean own =
                    body.lod() != null && !body.type().equals("GeometryInstance"); // a template's level is no object's
            if (own) {
                figures.geometry(body.lod());
            }
            if (faces.isEmpty()) {
                continue;
            }
            double[] around = boxes.put(body, faces);
            layers.reach(part.type(), around[0], around[1], around[3], around[4]);
            figures.reach(around);
            if (building) {
                Measured of = Measured.of(body);
                measured.put(body, of);
                if (own) {
                    figures.building(body.lod(), of);
                }
            }
        }
        List<Body> best = choice.best(part);
        if (best.isEmpty()) {
            return;
        }
        double height = height(boxes.around(best));
        if (building) {
            figures.heightOfBuilding(height, part.from());
        } else if (part.bodies().stream().noneMatch(body -> body.type().equals("GeometryInstance"))) {
            figures.heightOfOther(height, part.from()); // a tree put by a template is no extreme of the model
        }
    }

    private static double height(double[] around) {
        return around[5] - around[2];
    }

    private void feature(Part own, DetailChoice.Chosen chosen) {
        TreeMap<String, String> attributes = new TreeMap<>();
        own.attributes()
                .forEach((name, value) -> attributes.put(DERIVED.contains(name) ? "attributes." + name : name, value));
        String above = own.attributes().get("storeysAboveGround");
        if (above != null && above.matches("\\d{1,4}")) {
            attributes.put("storeysAbove", above);
            figures.storeys(Long.parseLong(above));
        }
        Geometry shape = null;
        if (chosen.bodies().isEmpty()) {
            troubles.add(own.from(), new Text("没有几何图形", "Has no geometry"), CityWords.GIVE_GEOMETRY);
        } else {
            shape = measure(own, chosen, attributes);
        }
        features.add(new Feature(own.type(), own.from(), shape, attributes));
    }

    private Geometry measure(Part own, DetailChoice.Chosen chosen, Map<String, String> attributes) {
        List<Face> plan = new ArrayList<>();
        Double solid = 0.0;
        boolean any = false;
        for (Body body : chosen.bodies()) {
            Measured of = measured.get(body);
            plan.addAll(of.plan());
            figures.ground(of.ground());
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
        double[] around = boxes.around(chosen.bodies());
        if (chosen.lod() != null) {
            attributes.put("lod", chosen.lod());
            figures.used(chosen.lod());
        }
        attributes.put("ground", Plain.of(around[2]));
        attributes.put("top", Plain.of(around[5]));
        if (chosen.upright()) {
            attributes.put("height", Plain.of(height(around)));
            Heights.compare(own, height(around), troubles);
        }
        if (any && solid != null && !degrees) {
            attributes.put("volume", Plain.of(solid));
            figures.volume(solid);
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
            figures.footprint(area);
        }
        return shape;
    }

    /** What this program wrote beside the buildings, as it stands. */
    void kept(String from, String json) {
        kept.add(new Feature(CityJsonWriter.KEPT, from, null, new TreeMap<>(Map.of(CityJsonWriter.KEPT, json))));
    }

    /** @param version of the format as written, may be null */
    Reading reading(String file, String format, String version, String encoding) {
        remarks();
        List<FileContents.Value> values = new ArrayList<>(stated);
        values.addAll(figures.values(features.size(), degrees));
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
        List<String> levels = figures.levels();
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
        if (envelope != null && figures.box() != null) {
            Envelopes.compare(envelope, figures.box(), envelopeFrom, degrees, troubles);
        }
    }
}
