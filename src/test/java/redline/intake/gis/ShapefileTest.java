package redline.intake.gis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import redline.intake.file.FileContents;
import redline.intake.file.Reading;
import redline.intake.file.Unpacked;
import redline.intake.file.Upload;
import redline.intake.read.FileReader;

class ShapefileTest {
    private static final Charset GBK = Charset.forName("GBK");
    /** Clockwise, 10 by 10. */
    private static final double[] OUTLINE = {0, 0, 0, 10, 10, 10, 10, 0, 0, 0};
    /** Anticlockwise, 2 by 2. */
    private static final double[] HOLE = {4, 4, 6, 4, 6, 6, 4, 6, 4, 4};
    /** Clockwise, shares an edge with the outline. */
    private static final double[] BESIDE = {10, 0, 10, 10, 15, 10, 15, 0, 10, 0};

    private static final double[] WALL = {0, 0, 10, 0, 0, 0, 0, 0};

    @TempDir
    private Path folder;

    private Reading read(Map<String, byte[]> files) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
        return FileReader.read(Shapefiles.upload(folder.resolve("a.shp")));
    }

    private FileContents shape(int type, double[]... rings) throws IOException {
        return read(Map.of("a.shp", Shapefiles.shp(type, Shapefiles.polygon(type, rings))))
                .contents();
    }

    private static double[] reversed(double[] ring) {
        double[] reversed = new double[ring.length];
        for (int i = 0; i < ring.length; i += 2) {
            reversed[i] = ring[ring.length - 2 - i];
            reversed[i + 1] = ring[ring.length - 1 - i];
        }
        return reversed;
    }

    @Test
    void a_ring_of_the_other_sense_inside_is_a_hole() throws IOException {
        assertThat(shape(5, OUTLINE, HOLE).layers().get(0).area()).isEqualTo(96);
        assertThat(shape(5, reversed(OUTLINE), reversed(HOLE)).layers().get(0).area())
                .isEqualTo(96);
        assertThat(shape(5, HOLE, OUTLINE).layers().get(0).area()).isEqualTo(96);
    }

    @Test
    void facets_side_by_side_are_one_footprint_and_walls_none_of_it() throws IOException {
        FileContents found = shape(15, OUTLINE, WALL, BESIDE, reversed(HOLE));

        assertThat(found.layers().get(0).area()).isCloseTo(150, within(1e-9));
        assertThat(found.layers().get(0).polygons()).isEqualTo(1);
        assertThat(found.layers().get(0).entities()).isEqualTo(Map.of("PolygonZ", 1));
        assertThat(said(found)).anyMatch(what -> what.contains("3 个并列的环"));
    }

    @Test
    void a_null_shape_and_an_empty_layer_are_no_faults() throws IOException {
        FileContents one = read(Map.of("a.shp", Shapefiles.shp(5, new byte[4]))).contents();
        assertThat(one.layers().get(0).entities()).isEqualTo(Map.of("NULL", 1));

        FileContents none = read(Map.of("a.shp", Shapefiles.shp(5), "a.dbf", Shapefiles.dbf(0, GBK, List.of())))
                .contents();
        assertThat(none.layers().get(0).entities()).isEmpty();
        assertThat(none.complaints()).isEmpty();
    }

    @Test
    void a_multipatch_is_answered() throws IOException {
        byte[] patch = Arrays.copyOf(new byte[] {31}, 60);
        FileContents found = read(Map.of("a.shp", Shapefiles.shp(31, patch))).contents();

        assertThat(found.layers().get(0).entities()).isEqualTo(Map.of("MultiPatch", 1));
        assertThat(said(found)).anyMatch(what -> what.contains("MultiPatch"));
    }

    @ParameterizedTest
    @CsvSource({
        "GBK, GBK, 0, GB18030, .cpg GBK",
        "936, GBK, 0, GB18030, .cpg 936",
        "UTF-8, UTF-8, 77, UTF-8, .cpg UTF-8",
        "'', GBK, 77, GB18030, LDID 0x4D",
        "'', UTF-8, 0, UTF-8, guess",
        "'', UTF-8, 87, UTF-8, guess",
        "'', GBK, 87, GB18030, guess",
        "latin1, ISO-8859-1, 0, ISO-8859-1, .cpg latin1",
        "'', ISO-8859-1, 0, windows-1252, guess"
    })
    void the_encoding_is_taken_from_where_it_stands_and_said(
            String cpg, String charset, int language, String read, String from) throws IOException {
        String name = charset.startsWith("ISO") ? "chaussée" : "用地红线";
        Map<String, byte[]> files = new TreeMap<>();
        files.put("a.shp", Shapefiles.shp(5, Shapefiles.polygon(5, OUTLINE)));
        files.put("a.dbf", Shapefiles.dbf(language, Charset.forName(charset), List.of(name)));
        if (!cpg.isEmpty()) {
            files.put("a.cpg", cpg.getBytes(StandardCharsets.US_ASCII));
        }
        Reading reading = read(files);

        assertThat(reading.features().get(0).attributes()).isEqualTo(Map.of("NAME", name));
        assertThat(reading.contents().encoding()).isEqualTo(read);
        assertThat(reading.contents().values()).contains(new FileContents.Value("encoding", read, from));
        assertThat(said(reading.contents()).contains("没有写明文字编码，按 " + read + " 读"))
                .isEqualTo(from.equals("guess"));
    }

    @Test
    void deleted_rows_fall_away_with_their_shapes() throws IOException {
        Reading reading = read(Map.of(
                "a.shp", Shapefiles.shp(5, Shapefiles.polygon(5, OUTLINE), Shapefiles.polygon(5, BESIDE)),
                "a.dbf", Shapefiles.dbf(77, GBK, List.of("甲", "*乙"))));

        assertThat(reading.contents().layers().get(0).area()).isEqualTo(100);
        assertThat(said(reading.contents())).contains("有 1 行标为已删除，没有读");
    }

    @Test
    void records_and_rows_must_agree() throws IOException {
        Reading reading = read(Map.of(
                "a.shp",
                Shapefiles.shp(5, Shapefiles.polygon(5, OUTLINE)),
                "a.dbf",
                Shapefiles.dbf(77, GBK, List.of("甲", "乙"))));

        assertThat(said(reading.contents())).contains(".shp 有 1 个记录，.dbf 有 2 行，对不上号");
    }

    @Test
    void a_table_alone_is_read_as_rows() throws IOException {
        Path file = Files.write(folder.resolve("T.DBF"), Shapefiles.dbf(77, GBK, List.of("甲", "乙")));
        Reading reading = FileReader.read(Upload.of(file));

        assertThat(reading.contents().layers().get(0).entities()).isEqualTo(Map.of("ROW", 2));
        assertThat(reading.features().get(1).attributes()).isEqualTo(Map.of("NAME", "乙"));
        assertThat(reading.features().get(1).from()).isEqualTo("row 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"shx", "prj", "cpg", "qpj", "sbn", "PRJ"})
    void a_part_alone_says_what_it_belongs_to(String extension) throws IOException {
        for (byte[] content : new byte[][] {{}, Shapefiles.shp(5)}) {
            Path file = Files.write(folder.resolve("a." + extension), content);
            FileContents found = FileReader.read(Upload.of(file)).contents();
            assertThat(found.refused()).isTrue();
            assertThat(said(found).get(0)).contains("shapefile 的一部分");
        }
    }

    @Test
    void degrees_in_the_prj_but_metres_in_the_file_are_noticed() throws IOException {
        double[] metres = {
            1_051_141, 6_840_731, 1_051_141, 6_840_741, 1_051_151, 6_840_741, 1_051_151, 6_840_731, 1_051_141, 6_840_731
        };
        String prj = "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137,298.257223563]],"
                + "PRIMEM[\"Greenwich\",0],UNIT[\"Degree\",0.017453292519943295]]";
        FileContents found = read(Map.of(
                        "a.shp",
                        Shapefiles.shp(5, Shapefiles.polygon(5, metres)),
                        "a.prj",
                        prj.getBytes(StandardCharsets.US_ASCII)))
                .contents();

        assertThat(found.crs()).isNull();
        assertThat(found.layers().get(0).area()).isEqualTo(100);
        assertThat(said(found)).anyMatch(what -> what.contains("像是以米计"));
    }

    @Test
    void a_zip_of_two_shapefiles_gives_two_layers() throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        files.put("用地/A.SHP", Shapefiles.shp(5, Shapefiles.polygon(5, OUTLINE)));
        files.put("用地/A.DBF", Shapefiles.dbf(77, GBK, List.of("甲")));
        files.put("b.shp", Shapefiles.shp(5, Shapefiles.polygon(5, BESIDE)));
        Reading reading = FileReader.read(Upload.of(Shapefiles.zip(folder.resolve("all.zip"), files)));

        assertThat(reading.contents().layers().stream()
                        .map(FileContents.Layer::name)
                        .toList())
                .isEqualTo(List.of("b", "A"));
        assertThat(reading.features().get(1).attributes()).isEqualTo(Map.of("NAME", "甲"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../a.shp", "/etc/a.shp", "x/../../a.shp", "C:\\a.shp", "..\\a.shp", "inner.zip", "inner.dat"})
    void a_zip_that_points_outside_or_holds_another_is_refused(String name) throws IOException {
        byte[] content = name.startsWith("inner") ? new byte[] {'P', 'K', 3, 4} : Shapefiles.shp(5);
        Path zip = Shapefiles.zip(folder.resolve("bad.zip"), Map.of(name, content));

        assertThat(FileReader.read(Upload.of(zip)).contents().refused()).isTrue();
        assertThat(folder.getParent().resolve("a.shp")).doesNotExist();
    }

    @Test
    void a_zip_bomb_is_given_up_and_nothing_stays() throws IOException {
        Path zip = Shapefiles.zip(folder.resolve("bomb.zip"), Map.of("a.shp", new byte[64 * 1024 * 1024]));
        try (Unpacked unpacked = Unpacked.of(Upload.of(zip))) {
            assertThat(unpacked.refusal().what().zh()).contains("太大");
            assertThat(unpacked.files()).isEmpty();
        }
        FileContents found = FileReader.read(Upload.of(zip)).contents();
        assertThat(found.refused()).isTrue();
    }

    @Test
    void a_zip_that_was_cut_off_is_told() throws IOException {
        Path zip = Shapefiles.zip(
                folder.resolve("cut.zip"), Map.of("a.shp", Shapefiles.shp(5, Shapefiles.polygon(5, OUTLINE))));
        byte[] bytes = Files.readAllBytes(zip);
        Files.write(zip, Arrays.copyOf(bytes, bytes.length - 30));

        assertThat(said(FileReader.read(Upload.of(zip)).contents()).get(0)).contains("损坏");
    }

    private static List<String> said(FileContents contents) {
        return contents.complaints().stream()
                .map(trouble -> trouble.what().zh())
                .toList();
    }
}
