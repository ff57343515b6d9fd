package redline.intake.bundle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import redline.intake.file.Feature;
import redline.intake.file.FileContents;
import redline.quantity.Text;
import tools.jackson.databind.node.JsonNodeFactory;

/** Features of one file, in m of the project's coordinate system, put into the scheme by what their layers mean. */
final class PlanReading {
    /** Types of the models that this program reads buildings from. */
    private static final Set<String> MODELS = Set.of("Building", "BuildingPart", "IFCBUILDING");

    private final String file;
    private final Assembly assembly;
    private final DrawingSettings settings;
    private final Function<String, Meaning> meanings;
    private final FieldTable fields;
    private final List<FileContents.Trouble> remarks = new ArrayList<>();
    private final List<FileContents.Trouble> complaints = new ArrayList<>();
    private final Map<Meaning.Kind, Map<String, List<Feature>>> byKind = new TreeMap<>();
    private final List<Feature> labels = new ArrayList<>();
    /** Ids of parcels whose boundary stands in this file. */
    private final Set<String> drawn = new TreeSet<>();

    PlanReading(
            String file,
            Assembly assembly,
            DrawingSettings settings,
            FieldTable fields,
            Function<String, Meaning> meanings) {
        this.file = file;
        this.assembly = assembly;
        this.settings = settings;
        this.fields = fields;
        this.meanings = meanings;
    }

    /** Told, and not in the way of a verdict. */
    List<FileContents.Trouble> remarks() {
        return remarks;
    }

    /** In the way of a verdict. */
    List<FileContents.Trouble> complaints() {
        return complaints;
    }

    void read(List<Feature> features) {
        for (Feature feature : features) {
            Meaning meaning = meanings.apply(feature.layer());
            if (MODELS.contains(feature.layer()) && meaning.kind() == Meaning.Kind.BUILDING) {
                model(feature);
            } else if (feature.shape() instanceof Point && feature.attributes().containsKey("text")) {
                if (meaning.kind() != Meaning.Kind.TERRAIN) {
                    labels.add(feature);
                }
            } else if (feature.shape() != null) {
                byKind.computeIfAbsent(meaning.kind(), kind -> new LinkedHashMap<>())
                        .computeIfAbsent(feature.layer(), layer -> new ArrayList<>())
                        .add(feature);
            }
        }
        parcels();
        roads();
        buildings(Meaning.Kind.BUILDING, "buildings");
        buildings(Meaning.Kind.TOWER, "buildings");
        buildings(Meaning.Kind.PODIUM, "buildings");
        buildings(Meaning.Kind.BASEMENT, "buildings");
        buildings(Meaning.Kind.NEIGHBOUR, "surroundings");
        greens();
        parkingSpaces();
        controlLines();
        accesses();
        elements();
    }

    private Map<String, List<Feature>> layers(Meaning.Kind kind) {
        return byKind.getOrDefault(kind, Map.of());
    }

    private Origin at(String layer, String from) {
        return new Origin(file, layer.isEmpty() ? from : layer + " / " + from);
    }

    private List<Rings.Ring> rings(String layer, List<Feature> features) {
        Rings rings = Rings.of(features, settings);
        for (Rings.Finding finding : rings.findings()) {
            (finding.stops() ? complaints : remarks)
                    .add(new FileContents.Trouble(layer + " / " + finding.from(), finding.what(), finding.remedy()));
        }
        if (rings.unused() > 0) {
            remark(
                    layer,
                    rings.unused() + " 条线不围成轮廓，没有用",
                    rings.unused() + " lines enclose nothing and are not used",
                    "轮廓请画成闭合多段线",
                    "Draw outlines as closed polylines");
        }
        return rings.rings();
    }

    private void remark(String where, String zh, String en, String remedyZh, String remedyEn) {
        remarks.add(new FileContents.Trouble(where, new Text(zh, en), new Text(remedyZh, remedyEn)));
    }

