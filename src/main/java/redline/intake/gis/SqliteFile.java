package redline.intake.gis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteLimits;

/**
 * A SQLite database of unknown origin, read from a private copy: a file in WAL mode writes beside itself even when only read, and a folder may
 * be read-only. Views are never run, a schema is not trusted, work and lengths are bounded. The advice is that of sqlite.org/security.html.
 */
final class SqliteFile implements AutoCloseable {
    private static final int MOST_LENGTH = 64 * 1024 * 1024;
    private static final int STEPS_A_CALL = 100_000;
    /** 4·10⁸ steps of the virtual machine take some seconds; a million plain rows take 10⁷. */
    private static final int MOST_CALLS = 4_000;

    private final Path copy;
    private final Connection connection;
    private final Work work = new Work();
    private final Map<String, String> kinds = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    private static final class Work extends ProgressHandler {
        private int calls;

        @Override
        protected int progress() {
            return ++calls > MOST_CALLS ? 1 : 0;
        }
    }

    private SqliteFile(Path copy, Connection connection) {
        this.copy = copy;
        this.connection = connection;
    }

    /** @throws SQLException where it is no database */
    static SqliteFile open(Path file) throws IOException, SQLException {
        Path copy = Files.createTempFile("redline-", ".sqlite");
        try {
            Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            SQLiteConfig config = new SQLiteConfig();
            config.setReadOnly(true);
            config.enableLoadExtension(false);
            String url = "jdbc:sqlite:file:" + copy.toUri().getRawPath() + "?mode=ro&immutable=1";
            SqliteFile opened = new SqliteFile(copy, config.createConnection(url));
            opened.secure();
            return opened;
        } catch (SQLException | IOException | RuntimeException failed) {
            Files.deleteIfExists(copy);
            throw failed;
        }
    }

    private void secure() throws SQLException {
        try {
            SQLiteConnection own = connection.unwrap(SQLiteConnection.class);
            own.setLimit(SQLiteLimits.SQLITE_LIMIT_LENGTH, MOST_LENGTH);
            own.setLimit(SQLiteLimits.SQLITE_LIMIT_SQL_LENGTH, 1_000_000);
            own.setLimit(SQLiteLimits.SQLITE_LIMIT_ATTACHED, 0);
            ProgressHandler.setHandler(connection, STEPS_A_CALL, work);
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA trusted_schema = OFF");
                statement.execute("PRAGMA cell_size_check = ON");
                statement.execute("PRAGMA query_only = ON");
                statement.execute("PRAGMA mmap_size = 0");
            }
            try (Statement statement = connection.createStatement();
                    ResultSet objects = statement.executeQuery(
                            "SELECT name, type, sql FROM sqlite_master WHERE type IN ('table', 'view')")) {
                while (objects.next()) {
                    String sql = objects.getString(3);
                    boolean virtual =
                            sql != null && sql.toUpperCase(Locale.ROOT).matches("(?s)\\s*CREATE\\s+VIRTUAL\\b.*");
                    kinds.put(objects.getString(1), virtual ? "virtual" : objects.getString(2));
                }
            }
        } catch (SQLException | RuntimeException failed) {
            connection.close();
            throw failed;
        }
    }

    /** {@code table}, {@code view}, {@code virtual}, or null where there is nothing of that name. */
    String kind(String name) {
        return name == null ? null : kinds.get(name);
    }

    boolean overworked() {
        return work.calls > MOST_CALLS;
    }

    /** The rows of a real table; {@code columns} is trusted text. */
    ResultSet rows(Statement statement, String columns, String table) throws SQLException {
        return statement.executeQuery("SELECT " + columns + " FROM " + quoted(table));
    }

    Statement statement() throws SQLException {
        return connection.createStatement();
    }

    /**
     * @param names of stored columns, in order; a computed column could do any amount of work and is left out
     * @param key the single column of the primary key, or null
     */
    record Columns(List<String> names, String key, boolean computed) {
        String list() {
            return names.stream().map(SqliteFile::quoted).collect(Collectors.joining(", "));
        }
    }

    Columns columns(String table) throws SQLException {
        List<String> names = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        boolean computed = false;
        try (Statement statement = statement();
                ResultSet columns = statement.executeQuery("PRAGMA table_xinfo(" + quoted(table) + ")")) {
            while (columns.next()) {
                if (columns.getInt("hidden") != 0) {
                    computed = true;
                    continue;
                }
                names.add(columns.getString("name"));
                if (columns.getInt("pk") > 0) {
                    keys.add(columns.getString("name"));
                }
            }
        }
        return new Columns(names, keys.size() == 1 ? keys.get(0) : null, computed);
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    @Override
    public void close() throws IOException {
        try {
            connection.close();
        } catch (SQLException alreadyBroken) {
            // the copy is deleted all the same
        } finally {
            Files.deleteIfExists(copy);
        }
    }
}
