package redline.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every ordinary change of {@code test-cases/ordinary-changes} done in the workshop, as {@link OrdinaryChangesTest} does a few, by all packs. */
@Timeout(value = 20, unit = TimeUnit.MINUTES)
@Tag("soak")
class AllOrdinaryChangesTest {
    @TempDir
    static Path folder;

    private static PolicyOffice office;
    private static String untouched;

    @BeforeAll
    static void an_office_with_all_rules_and_two_people_of_policy_staff() throws IOException {
        office = PolicyOffice.whole(folder);
        untouched = office.inForce().sha256();
    }

    @AfterAll
    static void close() {
        if (office != null) {
            office.close();
        }
    }

    @AfterEach
    void the_rules_are_as_they_were_before() throws IOException {
        office.putBack();
        assertThat(office.inForce().sha256()).isEqualTo(untouched);
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
        new ChangeInTheWorkshop(office, change).all();
    }
}
