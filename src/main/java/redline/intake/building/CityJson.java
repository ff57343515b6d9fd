package redline.intake.building;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import redline.intake.file.FileContents;
import redline.intake.file.Reading;
import redline.intake.file.Troubles;
import redline.intake.file.Upload;
import redline.intake.gis.Crs;
import redline.quantity.Text;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * CityJSON 1.0 to 2.0, and CityJSONSeq: a header object, then one feature after another with vertices of its own. The JSON is read token by
 * token; only what is needed of it is kept.
 */
public final class CityJson {
    private static final Set<String> VERSIONS = Set.of("1.0", "1.1", "2.0");

    private final Troubles troubles = new Troubles();
    private final CityModel model = new CityModel(troubles);
    private String version;
    private Vertices vertices = new Vertices();
    private double[] scale;
    private double[] translate;
    private Vertices templateVertices = new Vertices();
    private final List<JsonGeometry> templates = new ArrayList<>();
    private Map<String, JsonObject> objects = new LinkedHashMap<>();
    private long allVertices;
    private int sequence;

    private CityJson() {}

    /** Whether a JSON file says at its top that it is CityJSON; its keys may stand in any order. */
    public static boolean recognises(Upload upload) throws IOException {
        try (InputStream in = upload.open();
                JsonParser parser = JsonWalk.JSON.createParser(in)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String key = parser.currentName();
                JsonToken value = parser.nextToken();
                if (key.equals("type")) {
                    return value == JsonToken.VALUE_STRING
                            && (parser.getString().equals("CityJSON")
                                    || parser.getString().equals("CityJSONFeature"));
                }
                if (key.equals("CityObjects")) {
                    return true;
                }
                parser.skipChildren();
            }
            return false;
        } catch (JacksonException damaged) {
            return false;
        }
    }

    /**
     * Never throws for bad contents.
     *
     * @throws IOException where the file cannot be read at all
     */
    public static Reading read(Upload upload) throws IOException {
        return new CityJson().of(upload);
    }

    private Reading of(Upload upload) throws IOException {
        boolean cut = false;
        try (InputStream in = upload.open();
                JsonParser parser = JsonWalk.JSON.createParser(in)) {
            while (parser.nextToken() != null) {
                root(parser);
                sequence++;
                settle();
            }
        } catch (JacksonException damaged) {
            FileContents.Trouble trouble = damaged(damaged);
            if (sequence < 2) {
                return Reading.refused(FileContents.refused(upload.name(), "CityJSON", version, trouble));
            }
            cut = true;
            troubles.add(trouble.where(), trouble.what(), trouble.remedy());
        }
        if (version == null || !VERSIONS.contains(version)) {
            troubles.add(
                    "version",
                    version == null
                            ? new Text("没有写明 CityJSON 版本", "The CityJSON version is not stated")
                            : new Text(
                                    "CityJSON 版本 " + Troubles.shortened(version) + " 不认识，按 2.0 读",
                                    "CityJSON version " + Troubles.shortened(version) + " is not known; read as 2.0"),
                    CityWords.VERSION);
        }
        model.value("vertices", String.valueOf(allVertices), "vertices");
        if (sequence > 1 || cut) {
            model.value("features", String.valueOf(sequence - 1), "CityJSONFeature");
        }
        return model.reading(upload.name(), sequence > 1 ? "CityJSONSeq" : "CityJSON", version, "UTF-8");
    }

    private static FileContents.Trouble damaged(JacksonException damaged) {
        var place = damaged.getLocation();
        String where = place == null || place.getLineNr() < 1
                ? ""
                : "line " + place.getLineNr() + ", column " + place.getColumnNr();
        return new FileContents.Trouble(
                where,
                new Text("从这里起不是完整的 JSON，其后没有读", "From here on this is not complete JSON; what follows is not read"),
                CityWords.COMPLETE);
    }

    private void root(JsonParser parser) {
        vertices = new Vertices();
        objects = new LinkedHashMap<>();
        JsonWalk.entries(parser, this::entry);
    }

    private void entry(String key, JsonParser parser) {
        switch (key) {
            case "version" -> version = sequence == 0 ? JsonWalk.scalar(parser) : version;
            case "vertices" -> vertices.read(parser);
            case "transform" -> JsonWalk.entries(parser, this::transform);
            case "metadata" -> JsonWalk.entries(parser, this::metadata);
            case "CityObjects" -> JsonWalk.entries(parser, this::cityObject);
            case "geometry-templates" -> JsonWalk.entries(parser, this::templates);
            default -> parser.skipChildren();
        }
    }

    private void transform(String key, JsonParser parser) {
        double[] numbers = Vertices.numbers(parser);
        if (key.equals("scale")) {
            scale = numbers;
        } else if (key.equals("translate")) {
            translate = numbers;
        }
    }

    private void metadata(String key, JsonParser parser) {
        if (key.equals("referenceSystem")) {
            String written = JsonWalk.scalar(parser);
            String epsg = Crs.named(written);
            if (written != null) {
                model.value("referenceSystem", written, "metadata.referenceSystem");
                model.crs(epsg == null ? model.crs() : epsg);
            }
        } else if (key.equals("geographicalExtent") && sequence == 0) {
            double[] said = Vertices.numbers(parser);
            if (said.length == 6) {
                model.envelope(said, "metadata.geographicalExtent");
            }
        } else {
            parser.skipChildren();
        }
    }

    private void templates(String key, JsonParser parser) {
        if (key.equals("templates")) {
            JsonWalk.items(parser, () -> templates.add(JsonGeometry.read(parser)));
        } else if (key.equals("vertices-templates")) {
            templateVertices = new Vertices();
            templateVertices.read(parser);
        } else {
            parser.skipChildren();
        }
    }

    private void cityObject(String id, JsonParser parser) {
        JsonObject object = JsonObject.read(id, parser);
        if (objects.putIfAbsent(id, object) != null) {
            troubles.add(
                    object.from(),
                    new Text("这个编号出现两次，只取前一个", "This id stands twice; the former is taken"),
                    CityWords.MEND_TREE);
        }
    }

    /** What one root object held becomes part of the model. */
    private void settle() {
        allVertices += vertices.count();
        if (scale != null && translate != null && scale.length == 3 && translate.length == 3) {
            vertices.transform(scale, translate);
        } else if (scale != null || translate != null) {
            troubles.add(
                    "transform",
                    new Text(
                            "transform 不是两组三个数，顶点按原样读",
                            "The transform is not twice three numbers; vertices are read as they stand"),
                    CityWords.MEND_INDEX);
        }
        JsonBodies bodies = new JsonBodies(vertices, templateVertices, templates, troubles);
        Families families = new Families(objects, troubles);
        for (JsonObject object : objects.values()) {
            if (object.type.startsWith("+")) {
                troubles.add(
                        object.from(),
                        new Text(
                                "扩展类型 " + Troubles.shortened(object.type) + " 只计数，不作为建筑",
                                "Extension type " + Troubles.shortened(object.type)
                                        + " is counted, not taken as a building"),
                        CityWords.EXTENSION);
            }
            if (object.type.equals("Building") || families.orphan(object)) {
                List<Part> parts = families.partsOf(object).stream()
                        .map(part -> part(part, bodies))
                        .toList();
                model.building(part(object, bodies), parts);
            } else if (object.attributes.containsKey(CityJsonWriter.KEPT)) {
                model.kept(object.from(), object.attributes.get(CityJsonWriter.KEPT));
            } else if (!object.type.equals("BuildingPart")) {
                model.other(part(object, bodies));
            }
        }
    }

    private static Part part(JsonObject object, JsonBodies bodies) {
        return new Part(object.type, object.id, object.from(), object.attributes, bodies.of(object));
    }
}
