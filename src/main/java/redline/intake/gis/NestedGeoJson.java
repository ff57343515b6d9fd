package redline.intake.gis;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Envelope;
import redline.intake.file.Feature;
import redline.intake.file.FileContents;
import redline.intake.file.LayerSums;
import redline.intake.file.Reading;
import redline.intake.file.Troubles;
import redline.intake.file.Upload;
import redline.quantity.Text;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A document that is no GeoJSON but holds some, such as a planning application with its boundary. A layer is the object that holds a shape, by
 * its JSON pointer; an {@code area} in the same object is held against the area on the ellipsoid.
 */
final class NestedGeoJson {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final long MOST_BYTES = 32L * 1024 * 1024;
    /** Share by which a declared area may differ; spherical formulas differ by 0.1 % to 0.5 %. */
    private static final double TOLERANCE = 0.001;

    private final Troubles troubles = new Troubles();
    private final List<Found> found = new ArrayList<>();
    private final List<Declared> declared = new ArrayList<>();
    private final List<FileContents.Value> values = new ArrayList<>();
    private final Budget budget = new Budget();

    /** @param holder pointer of the object that holds the shape */
    private record Found(String holder, String pointer, GeoJsonObject object) {}

    /** @param holder pointer of the object that holds the area */
    private record Declared(String holder, String pointer, BigDecimal squareMetres) {}

    private NestedGeoJson() {}

    static Reading read(Upload upload, Charset charset) throws IOException {
        if (upload.size() > MOST_BYTES) {
            return Reading.refused(FileContents.refused(
                    upload.name(),
                    "JSON",
                    null,
                    new Text(
                            "不是 GeoJSON，又大于 32 MB，没有在里面找图形",
                            "This is no GeoJSON and larger than 32 MB; it was not searched for shapes"),
                    new Text("请导出为 GeoJSON", "Export it as GeoJSON")));
        }
        try (Reader in = new BufferedReader(new InputStreamReader(GeoJsonFile.unmarked(upload), charset))) {
            NestedGeoJson nested = new NestedGeoJson();
            in.mark(1);
            if (in.read() != '\ufeff') {
                in.reset();
            }
            nested.walk(JSON.readTree(in), "", "");
            return nested.reading(upload.name(), charset);
        }
    }

