package redline.casefile;

import java.io.BufferedReader;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.springframework.jdbc.datasource.DataSourceUtils;
import redline.intake.Hash;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A store as one zip: {@code manifest.json}, {@code tables/NAME.jsonl} one row a line, {@code originals/HASH}. It is the same from
 * H2 and PostgreSQL and is restored into either. Taken while others work, it shows one moment.
 */
public final class Backup {
    private static final String MANIFEST = "manifest.json";
    private static final String TABLES = "tables/";
    private static final String ORIGINALS = "originals/";
    private static final JsonMapper JSON = new JsonMapper();
    private static final int FORM = 1;
    private static final int ROWS_AT_ONCE = 500;

    private final Store store;

    public Backup(Store store) {
        this.store = store;
    }

    /** What a backup holds. */
    public record Contents(long rows, long originals, AuditLog.Finding audit) {}

    /** A backup that cannot be restored; nothing was changed. */
    public static final class Refused extends IOException {
        public enum Why {
            NOT_EMPTY,
            NO_BACKUP,
            NEWER,
            DAMAGED
        }

        private final Why why;

        Refused(Why why, String place) {
            super(place);
            this.why = why;
        }

        public Why why() {
            return why;
        }
    }

    /**
     * Writes the file whole or not at all.
     *
     * @throws IOException where it cannot be written, or an original is missing
     */
    public Contents write(Path file) throws IOException {
        Path aside = file.resolveSibling(file.getFileName() + ".part");
        try {
            Contents contents;
            try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(aside))) {
                contents = store.snapshot(() -> write(zip));
            }
            try (FileChannel channel = FileChannel.open(aside, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return contents;
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    /**
     * Writes it out as it is made; where that breaks off, what was written is no whole zip.
     *
     * @throws IOException where it cannot be written, or an original is missing
     */
    public Contents stream(OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        Contents contents = store.snapshot(() -> write(zip));
        zip.finish();
        out.flush();
        return contents;
    }

    private Contents write(ZipOutputStream zip) throws IOException, SQLException {
        Connection connection = DataSourceUtils.getConnection(store.connections());
        try {
            ObjectNode manifest = JSON.createObjectNode();
            manifest.put("redlineBackup", FORM);
            manifest.put("version", version(connection));
            ArrayNode tables = manifest.putArray("tables");
            long rows = 0;
            for (TableShape table : TableShape.all(connection)) {
                ObjectNode told = tables.addObject();
                rows += rows(table, connection, zip, told);
            }
            List<String> originals = originals(connection);
            for (String original : originals) {
                zip.putNextEntry(new ZipEntry(ORIGINALS + original));
                try (InputStream in = store.originals().open(original)) {
                    in.transferTo(zip);
                }
                zip.closeEntry();
            }
            manifest.put("originals", originals.size());
            zip.putNextEntry(new ZipEntry(MANIFEST));
            zip.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
            zip.closeEntry();
            return new Contents(rows, originals.size(), store.audit().verify());
        } finally {
            DataSourceUtils.releaseConnection(connection, store.connections());
        }
    }

    private static long rows(TableShape table, Connection connection, ZipOutputStream zip, ObjectNode told)
            throws IOException, SQLException {
        MessageDigest digest = Hash.begun();
        zip.putNextEntry(new ZipEntry(TABLES + table.name() + ".jsonl"));
        OutputStream out = new DigestOutputStream(new StaysOpen(zip), digest);
        long rows = 0;
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(ROWS_AT_ONCE);
            try (ResultSet row = statement.executeQuery(table.select())) {
                while (row.next()) {
                    out.write(JSON.writeValueAsBytes(table.read(row)));
                    out.write('\n');
                    rows++;
                }
            }
        }
        zip.closeEntry();
        told.put("name", table.name()).put("rows", rows).put("sha256", Hash.ended(digest));
        return rows;
    }

    private static String version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select version from flyway_schema_history"
                        + " where version is not null order by installed_rank desc")) {
            return row.next() ? row.getString(1) : "";
        }
    }

    private static List<String> originals(Connection connection) throws SQLException {
        List<String> all = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select sha256 from original order by sha256")) {
            while (row.next()) {
                all.add(row.getString(1));
            }
        }
        return all;
    }

    /**
     * Makes a store of a backup; one of an older program is brought to the form of this one.
     *
     * @param settings of a store that does not exist yet, or in which nothing was ever done
     * @throws Refused where the store is not empty, or the file is no whole backup of this or an older program; nothing was changed
     * @throws IOException where a file cannot be read or written
     */
    public static Contents restore(Path file, StoreSettings settings, Clock clock) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            JsonNode manifest = manifest(zip);
            String version = manifest.path("version").asString("");
            if (!Store.versions().contains(version)) {
                throw new Refused(Refused.Why.NEWER, version);
            }
            long originals = whole(zip, manifest);
            long rows;
            try (Store asItWas = Store.open(settings, clock, version)) {
                rows = new Backup(asItWas).fill(zip, manifest);
            }
            try (Store store = Store.open(settings, clock)) {
                return new Contents(rows, originals, store.audit().verify());
            }
        } catch (ZipException noZip) {
            throw (Refused) new Refused(Refused.Why.NO_BACKUP, String.valueOf(file.getFileName())).initCause(noZip);
        }
    }

    private static JsonNode manifest(ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry(MANIFEST);
        if (entry == null) {
            throw new Refused(Refused.Why.NO_BACKUP, MANIFEST);
        }
        try (InputStream in = zip.getInputStream(entry)) {
            JsonNode manifest = JSON.readTree(in);
            if (manifest.path("redlineBackup").asInt(0) != FORM) {
                throw new Refused(Refused.Why.NEWER, MANIFEST);
            }
            return manifest;
        } catch (JacksonException damaged) {
            throw (Refused) new Refused(Refused.Why.DAMAGED, MANIFEST).initCause(damaged);
        }
    }

    /** Whether every file in it has the contents that the manifest or its name says; how many originals there are. */
    private static long whole(ZipFile zip, JsonNode manifest) throws IOException {
        for (JsonNode table : manifest.path("tables")) {
            ZipEntry entry = entry(zip, TABLES + table.path("name").asString("") + ".jsonl");
            if (!hash(zip, entry).equals(table.path("sha256").asString(""))) {
                throw new Refused(Refused.Why.DAMAGED, entry.getName());
            }
        }
        List<? extends ZipEntry> originals = originals(zip);
        for (ZipEntry entry : originals) {
            if (!entry.getName().equals(ORIGINALS + hash(zip, entry))) {
                throw new Refused(Refused.Why.DAMAGED, entry.getName());
            }
        }
        if (originals.size() != manifest.path("originals").asInt(-1)) {
            throw new Refused(Refused.Why.DAMAGED, ORIGINALS);
        }
        return originals.size();
    }

    private static List<? extends ZipEntry> originals(ZipFile zip) {
        return zip.stream()
                .filter(entry -> entry.getName().startsWith(ORIGINALS))
                .toList();
    }

    private static ZipEntry entry(ZipFile zip, String name) throws Refused {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new Refused(Refused.Why.DAMAGED, name);
        }
        return entry;
    }

    private static String hash(ZipFile zip, ZipEntry entry) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            return Hash.of(in);
        }
    }

    private long fill(ZipFile zip, JsonNode manifest) throws IOException {
        return store.together(() -> {
            long rows = rows(zip, manifest);
            for (ZipEntry entry : originals(zip)) {
                try (InputStream in = zip.getInputStream(entry)) {
                    store.originals().keep(in);
                }
            }
            return rows;
        });
    }

    private long rows(ZipFile zip, JsonNode manifest) throws IOException, SQLException {
        Connection connection = DataSourceUtils.getConnection(store.connections());
        try {
            if (!manifest.path("version").asString("").equals(version(connection))) {
                throw new Refused(Refused.Why.NOT_EMPTY, "flyway_schema_history");
            }
            List<TableShape> tables = TableShape.all(connection);
            if (tables.size() != manifest.path("tables").size()) {
                throw new Refused(Refused.Why.DAMAGED, "tables");
            }
            empty(connection);
            long rows = 0;
            for (TableShape table : tables) {
                rows += rows(zip, table, manifest.path("tables"), connection);
            }
            return rows;
        } finally {
            DataSourceUtils.releaseConnection(connection, store.connections());
        }
    }

    /** A store is empty where nothing was ever done in it. The one row that a new one has gives way. */
    private static void empty(Connection connection) throws SQLException, Refused {
        try (Statement statement = connection.createStatement()) {
            try (ResultSet row = statement.executeQuery("select number from audit_head where id = 1 for update")) {
                if (!row.next() || row.getLong(1) != 0) {
                    throw new Refused(Refused.Why.NOT_EMPTY, "audit_entry");
                }
            }
            statement.executeUpdate("delete from audit_head");
        }
    }

    private static long rows(ZipFile zip, TableShape table, JsonNode told, Connection connection)
            throws IOException, SQLException {
        JsonNode about = told.valueStream()
                .filter(one -> one.path("name").asString("").equals(table.name()))
                .findFirst()
                .orElseThrow(() -> new Refused(Refused.Why.DAMAGED, table.name()));
        ZipEntry entry = entry(zip, TABLES + table.name() + ".jsonl");
        long rows = 0;
        try (BufferedReader lines =
                        new BufferedReader(new InputStreamReader(zip.getInputStream(entry), StandardCharsets.UTF_8));
                PreparedStatement insert = connection.prepareStatement(table.insert())) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                table.write((ObjectNode) JSON.readTree(line), insert);
                insert.addBatch();
                if (++rows % ROWS_AT_ONCE == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        } catch (JacksonException | ClassCastException | IllegalArgumentException damaged) {
            throw (Refused) new Refused(Refused.Why.DAMAGED, table.name() + " row " + (rows + 1)).initCause(damaged);
        }
        if (rows != about.path("rows").asLong(-1)) {
            throw new Refused(Refused.Why.DAMAGED, table.name());
        }
        return rows;
    }

    private static final class StaysOpen extends FilterOutputStream {
        StaysOpen(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }
    }
}
