package redline.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A few ordinary changes of {@code test-cases/ordinary-changes}, one of each kind, by few packs; all of them by all packs are in
 * {@link AllOrdinaryChangesTest}. Each is done in the forms of the workshop and nowhere else: what it asks for
 * first, that nothing is lacking at the end, the words shown for approval, one scheme before and after, and in force by a second person.
 * What is published is put back after each, so that none hangs on another.
 */
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class OrdinaryChangesTest {
    @TempDir
    static Path folder;

    private static PolicyOffice office;
    private static String untouched;

    @BeforeAll
    static void an_office_with_all_rules_and_two_people_of_policy_staff() throws IOException {
        office = new PolicyOffice(folder, Set.of("parcel-conditions", "jiaxing-2018", "example-hangzhou-2026"));
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

    static List<OrdinaryChange> quick() {
        return OrdinaryChange.all().stream().filter(OrdinaryChange::quick).toList();
    }

    @ParameterizedTest
    @MethodSource("quick")
    void it_is_done_in_the_workshop(OrdinaryChange change) {
        new ChangeInTheWorkshop(office, change).all();
    }
}