    private void complain(String where, String zh, String en, String remedyZh, String remedyEn) {
        complaints.add(new FileContents.Trouble(where, new Text(zh, en), new Text(remedyZh, remedyEn)));
    }

    /** A ring with its layer, from west to east. */
    private record Placed(String layer, Rings.Ring ring) {
        private double west() {
            return ring.shape().getEnvelopeInternal().getMinX();
        }
    }

    private List<Placed> placed(Meaning.Kind kind) {
        List<Placed> all = new ArrayList<>();
        layers(kind)
                .forEach((layer, features) -> rings(layer, features).forEach(ring -> all.add(new Placed(layer, ring))));
        all.sort(Comparator.comparingDouble(Placed::west));
        return all;
    }

    private void parcels() {
        List<Placed> sites = placed(Meaning.Kind.PARCEL);
        List<Assembly.Element> known = assembly.top().all("parcels");
        for (int i = 0; i < sites.size(); i++) {
            Placed site = sites.get(i);
            for (int k = 0; k < i; k++) {
                twice(sites.get(k), site);
            }
            String id = sites.size() == 1 && known.size() == 1
                    ? known.get(0).text("id")
                    : named(site).orElse(sites.size() == 1 ? "A" : "A" + (i + 1));
            Origin origin = at(site.layer(), site.ring().from());
            Assembly.Element parcel = assembly.top().in("parcels", id, origin);
            parcel.put("boundary", site.ring().shape(), origin);
            drawn.add(id);
            fields.put(Meaning.Kind.PARCEL, feature(site), parcel, origin);
        }
        zones();
        sides();
    }

    /** The same site twice in one file is a file with several drawings. */
    private void twice(Placed a, Placed b) {
        Polygon one = a.ring().shape();
        Polygon other = b.ring().shape();
        if (Math.abs(one.getArea() - other.getArea()) < 1e-3 * one.getArea()
                && !one.getEnvelopeInternal().intersects(other.getEnvelopeInternal())) {
            complain(
                    b.layer() + " / " + b.ring().from(),
                    "同样大小的用地红线有两处，文件里可能有几张图",
                    "Two site boundaries of one size: the file may hold several drawings",
                    "请框选总平面(--frame 西,南,东,北)",
                    "Frame the site plan (--frame west,south,east,north)");
        }
    }

    private Optional<String> named(Placed site) {
        Feature feature = feature(site);
        return Optional.ofNullable(fields.value(Meaning.Kind.PARCEL, feature, "id"));
    }

    private Feature feature(Placed placed) {
        return byKind.values().stream()
                .flatMap(layers -> layers.getOrDefault(placed.layer(), List.of()).stream())
                .filter(feature -> feature.from().equals(placed.ring().from()))
                .findFirst()
                .orElse(new Feature(
                        placed.layer(), placed.ring().from(), placed.ring().shape(), new TreeMap<>()));
    }

    private void zones() {
        for (Placed zone : placed(Meaning.Kind.ZONE)) {
            Assembly.Element parcel = assembly.top().all("parcels").stream()
                    .filter(one -> contains(one.text("boundary"), zone.ring().shape()))
                    .findFirst()
                    .orElse(null);
            if (parcel != null) {
                Origin origin = at(zone.layer(), zone.ring().from());
                String id = label(zone.ring().shape(), text -> Optional.of(text.strip()))
                        .map(Found::value)
                        .orElse("分区" + (parcel.all("zones").size() + 1));
                parcel.in("zones", id, origin).put("boundary", zone.ring().shape(), origin);
            }
        }
    }

    private static boolean contains(String wkt, Geometry inner) {
        Geometry outer = Shapes.read(wkt);
        return outer != null && outer.buffer(0.01).contains(inner.getInteriorPoint());
    }

