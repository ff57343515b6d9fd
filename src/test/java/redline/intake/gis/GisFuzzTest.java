package redline.intake.gis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redline.intake.file.Reading;
import redline.intake.file.Upload;
import redline.intake.read.FileReader;

/** Damaged files end in a reading, never in an exception and never late. */
class GisFuzzTest {
    private static final double[] OUTLINE = {0, 0, 0, 10, 10, 10, 10, 0, 0, 0};
    private static final double[] HOLE = {4, 4, 6, 4, 6, 6, 4, 6, 4, 4};

    @TempDir
    private Path folder;

    private Map<String, byte[]> seeds() throws IOException {
        Path files = Path.of("test-cases", "intake-files");
        Map<String, byte[]> seeds = new LinkedHashMap<>();
        seeds.put(
                "a.geojson",
                ("{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"EPSG:4549\"}},\"features\":["
                                + "{\"type\":\"Feature\",\"id\":1,\"properties\":{\"a\":1.5,\"b\":{\"c\":[1,2]},\"名\":\"用地\"},\"geometry\":"
                                + "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[4,0],[4,3],[0,0]],[[1,1],[2,1],[2,1.5],[1,1]]]}},"
                                + "{\"type\":\"Feature\",\"properties\":null,\"geometry\":{\"type\":\"GeometryCollection\",\"geometries\":["
                                + "{\"type\":\"Point\",\"coordinates\":[1,2]}]}}]}")
                        .getBytes(StandardCharsets.UTF_8));
        seeds.put(
                "b.json",
                "{\"data\":{\"boundary\":{\"site\":{\"type\":\"Feature\",\"geometry\":{\"type\":\"MultiPolygon\",\"coordinates\":[[[[0,51],[1,51],[1,52],[0,51]]]]}},\"area\":{\"hectares\":1.5,\"squareMetres\":15000}}}}"
                        .getBytes(StandardCharsets.UTF_8));
        seeds.put("c.json", Files.readAllBytes(files.resolve("polygons-hard/touching-holes.json")));
        seeds.put("d.gpkg", Files.readAllBytes(files.resolve("gpkg/empty.gpkg")));
        seeds.put("e.gpkg", Files.readAllBytes(files.resolve("gpkg/gpkg-test-5208.gpkg")));
        seeds.put("f.shp", Shapefiles.shp(15, Shapefiles.polygon(15, OUTLINE, HOLE), new byte[4]));
        seeds.put("g.dbf", Shapefiles.dbf(77, Charset.forName("GBK"), List.of("用地红线", "*乙")));
        seeds.put(
                "h.zip",
                Files.readAllBytes(Shapefiles.zip(
                        folder.resolve("seed.zip"),
                        new TreeMap<>(Map.of(
                                "a.shp",
                                seeds.get("f.shp"),
                                "a.dbf",
                                seeds.get("g.dbf"),
                                "a.prj",
                                "GEOGCS[\"a\"]".getBytes(StandardCharsets.US_ASCII))))));
        return seeds;
    }

    @Test
    void damaged_files_end_in_a_reading() throws IOException {
        Random random = new Random(20261126);
        for (Map.Entry<String, byte[]> seed : seeds().entrySet()) {
            int rounds = seed.getKey().endsWith("gpkg") ? 25 : 60;
            for (int i = 0; i < rounds; i++) {
                byte[] damaged = damaged(seed.getValue(), random);
                Path file = Files.write(folder.resolve(seed.getKey()), damaged);
                Upload upload = new Upload(seed.getKey(), file, beside(seed.getKey(), damaged));
                Reading reading = assertTimeoutPreemptively(Duration.ofSeconds(10), () -> FileReader.read(upload));
                assertThat(reading.contents()).isNotNull();
                assertThat(reading.contents().refused()
                                && reading.contents().complaints().isEmpty())
                        .isFalse();
            }
        }
    }

    /** The .dbf of the fuzzed .shp is damaged as well. */
    private Map<String, Path> beside(String name, byte[] damaged) throws IOException {
        if (!name.equals("f.shp")) {
            return Map.of();
        }
        byte[] table = Shapefiles.dbf(damaged[damaged.length / 2] & 0xff, Charset.forName("GBK"), List.of("甲"));
        table[8 + (damaged[0] & 3)] ^= damaged[damaged.length - 1];
        return Map.of("dbf", Files.write(folder.resolve("f.dbf"), table));
    }

    private static byte[] damaged(byte[] seed, Random random) {
        byte[] bytes = seed.clone();
        for (int i = random.nextInt(8); i >= 0; i--) {
            int at = random.nextInt(Math.min(bytes.length, random.nextBoolean() ? 200 : bytes.length));
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 2 -> bytes[at] = (byte) "[]{}\",:0-1eE.".charAt(random.nextInt(13));
                default -> bytes = random.nextInt(4) == 0 ? java.util.Arrays.copyOf(bytes, Math.max(1, at)) : bytes;
            }
        }
        return bytes;
    }
}
