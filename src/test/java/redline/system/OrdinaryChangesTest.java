package redline.system;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A few ordinary changes, one of each kind, by few packs; all of them by all packs are in {@link AllOrdinaryChangesTest}. */
class OrdinaryChangesTest extends OrdinaryChangesDone {
    @Override
    PolicyOffice office(Path folder) throws IOException {
        return new PolicyOffice(folder, Set.of("parcel-conditions", "jiaxing-2018", "example-hangzhou-2026"));
    }

    static List<OrdinaryChange> quick() {
        return OrdinaryChange.all().stream().filter(OrdinaryChange::quick).toList();
    }

    @ParameterizedTest
    @MethodSource("quick")
    void it_is_done_in_the_workshop(OrdinaryChange change) {
        done(change);
    }
}
