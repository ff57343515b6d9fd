package redline.selfcheck;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import redline.intake.Source;

/** The showcase schemes that come with the program, for a first look and as patterns for one's own file. */
@Component
class Samples {
    private static final List<String> NAMES = List.of("wuzhen-housing", "office-2016");

    List<String> names() {
        return NAMES.stream().filter(name -> find(name).isPresent()).toList();
    }

    Optional<Source> find(String name) {
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