    /** The sides follow from the boundary; what lies beyond them is known only where a road's red line runs along. */
    private void sides() {
        if (assembly.top().has("sides")) {
            return;
        }
        List<Assembly.Element> parcels = assembly.top().all("parcels");
        List<Geometry> redLines = new ArrayList<>();
        layers(Meaning.Kind.ROAD).values().forEach(all -> all.forEach(feature -> redLines.add(feature.shape())));
        int number = 0;
        for (Assembly.Element parcel : parcels) {
            if (!(Shapes.read(parcel.text("boundary")) instanceof Polygon boundary)) {
                continue;
            }
            Origin origin = assembly.origins().get(parcel.path() + ".boundary");
            if (!drawn.contains(parcel.text("id"))) {
                continue;
            }
            for (BoundarySides.Side side : BoundarySides.of(boundary, settings.cardinalWithin())) {
                Assembly.Element made = assembly.top().in("sides", "边" + ++number, origin);
                made.put("parcel", parcel.text("id"), origin);
                made.put("compass", side.compass(), origin);
                made.put("line", side.line(), origin);
                boolean road = redLines.stream().anyMatch(line -> along(side.line(), line));
                if (road) {
                    made.put("beyond", "ROAD", origin);
                }
            }
        }
        if (number > 0) {
            remark(
                    "",
                    "由用地红线分出 " + number + " 段界线，方位由朝向推得",
                    number + " sides follow from the boundary; their compass from the way they face",
                    "界线外是什么不明的，请在界线表中填写",
                    "Where it is not known what lies beyond, fill in the table of sides");
        }
    }

    private boolean along(LineString side, Geometry road) {
        return road.getEnvelopeInternal().intersects(side.getEnvelopeInternal())
                && road.buffer(settings.sameLine()).covers(side);
    }

    private void roads() {
        int number = assembly.top().all("roads").size();
        for (Map.Entry<String, List<Feature>> layer : layers(Meaning.Kind.ROAD).entrySet()) {
            for (Feature feature : layer.getValue()) {
                LineString line = Shapes.line(feature.shape());
                if (line != null) {
                    Origin origin = at(layer.getKey(), feature.from());
                    String id = Optional.ofNullable(fields.value(Meaning.Kind.ROAD, feature, "id"))
                            .orElse("道路" + ++number);
                    Assembly.Element road = assembly.top().in("roads", id, origin);
                    road.put("redLine", line, origin);
                    fields.put(Meaning.Kind.ROAD, feature, road, origin);
                }
            }
        }
    }

    /** A value read from a label, and the label's place. */
    private record Found(String value, String from) {}

