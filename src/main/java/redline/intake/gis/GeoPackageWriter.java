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
import java.util.TreeSet;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.WKBWriter;
import redline.intake.file.Feature;

/** Writes tables as a GeoPackage 1.3, features as a table a layer with attributes as text; nothing in it depends on the clock. */
public final class GeoPackageWriter {
    /** The format wants a time of the last change; a fixed one keeps the same content the same file. */
    private static final String CHANGED = "1970-01-01T00:00:00.000Z";

    /** Of coordinates on some plane. */
    private static final int UNDEFINED = -1;

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

    /** Where QGIS looks for how layers are drawn. */
    private static final String STYLES = "layer_styles";

    private static final String STYLE_TABLE =
            "CREATE TABLE layer_styles (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, f_table_catalog TEXT(256), f_table_schema TEXT(256),"
                    + " f_table_name TEXT(256), f_geometry_column TEXT(256), styleName TEXT(30), styleQML TEXT, styleSLD TEXT,"
                    + " useAsDefault BOOLEAN, description TEXT, owner TEXT(30), ui TEXT(30), update_time DATETIME)";

    private final Connection connection;
    private final Crs crs;
    private final Set<String> tables = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    private final Set<String> titles = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    private boolean styled;

    /** What a column holds; its name is its type. */
    public enum Type {
        TEXT,
        INTEGER,
        REAL
    }

    /** A column beside the key and the shape. */
    public record Column(String name, Type type) {}

    /** @param values one for each column, null for none; {@code shape} null for none */
    public record Row(Geometry shape, List<?> values) {}

