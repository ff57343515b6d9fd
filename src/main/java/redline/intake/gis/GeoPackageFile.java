package redline.intake.gis;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import redline.intake.file.Feature;
import redline.intake.file.FileContents;
import redline.intake.file.LayerSums;
import redline.intake.file.Reading;
import redline.intake.file.Troubles;
import redline.intake.file.Upload;
import redline.quantity.Text;

/** A GeoPackage (OGC 12-128): its tables of features and of attributes as layers. */
public final class GeoPackageFile {
    /** Above this a file is refused. */
    public static final long MOST_BYTES = 512L * 1024 * 1024;

    static final String START = "SQLite format 3\0";

    private static final String FORMAT = "GeoPackage";

    private final Upload upload;
    private final SqliteFile database;
    private final Header header;
    private final Troubles troubles = new Troubles();
    private final LayerSums sums = new LayerSums();
    private final Survey survey = new Survey(sums, troubles);
    private final Budget budget = new Budget();
    private final List<FileContents.Value> values = new ArrayList<>();
    private final List<Feature> features = new ArrayList<>();
    private final Map<Integer, Crs> systems = new HashMap<>();
    private final Set<String> crsOfLayers = new HashSet<>();
    private final List<String> keyless = new ArrayList<>();
    private final Map<String, List<String>> withoutCrs = new TreeMap<>();
    private Ellipsoid degrees;

    /** @param id {@code GPKG}, {@code GP10}, {@code GP11} */
    private record Header(String id, int userVersion, boolean cut) {
        static Header of(Upload upload) throws IOException {
            try (InputStream in = upload.open()) {
                ByteBuffer bytes = ByteBuffer.wrap(Arrays.copyOf(in.readNBytes(100), 100));
                String id = new String(bytes.array(), 68, 4, StandardCharsets.ISO_8859_1);
                return new Header(
                        id.matches("GP(?:10|11|KG)") ? id : null, bytes.getInt(60), cut(bytes, upload.size()));
            }
        }

        /** SQLite itself reads what is missing of a page as zeros. */
        private static boolean cut(ByteBuffer bytes, long size) {
            int pageSize = Short.toUnsignedInt(bytes.getShort(16));
            boolean stated = bytes.getInt(24) == bytes.getInt(92);
            return stated && (pageSize == 1 ? 65536L : pageSize) * Integer.toUnsignedLong(bytes.getInt(28)) > size;
        }

        String version() {
            if (id == null) {
                return null;
            }
            return switch (id) {
                case "GP10" -> "1.0";
                case "GP11" -> "1.1";
                default ->
                    userVersion < 10_000
                            ? null
                            : userVersion / 10_000 + "." + userVersion / 100 % 100 + "." + userVersion % 100;
            };
        }
    }

    /** What {@code gpkg_contents} and {@code gpkg_geometry_columns} say of a table. */
    record Table(String name, String kind, String declaredExtent, String column, String geometryType, Integer srsId) {}

    private GeoPackageFile(Upload upload, SqliteFile database, Header header) {
        this.upload = upload;
        this.database = database;
        this.header = header;
    }

    /**
     * Never throws for bad contents.
     *
     * @throws IOException where the file cannot be read at all
     */
    public static Reading read(Upload upload) throws IOException {
        if (upload.size() > MOST_BYTES) {
            return refused(upload, new Text("文件大于 512 MB", "The file is larger than 512 MB"), Budget.Exceeded.remedy());
        }
        Header header = Header.of(upload);
        if (header.cut) {
            return damaged(upload);
        }
        try (SqliteFile database = SqliteFile.open(upload.path())) {
            try {
                return new GeoPackageFile(upload, database, header).read();
            } catch (SQLException broken) {
                return database.overworked() ? refused(upload, tooMuch(), Budget.Exceeded.remedy()) : damaged(upload);
            } catch (Budget.Exceeded exceeded) {
                return refused(upload, exceeded.what(), Budget.Exceeded.remedy());
            }
        } catch (SQLException broken) {
            return damaged(upload);
        }
    }

    private static Reading refused(Upload upload, Text what, Text remedy) {
        return Reading.refused(FileContents.refused(upload.name(), FORMAT, null, what, remedy));
    }

    private static Text tooMuch() {
        return new Text("读这个数据库要算得太久，没有读完", "Reading this database takes too much work; it was given up");
    }

    private static Reading damaged(Upload upload) {
        return refused(
                upload,
                new Text("SQLite 数据库已损坏或不完整，打不开", "The SQLite database is damaged or incomplete"),
                new Text("请核对文件大小，重新导出或上传", "Compare the file size; export or upload it again"));
    }

