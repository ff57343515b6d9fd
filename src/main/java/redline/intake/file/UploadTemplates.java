package redline.intake.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files of {@code templates/upload}: an office's own folder wins over the ones in the jar, file by file. */
public final class UploadTemplates {
    private static final Path FOLDER = Path.of("templates", "upload");

    private UploadTemplates() {}

    /** @throws UncheckedIOException also where it is not in UTF-8 */
    public static String text(String name) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes(name)))
                    .toString();
        } catch (CharacterCodingException other) {
            throw new UncheckedIOException("templates/upload/" + name + " is not in UTF-8", other);
        }
    }

    /** @throws UncheckedIOException where the office's own file cannot be read */
    public static byte[] bytes(String name) {
        Path own = FOLDER.resolve(name);
        try {
            if (Files.isRegularFile(own)) {
                return Files.readAllBytes(own);
            }
            try (InputStream in = UploadTemplates.class.getResourceAsStream("/templates/upload/" + name)) {
                if (in == null) {
                    throw new IllegalStateException("not in the jar: templates/upload/" + name);
                }
                return in.readAllBytes();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read templates/upload/" + name, failure);
        }
    }
}
