package redline.casefile;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A table as the database itself describes it, and its rows as JSON, the same from every kind of database.
 *
 * @param columns name → kind, in their order
 * @param key columns of the primary key: the order of the rows
 */
record TableShape(String name, Map<String, Kind> columns, List<String> key) {
    /** Flyway's own table; the program that restores brings its own. */
    private static final String HISTORY = "flyway_schema_history";

    /** How a value is read and written. */
    enum Kind {
        NUMBER,
        TRUTH,
        TEXT,
        DATE,
        TIME;

        static Kind of(int jdbcType, String column) {
            return switch (jdbcType) {
                case Types.SMALLINT, Types.INTEGER, Types.BIGINT -> NUMBER;
                case Types.BOOLEAN, Types.BIT -> TRUTH;
                case Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR, Types.CLOB -> TEXT;
                case Types.DATE -> DATE;
                case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> TIME;
                default ->
                    throw new IllegalStateException("no way to back up column " + column + " of type " + jdbcType);
            };
        }
    }

    /** All tables, those that others refer to first. */
    static List<TableShape> all(Connection connection) throws SQLException {
        DatabaseMetaData about = connection.getMetaData();
        String schema = connection.getSchema();
        Map<String, TableShape> tables = new TreeMap<>();
        Map<String, Set<String>> refersTo = new LinkedHashMap<>();
        try (ResultSet found = about.getTables(null, schema, "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (found.next()) {
                String name = found.getString("TABLE_NAME");
                if (!name.equals(HISTORY)) {
                    tables.put(name, of(about, schema, name));
                    refersTo.put(name, referred(about, schema, name));
                }
            }
        }
        Set<String> ordered = new LinkedHashSet<>();
        tables.keySet().forEach(name -> after(name, refersTo, ordered, new TreeSet<>()));
        return ordered.stream().map(tables::get).toList();
    }

    private static void after(String name, Map<String, Set<String>> refersTo, Set<String> ordered, Set<String> open) {
        if (!ordered.contains(name) && open.add(name)) {
            refersTo.get(name).forEach(other -> after(other, refersTo, ordered, open));
            ordered.add(name);
        }
    }

    private static TableShape of(DatabaseMetaData about, String schema, String name) throws SQLException {
        Map<String, Kind> columns = new LinkedHashMap<>();
        try (ResultSet found = about.getColumns(null, schema, name, "%")) {
            while (found.next()) {
                String column = found.getString("COLUMN_NAME");
                columns.put(column, Kind.of(found.getInt("DATA_TYPE"), name + "." + column));
            }
        }
        Map<Integer, String> key = new TreeMap<>();
        try (ResultSet found = about.getPrimaryKeys(null, schema, name)) {
            while (found.next()) {
                key.put(found.getInt("KEY_SEQ"), found.getString("COLUMN_NAME"));
            }
        }
        return new TableShape(name, columns, List.copyOf(key.values()));
    }

    private static Set<String> referred(DatabaseMetaData about, String schema, String name) throws SQLException {
        Set<String> others = new TreeSet<>();
        try (ResultSet found = about.getImportedKeys(null, schema, name)) {
            while (found.next()) {
                others.add(found.getString("PKTABLE_NAME"));
            }
        }
        others.remove(name);
        return others;
    }

    String select() {
        return "select " + String.join(", ", columns.keySet()) + " from " + name + " order by "
                + String.join(", ", key);
    }

    String insert() {
        return "insert into " + name + " (" + String.join(", ", columns.keySet()) + ") values ("
                + String.join(", ", columns.keySet().stream().map(column -> "?").toList()) + ")";
    }

    ObjectNode read(ResultSet row) throws SQLException {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        int index = 0;
        for (Map.Entry<String, Kind> column : columns.entrySet()) {
            index++;
            String name = column.getKey();
            switch (column.getValue()) {
                case NUMBER -> json.put(name, row.getLong(index));
                case TRUTH -> json.put(name, row.getBoolean(index));
                case TEXT -> json.put(name, row.getString(index));
                case DATE -> json.put(name, String.valueOf(row.getObject(index, LocalDate.class)));
                case TIME -> {
                    OffsetDateTime time = row.getObject(index, OffsetDateTime.class);
                    json.put(name, time == null ? "" : time.toInstant().toString());
                }
            }
            if (row.wasNull()) {
                json.putNull(name);
            }
        }
        return json;
    }

    void write(ObjectNode json, PreparedStatement insert) throws SQLException {
        List<String> unknown = new ArrayList<>(json.propertyNames());
        unknown.removeAll(columns.keySet());
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(name + " has no column " + unknown.get(0));
        }
        int index = 0;
        for (Map.Entry<String, Kind> column : columns.entrySet()) {
            index++;
            JsonNode value = json.get(column.getKey());
            if (value == null || value.isNull()) {
                insert.setObject(index, null);
                continue;
            }
            switch (column.getValue()) {
                case NUMBER -> insert.setLong(index, value.asLong());
                case TRUTH -> insert.setBoolean(index, value.asBoolean());
                case TEXT -> insert.setString(index, value.asString());
                case DATE -> insert.setObject(index, LocalDate.parse(value.asString()));
                case TIME -> insert.setObject(index, OffsetDateTime.parse(value.asString()));
            }
        }
    }
}
