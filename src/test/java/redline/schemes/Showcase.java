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

    SchemeTree tree() {
        return SchemeTree.of(yaml());
    }

    Scheme scheme() {
        return accepted(SchemeReader.read(source("scheme.yaml", yaml()), null));
    }

    static Intake read(SchemeTree tree) {
        return SchemeReader.read(source("scheme.json", tree.json()), null);
    }

    /** The scheme of a file that must be readable. */
    static Scheme accepted(Intake intake) {
        if (intake instanceof Intake.Accepted accepted) {
            return accepted.scheme();
        }
        throw new AssertionError(intake);
    }

    private static Source source(String name, String text) {
        return new Source(name, text.getBytes(StandardCharsets.UTF_8));
    }
}
