package redline.intake.gis;

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
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.WKBWriter;
import redline.intake.file.Feature;

/** Writes features as a GeoPackage 1.3, a table a layer, attributes as text; nothing in it depends on the clock. */
public final class GeoPackageWriter {
    /** The format wants a time of the last change; a fixed one keeps the same content the same file. */
    private static final String CHANGED = "1970-01-01T00:00:00.000Z";

    private static final List<String> SCHEMA = List.of(
            "CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY, organization TEXT NOT NULL,"
                    + " organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT)",
            "CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE,"
                    + " description TEXT DEFAULT '', last_change DATETIME NOT NULL, min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE,"
                    + " srs_id INTEGER, CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id))",
            "CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL,"
                    + " srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL,"
                    + " CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name), CONSTRAINT uk_gc_table_name UNIQUE (table_name),"
                    + " CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),"
                    + " CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id))");

    private final Connection connection;
    private final Crs crs;
    private final Set<String> tables = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    private GeoPackageWriter(Connection connection, Crs crs) {
        this.connection = connection;
        this.crs = crs;
    }

    /**
     * @param file replaced where it exists
     * @param crs of the features' shapes, one that is {@link Crs#known}
     */
    public static void write(Path file, List<Feature> features, Crs crs) throws IOException {
        if (!crs.known()) {
            throw new IllegalArgumentException("unknown CRS " + crs);
        }
        Files.deleteIfExists(file);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            new GeoPackageWriter(connection, crs).write(features);
        } catch (SQLException failed) {
            throw new IOException("cannot write " + file.getFileName(), failed);
        }
    }

    private void write(List<Feature> features) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = MEMORY");
            statement.execute("PRAGMA application_id = " + 0x47504b47);
            statement.execute("PRAGMA user_version = 10300");
            connection.setAutoCommit(false);
            for (String table : SCHEMA) {
                statement.execute(table);
            }
        }
        systems();
        Map<String, List<Feature>> layers = new LinkedHashMap<>();
        features.forEach(feature -> layers.computeIfAbsent(feature.layer(), name -> new ArrayList<>())
                .add(feature));
        for (Map.Entry<String, List<Feature>> layer : layers.entrySet()) {
            layer(layer.getKey(), layer.getValue());
        }
        connection.commit();
    }

    private void systems() throws SQLException, IOException {
        system("Undefined cartesian SRS", -1, "NONE", "undefined");
        system("Undefined geographic SRS", 0, "NONE", "undefined");
        system("WGS 84", 4326, "EPSG", Register.text(4326));
        if (crs.epsg() != 4326) {
            system(crs.code(), crs.epsg(), "EPSG", Register.text(crs.epsg()));
        }
    }

    private void system(String name, int id, String organization, String definition) throws SQLException {
        insert("INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, NULL)", name, id, organization, id, definition);
    }

    private void insert(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    /** Names of tables and columns know no case in SQLite, and some are the format's own. */
    private static String free(String wanted, Set<String> taken) {
        String name = wanted.isBlank() || wanted.matches("(?i)(?:gpkg|sqlite|rtree)_.*") ? "_" + wanted : wanted;
        String unique = name;
        for (int i = 2; !taken.add(unique); i++) {
            unique = name + "_" + i;
        }
        return unique;
    }

    private void layer(String name, List<Feature> features) throws SQLException {
        String table = free(name, tables);
        boolean shapes = features.stream().anyMatch(feature -> feature.shape() != null);
        Set<String> taken = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        Map<String, String> columns = new TreeMap<>();
        features.forEach(feature -> feature.attributes().keySet().forEach(key -> columns.put(key, "")));
        columns.replaceAll((key, none) -> free(key, taken));
        String key = free("fid", taken);
        String geometry = free("geom", taken);
        StringBuilder sql = new StringBuilder(
                "CREATE TABLE " + SqliteFile.quoted(table) + " (" + SqliteFile.quoted(key) + " INTEGER PRIMARY KEY");
        if (shapes) {
            sql.append(", ").append(SqliteFile.quoted(geometry)).append(" GEOMETRY");
        }
        columns.values()
                .forEach(column ->
                        sql.append(", ").append(SqliteFile.quoted(column)).append(" TEXT"));
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql.append(")").toString());
        }
        rows(table, features, shapes, columns.keySet());
        Envelope extent = new Envelope();
        features.stream()
                .filter(feature -> feature.shape() != null)
                .forEach(feature -> extent.expandToInclude(feature.shape().getEnvelopeInternal()));
        boolean none = extent.isNull();
        insert(
                "INSERT INTO gpkg_contents VALUES (?, ?, ?, '', ?, ?, ?, ?, ?, ?)",
                table,
                shapes ? "features" : "attributes",
                table,
                CHANGED,
                none ? null : extent.getMinX(),
                none ? null : extent.getMinY(),
                none ? null : extent.getMaxX(),
                none ? null : extent.getMaxY(),
                shapes ? crs.epsg() : null);
        if (shapes) {
            insert(
                    "INSERT INTO gpkg_geometry_columns VALUES (?, ?, ?, ?, 0, 0)",
                    table,
                    geometry,
                    type(features),
                    crs.epsg());
        }
    }

    private static String type(List<Feature> features) {
        List<String> types = features.stream()
                .filter(feature -> feature.shape() != null)
                .map(feature -> feature.shape().getGeometryType())
                .distinct()
                .toList();
        return types.size() == 1 ? types.get(0).toUpperCase(Locale.ROOT) : "GEOMETRY";
    }

    private void rows(String table, List<Feature> features, boolean shapes, Set<String> keys) throws SQLException {
        int n = 1 + (shapes ? 1 : 0) + keys.size();
        String sql = "INSERT INTO " + SqliteFile.quoted(table) + " VALUES ("
                + String.join(", ", Collections.nCopies(n, "?")) + ")";
        try (PreparedStatement row = connection.prepareStatement(sql)) {
            for (int i = 0; i < features.size(); i++) {
                Feature feature = features.get(i);
                int at = 1;
                row.setInt(at++, i + 1);
                if (shapes) {
                    row.setBytes(at++, feature.shape() == null ? null : blob(feature.shape()));
                }
                for (String key : keys) {
                    row.setString(at++, feature.attributes().get(key));
                }
                row.addBatch();
                if (i % 1000 == 999) {
                    row.executeBatch();
                }
            }
            row.executeBatch();
        }
    }

    /** Little-endian header with an envelope, then well-known binary. */
    private byte[] blob(Geometry shape) {
        byte[] binary = new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN).write(shape);
        boolean empty = shape.isEmpty();
        ByteBuffer blob = ByteBuffer.allocate(8 + (empty ? 0 : 32) + binary.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(new byte[] {'G', 'P', 0, (byte) (empty ? 0x11 : 0x03)})
                .putInt(crs.epsg());
        if (!empty) {
            Envelope extent = shape.getEnvelopeInternal();
            blob.putDouble(extent.getMinX())
                    .putDouble(extent.getMaxX())
                    .putDouble(extent.getMinY())
                    .putDouble(extent.getMaxY());
        }
        return blob.put(binary).array();
    }
}
