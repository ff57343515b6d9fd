package redline.intake.gis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.WKBWriter;
import redline.intake.file.FileContents;
import redline.intake.file.Reading;
import redline.intake.file.Upload;
import redline.intake.read.FileReader;

class GeoPackageFileTest {
    private static final String SCHEMA = """
            CREATE TABLE gpkg_spatial_ref_sys (srs_name, srs_id INTEGER PRIMARY KEY, organization, organization_coordsys_id, definition);
            INSERT INTO gpkg_spatial_ref_sys VALUES ('x', 4549, 'epsg', 4549, '');
            CREATE TABLE gpkg_contents (table_name, data_type, min_x, min_y, max_x, max_y, srs_id);
            INSERT INTO gpkg_contents VALUES ('用地 "红线"', 'features', 0, 0, 1, 1, 4549);
            CREATE TABLE gpkg_geometry_columns (table_name, column_name, geometry_type_name, srs_id, z, m);
            INSERT INTO gpkg_geometry_columns VALUES ('用地 "红线"', 'geom', 'polygon', 4549, 0, 0);
            """;
    private static final String TABLE =
            "CREATE TABLE \"用地 \"\"红线\"\"\" (fid INTEGER PRIMARY KEY, geom BLOB, name, far REAL);";

    @TempDir
    private Path folder;