    private void walk(JsonNode node, String holder, String pointer) {
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                walk(node.get(i), pointer, pointer + "/" + i);
            }
        } else if (node.isObject() && !shapes(node, holder, pointer)) {
            declared(node.get("area"), pointer);
            for (Map.Entry<String, JsonNode> member : node.properties()) {
                walk(member.getValue(), pointer, pointer + "/" + escaped(member.getKey()));
            }
        }
    }

    private static String escaped(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }

    /** Whether the node is GeoJSON, which is then taken. */
    private boolean shapes(JsonNode node, String holder, String pointer) {
        String type = node.path("type").asString("");
        boolean shape = GeoJsonObject.GEOMETRIES.contains(type)
                && (node.path("coordinates").isArray()
                        || node.path("geometries").isArray());
        boolean feature = type.equals("Feature") && node.has("geometry");
        boolean collection =
                type.equals("FeatureCollection") && node.path("features").isArray();
        if (!shape && !feature && !collection) {
            return false;
        }
        GeoJsonParser parser =
                new GeoJsonParser(budget, (object, crs) -> found.add(new Found(holder, pointer, object)));
        try (JsonParser tokens = JSON.treeAsTokens(node)) {
            tokens.nextToken();
            GeoJsonObject object = parser.root(tokens);
            if (object != null) {
                found.add(new Found(holder, pointer, object));
            }
        }
        return true;
    }

    private void declared(JsonNode area, String holder) {
        if (area == null || !area.isObject()) {
            return;
        }
        for (String unit : List.of("squareMetres", "hectares")) {
            JsonNode value = area.get(unit);
            if (value != null && value.isNumber()) {
                String pointer = holder + "/area/" + unit;
                BigDecimal number = value.decimalValue();
                values.add(new FileContents.Value(pointer, number.toPlainString(), pointer));
                declared.add(
                        new Declared(holder, pointer, unit.equals("hectares") ? number.movePointRight(4) : number));
            }
        }
    }

    private Reading reading(String name, Charset charset) {
        if (found.isEmpty()) {
            return Reading.refused(FileContents.refused(
                    name,
                    "JSON",
                    null,
                    new Text("这份 JSON 里没有 GeoJSON 图形", "There are no GeoJSON shapes in this JSON document"),
                    new Text("图形请导出为 GeoJSON；方案请用 scheme.json", "Export shapes as GeoJSON; a scheme is scheme.json")));
        }
        LayerSums sums = new LayerSums();
        Survey survey = new Survey(sums, troubles);
        List<Feature> features = new ArrayList<>();
        Envelope extent = new Envelope();
        for (Found one : found) {
            Feature feature = GeoJsonLayers.feature(layer(one), one.pointer, one.object, troubles);
            features.add(feature);
            if (feature.shape() != null) {
                extent.expandToInclude(feature.shape().getEnvelopeInternal());
            }
        }
        Georeference place = place(extent);
        for (int i = 0; i < found.size(); i++) {
            Feature feature = features.get(i);
            survey.add(
                    feature.layer(), feature.from(), found.get(i).object.shapeType(), feature.shape(), place.surface());
        }
        List<FileContents.Layer> layers = sums.layers();
        if (place.surface() instanceof Ellipsoid ellipsoid) {
            compare(layers, ellipsoid);
            Georeference.remarkDegrees(ellipsoid, troubles);
            values.add(new FileContents.Value("ellipsoid", ellipsoid.name(), place.code()));
        }
        GeoJsonLayers.remarkEncoding(charset, troubles);
        FileContents contents = new FileContents(
                name, "JSON with GeoJSON", null, charset.name(), place.code(), layers, values, troubles.all(), false);
        return new Reading(contents, features, List.of());
    }

    /** The holder names a layer where it holds one shape only and is not the whole document. */
    private String layer(Found one) {
        long beside = found.stream()
                .filter(other -> other.holder.equals(one.holder) && !other.pointer.equals(one.pointer))
                .count();
        return one.holder.isEmpty() || beside > 0 ? one.pointer : one.holder;
    }

    private Georeference place(Envelope extent) {
        if (Crs.mayBeDegrees(extent)) {
            return Georeference.of("", Crs.WGS84, extent, troubles);
        }
        Georeference.askForCrs(
                "", new Text("坐标像是以米计，又没有写坐标系", "The coordinates look like metres and no CRS is stated"), troubles);
        return Georeference.of("", null, extent, troubles);
    }

    private void compare(List<FileContents.Layer> layers, Ellipsoid ellipsoid) {
        Set<String> compared = new HashSet<>();
        for (Declared one : declared) {
            // hectares say again what square metres say
            boolean first = compared.add(one.holder + " " + one.squareMetres.stripTrailingZeros());
            layers.stream()
                    .filter(layer -> first && layer.name().equals(one.holder) && layer.polygons() > 0)
                    .forEach(layer -> compare(one, layer.area(), ellipsoid));
        }
    }

    private void compare(Declared one, double area, Ellipsoid ellipsoid) {
        double share = (one.squareMetres.doubleValue() - area) / area;
        if (Math.abs(share) <= TOLERANCE) {
            return;
        }
        String computed =
                BigDecimal.valueOf(area).setScale(2, RoundingMode.HALF_UP).toPlainString();
        String percent = BigDecimal.valueOf(share * 100)
                .setScale(2, RoundingMode.HALF_UP)
                .toPlainString();
        String given = one.squareMetres.toPlainString();
        troubles.add(
                one.pointer,
                new Text(
                        "申报面积 " + given + " m²，按边界在 " + ellipsoid.name() + " 椭球上算得 " + computed + " m²，相差 " + percent
                                + " %，超过 0.1 %",
                        "The declared area is " + given + " m²; the boundary encloses " + computed
                                + " m² on the ellipsoid " + ellipsoid.name() + ": " + percent
                                + " % apart, more than 0.1 %"),
                new Text("请核对边界与申报面积，以测绘成果为准", "Compare boundary and declared area with the survey"));
    }
}
