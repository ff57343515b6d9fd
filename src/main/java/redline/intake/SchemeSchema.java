package redline.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The published JSON Schema (2020-12) of the scheme file: {@code docs/scheme.schema.json}. */
public final class SchemeSchema {
    private SchemeSchema() {}

    /** The schema as published, ending in a line break. */
    public static String json() {
        try (InputStream file = SchemeSchema.class.getResourceAsStream("scheme.schema.json")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
