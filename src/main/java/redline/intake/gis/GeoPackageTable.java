package redline.intake.gis;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import redline.intake.file.Feature;
import redline.intake.file.Troubles;
import redline.quantity.Text;

/** The rows of one table, kept aside until all are read: a table that breaks off half way counts for nothing. */
final class GeoPackageTable {
    private final GeoPackageFile.Table table;
    private final Troubles troubles;
    private final Budget budget;
    private final List<Feature> features = new ArrayList<>();
    private final List<String> types = new ArrayList<>();
    private final Envelope extent = new Envelope();
    private boolean otherType;
    private boolean otherCrs;
    private boolean keyless;

    GeoPackageTable(GeoPackageFile.Table table, Troubles troubles, Budget budget) {
        this.table = table;
        this.troubles = troubles;
        this.budget = budget;
    }

    List<Feature> features() {
        return features;
    }

    /** Of the shapes, in the order of the features; {@code NULL} without a geometry, {@code ROW} in a table of attributes. */
    List<String> types() {
        return types;
    }

    Envelope extent() {
        return extent;
    }

    /** Without the primary key that the format demands; its rows are numbered in their order. */
    boolean keyless() {
        return keyless;
    }

    void read(SqliteFile database) throws SQLException {
        SqliteFile.Columns columns = database.columns(table.name());
        keyless = columns.key() == null;
        if (columns.computed()) {
            troubles.add(
                    "table " + table.name(),
                    new Text(
                            "表“" + table.name() + "”里有算出来的列，没有读",
                            "Computed columns of the table \"" + table.name() + "\" were not read"),
                    new Text("需要的话请另存为普通列", "Save them as ordinary columns where they are needed"));
        }
        if (columns.names().isEmpty()) {
            return;
        }
        try (Statement statement = database.statement();
                ResultSet rows = database.rows(statement, columns.list(), table.name())) {
            while (rows.next()) {
                budget.feature();
                row(rows, columns);
            }
        }
        remarks();
    }

    private void row(ResultSet rows, SqliteFile.Columns columns) throws SQLException {
        SortedMap<String, String> attributes = new TreeMap<>();
        String from = "table " + table.name() + ", row " + (features.size() + 1);
        Object blob = null;
        for (int i = 0; i < columns.names().size(); i++) {
            String name = columns.names().get(i);
            Object value = rows.getObject(i + 1);
            if (name.equalsIgnoreCase(table.column())) {
                blob = value;
            } else if (value != null) {
                attributes.put(name, text(value));
                if (name.equals(columns.key())) {
                    from = "table " + table.name() + ", fid " + text(value);
                }
            }
        }
        Geometry shape = null;
        if (table.column() == null) {
            types.add("ROW");
        } else if (blob == null) {
            types.add("NULL");
        } else {
            GeoPackageShape found = GeoPackageShape.of(blob instanceof byte[] bytes ? bytes : new byte[0], budget);
            shape = shape(found, from);
        }
        features.add(new Feature(table.name(), from, shape, attributes));
    }

    private Geometry shape(GeoPackageShape found, String from) {
        types.add(found.type());
        if (found.fault() != null) {
            troubles.add(from, found.fault().what(), found.fault().remedy());
            return null;
        }
        otherType |= !assignable(found.type());
        otherCrs |= table.srsId() != null && found.srsId() != table.srsId();
        extent.expandToInclude(found.shape().getEnvelopeInternal());
        return found.shape();
    }

    /** Names of types come in any case. */
    private boolean assignable(String type) {
        String declared = table.geometryType();
        return declared == null
                || declared.equalsIgnoreCase("GEOMETRY")
                || declared.equalsIgnoreCase(type)
                || declared.equalsIgnoreCase("GEOMCOLLECTION") && type.equals("GeometryCollection")
                || declared.equalsIgnoreCase("GEOMETRYCOLLECTION") && type.startsWith("Multi");
    }

    private void remarks() {
        if (otherType) {
            troubles.add(
                    "table " + table.name(),
                    new Text(
                            "图层“" + table.name() + "”声明为 " + table.geometryType() + "，里面有别的类型，都读了",
                            "The layer \"" + table.name() + "\" is declared as " + table.geometryType()
                                    + " but holds other types, which were read"),
                    new Text("请核对是否混入了别的图形", "Check whether other shapes got in"));
        }
        if (otherCrs) {
            troubles.add(
                    "table " + table.name(),
                    new Text(
                            "图层“" + table.name() + "”有的图形写着别的坐标系，一律按图层的坐标系读",
                            "Some shapes of the layer \"" + table.name()
                                    + "\" state another CRS; all are read in that of the layer"),
                    new Text("请核对这些图形的位置", "Check where these shapes lie"));
        }
    }

    /** Numbers in full: SQLite's own conversion to text keeps 15 digits only. */
    private static String text(Object value) {
        if (value instanceof Double number) {
            double plain = number;
            return !Double.isFinite(plain) || Math.abs(plain) >= 1e17
                    ? Double.toString(plain)
                    : plain == 0
                            ? "0"
                            : BigDecimal.valueOf(plain).stripTrailingZeros().toPlainString();
        }
        return value instanceof byte[] bytes ? "(" + bytes.length + " bytes)" : value.toString();
    }
}
