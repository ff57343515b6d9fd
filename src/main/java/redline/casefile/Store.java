package redline.casefile;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.h2.Driver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/** The database and the originals of one office, open. */
public final class Store implements AutoCloseable {
    private static final int CONNECTIONS = 10;
    /** H2's ErrorCode.DATABASE_ALREADY_OPEN_1. */
    private static final int H2_IN_USE = 90_020;
    /** PostgreSQL's invalid_catalog_name. */
    private static final String NO_SUCH_DATABASE = "3D000";

    private final HikariDataSource pool;
    private final JdbcClient database;
    private final PlatformTransactionManager transactions;
    private final Originals originals;
    private final StoredRecords records;
    private final AuditLog audit;
    private final Clock clock;

    private Store(HikariDataSource pool, Originals originals, StoredRecords records, Clock clock) {
        this.pool = pool;
        this.database = JdbcClient.create(pool);
        this.transactions = new DataSourceTransactionManager(pool);
        this.originals = originals;
        this.records = records;
        this.clock = clock;
        this.audit = new AuditLog(this, clock);
    }

    /** The database does not open; nothing was changed. */
    public static final class Shut extends IOException {
        public enum Why {
            /** H2: another program has the file open. */
            IN_USE,
            /** No database server answers, or it has no such database. */
            NO_ANSWER,
            /** User or password are not taken. */
            NOT_LET_IN
        }

        private final Why why;

        Shut(Why why, Throwable cause) {
            super(why.name(), cause);
            this.why = why;
        }

        public Why why() {
            return why;
        }

        /** Null where it is another fault. */
        static Shut of(Throwable failure) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof SQLException told && told.getSQLState() != null) {
                    if (told.getErrorCode() == H2_IN_USE) {
                        return new Shut(Why.IN_USE, failure);
                    }
                    if (told.getSQLState().startsWith("28")) {
                        return new Shut(Why.NOT_LET_IN, failure);
                    }
                    if (told.getSQLState().startsWith("08")
                            || told.getSQLState().equals(NO_SUCH_DATABASE)) {
                        return new Shut(Why.NO_ANSWER, failure);
                    }
                }
            }
            return null;
        }
    }

    /**
     * Opens a store, made where there is none, brought to the form of this program where it is older.
     *
     * @throws Shut where the database does not open
     * @throws IOException where the folder cannot be made or written
     */
    public static Store open(StoreSettings settings, Clock clock) throws IOException {
        return open(settings, clock, "latest");
    }

    /** @param version that the database is brought to, one of {@link #versions} */
    static Store open(StoreSettings settings, Clock clock, String version) throws IOException {
        Files.createDirectories(settings.folder());
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(settings.jdbcUrl());
        if (!settings.url().isEmpty()) {
            config.setUsername(settings.user());
            config.setPassword(settings.password());
        }
        config.setMaximumPoolSize(CONNECTIONS);
        config.setPoolName("store");
        HikariDataSource pool = connect(config);
        try {
            migrations(pool).target(version).load().migrate();
            Originals originals = Originals.in(settings.folder());
            return new Store(pool, originals, StoredRecords.in(settings.folder(), originals), clock);
        } catch (IOException | RuntimeException failure) {
            pool.close();
            throw failure;
        }
    }

    private static HikariDataSource connect(HikariConfig config) throws Shut {
        try {
            return new HikariDataSource(config);
        } catch (RuntimeException failure) {
            Shut shut = Shut.of(failure);
            if (shut == null) {
                throw failure;
            }
            throw shut;
        }
    }

    private static FluentConfiguration migrations(DataSource database) {
        return Flyway.configure()
                .dataSource(database)
                .locations("classpath:redline/casefile/migrations")
                .javaMigrations(new V7__SearchRows());
    }

    /** Forms of the database that this program knows. */
    static Set<String> versions() {
        Set<String> versions = new TreeSet<>();
        FluentConfiguration none = migrations(new SimpleDriverDataSource(new Driver(), "jdbc:h2:mem:versions"));
        for (MigrationInfo migration : none.load().info().all()) {
            versions.add(migration.getVersion().toString());
        }
        return versions;
    }

    JdbcClient database() {
        return database;
    }

    DataSource connections() {
        return pool;
    }

    public Originals originals() {
        return originals;
    }

    /** The records of judgings, to be judged again. */
    public StoredRecords records() {
        return records;
    }

    /** Notes a file that is kept already, within a transaction; one that is known stays as it is. */
    void record(Original original) {
        long known = database.sql("select count(*) from original where sha256 = :sha256")
                .param("sha256", original.sha256())
                .query(Long.class)
                .single();
        if (known == 0) {
            // Another may note the same file at this very moment; whoever comes second finds it noted.
            database.sql("insert into original (sha256, size_bytes, kept_at) values (:sha256, :size, :at)"
                            + " on conflict do nothing")
                    .param("sha256", original.sha256())
                    .param("size", original.size())
                    .param("at", OffsetDateTime.now(clock))
                    .update();
        }
    }

    public AuditLog audit() {
        return audit;
    }

    /** Something done in the database. */
    interface Act<T, E extends Exception> {
        T run() throws E, SQLException;
    }

    /** Everything within happens, or nothing does. */
    <T, E extends Exception> T together(Act<T, E> act) throws E {
        return within(new DefaultTransactionDefinition(), act);
    }

    /** Within what others write is not seen; nothing is written. */
    <T, E extends Exception> T snapshot(Act<T, E> act) throws E {
        DefaultTransactionDefinition snapshot = new DefaultTransactionDefinition();
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        return within(snapshot, act);
    }

    private <T, E extends Exception> T within(TransactionDefinition kind, Act<T, E> act) throws E {
        TransactionStatus transaction = transactions.getTransaction(kind);
        try {
            T result = act.run();
            transactions.commit(transaction);
            return result;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        } finally {
            if (!transaction.isCompleted()) {
                transactions.rollback(transaction);
            }
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
