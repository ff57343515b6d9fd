package redline.upload;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import redline.intake.Source;

/** The showcase schemes that come with the program: for a first look, as patterns for one's own file, and to try what was changed on. */
public final class Samples {
    private static final List<String> NAMES = List.of("wuzhen-housing", "office-2016");

    private Samples() {}

    public static List<String> names() {
        return NAMES.stream().filter(name -> find(name).isPresent()).toList();
    }

    public static Optional<Source> find(String name) {
        if (!NAMES.contains(name)) {
            return Optional.empty();
        }
        try (InputStream in = Samples.class.getResourceAsStream("/samples/" + name + "/scheme.yaml")) {
            return in == null ? Optional.empty() : Optional.of(new Source(name + ".yaml", in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException("sample " + name + " cannot be read", e);
        }
    }
}
