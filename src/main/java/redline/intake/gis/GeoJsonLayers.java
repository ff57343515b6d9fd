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
import redline.intake.file.Wanted;
import redline.quantity.Text;

/**
 * The features of a GeoJSON file as layers: one named by the file, or by the property {@code layer} where every feature has it. Both that and
 * the surface under the shapes are known only at the end; features are named and measured as they come by how the first of them looks, and the
 * file is read again in the rare case that this was wrong.
 */
final class GeoJsonLayers implements GeoJsonParser.Sink {
    private static final String LAYER = "layer";

    private final String name;
    private final Charset charset;
    private final Wanted wanted;
    private final Troubles troubles = new Troubles();
    private final List<Feature> features = new ArrayList<>();
    private final Envelope extent = new Envelope();
    private final LayerSums plane = new LayerSums();
    private final LayerSums curved = new LayerSums();
    private final Troubles unsound = new Troubles();
    private final Survey onPlane = new Survey(plane, unsound);
    private final Survey onEllipsoid = new Survey(curved, null);
    private final boolean sure;
    private Guess guess;
    private Guess better;
    private boolean layered = true;
    private int count;
    private int documents;
    private int strangers;

    /** @param ellipsoid null where shapes are measured in the plane */
    record Guess(boolean byProperty, Ellipsoid ellipsoid) {}

    /** @param sure null where it is to be guessed */
    GeoJsonLayers(String name, Charset charset, Wanted wanted, Guess sure) {
        this.name = name;
        this.charset = charset;
        this.wanted = wanted;
        this.guess = sure;
        this.sure = sure != null;
    }

    /** How the file is to be read where this was not it. */
    Guess better() {
        return better;
    }

    int documents() {
        return documents;
    }

    int strangers() {
        return strangers;
    }

    /** @param object null where it was a collection, whose features came before */
    void document(GeoJsonObject object, String crs) {
        documents++;
        if (object != null) {
            take(object, crs);
        }
    }

    /** A document in the file that is no GeoJSON. */
    void stranger() {
        documents++;
        strangers++;
    }

    @Override
    public void take(GeoJsonObject object, String crs) {
        count++;
        String from = "feature " + count + (object.id == null ? "" : ", id " + object.id);
        Feature read = feature("", from, object, troubles);
        if (guess == null) {
            guess = new Guess(read.attributes().containsKey(LAYER), ellipsoid(crs));
        }
        layered &= read.attributes().containsKey(LAYER);
        if (read.shape() != null) {
            reach(read.shape().getEnvelopeInternal());
        }
        String layer = guess.byProperty ? read.attributes().get(LAYER) : base(name);
        if (layer != null) {
            measure(layer, from, object.shapeType(), read.shape());
            if (wanted.keeps(layer, read.attributes())) {
                features.add(new Feature(layer, from, read.shape(), read.attributes()));
            }
        }
    }

    private static Ellipsoid ellipsoid(String crs) {
        Crs stated = crs == null ? Crs.WGS84 : Crs.of(crs);
        return stated != null && stated.known() && stated.surface() instanceof Ellipsoid ellipsoid ? ellipsoid : null;
    }

    private void reach(Envelope shape) {
        extent.expandToInclude(shape);
        if (!sure && !Crs.mayBeDegrees(shape)) {
            guess = new Guess(guess.byProperty, null);
        }
    }

    /** On both surfaces, as long as the shapes may lie on either. */
    private void measure(String layer, String from, String type, Geometry shape) {
        onPlane.add(layer, from, type, shape, new Plane());
        if (guess.ellipsoid != null) {
            onEllipsoid.add(layer, from, type, shape, guess.ellipsoid);
        }
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

    /**
     * Null where the file is to be read again.
     *
     * @param stated of the old {@code crs} member: null where there is none, empty where it names nothing
     */
    Reading reading(String stated, String collection) {
        boolean byProperty = layered && count > 0;
        Georeference place = place(stated);
        Ellipsoid under = place.surface() instanceof Ellipsoid ellipsoid ? ellipsoid : null;
        boolean otherwise =
                guess != null && (byProperty != guess.byProperty || under != null && !under.equals(guess.ellipsoid));
        if (otherwise && !sure) {
            better = new Guess(byProperty, under);
            return null;
        }
        LayerSums sums = under == null ? plane : curved;
        if (!byProperty) {
            sums.layer(base(name));
        }
        troubles.addAll(unsound);
        return new Reading(
                contents(place, sums, values(stated, collection, byProperty, place)),
                features,
                List.of(),
                count > features.size());
    }

    private FileContents contents(Georeference place, LayerSums sums, List<FileContents.Value> values) {
        if (count == 0) {
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
        values.add(new FileContents.Value("features", String.valueOf(count), "features"));
        values.add(new FileContents.Value("layersBy", byProperty ? "property layer" : "file name", name));
        if (collection != null) {
            values.add(new FileContents.Value("name", collection, "name"));
        }
        if (stated != null && !stated.isEmpty()) {
            values.add(new FileContents.Value("statedCrs", stated, "crs"));
        }
        if (place.surface() instanceof Ellipsoid ellipsoid && count > 0) {
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
