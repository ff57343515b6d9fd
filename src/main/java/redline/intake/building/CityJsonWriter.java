package redline.intake.building;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import redline.intake.file.Feature;
import redline.intake.gis.Crs;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes buildings as CityJSON 2.0: upright blocks at LoD 1 from footprint, {@code ground} and {@code top} (or {@code height} above
 * {@code ground}), to the millimetre. A building without height is its footprint at LoD 0; without a shape it has no geometry. The same
 * features give the same bytes.
 */
public final class CityJsonWriter {
    /** The attribute, and the object, that holds what a city model has no place for, as one JSON object. */
    public static final String KEPT = "redline";

    /** What the reader computes from the geometry, and computes again. */
    private static final Set<String> COMPUTED = Set.of("height", "ground", "top", "lod", "volume");

    private static final Pattern NUMBER =
            Pattern.compile("-?(?:0|[1-9]\\d{0,30})(?:\\.\\d{1,30})?(?:[eE][+-]?\\d{1,3})?");
    private static final String KEPT_APART = "attributes.";
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final JsonMapper JSON = new JsonMapper();

    private final JsonGenerator out;
    private final Block block;
    private final Set<String> ids = new HashSet<>();

    private CityJsonWriter(JsonGenerator out, Block block) {
        this.out = out;
        this.block = block;
    }

