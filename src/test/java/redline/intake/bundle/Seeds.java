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

    private static byte[] plan() {
        double e = 553600;
        double n = 3390000;
        return new DrawnPlan(6)
                .rectangle("用地红线", e, n, e + 100, n + 80)
                .polyline("道路红线", false, e - 50, n, e + 150, n)
                .rectangle("建筑轮廓", e + 10, n + 15, e + 40, n + 30)
                .text("文字", e + 20, n + 20, "1#楼")
                .text("文字", e + 20, n + 24, "11F/-1F")
                .text("文字", e + 20, n + 27, "H=33.60m")
                .polyline(
                        "建筑轮廓", false, e + 60, n + 15, e + 90, n + 15, e + 90, n + 30, e + 60, n + 30, e + 60, n + 15.1)
                .rectangle("集中绿地", e + 10, n + 50, e + 40, n + 70)
                .rectangle("地面车位", e + 60, n + 50, e + 62.5, n + 55)
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
