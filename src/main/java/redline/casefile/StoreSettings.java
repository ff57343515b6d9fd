package redline.casefile;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where an office keeps its cases.
 *
 * @param folder of the originals, and of the database where {@code url} is empty
 * @param url of a PostgreSQL database ({@code jdbc:postgresql://…}), empty for H2 in the folder
 */
public record StoreSettings(Path folder, String url, String user, String password) {
    public static StoreSettings in(Path folder) {
        return new StoreSettings(folder, "", "", "");
    }

    /** Whether there may be a store already; whether a server has the database is known when it is opened. */
    public boolean present() {
        return Files.isDirectory(folder) && (!url.isEmpty() || Files.exists(folder.resolve("redline.mv.db")));
    }

    String jdbcUrl() {
        return url.isEmpty()
                ? "jdbc:h2:file:" + folder.resolve("redline").toAbsolutePath()
                        + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE"
                        + ";DEFAULT_NULL_ORDERING=HIGH;DEFAULT_LOCK_TIMEOUT=10000;WRITE_DELAY=0"
                        // Answers kept until somebody writes would only make a slow question look fast.
                        + ";OPTIMIZE_REUSE_RESULTS=0"
                : url;
    }
}
