package redline.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ordinary changes of {@code test-cases/ordinary-changes}, each done in the forms of the workshop and nowhere else: what it asks for
 * first, that nothing is lacking at the end, the words shown for approval, one scheme before and after, and in force by a second person.
 * What is published is put back after each, so that none hangs on another.
 */
@Timeout(value = 20, unit = TimeUnit.MINUTES)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OrdinaryChangesDone {
    private PolicyOffice office;
    private String untouched;

    abstract PolicyOffice office(Path folder) throws IOException;

    @BeforeAll
    void an_office_with_rules_and_two_people_of_policy_staff(@TempDir Path folder) throws IOException {
        office = office(folder);
        untouched = office.inForce().sha256();
    }

    @AfterAll
    void close() {
        if (office != null) {
            office.close();
        }
    }

    @AfterEach
    void the_rules_are_as_they_were_before() throws IOException {
        office.putBack();
        assertThat(office.inForce().sha256()).isEqualTo(untouched);
    }

    void done(OrdinaryChange change) {
        new ChangeInTheWorkshop(office, change).all();
    }
}
