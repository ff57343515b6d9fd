package redline.system;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every ordinary change by all packs; {@link OrdinaryChangesTest} does a few. */
@Tag("soak")
class AllOrdinaryChangesTest extends OrdinaryChangesDone {
    @Override
    PolicyOffice office(Path folder) throws IOException {
        return PolicyOffice.whole(folder);
    }

    /** {@code -Dredline.change=03} runs those alone whose folder begins so. */
    static List<OrdinaryChange> all() {
        String only = System.getProperty("redline.change", "");
        return OrdinaryChange.all().stream()
                .filter(change -> change.name().startsWith(only))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("all")
    void it_is_done_in_the_workshop(OrdinaryChange change) {
        done(change);
    }
}
