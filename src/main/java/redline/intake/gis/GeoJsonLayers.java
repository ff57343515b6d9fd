package redline.intake.gis;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import redline.intake.file.Feature;
import redline.intake.file.FileContents;
import redline.intake.file.LayerSums;
import redline.intake.file.Reading;
import redline.intake.file.Troubles;
import redline.quantity.Text;

/** The features of a GeoJSON file as layers: one named by the file, or by the property {@code layer} where every feature has it. */
final class GeoJsonLayers implements GeoJsonParser.Sink {
    private static final String LAYER = "layer";

    private final String name;
    private final Charset charset;
    private final Troubles troubles = new Troubles();
    private final List<Feature> features = new ArrayList<>();
    private final List<String> types = new ArrayList<>();
    private final Envelope extent = new Envelope();
    private boolean layered = true;
    private int documents;
    private int strangers;

    GeoJsonLayers(String name, Charset charset) {
        this.name = name;
        this.charset = charset;
    }

    int documents() {
        return documents;
    }

    int strangers() {
        return strangers;
    }

    /** @param object null where it was a collection, whose features came before */
    void document(GeoJsonObject object) {
        documents++;
        if (object != null) {
            take(object);
        }
    }

    /** A document in the file that is no GeoJSON. */
    void stranger() {
        documents++;
        strangers++;
    }

    @Override
    public void take(GeoJsonObject object) {
        String from = "feature " + (features.size() + 1) + (object.id == null ? "" : ", id " + object.id);
        Feature feature = feature("", from, object, troubles);
        if (feature.shape() != null) {
            extent.expandToInclude(feature.shape().getEnvelopeInternal());
        }
        layered &= feature.attributes().containsKey(LAYER);
        features.add(feature);
        types.add(object.shapeType());
    }

    /** The shape is null where there is none or it is malformed; the latter is a complaint. */
    static Feature feature(String layer, String from, GeoJsonObject object, Troubles troubles) {
        Geometry shape = null;
        try {
            if (object.type == null) {
                throw new GisFault(
                        new Text("缺 type，不是 GeoJSON 要素", "type is missing; this is no GeoJSON feature"),
                        new Text("请重新导出为 GeoJSON", "Export again as GeoJSON"));
            }
            shape = object.shape();
        } catch (GisFault fault) {
            troubles.add(from, fault.what(), fault.remedy());
        }
        if (object.closedRing) {
            troubles.add(
                    from,
                    new Text(
                            "轮廓的末点不是首点，已按首末相连读",
                            "The last position of a ring is not its first; read as if it were closed"),
                    new Text("请核对该轮廓是否画完", "Check whether the outline is complete"));
        }
        return new Feature(layer, from, shape, attributes(object));
    }

    private static SortedMap<String, String> attributes(GeoJsonObject object) {
        SortedMap<String, String> own = object.properties == null ? Collections.emptySortedMap() : object.properties;
        if (object.id == null || own.containsKey("id")) {
            return own;
        }
        SortedMap<String, String> with = new TreeMap<>(own);
        with.put("id", object.id);
        return with;
    }

    /** @param stated of the old {@code crs} member: null where there is none, empty where it names nothing */
    Reading reading(String stated, String collection) {
        boolean byProperty = layered && !features.isEmpty();
        Georeference place = place(stated);
        LayerSums sums = new LayerSums();
        Survey survey = new Survey(sums, troubles);
        List<Feature> named = new ArrayList<>(features.size());
        if (!byProperty) {
            sums.layer(base(name));
        }
        for (int i = 0; i < features.size(); i++) {
            Feature feature = features.get(i);
            String layer = byProperty ? feature.attributes().get(LAYER) : base(name);
            survey.add(layer, feature.from(), types.get(i), feature.shape(), place.surface());
            named.add(new Feature(layer, feature.from(), feature.shape(), feature.attributes()));
        }
        return new Reading(contents(place, sums, values(stated, collection, byProperty, place)), named, List.of());
    }

    private FileContents contents(Georeference place, LayerSums sums, List<FileContents.Value> values) {
        if (features.isEmpty()) {
            troubles.add(
                    "",
                    new Text("文件里没有要素", "There are no features in the file"),
                    new Text("请核对导出时的图层和范围", "Check the layer and the area of the export"));
        }
        if (strangers > 0) {
            troubles.add(
                    "",
                    new Text(
                            "有 " + strangers + " 段 JSON 不是 GeoJSON，没有读",
                            strangers + " JSON documents in the file are no GeoJSON and were not read"),
                    new Text("请只留 GeoJSON", "Keep only GeoJSON"));
        }
        remarkEncoding(charset, troubles);
        return new FileContents(
                name,
                documents > 1 ? "GeoJSON sequence" : "GeoJSON",
                null,
                charset.name(),
                place.code(),
                sums.layers(),
                values,
                troubles.all(),
                false);
    }

    static void remarkEncoding(Charset charset, Troubles troubles) {
        if (!charset.equals(StandardCharsets.UTF_8)) {
            troubles.add(
                    "",
                    new Text("文字不是 UTF-8，按 " + charset + " 读", "Texts are not UTF-8; read as " + charset),
                    new Text("有乱码的，请以 UTF-8 重新导出", "Where they are garbled, export again in UTF-8"));
        }
    }

    private List<FileContents.Value> values(String stated, String collection, boolean byProperty, Georeference place) {
        List<FileContents.Value> values = new ArrayList<>();
        values.add(new FileContents.Value("features", String.valueOf(features.size()), "features"));
        values.add(new FileContents.Value("layersBy", byProperty ? "property layer" : "file name", name));
        if (collection != null) {
            values.add(new FileContents.Value("name", collection, "name"));
        }
        if (stated != null && !stated.isEmpty()) {
            values.add(new FileContents.Value("statedCrs", stated, "crs"));
        }
        if (place.surface() instanceof Ellipsoid ellipsoid && !features.isEmpty()) {
            values.add(new FileContents.Value("ellipsoid", ellipsoid.name(), place.code()));
            Georeference.remarkDegrees(ellipsoid, troubles);
        }
        return values;
    }

    private Georeference place(String stated) {
        if (stated == null) {
            if (Crs.mayBeDegrees(extent)) {
                return Georeference.of("", Crs.WGS84, extent, troubles);
            }
            Georeference.askForCrs(
                    "",
                    new Text(
                            "GeoJSON 应是经纬度（RFC 7946），但坐标像是以米计，又没有写坐标系",
                            "GeoJSON is in degrees (RFC 7946), but the coordinates look like metres and no CRS is stated"),
                    troubles);
            return Georeference.of("", null, extent, troubles);
        }
        Crs crs = Crs.of(stated);
        if (crs == null) {
            Georeference.askForCrs(
                    "crs",
                    stated.isEmpty()
                            ? new Text("crs 没有写明坐标系", "crs names no CRS")
                            : new Text("认不出坐标系“" + stated + "”", "The CRS \"" + stated + "\" is not recognised"),
                    troubles);
        }
        return Georeference.of("crs", crs, extent, troubles);
    }

    /** A file's name without its extension. */
    static String base(String name) {
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? name : name.substring(0, dot);
    }
}