    /**
     * A table.
     *
     * @param title for people
     * @param geometry type of its shapes ({@code MULTIPOLYGON}), null for a table without
     * @param style QML of QGIS, null for none
     */
    public record Table(
            String name, String title, String geometry, List<Column> columns, List<Row> rows, String style) {}

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
        Map<String, List<Feature>> layers = new LinkedHashMap<>();
        features.forEach(feature -> layers.computeIfAbsent(feature.layer(), name -> new ArrayList<>())
                .add(feature));
        List<Table> tables = new ArrayList<>();
        layers.forEach((name, of) -> tables.add(table(name, of)));
        writeTables(file, tables, crs);
    }

    /**
     * @param file replaced where it exists
     * @param crs of the shapes; null, or one that is not {@link Crs#known}, for coordinates on a plane that nothing is known of
     */
    public static void writeTables(Path file, List<Table> tables, Crs crs) throws IOException {
        Files.deleteIfExists(file);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            new GeoPackageWriter(connection, crs == null || !crs.known() ? null : crs).write(tables);
        } catch (SQLException failed) {
            throw new IOException("cannot write " + file.getFileName(), failed);
        }
    }

    private static Table table(String name, List<Feature> features) {
        boolean shapes = features.stream().anyMatch(feature -> feature.shape() != null);
        TreeSet<String> keys = new TreeSet<>();
        features.forEach(feature -> keys.addAll(feature.attributes().keySet()));
        return new Table(
                name,
                name,
                shapes ? type(features) : null,
                keys.stream().map(key -> new Column(key, Type.TEXT)).toList(),
                features.stream()
                        .map(feature -> new Row(feature.shape(), values(feature.attributes(), keys)))
                        .toList(),
                null);
    }

    private static List<String> values(Map<String, String> attributes, Set<String> keys) {
        return keys.stream().map(attributes::get).toList();
    }

    private void write(List<Table> all) throws SQLException, IOException {
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
        if (all.stream().anyMatch(table -> table.style() != null)) {
            tables.add(STYLES);
        }
        for (Table table : all) {
            add(table);
        }
        connection.commit();
    }

    private void systems() throws SQLException, IOException {
        system("Undefined cartesian SRS", UNDEFINED, "NONE", "undefined");
        system("Undefined geographic SRS", 0, "NONE", "undefined");
        system("WGS 84", 4326, "EPSG", Register.text(4326));
        if (system() > 0 && system() != 4326) {
            system(crs.code(), crs.epsg(), "EPSG", Register.text(crs.epsg()));
        }
    }

    private int system() {
        return crs == null ? UNDEFINED : crs.epsg();
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

    private void add(Table of) throws SQLException {
        String table = free(of.name(), tables);
        boolean shapes = of.geometry() != null;
        Set<String> taken = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        List<String> columns =
                of.columns().stream().map(column -> free(column.name(), taken)).toList();
        String key = free("fid", taken);
        String geometry = free("geom", taken);
        StringBuilder sql = new StringBuilder(
                "CREATE TABLE " + SqliteFile.quoted(table) + " (" + SqliteFile.quoted(key) + " INTEGER PRIMARY KEY");
        if (shapes) {
            sql.append(", ").append(SqliteFile.quoted(geometry)).append(" GEOMETRY");
        }
        for (int i = 0; i < columns.size(); i++) {
            sql.append(", ")
                    .append(SqliteFile.quoted(columns.get(i)))
                    .append(' ')
                    .append(of.columns().get(i).type());
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql.append(")").toString());
        }
        rows(table, of, shapes);
        Envelope extent = new Envelope();
        of.rows().stream()
                .filter(row -> row.shape() != null)
                .forEach(row -> extent.expandToInclude(row.shape().getEnvelopeInternal()));
        contents(table, free(of.title(), titles), shapes, extent);
        if (shapes) {
            insert(
                    "INSERT INTO gpkg_geometry_columns VALUES (?, ?, ?, ?, 0, 0)",
                    table,
                    geometry,
                    of.geometry(),
                    system());
        }
        if (of.style() != null) {
            style(table, shapes ? geometry : "", of);
        }
    }

    private void contents(String table, String title, boolean shapes, Envelope extent) throws SQLException {
        boolean none = extent.isNull();
        insert(
                "INSERT INTO gpkg_contents VALUES (?, ?, ?, '', ?, ?, ?, ?, ?, ?)",
                table,
                shapes ? "features" : "attributes",
                title,
                CHANGED,
                none ? null : extent.getMinX(),
                none ? null : extent.getMinY(),
                none ? null : extent.getMaxX(),
                none ? null : extent.getMaxY(),
                shapes ? system() : null);
    }

    private void style(String table, String geometry, Table of) throws SQLException {
        if (!styled) {
            styled = true;
            try (Statement statement = connection.createStatement()) {
                statement.execute(STYLE_TABLE);
            }
            contents(STYLES, STYLES, false, new Envelope());
        }
        insert(
                "INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName, styleQML, styleSLD,"
                        + " useAsDefault, description, owner, ui, update_time) VALUES ('', '', ?, ?, ?, ?, '', 1, ?, '', NULL, ?)",
                table,
                geometry,
                table,
                of.style(),
                of.title(),
                CHANGED);
    }

    private static String type(List<Feature> features) {
        List<String> types = features.stream()
                .filter(feature -> feature.shape() != null)
                .map(feature -> feature.shape().getGeometryType())
                .distinct()
                .toList();
        return types.size() == 1 ? types.get(0).toUpperCase(Locale.ROOT) : "GEOMETRY";
    }

    private void rows(String table, Table of, boolean shapes) throws SQLException {
        int n = 1 + (shapes ? 1 : 0) + of.columns().size();
        String sql = "INSERT INTO " + SqliteFile.quoted(table) + " VALUES ("
                + String.join(", ", Collections.nCopies(n, "?")) + ")";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < of.rows().size(); i++) {
                Row row = of.rows().get(i);
                int at = 1;
                statement.setInt(at++, i + 1);
                if (shapes) {
                    statement.setBytes(at++, row.shape() == null ? null : blob(row.shape()));
                }
                for (Object value : row.values()) {
                    statement.setObject(at++, value);
                }
                statement.addBatch();
                if (i % 1000 == 999) {
                    statement.executeBatch();
                }
            }
            statement.executeBatch();
        }
    }

    /** Little-endian header with an envelope, then well-known binary. */
    private byte[] blob(Geometry shape) {
        byte[] binary = new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN).write(shape);
        boolean empty = shape.isEmpty();
        ByteBuffer blob = ByteBuffer.allocate(8 + (empty ? 0 : 32) + binary.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(new byte[] {'G', 'P', 0, (byte) (empty ? 0x11 : 0x03)})
                .putInt(system());
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
