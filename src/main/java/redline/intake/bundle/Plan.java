package redline.intake.bundle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;
import redline.intake.file.Feature;
import redline.intake.file.FileContents;
import redline.quantity.Text;

/** Features of one file, in m of the project's coordinate system, by what their layers mean; and what is to be told of them. */
final class Plan {
    /** Formats that hold buildings as bodies rather than as outlines. */
    private static final List<String> MODELS = List.of("CityJSON", "CityGML", "IFC");

    private final String file;
    private final DrawingSettings settings;
    private final FieldTable fields;
    private final Function<String, Meaning> meanings;
    private final List<FileContents.Trouble> remarks = new ArrayList<>();
    private final List<FileContents.Trouble> complaints = new ArrayList<>();
    private final List<Feature> models = new ArrayList<>();
    private final Map<Meaning.Kind, Map<String, List<Feature>>> byKind = new TreeMap<>();
    private final STRtree labels = new STRtree();

    /** @param order in the file */
    private record Label(int order, Feature feature) {}

    /** A value read from a label. */
    record Labelled(String value, Origin origin) {}

    Plan(
            FileContents file,
            List<Feature> features,
            DrawingSettings settings,
            FieldTable fields,
            Function<String, Meaning> meanings) {
        this.file = file.file();
        boolean model = MODELS.stream().anyMatch(file.format()::startsWith);
        this.settings = settings;
        this.fields = fields;
        this.meanings = meanings;
        int order = 0;
        for (Feature feature : features) {
            Meaning.Kind kind = meaning(feature).kind();
            if (model && kind == Meaning.Kind.BUILDING) {
                models.add(feature);
            } else if (feature.shape() instanceof Point place
                    && feature.attributes().containsKey("text")) {
                if (kind != Meaning.Kind.TERRAIN && !place.isEmpty()) {
                    labels.insert(place.getEnvelopeInternal(), new Label(order++, feature));
                }
            } else if (feature.shape() != null && !feature.shape().isEmpty()) {
                byKind.computeIfAbsent(kind, all -> new LinkedHashMap<>())
                        .computeIfAbsent(feature.layer(), layer -> new ArrayList<>())
                        .add(feature);
            }
        }
    }

    DrawingSettings settings() {
        return settings;
    }

    FieldTable fields() {
        return fields;
    }

    Meaning meaning(Feature feature) {
        return meanings.apply(feature.layer());
    }

    /** Told, and not in the way of a verdict. */
    List<FileContents.Trouble> remarks() {
        return remarks;
    }

    /** In the way of a verdict. */
    List<FileContents.Trouble> complaints() {
        return complaints;
    }

    void remark(String where, String zh, String en, String remedyZh, String remedyEn) {
        remarks.add(new FileContents.Trouble(where, new Text(zh, en), new Text(remedyZh, remedyEn)));
    }

    void complain(String where, String zh, String en, String remedyZh, String remedyEn) {
        complaints.add(new FileContents.Trouble(where, new Text(zh, en), new Text(remedyZh, remedyEn)));
    }

    Origin origin(String place) {
        return new Origin(file, place);
    }

    Origin origin(Feature feature) {
        return origin(feature.layer() + " / " + feature.from());
    }

    /** Buildings of a city or building model, also those without a shape. */
    List<Feature> models() {
        return models;
    }

    /** By layer, as they stand in the file. */
    Map<String, List<Feature>> layers(Meaning.Kind kind) {
        return byKind.getOrDefault(kind, Map.of());
    }

    /** All of a kind, layer by layer. */
    List<Feature> features(Meaning.Kind kind) {
        return layers(kind).values().stream().flatMap(List::stream).toList();
    }

    /** Closed outlines of a kind, from west to east. */
    List<Rings.Ring> outlines(Meaning.Kind kind) {
        List<Rings.Ring> all = new ArrayList<>();
        layers(kind).forEach((layer, features) -> all.addAll(rings(layer, features)));
        all.sort(Comparator.comparingDouble(
                ring -> ring.shape().getEnvelopeInternal().getMinX()));
        return all;
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

    /** From the labels inside, those of smaller outlines inside included; the first in the file that the reader understands. */
    Optional<Labelled> label(Polygon outline, Function<String, Optional<String>> reader) {
        List<Label> near = new ArrayList<>();
        for (Object label : labels.query(outline.getEnvelopeInternal())) {
            near.add((Label) label);
        }
        near.sort(Comparator.comparingInt(Label::order));
        for (Label label : near) {
            Feature feature = label.feature();
            Optional<String> value = reader.apply(feature.attributes().get("text"));
            if (value.isPresent() && outline.contains(feature.shape())) {
                return Optional.of(new Labelled(value.get(), origin(feature)));
            }
        }
        return Optional.empty();
    }
}