    private Reading read() throws SQLException {
        if (!"table".equals(database.kind("gpkg_contents"))) {
            return refused(
                    upload,
                    new Text(
                            "这是 SQLite 数据库，但不是 GeoPackage（没有 gpkg_contents 表）",
                            "This is a SQLite database but no GeoPackage (it has no table gpkg_contents)"),
                    new Text("请导出为 GeoPackage（.gpkg）或 GeoJSON", "Export it as GeoPackage (.gpkg) or GeoJSON"));
        }
        if (header.id == null) {
            troubles.add(
                    "application_id",
                    new Text(
                            "文件头没有写 GeoPackage 的标志，仍按 GeoPackage 读",
                            "The header lacks the mark of a GeoPackage; read as one all the same"),
                    new Text("请用较新的软件重新导出", "Export it again with newer software"));
        } else {
            values.add(new FileContents.Value("applicationId", header.id, "application_id"));
        }
        values.add(new FileContents.Value("userVersion", String.valueOf(header.userVersion), "user_version"));
        systems();
        List<Table> tables = tables();
        for (Table table : tables) {
            read(table);
        }
        if (tables.isEmpty()) {
            troubles.add(
                    "gpkg_contents",
                    new Text("文件里没有图层", "There are no layers in the file"),
                    new Text("请核对导出时选的图层", "Check which layers were exported"));
        }
        remarks();
        if (degrees != null) {
            Georeference.remarkDegrees(degrees, troubles);
            values.add(new FileContents.Value("ellipsoid", degrees.name(), "gpkg_spatial_ref_sys"));
        }
        String crs = crsOfLayers.size() == 1 ? crsOfLayers.iterator().next() : "";
        FileContents contents = new FileContents(
                upload.name(),
                FORMAT,
                header.version(),
                "UTF-8",
                crs.isEmpty() ? null : crs,
                sums.layers(),
                values,
                troubles.all(),
                false);
        return new Reading(contents, features, List.of());
    }

    private void remarks() {
        if (!keyless.isEmpty()) {
            String names = some(keyless);
            troubles.add(
                    "",
                    new Text(
                            "有的表没有主键，不合 GeoPackage 规范，行按次序编号：" + names,
                            "Tables without the primary key that GeoPackage demands; rows are numbered in their order: "
                                    + names),
                    new Text(
                            "读得出，不必改；要与原数据对号的请重新导出",
                            "They were read; export them again where rows must be matched with your data"));
        }
        withoutCrs.forEach((id, names) -> Georeference.askForCrs(
                "gpkg_spatial_ref_sys",
                new Text(
                        "图层没有写明坐标系" + id + "：" + some(names),
                        "Layers that do not state their CRS" + id + ": " + some(names)),
                troubles));
    }

    private static String some(List<String> names) {
        return String.join(", ", names.subList(0, Math.min(20, names.size()))) + (names.size() > 20 ? " …" : "");
    }

    private void systems() throws SQLException {
        if (!"table".equals(database.kind("gpkg_spatial_ref_sys"))) {
            return;
        }
        try (Statement statement = database.statement();
                ResultSet rows = database.rows(
                        statement,
                        "srs_id, organization, organization_coordsys_id, definition",
                        "gpkg_spatial_ref_sys")) {
            while (rows.next()) {
                String organization = rows.getString(2);
                Crs crs = organization != null && organization.equalsIgnoreCase("EPSG")
                        ? Crs.ofCode(rows.getInt(3))
                        : Crs.of(rows.getString(4));
                if (systems.size() < 10_000 && crs != null && crs.epsg() > 0) {
                    systems.put(rows.getInt(1), crs);
                }
            }
        }
    }

    private List<Table> tables() throws SQLException {
        Map<String, String[]> columns = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        if ("table".equals(database.kind("gpkg_geometry_columns"))) {
            try (Statement statement = database.statement();
                    ResultSet rows = database.rows(
                            statement,
                            "table_name, column_name, geometry_type_name, srs_id",
                            "gpkg_geometry_columns")) {
                while (rows.next()) {
                    if (rows.getString(1) != null) {
                        columns.put(
                                rows.getString(1),
                                new String[] {rows.getString(2), rows.getString(3), rows.getString(4)});
                    }
                }
            }
        }
        List<Table> tables = new ArrayList<>();
        try (Statement statement = database.statement();
                ResultSet rows = database.rows(
                        statement, "table_name, data_type, min_x, min_y, max_x, max_y, srs_id", "gpkg_contents")) {
            while (rows.next()) {
                budget.feature();
                String name = rows.getString(1);
                if (name != null) {
                    String[] column = columns.getOrDefault(name, new String[3]);
                    String srs = column[2] == null ? rows.getString(7) : column[2];
                    Integer srsId = srs == null || !srs.matches("-?\\d{1,9}") ? null : Integer.valueOf(srs);
                    tables.add(new Table(name, rows.getString(2), extent(rows), column[0], column[1], srsId));
                }
            }
        }
        return tables;
    }

