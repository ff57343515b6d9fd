package redline.intake.bundle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import redline.intake.Source;
import redline.intake.file.Upload;
import redline.intake.gis.Shapefiles;

/** Whole files of every format that is read: those of the repository, a scheme in each format, a plan, a shapefile. */
final class Seeds {
    /** Notes, licence texts and expected facts beside the files. */
    private static final Set<String> NO_SEEDS = Set.of("md", "txt", "properties");

    private final List<Seed> seeds = new ArrayList<>();

    /** @param beside files of the same base name, by extension */
    record Seed(String name, byte[] bytes, Map<String, byte[]> beside) {}

    private Seeds() {}

    static List<Seed> all(Path scratch) throws IOException {
        Seeds seeds = new Seeds();
        seeds.folder(Path.of("test-cases", "intake-files"));
        seeds.folder(Path.of("docs", "examples"));
        seeds.folder(Path.of("templates", "upload"));
        seeds.scheme(Path.of("docs", "examples", "complete.yaml"));
        seeds.scheme(Path.of("test-cases", "schemes", "story-wuzhen", "round-1.yaml"));
        seeds.add("plan.dxf", plan());
        seeds.shapefile(scratch);
        return List.copyOf(seeds.seeds);
    }

    private void add(String name, byte[] bytes) {
        seeds.add(new Seed(name, bytes, Map.of()));
    }

    private void folder(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(Files::isRegularFile)
                    .filter(file -> !NO_SEEDS.contains(Upload.extension(file.toString())))
                    .filter(file -> !file.getFileName().toString().contains("facts"))
                    .sorted()
                    .forEach(file -> {
                        try {
                            add(file.getFileName().toString(), Files.readAllBytes(file));
                        } catch (IOException unreadable) {
                            throw new UncheckedIOException(unreadable);
                        }
                    });
        }
    }

    private void scheme(Path file) throws IOException {
        SchemeFiles files = SchemeFiles.of(new Source(file.getFileName().toString(), Files.readAllBytes(file)));
        add("scheme.json", files.json());
        add("scheme.csv", files.csv());
        add("scheme.dxf", files.dxf());
        add("scheme.xlsx", files.xlsx());
        if (files.located()) {
            add("scheme.geojson", files.geoJson(new ArrayList<>()));
            add("scheme.gpkg", files.geoPackage());
        }
        add("scheme.city.json", files.cityJson());
    }

    /** With an outline that does not close and a parking space. */
    private static byte[] plan() {
        double e = SamplePlan.E + 60;
        double n = SamplePlan.N;
        return SamplePlan.withFirstBuildingOn("建筑轮廓")
                .polyline("建筑轮廓", false, e, n + 35, e + 30, n + 35, e + 30, n + 45, e, n + 45, e, n + 35.1)
                .rectangle("地面车位", e, n + 50, e + 2.5, n + 55)
                .bytes();
    }

    private void shapefile(Path scratch) throws IOException {
        double[] outline = {0, 0, 0, 10, 10, 10, 10, 0, 0, 0};
        double[] hole = {4, 4, 6, 4, 6, 6, 4, 6, 4, 4};
        byte[] shp = Shapefiles.shp(15, Shapefiles.polygon(15, outline, hole), new byte[4]);
        byte[] dbf = Shapefiles.dbf(77, Charset.forName("GBK"), List.of("用地红线", "*乙"));
        byte[] prj = "PROJCS[\"CGCS2000_3_Degree_GK_CM_120E\"]".getBytes(StandardCharsets.US_ASCII);
        seeds.add(new Seed("parts.shp", shp, Map.of("dbf", dbf, "prj", prj)));
        seeds.add(new Seed("table.dbf", dbf, Map.of()));
        Path zip = Shapefiles.zip(
                scratch.resolve("parts.zip"), new TreeMap<>(Map.of("a.shp", shp, "a.dbf", dbf, "a.prj", prj)));
        add("parts.zip", Files.readAllBytes(zip));
        Files.delete(zip);
    }
}
