package redline.intake.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import redline.intake.file.Feature;
import tools.jackson.databind.node.JsonNodeFactory;

/** Puts what a plan shows into the scheme. */
final class PlanReading {
    private final Plan plan;
    private final Assembly assembly;
    private final FieldTable fields;

    PlanReading(Plan plan, Assembly assembly) {
        this.plan = plan;
        this.assembly = assembly;
        this.fields = plan.fields();
    }

    void read() {
        new SiteReading(plan, assembly).read();
        roads();
        new BuildingReading(plan, assembly).read();
        greens();
        parkingSpaces();
        controlLines();
        accesses();
        areaFrames();
    }

    /** Named by a field, else by its place in the list. */
    private Assembly.Element named(Meaning.Kind kind, Feature feature, String list, String word, int ordinal) {
        String id = Optional.ofNullable(fields.value(kind, feature, "id")).orElse(word + ordinal);
        return assembly.top().in(list, id, plan.origin(feature));
    }

    private void roads() {
        int number = assembly.top().count("roads");
        for (Feature feature : plan.features(Meaning.Kind.ROAD)) {
            LineString line = Shapes.line(feature.shape());
            if (line != null) {
                Assembly.Element road = named(Meaning.Kind.ROAD, feature, "roads", "道路", ++number);
                road.put("redLine", line, plan.origin(feature));
                fields.put(Meaning.Kind.ROAD, feature, road, plan.origin(feature));
            }
        }
    }

    private void greens() {
        int number = assembly.top().count("greens");
        for (Rings.Ring green : plan.outlines(Meaning.Kind.GREEN)) {
            Feature feature = green.feature();
            Origin origin = plan.origin(feature);
            Assembly.Element made = named(Meaning.Kind.GREEN, feature, "greens", "绿地", ++number);
            String kind = plan.meaning(feature).detail();
            if (kind.equals("named")) {
                NamedLayer name = NamedLayer.of(feature.layer());
                put(made, "kind", name.part(0), origin);
                put(made, "coefficient", name.coefficient(0), origin);
            } else if (!kind.isEmpty()) {
                made.put("kind", kind, origin);
            }
            made.put("outline", green.shape(), origin);
            fields.put(Meaning.Kind.GREEN, feature, made, origin);
        }
    }

    private static void put(Assembly.Element element, String key, String value, Origin origin) {
        if (value != null) {
            element.put(key, value, origin);
        }
    }

    /** Blocks are counted where a layer has any, else outlines. */
    private void parkingSpaces() {
        spaces("MOTOR", ParkingPlaces.MOTOR_SURFACE);
        spaces("NON_MOTOR", ParkingPlaces.NON_MOTOR_SURFACE);
    }

    private void spaces(String kind, ParkingPlaces place) {
        List<String> counted = new ArrayList<>();
        long all = 0;
        for (Map.Entry<String, List<Feature>> layer :
                plan.layers(Meaning.Kind.PARKING_SPACE).entrySet()) {
            List<Feature> features = layer.getValue();
            if (plan.meaning(features.get(0)).detail().equals(kind)) {
                long blocks = features.stream()
                        .filter(feature -> "INSERT".equals(feature.attributes().get("type")))
                        .count();
                long spaces = blocks > 0
                        ? blocks
                        : features.stream()
                                .filter(feature -> feature.shape() instanceof Polygon)
                                .count();
                all += spaces;
                counted.add(layer.getKey() + " " + spaces);
            }
        }
        if (all > 0) {
            String from = String.join(", ", counted);
            Origin origin = plan.origin(from);
            place.in(assembly, origin).put("spaces", String.valueOf(all), origin);
            plan.remark(
                    from,
                    "数得地面车位 " + all + " 个",
                    all + " parking spaces counted on the ground",
                    "不是地面车位的，请改图层含义",
                    "Where they are not on the ground, change what the layer means");
        }
    }

    private void controlLines() {
        int number = assembly.top().count("controlLines");
        for (Feature feature : plan.features(Meaning.Kind.CONTROL_LINE)) {
            if (feature.shape().getDimension() > 0) {
                Origin origin = plan.origin(feature);
                Assembly.Element made = named(Meaning.Kind.CONTROL_LINE, feature, "controlLines", "控制线", ++number);
                String kind = plan.meaning(feature).detail();
                if (!kind.isEmpty()) {
                    made.put("kind", kind, origin);
                }
                made.put("geometry", feature.shape(), origin);
                fields.put(Meaning.Kind.CONTROL_LINE, feature, made, origin);
            }
        }
    }

    private void accesses() {
        int number = assembly.top().count("accesses");
        for (Feature feature : plan.features(Meaning.Kind.ACCESS)) {
            if (feature.shape() instanceof Point place) {
                Assembly.Element made = named(Meaning.Kind.ACCESS, feature, "accesses", "出入口", ++number);
                made.put("place", place, plan.origin(feature));
                fields.put(Meaning.Kind.ACCESS, feature, made, plan.origin(feature));
            }
        }
    }

    /** Area frames of an institute: each closed outline is one line of the area table. */
    private void areaFrames() {
        int number = assembly.top().count("areaElements");
        List<Rings.Ring> frames = plan.outlines(Meaning.Kind.ELEMENT);
        Around buildings = new Around();
        if (!frames.isEmpty()) {
            for (Assembly.Element building : assembly.top().all("buildings")) {
                building.all("volumes").forEach(volume -> buildings.add(volume.text("footprint"), building));
            }
        }
        for (Rings.Ring frame : frames) {
            NamedLayer name = NamedLayer.of(frame.layer());
            Origin origin = plan.origin(frame.feature());
            Assembly.Element made = assembly.top().in("areaElements", "构件" + ++number, origin);
            put(made, "kind", name.part(0), origin);
            put(made, "areaCoefficient", name.coefficient(0), origin);
            put(made, "farCoefficient", name.coefficient(1), origin);
            made.put("belowGround", JsonNodeFactory.instance.booleanNode(false), origin);
            made.put("area", PlainWkt.number(Math.round(frame.shape().getArea() * 1e6) / 1e6), origin);
            name.storeys().ifPresent(storeys -> {
                made.put("storey", storeys[0] == storeys[1] ? "" + storeys[0] : storeys[0] + "–" + storeys[1], origin);
                made.put("count", String.valueOf(storeys[1] - storeys[0] + 1), origin);
            });
            buildings.of(frame.shape()).ifPresent(building -> made.put("building", building.text("id"), origin));
        }
    }
}