    private static String extent(ResultSet rows) throws SQLException {
        List<String> bounds = new ArrayList<>();
        for (int i = 3; i <= 6; i++) {
            Object bound = rows.getObject(i);
            if (bound == null) {
                return null;
            }
            bounds.add(bound.toString());
        }
        return String.join(", ", bounds);
    }

    private void read(Table table) throws SQLException {
        String where = "table " + table.name;
        boolean shapes = "features".equals(table.kind);
        if (!shapes && !"attributes".equals(table.kind) && !"aspatial".equals(table.kind)) {
            troubles.add(
                    where,
                    new Text(
                            "“" + table.name + "”是 " + table.kind + "，不是矢量图层，没有读",
                            "\"" + table.name + "\" is " + table.kind + ", not vector data, and was not read"),
                    new Text("需要的话请导出为矢量图层", "Export it as a vector layer where it is needed"));
            return;
        }
        sums.layer(table.name);
        String kind = database.kind(table.name);
        if (!"table".equals(kind)) {
            boolean absent = kind == null;
            troubles.add(
                    where,
                    absent
                            ? new Text(
                                    "目录里有图层“" + table.name + "”，但没有这张表",
                                    "The layer \"" + table.name + "\" is listed but its table is absent")
                            : new Text(
                                    "图层“" + table.name + "”是视图或虚拟表，没有执行",
                                    "The layer \"" + table.name + "\" is a view or a virtual table and was not run"),
                    absent
                            ? new Text("请重新导出该图层", "Export this layer again")
                            : new Text("请另存为普通图层", "Save it as an ordinary layer"));
            return;
        }
        if (shapes && table.column == null) {
            troubles.add(
                    where,
                    new Text(
                            "gpkg_geometry_columns 里没有图层“" + table.name + "”，只读了属性",
                            "gpkg_geometry_columns lacks the layer \"" + table.name + "\"; only attributes were read"),
                    new Text("请重新导出该图层", "Export this layer again"));
        }
        GeoPackageTable rows = new GeoPackageTable(table, troubles, budget);
        try {
            rows.read(database);
        } catch (SQLException broken) {
            if (database.overworked()) {
                throw broken;
            }
            troubles.add(
                    where,
                    new Text(
                            "图层“" + table.name + "”的数据已损坏，整层没有读",
                            "The data of the layer \"" + table.name + "\" are damaged; none of it was read"),
                    new Text("请重新导出该图层", "Export this layer again"));
            return;
        }
        if (rows.keyless()) {
            keyless.add(table.name);
        }
        measure(table, rows);
    }

    private void measure(Table table, GeoPackageTable rows) {
        values.add(new FileContents.Value(
                table.name + "/rows", String.valueOf(rows.features().size()), "table " + table.name));
        Georeference place = new Georeference(null, new Plane());
        if (table.column != null) {
            place = place(table, rows);
            crsOfLayers.add(place.crs() == null ? "" : place.code());
            if (place.crs() != null) {
                values.add(new FileContents.Value(table.name + "/crs", place.code(), "gpkg_geometry_columns"));
            }
            if (table.declaredExtent != null) {
                values.add(
                        new FileContents.Value(table.name + "/declaredExtent", table.declaredExtent, "gpkg_contents"));
            }
            if (place.surface() instanceof Ellipsoid ellipsoid) {
                degrees = ellipsoid;
            }
        }
        for (int i = 0; i < rows.features().size(); i++) {
            Feature feature = rows.features().get(i);
            survey.add(table.name, feature.from(), rows.types().get(i), feature.shape(), place.surface());
            features.add(feature);
        }
    }

    private Georeference place(Table table, GeoPackageTable rows) {
        String where = "table " + table.name;
        Crs crs = table.srsId == null ? null : systems.get(table.srsId);
        if (crs == null && rows.extent().isNull()) {
            return new Georeference(null, new Plane());
        }
        if (crs == null) {
            String id = table.srsId == null ? "" : " (srs_id " + table.srsId + ")";
            withoutCrs.computeIfAbsent(id, none -> new ArrayList<>()).add(table.name);
        }
        return Georeference.of(where, crs, rows.extent(), troubles);
    }
}
