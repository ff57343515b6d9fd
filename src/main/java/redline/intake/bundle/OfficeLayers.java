package redline.intake.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;
import redline.intake.Complaint;
import redline.intake.file.Feature;
import redline.intake.file.FileContents;
import redline.intake.file.Reading;
import redline.intake.file.Upload;
import redline.intake.file.UploadTemplates;
import redline.intake.read.FileReader;

/**
 * The office's own layers of control lines ({@code data/layers/*.gpkg}), read once and indexed. They join a scheme that a reviewer checks;
 * a public self-check never has them.
 */
public final class OfficeLayers {
    private final List<Reading> files = new ArrayList<>();
    private final Map<String, Placed> byCrs = new HashMap<>();
    private final LayerTable meanings = LayerTable.of(UploadTemplates.text("cad-layers.csv"));

    private record Line(String file, Feature feature, Meaning meaning) {}

    /** The lines in one coordinate system, and what could not be brought into it. */
    private record Placed(STRtree index, List<Complaint> complaints) {}

    private OfficeLayers() {}

    /** @throws IOException where the folder or a file in it cannot be read */
    public static OfficeLayers of(Path folder) throws IOException {
        OfficeLayers layers = new OfficeLayers();
        List<Path> files;
        try (Stream<Path> inside = Files.list(folder)) {
            files = inside.filter(file ->
                            Upload.extension(file.getFileName().toString()).equals("gpkg"))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            layers.files.add(FileReader.read(Upload.of(file)));
        }
        return layers;
    }

    private synchronized Placed in(String crs) {
        return byCrs.computeIfAbsent(String.valueOf(crs), first -> {
            Placed placed = new Placed(new STRtree(), new ArrayList<>());
            files.forEach(file -> take(file, crs, placed));
            placed.index().build();
            return placed;
        });
    }

    private void take(Reading reading, String crs, Placed placed) {
        FileContents contents = reading.contents();
        if (contents.refused()) {
            contents.complaints()
                    .forEach(trouble -> placed.complaints()
                            .add(new Complaint(contents.file(), 0, trouble.where(), trouble.what(), trouble.remedy())));
            return;
        }
        List<Complaint> told = new ArrayList<>();
        for (Feature feature : new Placing(contents, crs, told, placed.complaints()).of(reading.features())) {
            Meaning meaning = meanings.meaning(feature.layer());
            if (meaning.kind() == Meaning.Kind.CONTROL_LINE
                    && feature.shape() != null
                    && feature.shape().getDimension() > 0) {
                placed.index()
                        .insert(feature.shape().getEnvelopeInternal(), new Line(contents.file(), feature, meaning));
            }
        }
    }

    /** What could not be read, or not be brought into the coordinate system of a scheme. */
    List<Complaint> complaints(String crs) {
        return in(crs).complaints();
    }

    /** Puts the lines within reach of the site into the scheme, each with the file and the row it stands in. */
    void join(Assembly assembly, String crs, Geometry site, double reach, FieldTable fields) {
        var around = site.getEnvelopeInternal();
        around.expandBy(reach);
        List<Line> near = new ArrayList<>();
        for (Object found : in(crs).index().query(around)) {
            near.add((Line) found);
        }
        near.sort(Comparator.comparing(Line::file)
                .thenComparing(line -> line.feature().from()));
        assembly.top().list("controlLines");
        for (Line line : near) {
            if (line.feature().shape().distance(site) <= reach) {
                Origin origin = new Origin(line.file(), line.feature().from());
                String id = "局 " + line.feature().from().replaceAll("[/?|\\[\\]\\p{Cntrl}]", " ");
                Assembly.Element made =
                        assembly.top().in("controlLines", id.length() > 60 ? id.substring(0, 60) : id, origin);
                if (!line.meaning().detail().isEmpty()) {
                    made.put("kind", line.meaning().detail(), origin);
                }
                made.put("geometry", line.feature().shape(), origin);
                fields.put(Meaning.Kind.CONTROL_LINE, line.feature(), made, origin);
            }
        }
    }
}