    /** From the labels inside, those of smaller outlines inside included. */
    private Optional<Found> label(Polygon outline, Function<String, Optional<String>> reader) {
        Envelope reach = outline.getEnvelopeInternal();
        return labels.stream()
                .filter(label -> reach.contains(label.shape().getCoordinate()))
                .map(label -> reader.apply(label.attributes().get("text"))
                        .map(value -> Map.entry(label, new Found(value, label.layer() + " / " + label.from()))))
                .flatMap(Optional::stream)
                .filter(found -> outline.contains(found.getKey().shape()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private void buildings(Meaning.Kind kind, String list) {
        List<Placed> outlines = placed(kind);
        if (!outlines.isEmpty()) {
            assembly.top().list(list);
        }
        int unnamed = 0;
        for (Placed placed : outlines) {
            Polygon outline = placed.ring().shape();
            Origin origin = at(placed.layer(), placed.ring().from());
            Feature feature = feature(placed);
            NamedLayer name = NamedLayer.of(placed.layer());
            boolean named = meanings.apply(placed.layer()).detail().equals("named");
            Optional<Found> number = named && name.part(1) != null
                    ? Optional.of(new Found(PlanLabel.number(name.part(1)).orElse(name.part(1)), origin.place()))
                    : Optional.ofNullable(fields.value(kind, feature, "id"))
                            .map(id -> new Found(PlanLabel.number(id).orElse(id), origin.place()))
                            .or(() -> label(outline, PlanLabel::number));
            String id = number.map(Found::value).orElse(null);
            if (id == null) {
                unnamed++;
                id = (list.equals("surroundings") ? "周边" : kind == Meaning.Kind.BASEMENT ? "地下室" : "未编号") + unnamed;
                if (list.equals("buildings") && kind != Meaning.Kind.BASEMENT) {
                    remark(
                            origin.place(),
                            "轮廓内没有楼号，记作“" + id + "”",
                            "No building number inside the outline; called \"" + id + "\"",
                            "请在轮廓内注写楼号，例如 3#",
                            "Write its number inside, for example 3#");
                }
            }
            Assembly.Element building = assembly.top().in(list, id, origin);
            if (list.equals("buildings")) {
                building.put("standing", "PROPOSED", origin);
            } else if (!meanings.apply(placed.layer()).detail().isEmpty()) {
                building.put("standing", meanings.apply(placed.layer()).detail(), origin);
            }
            String volume = String.valueOf(building.all("volumes").size() + 1);
            Assembly.Element made = building.in("volumes", volume, origin);
            made.put("role", role(kind), origin);
            made.put("footprint", outline, origin);
            fields.put(kind, feature, building, origin);
            if (named && name.coefficient(1) != null) {
                building.put("storeysAbove", name.coefficient(1), origin);
            } else if (kind != Meaning.Kind.BASEMENT) {
                label(outline, PlanLabel::storeys).ifPresent(found -> put(building, "storeysAbove", found));
                label(outline, PlanLabel::height).ifPresent(found -> put(building, "declaredHeight", found));
            }
        }
    }

    private void put(Assembly.Element element, String key, Found found) {
        element.put(key, found.value(), new Origin(file, found.from()));
    }

    private static String role(Meaning.Kind kind) {
        return switch (kind) {
            case PODIUM -> "PODIUM";
            case TOWER -> "TOWER";
            case BASEMENT -> "BASEMENT";
            default -> "WHOLE";
        };
    }

    /** A building of a city or building model: its footprint upright from ground to top. */
    private void model(Feature feature) {
        Map<String, String> attributes = feature.attributes();
        Origin origin = at("", feature.from());
        String id = Optional.ofNullable(fields.value(Meaning.Kind.BUILDING, feature, "id"))
                .orElse(safe(feature.from().replaceFirst("^\\S+ ", "")));
        Assembly.Element building =
                assembly.top().in("buildings", PlanLabel.number(id).orElse(id), origin);
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

    private void greens() {
        int number = assembly.top().all("greens").size();
        for (Placed green : placed(Meaning.Kind.GREEN)) {
            Origin origin = at(green.layer(), green.ring().from());
            Feature feature = feature(green);
            String id = Optional.ofNullable(fields.value(Meaning.Kind.GREEN, feature, "id"))
                    .orElse("绿地" + ++number);
            Assembly.Element made = assembly.top().in("greens", id, origin);
            Meaning meaning = meanings.apply(green.layer());
            NamedLayer name = NamedLayer.of(green.layer());
            if (meaning.detail().equals("named")) {
                if (name.part(0) != null) {
                    made.put("kind", name.part(0), origin);
                }
                if (name.coefficient(0) != null) {
                    made.put("coefficient", name.coefficient(0), origin);
                }
            } else if (!meaning.detail().isEmpty()) {
                made.put("kind", meaning.detail(), origin);
            }
            made.put("outline", green.ring().shape(), origin);
            fields.put(Meaning.Kind.GREEN, feature, made, origin);
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
                layers(Meaning.Kind.PARKING_SPACE).entrySet()) {
            if (meanings.apply(layer.getKey()).detail().equals(kind)) {
                long blocks = layer.getValue().stream()
                        .filter(feature -> "INSERT".equals(feature.attributes().get("type")))
                        .count();
                long spaces = blocks > 0
                        ? blocks
                        : layer.getValue().stream()
                                .filter(feature -> feature.shape() instanceof Polygon)
                                .count();
                all += spaces;
                counted.add(layer.getKey() + " " + spaces);
            }
        }
        if (all > 0) {
            String from = String.join(", ", counted);
            Origin origin = at("", from);
            place.in(assembly, origin).put("spaces", String.valueOf(all), origin);
            remark(
                    from,
                    "数得地面车位 " + all + " 个",
                    all + " parking spaces counted on the ground",
                    "不是地面车位的，请改图层含义",
                    "Where they are not on the ground, change what the layer means");
        }
    }

    private void controlLines() {
        int number = assembly.top().all("controlLines").size();
        for (Map.Entry<String, List<Feature>> layer :
                layers(Meaning.Kind.CONTROL_LINE).entrySet()) {
            for (Feature feature : layer.getValue()) {
                if (feature.shape().getDimension() > 0) {
                    Origin origin = at(layer.getKey(), feature.from());
                    String id = Optional.ofNullable(fields.value(Meaning.Kind.CONTROL_LINE, feature, "id"))
                            .orElse("控制线" + ++number);
                    Assembly.Element made = assembly.top().in("controlLines", id, origin);
                    String kind = meanings.apply(layer.getKey()).detail();
                    if (!kind.isEmpty()) {
                        made.put("kind", kind, origin);
                    }
                    made.put("geometry", feature.shape(), origin);
                    fields.put(Meaning.Kind.CONTROL_LINE, feature, made, origin);
                }
            }
        }
    }

    private void accesses() {
        int number = assembly.top().all("accesses").size();
        for (Map.Entry<String, List<Feature>> layer :
                layers(Meaning.Kind.ACCESS).entrySet()) {
            for (Feature feature : layer.getValue()) {
                if (feature.shape() instanceof Point place) {
                    Origin origin = at(layer.getKey(), feature.from());
                    String id = Optional.ofNullable(fields.value(Meaning.Kind.ACCESS, feature, "id"))
                            .orElse("出入口" + ++number);
                    Assembly.Element made = assembly.top().in("accesses", id, origin);
                    made.put("place", place, origin);
                    fields.put(Meaning.Kind.ACCESS, feature, made, origin);
                }
            }
        }
    }

    /** Area frames of an institute: each closed outline is one line of the area table. */
    private void elements() {
        int number = assembly.top().all("areaElements").size();
        for (Placed frame : placed(Meaning.Kind.ELEMENT)) {
            NamedLayer name = NamedLayer.of(frame.layer());
            Origin origin = at(frame.layer(), frame.ring().from());
            Assembly.Element made = assembly.top().in("areaElements", "构件" + ++number, origin);
            if (name.part(0) != null) {
                made.put("kind", name.part(0), origin);
            }
            if (name.coefficient(0) != null) {
                made.put("areaCoefficient", name.coefficient(0), origin);
            }
            if (name.coefficient(1) != null) {
                made.put("farCoefficient", name.coefficient(1), origin);
            }
            made.put("belowGround", JsonNodeFactory.instance.booleanNode(false), origin);
            made.put("area", PlainWkt.number(Math.round(frame.ring().shape().getArea() * 1e6) / 1e6), origin);
            name.storeys().ifPresent(storeys -> {
                made.put("storey", storeys[0] == storeys[1] ? "" + storeys[0] : storeys[0] + "–" + storeys[1], origin);
                made.put("count", String.valueOf(storeys[1] - storeys[0] + 1), origin);
            });
            assembly.top().all("buildings").stream()
                    .filter(building -> building.all("volumes").stream()
                            .anyMatch(volume -> contains(
                                    volume.text("footprint"), frame.ring().shape())))
                    .findFirst()
                    .ifPresent(building -> made.put("building", building.text("id"), origin));
        }
    }
}
