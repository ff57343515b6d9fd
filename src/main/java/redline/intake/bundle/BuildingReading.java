package redline.intake.bundle;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import redline.intake.BuildingNumber;
import redline.intake.file.Feature;

/** Buildings of a plan, from their outlines with the labels inside, or from a model. */
final class BuildingReading {
    private final Plan plan;
    private final Assembly assembly;

    BuildingReading(Plan plan, Assembly assembly) {
        this.plan = plan;
        this.assembly = assembly;
    }

    void read() {
        plan.models().forEach(this::model);
        outlines(Meaning.Kind.BUILDING, "WHOLE");
        outlines(Meaning.Kind.TOWER, "TOWER");
        outlines(Meaning.Kind.PODIUM, "PODIUM");
        outlines(Meaning.Kind.BASEMENT, "BASEMENT");
        outlines(Meaning.Kind.NEIGHBOUR, "WHOLE");
    }

    private void outlines(Meaning.Kind kind, String role) {
        List<Rings.Ring> outlines = plan.outlines(kind);
        boolean neighbours = kind == Meaning.Kind.NEIGHBOUR;
        String list = neighbours ? "surroundings" : "buildings";
        if (!outlines.isEmpty()) {
            assembly.top().list(list);
        }
        int unnamed = 0;
        for (Rings.Ring outline : outlines) {
            Origin origin = plan.origin(outline.feature());
            String id = number(kind, outline).orElse(null);
            if (id == null) {
                unnamed++;
                id = (neighbours ? "周边" : kind == Meaning.Kind.BASEMENT ? "地下室" : "未编号") + unnamed;
                if (!neighbours && kind != Meaning.Kind.BASEMENT) {
                    plan.remark(
                            origin.place(),
                            "轮廓内没有楼号，记作“" + id + "”",
                            "No building number inside the outline; called \"" + id + "\"",
                            "请在轮廓内注写楼号，例如 3#",
                            "Write its number inside, for example 3#");
                }
            }
            Assembly.Element building = assembly.top().in(list, id, origin);
            String detail = plan.meaning(outline.feature()).detail();
            if (!neighbours) {
                building.put("standing", "PROPOSED", origin);
            } else if (!detail.isEmpty()) {
                building.put("standing", detail, origin);
            }
            Assembly.Element volume = building.in("volumes", String.valueOf(building.count("volumes") + 1), origin);
            volume.put("role", role, origin);
            volume.put("footprint", outline.shape(), origin);
            plan.fields().put(kind, outline.feature(), building, origin);
            String storeys =
                    detail.equals("named") ? NamedLayer.of(outline.layer()).coefficient(1) : null;
            if (storeys != null) {
                building.put("storeysAbove", storeys, origin);
            } else if (kind != Meaning.Kind.BASEMENT) {
                labelled(building, "storeysAbove", plan.label(outline.shape(), PlanLabel::storeys));
                labelled(building, "declaredHeight", plan.label(outline.shape(), PlanLabel::height));
            }
        }
    }

    /** By the name of its layer, a field, or a label inside. */
    private Optional<String> number(Meaning.Kind kind, Rings.Ring outline) {
        Feature feature = outline.feature();
        String written = plan.meaning(feature).detail().equals("named")
                ? NamedLayer.of(feature.layer()).part(1)
                : null;
        if (written == null) {
            written = plan.fields().value(kind, feature, "id");
        }
        return written != null
                ? Optional.of(number(written))
                : plan.label(outline.shape(), BuildingNumber::in).map(Plan.Labelled::value);
    }

    /** Of a field that says nothing else: 12 is 12#, as in a table. */
    private static String number(String written) {
        return BuildingNumber.in(written).orElseGet(() -> BuildingNumber.of(written));
    }

    private static void labelled(Assembly.Element element, String key, Optional<Plan.Labelled> label) {
        label.ifPresent(found -> element.put(key, found.value(), found.origin()));
    }

    /** A building of a city or building model: its footprint upright from ground to top. */
    private void model(Feature feature) {
        Map<String, String> attributes = feature.attributes();
        Origin origin = plan.origin(feature.from());
        String own = safe(feature.from().replaceFirst("^\\S+ ", ""));
        String id = Optional.ofNullable(plan.fields().value(Meaning.Kind.BUILDING, feature, "id"))
                .map(BuildingReading::number)
                .orElseGet(() -> BuildingNumber.in(own).orElse(own));
        Assembly.Element building = assembly.top().in("buildings", id, origin);
        building.put("standing", "PROPOSED", origin);
        if (attributes.containsKey("storeysAbove")) {
            building.put("storeysAbove", attributes.get("storeysAbove"), origin);
        }
        if (attributes.containsKey("name")) {
            building.put("name", attributes.get("name"), origin);
        }
        Geometry shape = feature.shape();
        for (int i = 0; shape != null && i < shape.getNumGeometries(); i++) {
            if (shape.getGeometryN(i) instanceof Polygon footprint) {
                Assembly.Element volume = building.in("volumes", String.valueOf(i + 1), origin);
                volume.put("role", "WHOLE", origin);
                volume.put("footprint", footprint, origin);
                if (attributes.containsKey("ground") && attributes.containsKey("top")) {
                    volume.put("bottom", attributes.get("ground"), origin);
                    volume.put("top", attributes.get("top"), origin);
                }
            }
        }
    }

    private static String safe(String id) {
        String safe = id.replaceAll("[/?|\\[\\]\\p{Cntrl}]", " ").strip();
        return safe.length() > 50 ? safe.substring(0, 50) : safe;
    }
}
