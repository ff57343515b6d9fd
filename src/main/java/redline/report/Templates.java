package redline.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files of {@code templates/report}: an office's own folder wins over the ones in the jar, file by file. */
final class Templates {
    private static final Path FOLDER = Path.of("templates", "report");
    private static final String IN_JAR = "/templates/report/";

    private Templates() {}

    /** The text of a template file, from the folder where it is there, else from the jar. */
    static String text(String name) {
        Path own = FOLDER.resolve(name);
        try {
            return Files.isRegularFile(own) ? Files.readString(own) : shipped(name);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + own, failure);
        }
    }

    /** The text as it is in the jar. */
    static String shipped(String name) {
        try (InputStream in = Templates.class.getResourceAsStream(IN_JAR + name)) {
            if (in == null) {
                throw new IllegalStateException("not in the jar: " + IN_JAR + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + name + " from the jar", failure);
        }
    }
}
