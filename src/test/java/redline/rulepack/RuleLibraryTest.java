package redline.rulepack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules change under a running program; a broken change is kept out and said. */
class RuleLibraryTest {
    private static final LocalDate DAY = LocalDate.of(2025, 6, 1);

    @TempDir
    private Path folder;

    @BeforeEach
    void good_rules() throws IOException {
        write(new MiniRules());
    }

    private void write(MiniRules rules) throws IOException {
        for (Map.Entry<String, byte[]> file : rules.byPath().entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
    }

    @Test
    void an_unchanged_folder_keeps_its_book() {
        RuleLibrary library = RuleLibrary.open(folder);

        assertThat(library.book()).isSameAs(library.book());
        assertThat(library.faults()).isEmpty();
    }

    @Test
    void a_changed_limit_is_there_at_the_next_look() throws IOException {
        RuleLibrary library = RuleLibrary.open(folder);

        write(new MiniRules().replace("p/parameters/highest.yaml", "value: 27", "value: 30"));

        assertThat(library.book().entry("highest", DAY).parameters().get(0).values())
                .extracting(RuleEntry.Dated::value)
                .containsExactly("30 m");
    }

    @Test
    void a_broken_change_is_said_and_the_last_good_rules_stay_until_it_is_mended() throws IOException {
        RuleLibrary library = RuleLibrary.open(folder);
        RuleBook good = library.book();

        write(new MiniRules().replace("p/rules/highest.drl", "BUILDING_HEIGHT", "HOW_TALL"));
        assertThat(library.book()).isSameAs(good);
        assertThat(library.faults()).extracting(Fault::file).containsOnly("p/rules/highest.drl");

        write(new MiniRules());
        assertThat(library.book()).isSameAs(good);
        assertThat(library.faults()).isEmpty();
    }

    @Test
    void rules_that_are_broken_from_the_start_are_refused() throws IOException {
        write(new MiniRules().replace("p/pack.yaml", "layer: local-default", "layer: local"));

        assertThatThrownBy(() -> RuleLibrary.open(folder)).isInstanceOf(PackFault.class);
    }

    @Test
    void a_folder_that_is_not_there_is_named() {
        assertThatThrownBy(() -> RuleLibrary.open(folder.resolve("none")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("none");
    }
}