    private Reading read(String sql, byte[]... shapes) throws IOException, SQLException {
        Path file = Files.createTempFile(folder, "site", ".gpkg");
        Files.delete(file);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("PRAGMA application_id = " + 0x47504b47);
            statement.executeUpdate("PRAGMA user_version = 10300");
            statement.executeUpdate(SCHEMA + sql);
            for (byte[] shape : shapes) {
                try (PreparedStatement row = connection.prepareStatement(
                        "INSERT INTO \"用地 \"\"红线\"\"\" (geom, name, far) VALUES (?, '甲', 2.123456789012345)")) {
                    row.setBytes(1, shape);
                    row.executeUpdate();
                }
            }
        }
        Reading reading = FileReader.read(Upload.of(file));
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.filter(path -> path.toString().matches(".*-(wal|shm|journal)")))
                    .isEmpty();
        }
        return reading;
    }

    private static byte[] square(int dimension, int byteOrder, boolean srid) {
        var shape = new GeometryFactory()
                .createPolygon(Stream.of(
                                new Coordinate(500_000, 3_390_000, 7),
                                new Coordinate(500_004, 3_390_000, 7),
                                new Coordinate(500_004, 3_390_003, 7),
                                new Coordinate(500_000, 3_390_000, 7))
                        .toArray(Coordinate[]::new));
        shape.setSRID(4549);
        return new WKBWriter(dimension, byteOrder, srid).write(shape);
    }

    /** @param envelope its code: 0 none, 1 xy, 2 xyz, 3 xym, 4 xyzm */
    private static byte[] blob(int envelope, boolean littleEndian, byte[] wkb) {
        int length = new int[] {0, 32, 48, 48, 64}[envelope];
        return ByteBuffer.allocate(8 + length + wkb.length)
                .order(littleEndian ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN)
                .put((byte) 'G')
                .put((byte) 'P')
                .put((byte) 0)
                .put((byte) (envelope << 1 | (littleEndian ? 1 : 0)))
                .putInt(4549)
                .position(8 + length)
                .put(wkb)
                .array();
    }

    @ParameterizedTest
    @CsvSource({"0,true,2,1,false", "1,false,2,2,false", "2,true,3,2,false", "3,true,3,1,true", "4,false,2,1,true"})
    void every_form_of_header_and_of_binary_gives_the_same_shape(
            int envelope, boolean littleEndian, int dimension, int byteOrder, boolean srid) throws Exception {
        int order = byteOrder == 1 ? ByteOrderValues.BIG_ENDIAN : ByteOrderValues.LITTLE_ENDIAN;
        Reading reading = read(TABLE, blob(envelope, littleEndian, square(dimension, order, srid)));

        FileContents.Layer layer = reading.contents().layers().get(0);
        assertThat(layer.name()).isEqualTo("用地 \"红线\"");
        assertThat(layer.area()).isEqualTo(6);
        assertThat(layer.entities()).isEqualTo(Map.of("Polygon", 1));
        assertThat(reading.contents().crs()).isEqualTo("EPSG:4549");
        assertThat(reading.contents().version()).isEqualTo("1.3.0");
        assertThat(reading.contents().complaints()).isEmpty();
    }

    @Test
    void rows_say_where_they_stand_and_keep_every_digit() throws Exception {
        Reading reading = read(TABLE, blob(0, true, square(2, 1, false)), null);

        assertThat(reading.features().get(1).from()).isEqualTo("table 用地 \"红线\", fid 2");
        assertThat(reading.features().get(0).attributes())
                .isEqualTo(Map.of("fid", "1", "name", "甲", "far", "2.123456789012345"));
        assertThat(reading.contents().layers().get(0).entities()).isEqualTo(Map.of("NULL", 1, "Polygon", 1));
    }

    /** 8 circular string … 12 multi surface, 15 polyhedral surface, 17 triangle. */
    @ParameterizedTest
    @CsvSource({
        "8,CircularString",
        "9,CompoundCurve",
        "1010,CurvePolygon",
        "11,MultiCurve",
        "3012,MultiSurface",
        "15,PolyhedralSurface",
        "17,Triangle"
    })
    void curves_are_counted_and_answered(int code, String type) throws Exception {
        byte[] wkb = ByteBuffer.allocate(9).put((byte) 0).putInt(code).putInt(0).array();
        FileContents found = read(TABLE, blob(0, true, wkb)).contents();

        assertThat(found.layers().get(0).entities()).isEqualTo(Map.of(type, 1));
        assertThat(found.complaints().get(0).what().zh()).contains(type);
    }

    @Test
    void lying_counts_and_deep_nesting_are_complaints() throws Exception {
        byte[] huge = ByteBuffer.allocate(9)
                .put((byte) 0)
                .putInt(2)
                .putInt(Integer.MAX_VALUE)
                .array();
        ByteBuffer deep = ByteBuffer.allocate(9 * 100_000);
        while (deep.hasRemaining()) {
            deep.put((byte) 0).putInt(7).putInt(1);
        }
        FileContents found = read(TABLE, blob(0, true, huge), blob(0, true, deep.array()), new byte[] {1, 2})
                .contents();

        assertThat(found.complaints()).hasSize(3);
        assertThat(found.layers().get(0).extent()).isNull();
    }

    @Test
    void a_view_is_not_run() throws Exception {
        FileContents found = read("CREATE VIEW \"用地 \"\"红线\"\"\" AS SELECT 1 AS fid, NULL AS geom")
                .contents();

        assertThat(found.complaints().get(0).what().zh()).contains("视图");
        assertThat(found.layers().get(0).entities()).isEmpty();
    }

    /** Computed columns that would take for ever, or all memory. */
    @ParameterizedTest
    @ValueSource(strings = {"instr(zeroblob(60000000), zeroblob(30000000) || 'x')", "hex(zeroblob(40000000))"})
    void a_computed_column_is_not_run(String formula) throws Exception {
        FileContents found = read(TABLE + "INSERT INTO \"用地 \"\"红线\"\"\" (fid) VALUES (1);"
                        + "ALTER TABLE \"用地 \"\"红线\"\"\" ADD COLUMN x AS (" + formula + ")")
                .contents();

        assertThat(found.complaints().get(0).what().zh()).contains("算出来的列");
        assertThat(found.layers().get(0).entities()).isEqualTo(Map.of("NULL", 1));
    }

    @Test
    void a_table_that_is_listed_but_absent_is_told() throws Exception {
        FileContents found = read("").contents();

        assertThat(found.complaints().get(0).what().zh()).contains("没有这张表");
    }

    @Test
    void a_database_that_is_no_geopackage_is_refused() throws Exception {
        FileContents found = read("DROP TABLE gpkg_contents").contents();

        assertThat(found.refused()).isTrue();
        assertThat(found.complaints().get(0).what().zh()).contains("不是 GeoPackage");
    }

    @Test
    void a_truncated_file_is_told_and_no_copy_stays() throws Exception {
        Path whole = Path.of("test-cases", "intake-files", "gpkg", "simple_sewer_features.gpkg");
        byte[] bytes = Files.readAllBytes(whole);
        for (int length : new int[] {101, 4099, bytes.length / 2 + 3, bytes.length - 1003}) {
            Path cut = Files.write(folder.resolve("cut.gpkg"), java.util.Arrays.copyOf(bytes, length));
            assertThat(FileReader.read(Upload.of(cut)).contents().complaints()).isNotEmpty();
            assertThat(copiesOfLength(length)).isEmpty();
        }
    }

    /** Other Java machines of the tests copy whole files into the same folder at the same time: only the cut ones are looked for. */
    private static List<Path> copiesOfLength(long length) throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(path -> path.getFileName().toString().matches("redline-.*\\.sqlite"))
                    .filter(path -> path.toFile().length() == length)
                    .toList();
        }
    }
}