    /**
     * @param features with polygons as shapes, or null
     * @param crs {@code EPSG:4549}, null where it is not known
     */
    public static byte[] write(List<Feature> features, String crs) {
        Envelope plan = new Envelope();
        double bottom = Double.POSITIVE_INFINITY;
        for (Feature feature : features) {
            if (feature.shape() != null) {
                plan.expandToInclude(feature.shape().getEnvelopeInternal());
            }
            bottom = Math.min(bottom, bottom(feature));
        }
        boolean degrees = Crs.inDegrees(crs);
        double grid = degrees ? 1e-9 : 1e-3;
        double[] scale = {grid, grid, 1e-3};
        double[] origin = {
            plan.isNull() ? 0 : Math.floor(plan.getMinX()),
            plan.isNull() ? 0 : Math.floor(plan.getMinY()),
            features.isEmpty() ? 0 : Math.floor(bottom)
        };
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator out = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
            new CityJsonWriter(out, new Block(origin, scale)).model(features, crs, origin, scale);
        }
        bytes.write('\n');
        return bytes.toByteArray();
    }

    private static double number(Feature feature, String name) {
        BigDecimal number = Plain.number(feature.attributes().get(name));
        return number == null ? Double.NaN : number.doubleValue();
    }

    /** 0 where the feature does not say: heights are then relative. */
    private static double bottom(Feature feature) {
        double ground = number(feature, "ground");
        return Double.isNaN(ground) ? 0 : ground;
    }

    /** NaN where the feature does not say. */
    private static double top(Feature feature) {
        double top = number(feature, "top");
        return Double.isNaN(top) ? bottom(feature) + number(feature, "height") : top;
    }

    private void model(List<Feature> features, String crs, double[] origin, double[] scale) {
        out.writeStartObject();
        out.writeStringProperty("type", "CityJSON");
        out.writeStringProperty("version", "2.0");
        out.writeObjectPropertyStart("transform");
        numbers("scale", scale);
        numbers("translate", origin);
        out.writeEndObject();
        if (crs != null && crs.startsWith("EPSG:")) {
            out.writeObjectPropertyStart("metadata");
            out.writeStringProperty(
                    "referenceSystem", "https://www.opengis.net/def/crs/EPSG/0/" + crs.substring("EPSG:".length()));
            out.writeEndObject();
        }
        out.writeObjectPropertyStart("CityObjects");
        features.forEach(this::building);
        out.writeEndObject();
        out.writeArrayPropertyStart("vertices");
        for (List<Long> vertex : block.vertices()) {
            out.writeStartArray();
            vertex.forEach(out::writeNumber);
            out.writeEndArray();
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private void numbers(String name, double[] numbers) {
        out.writeArrayPropertyStart(name);
        for (double number : numbers) {
            out.writeNumber(
                    new BigDecimal(String.valueOf(number)).stripTrailingZeros().toPlainString());
        }
        out.writeEndArray();
    }

    private void building(Feature feature) {
        String prefix = feature.layer() + " ";
        String name = feature.from().startsWith(prefix) ? feature.from().substring(prefix.length()) : feature.from();
        String id = name;
        for (int n = 2; !ids.add(id); n++) {
            id = name + "-" + n;
        }
        out.writeObjectPropertyStart(id);
        out.writeStringProperty("type", feature.layer().equals(KEPT) ? "GenericCityObject" : "Building");
        attributes(feature.attributes());
        if (feature.shape() != null) {
            geometry(feature);
        }
        out.writeEndObject();
    }

    private void attributes(Map<String, String> all) {
        TreeMap<String, String> own = new TreeMap<>();
        all.forEach((name, text) -> {
            if (name.startsWith(KEPT_APART)) {
                own.put(name.substring(KEPT_APART.length()), text);
            } else if (name.equals("storeysAbove")) {
                own.putIfAbsent("storeysAboveGround", text);
            } else if (!COMPUTED.contains(name)) {
                own.put(name, text);
            }
        });
        out.writeObjectPropertyStart("attributes");
        own.forEach((name, text) -> {
            out.writeName(name);
            if (NUMBER.matcher(text).matches()) {
                out.writeNumber(text);
            } else if (text.equals("true") || text.equals("false")) {
                out.writeBoolean(text.equals("true"));
            } else if (structure(text)) {
                out.writeRawValue(text);
            } else {
                out.writeString(text);
            }
        });
        out.writeEndObject();
    }

    /** Lists and objects are JSON in an attribute's text, as the reader gives them. */
    private static boolean structure(String text) {
        if (!text.startsWith("[") && !text.startsWith("{")) {
            return false;
        }
        try {
            return JSON.readTree(text).toString().equals(text);
        } catch (JacksonException none) {
            return false;
        }
    }

    private void geometry(Feature feature) {
        double bottom = bottom(feature);
        double top = top(feature);
        boolean solid = top > bottom;
        List<Block.Faces> parts = new ArrayList<>();
        for (Polygon polygon : polygons(feature.shape())) {
            Block.Faces faces = solid ? block.solid(polygon, bottom, top) : block.flat(polygon, bottom);
            if (!faces.boundaries().isEmpty()) {
                parts.add(faces);
            }
        }
        if (parts.isEmpty()) {
            return;
        }
        out.writeArrayPropertyStart("geometry");
        out.writeStartObject();
        out.writeStringProperty("type", !solid ? "MultiSurface" : parts.size() == 1 ? "Solid" : "MultiSolid");
        // flat where top and ground are one: the building is told as of height 0; at LoD 0 its height is not known
        out.writeStringProperty("lod", solid || top == bottom ? "1" : "0");
        List<Object> boundaries = new ArrayList<>();
        List<Object> semantics = new ArrayList<>();
        for (Block.Faces faces : parts) {
            if (solid) {
                boundaries.add(List.of(faces.boundaries()));
                semantics.add(List.of(faces.semantics()));
            } else {
                boundaries.addAll(faces.boundaries());
                semantics.addAll(faces.semantics());
            }
        }
        out.writeName("boundaries");
        nested(solid && parts.size() == 1 ? boundaries.get(0) : boundaries);
        out.writeObjectPropertyStart("semantics");
        out.writeArrayPropertyStart("surfaces");
        for (String type : solid ? List.of("GroundSurface", "RoofSurface", "WallSurface") : List.of("GroundSurface")) {
            out.writeStartObject();
            out.writeStringProperty("type", type);
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeName("values");
        nested(solid && parts.size() == 1 ? semantics.get(0) : semantics);
        out.writeEndObject();
        out.writeEndObject();
        out.writeEndArray();
    }

    private static List<Polygon> polygons(Geometry shape) {
        List<Polygon> polygons = new ArrayList<>();
        for (int n = 0; n < shape.getNumGeometries(); n++) {
            if (shape.getGeometryN(n) instanceof Polygon polygon && !polygon.isEmpty()) {
                polygons.add(polygon);
            }
        }
        return polygons;
    }

    private void nested(Object value) {
        if (value instanceof List<?> list) {
            out.writeStartArray();
            list.forEach(this::nested);
            out.writeEndArray();
        } else if (value instanceof Integer number) {
            out.writeNumber(number);
        }
    }
}
