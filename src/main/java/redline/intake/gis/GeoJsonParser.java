package redline.intake.gis;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import redline.quantity.Text;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Reads GeoJSON objects off a stream of tokens; features of a collection are handed on as they come. */
final class GeoJsonParser {
    static final JsonFactory JSON = new JsonFactory();

    private static final SortedMap<String, String> NONE = Collections.emptySortedMap();
    private static final int DEEPEST = 20;

    private final Budget budget;
    private final Sink sink;
    /** Of the root objects read so far, old {@code crs} member: as written, or an empty text where it is null. */
    String crs;
    /** The {@code name} member that GDAL writes. */
    String name;

    /** Takes a feature or a bare geometry, and the old {@code crs} member as far as it was read. */
    interface Sink {
        void take(GeoJsonObject object, String crs);
    }

    GeoJsonParser(Budget budget, Sink sink) {
        this.budget = budget;
        this.sink = sink;
    }

    /**
     * @param parser at the opening brace, afterwards at the closing one
     * @return the object, or null where it was a collection whose features went to the sink
     */
    GeoJsonObject root(JsonParser parser) {
        return object(parser, 0);
    }

    private GeoJsonObject object(JsonParser parser, int depth) {
        GeoJsonObject object = new GeoJsonObject();
        boolean features = false;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = parser.currentName();
            JsonToken value = parser.nextToken();
            switch (key) {
                case "type" -> object.type = scalar(parser, value);
                case "coordinates" -> coordinates(parser, value, object);
                case "geometry" -> object.geometry = child(parser, value, depth);
                case "geometries" -> geometries(parser, value, object, depth);
                case "properties" -> object.properties = properties(parser, value);
                case "id" -> object.id = scalar(parser, value);
                case "features" -> features |= depth == 0 && features(parser, value);
                case "crs" -> crs(parser, value, depth);
                case "name" ->
                    name = depth == 0 && value == JsonToken.VALUE_STRING ? parser.getString() : skip(parser, name);
                default -> parser.skipChildren();
            }
        }
        return features && (object.type == null || object.type.equals("FeatureCollection")) ? null : object;
    }

    private static <T> T skip(JsonParser parser, T kept) {
        parser.skipChildren();
        return kept;
    }

    private static String scalar(JsonParser parser, JsonToken value) {
        return value.isScalarValue() && value != JsonToken.VALUE_NULL ? parser.getString() : skip(parser, null);
    }

    private void coordinates(JsonParser parser, JsonToken value, GeoJsonObject object) {
        if (value != JsonToken.START_ARRAY) {
            parser.skipChildren();
            return;
        }
        try {
            object.positions = Positions.read(parser, budget);
        } catch (GisFault fault) {
            object.fault = fault;
        }
    }

    private GeoJsonObject child(JsonParser parser, JsonToken value, int depth) {
        return value == JsonToken.START_OBJECT && depth < DEEPEST ? object(parser, depth + 1) : skip(parser, null);
    }

    private void geometries(JsonParser parser, JsonToken value, GeoJsonObject object, int depth) {
        if (value != JsonToken.START_ARRAY) {
            parser.skipChildren();
            return;
        }
        object.geometries = new ArrayList<>();
        for (JsonToken next = parser.nextToken(); next != JsonToken.END_ARRAY; next = parser.nextToken()) {
            if (next == JsonToken.START_OBJECT && depth < DEEPEST) {
                object.geometries.add(object(parser, depth + 1));
            } else {
                parser.skipChildren();
                object.fault = new GisFault(
                        new Text(
                                "geometries 里有不是图形的东西，或嵌套太深",
                                "geometries hold something that is no shape, or are nested too deeply"),
                        new Text("请把图形集合拆成单个图形", "Split the collection into single shapes"));
            }
        }
    }

    private boolean features(JsonParser parser, JsonToken value) {
        if (value != JsonToken.START_ARRAY) {
            parser.skipChildren();
            return false;
        }
        for (JsonToken next = parser.nextToken(); next != JsonToken.END_ARRAY; next = parser.nextToken()) {
            budget.feature();
            if (next == JsonToken.START_OBJECT) {
                sink.take(object(parser, 1), crs);
            } else {
                parser.skipChildren();
                sink.take(new GeoJsonObject(), crs);
            }
        }
        return true;
    }

    /** {@code {"type": "name", "properties": {"name": "urn:…"}}} of GeoJSON before RFC 7946. */
    private void crs(JsonParser parser, JsonToken value, int depth) {
        if (depth > 0 || value != JsonToken.START_OBJECT) {
            if (depth == 0) {
                crs = value == JsonToken.VALUE_NULL ? "" : crs;
            }
            parser.skipChildren();
            return;
        }
        crs = "";
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            boolean properties = parser.currentName().equals("properties");
            JsonToken inner = parser.nextToken();
            if (properties && inner == JsonToken.START_OBJECT) {
                SortedMap<String, String> found = properties(parser, inner);
                String named = found.getOrDefault("name", found.get("code"));
                crs = named == null ? "" : named.matches("\\d{4,6}") ? "EPSG:" + named : named;
            } else {
                parser.skipChildren();
            }
        }
    }

    private static SortedMap<String, String> properties(JsonParser parser, JsonToken value) {
        if (value != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return NONE;
        }
        SortedMap<String, String> properties = new TreeMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = parser.currentName();
            JsonToken inner = parser.nextToken();
            if (inner.isScalarValue()) {
                if (inner != JsonToken.VALUE_NULL) {
                    properties.put(key, parser.getString());
                }
            } else {
                properties.put(key, json(parser));
            }
        }
        return properties.isEmpty() ? NONE : properties;
    }

    /** The structure at hand as compact JSON, numbers as written. */
    private static String json(JsonParser parser) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            out.copyCurrentStructureExact(parser);
        }
        return text.toString();
    }
}
