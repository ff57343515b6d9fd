package redline.system;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import redline.casefile.StoreSettings;

/**
 * Settings {@code redline.*} of an office.
 *
 * @param office where it keeps its cases
 * @param database of its own; empty for H2 in the folder
 */
@ConfigurationProperties("redline")
record OfficeSettings(
        @DefaultValue Office office, @DefaultValue Database database) {
    /** @param folder empty: no office, the self-check alone */
    record Office(@DefaultValue("") String folder) {}

    /**
     * @param url {@code jdbc:postgresql://…}
     * @param password from the environment, {@code REDLINE_DATABASE_PASSWORD}
     */
    record Database(
            @DefaultValue("") String url,
            @DefaultValue("") String user,
            @DefaultValue("") String password) {}

    StoreSettings store() {
        return new StoreSettings(Path.of(office.folder()), database.url(), database.user(), database.password());
    }
}
