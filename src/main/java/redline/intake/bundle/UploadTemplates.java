package redline.intake.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files of {@code templates/upload}: an office's own folder wins over the ones in the jar, file by file. */
final class UploadTemplates {
    private static final Path FOLDER = Path.of("templates", "upload");

    private UploadTemplates() {}

    static String text(String name) {
        Path own = FOLDER.resolve(name);
        try {
            if (Files.isRegularFile(own)) {
                return Files.readString(own);
            }
            try (InputStream in = UploadTemplates.class.getResourceAsStream("/templates/upload/" + name)) {
                if (in == null) {
                    throw new IllegalStateException("not in the jar: templates/upload/" + name);
                }
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read templates/upload/" + name, failure);
        }
    }
}
