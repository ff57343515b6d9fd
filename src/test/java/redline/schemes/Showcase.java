package redline.schemes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import redline.intake.Intake;
import redline.intake.SchemeReader;
import redline.intake.Source;
import redline.scheme.Scheme;

/** The two whole schemes that the product is shown with, and how the tests read them. */
enum Showcase {
    OFFICE("office-2016"),
    WUZHEN("wuzhen-housing");

    private final Path folder;

    Showcase(String folder) {
        this.folder = Path.of("test-cases", "schemes", folder);
    }

    Path folder() {
        return folder;
    }

    String yaml() {
        try {
            return Files.readString(folder.resolve("scheme.yaml"));
        } catch (IOException absent) {
            throw new UncheckedIOException(absent);
        }
    }

    Scheme scheme() {
        return accepted(yaml());
    }

    /** The scheme of a text that must be readable. */
    static Scheme accepted(String yaml) {
        if (read(yaml) instanceof Intake.Accepted accepted) {
            return accepted.scheme();
        }
        throw new AssertionError(read(yaml));
    }

    static Intake read(String yaml) {
        return SchemeReader.read(new Source("scheme.yaml", yaml.getBytes(StandardCharsets.UTF_8)), null);
    }
}
