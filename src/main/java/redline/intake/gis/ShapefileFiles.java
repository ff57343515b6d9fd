package redline.intake.gis;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import redline.intake.file.Feature;
import redline.intake.file.FileContents;
import redline.intake.file.Reading;
import redline.intake.file.Unpacked;
import redline.intake.file.Upload;
import redline.quantity.Text;

/** The files that make a shapefile, alone, together or in a zip. */
public final class ShapefileFiles {
    /** Parts that say nothing by themselves. */
    private static final Set<String> SIDE = Set.of("shx", "prj", "qpj", "cpg", "sbn", "sbx", "qix", "fix", "qmd");

    private ShapefileFiles() {}

    /**
     * @param start the file's first bytes, each as one character
     * @return null where the file is no part of a shapefile
     * @throws IOException where the file cannot be read at all
     */
    static Reading read(Upload upload, String start) throws IOException {
        String extension = upload.extension();
        if (SIDE.contains(extension)) {
            return side(upload);
        }
        if (start.startsWith("\0\0\u0027\n")) {
            return ShapefileReader.read(upload);
        }
        if (extension.equals("dbf")) {
            return upload.beside("shp").isPresent() ? side(upload) : ShapefileReader.readTable(upload);
        }
        return null;
    }

    /** Read with its .shp, where that is at hand; alone it cannot be used. */
    private static Reading side(Upload upload) {
        String format = "Shapefile ." + upload.extension();
        if (upload.beside("shp").isPresent()) {
            return new Reading(
                    new FileContents(upload.name(), format, null, null, null, List.of(), List.of(), List.of(), false),
                    List.of(),
                    List.of());
        }
        return Reading.refused(FileContents.refused(
                upload.name(),
                format,
                null,
                new Text(
                        "这是 shapefile 的一部分，缺同名的 .shp，单独不能用",
                        "This is part of a shapefile; it is of no use without the .shp of the same name"),
                new Text(
                        "请把 .shp、.shx、.dbf、.prj、.cpg 放在一个 zip 里上传",
                        "Upload .shp, .shx, .dbf, .prj and .cpg in one zip")));
    }

    /**
     * A zip with one or several shapefiles, each a layer.
     *
     * @return null where the zip is a document of an office program
     * @throws IOException where the file cannot be read at all
     */
    public static Reading readZip(Upload upload) throws IOException {
        try (Unpacked unpacked = Unpacked.of(upload)) {
            if (unpacked.refusal() != null) {
                return Reading.refused(FileContents.refused(upload.name(), "ZIP", null, unpacked.refusal()));
            }
            if (unpacked.files().stream().anyMatch(file -> file.name().equals("[Content_Types].xml"))) {
                return null;
            }
            List<Reading> readings = new ArrayList<>();
            List<String> others = new ArrayList<>();
            for (Upload file : unpacked.files()) {
                if (file.extension().equals("shp")) {
                    readings.add(ShapefileReader.read(file));
                } else if (file.beside("shp").isEmpty()) {
                    others.add(file.name());
                }
            }
            return readings.isEmpty() ? none(upload) : together(upload, readings, others);
        }
    }

    private static Reading none(Upload upload) {
        return Reading.refused(FileContents.refused(
                upload.name(),
                "ZIP",
                null,
                new Text("压缩包里没有 .shp", "There is no .shp in the zip"),
                new Text(
                        "shapefile 请连同 .shp、.shx、.dbf、.prj、.cpg 一起压缩；别的文件请解开后上传",
                        "Zip a shapefile with its .shp, .shx, .dbf, .prj and .cpg; upload other files unzipped")));
    }

    private static Reading together(Upload upload, List<Reading> readings, List<String> others) {
        List<FileContents.Layer> layers = new ArrayList<>();
        List<FileContents.Value> values = new ArrayList<>();
        List<FileContents.Trouble> complaints = new ArrayList<>();
        List<Feature> features = new ArrayList<>();
        Set<String> crs = new HashSet<>();
        Set<String> encodings = new HashSet<>();
        boolean refused = true;
        for (Reading reading : readings) {
            FileContents one = reading.contents();
            String prefix = readings.size() == 1 ? "" : one.file() + " ";
            layers.addAll(one.layers());
            features.addAll(reading.features());
            one.values()
                    .forEach(value -> values.add(new FileContents.Value(
                            readings.size() == 1 ? value.path() : one.file() + "/" + value.path(),
                            value.value(),
                            value.from())));
            one.complaints()
                    .forEach(trouble -> complaints.add(new FileContents.Trouble(
                            (prefix + trouble.where()).strip(), trouble.what(), trouble.remedy())));
            if (one.layers().stream().anyMatch(layer -> layer.extent() != null)) {
                crs.add(one.crs() == null ? "" : one.crs());
            }
            encodings.add(one.encoding() == null ? "" : one.encoding());
            refused &= one.refused();
        }
        if (!others.isEmpty()) {
            complaints.add(new FileContents.Trouble(
                    "",
                    new Text("压缩包里还有别的文件，没有读：" + some(others), "Other files in the zip were not read: " + some(others)),
                    new Text("要用的请解开后上传", "Unzip and upload those that you need")));
        }
        FileContents contents = new FileContents(
                upload.name(),
                "Shapefile (ZIP)",
                null,
                single(encodings),
                single(crs),
                layers,
                values,
                complaints,
                refused);
        return new Reading(contents, features, List.of());
    }

    private static String some(List<String> names) {
        return String.join(", ", names.subList(0, Math.min(10, names.size()))) + (names.size() > 10 ? " …" : "");
    }

    private static String single(Set<String> values) {
        String one = values.size() == 1 ? values.iterator().next() : "";
        return one.isEmpty() ? null : one;
    }
}
