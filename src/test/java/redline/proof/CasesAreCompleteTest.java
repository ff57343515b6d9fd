package redline.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import redline.rulepack.RulePage;

/** A rule without cases does not ship (promise 4). */
class CasesAreCompleteTest {
    /** What the applicant's tables say twice is compared, and every road, ramp, lot and projection is bounded, whatever else is so. */
    private static final Set<String> ALWAYS_APPLIES = Set.of(
            "declared-differs",
            "total-area-differs",
            "far-arithmetic-differs",
            "buildings-area-differs",
            "buildings-far-area-differs",
            "site-road-width",
            "road-gradient",
            "red-line-projection",
            "open-lot-exit-width",
            "garage-buffer-site-road",
            "garage-buffer-red-line",
            "dwelling-sunlight-2025",
            "public-room-sunlight",
            "jiaxing-care-sunlight",
            "sunlight-report-differs",
            "garage-bicycle-exit-spacing-1021",
            "garage-clear-height-1021",
            "garage-exit-spacing-1021",
            "ramp-slope-1021",
            "vehicle-factor-1021",
            "fire-lane-gradient",
            "fire-lane-height",
            "fire-lane-wall",
            "fire-lane-width",
            "fire-turning-radius",
            "fire-dead-end",
            "fire-lane-slope-55037");

    /** Asks a person where it applies: there is nothing that it could find met or not met. */
    private static final Set<String> ONLY_ASKS = Set.of("article-by-hand", "balcony-share", "sunlight-range");

    @Test
    void every_rule_has_cases_of_all_four_verdicts() {
        List<String> lacking = new ArrayList<>();
        for (RulePage page : Rules.BOOK.pages()) {
            for (String verdict : List.of("pass", "violation", "undetermined", "not-applicable")) {
                boolean has = Rules.CASES.of(page.id()).stream()
                        .anyMatch(c -> c.folder().matches("[0-9]{2}-" + verdict + "-.*"));
                boolean decides = verdict.equals("pass") || verdict.equals("violation");
                boolean excused = decides
                        ? ONLY_ASKS.contains(page.id())
                        : verdict.equals("not-applicable") && ALWAYS_APPLIES.contains(page.id());
                if (!has && !excused) {
                    lacking.add(page.id() + ": " + verdict);
                }
            }
        }
        assertThat(lacking).isEmpty();
    }

    @Test
    void the_folder_of_a_case_names_its_worst_verdict() {
        List<String> wrong = new ArrayList<>();
        for (RuleCase one : Rules.CASES.all()) {
            String verdict = one.folder().substring(3);
            List<String> expected =
                    one.expected().stream().map(RuleCase.Expected::verdict).toList();
            boolean fits = verdict.startsWith("grid")
                    || (verdict.startsWith("pass") && expected.contains("符合") && !expected.contains("不符合"))
                    || (verdict.startsWith("violation") && expected.contains("不符合"))
                    || (verdict.startsWith("undetermined") && expected.contains("待核实"))
                    || (verdict.startsWith("not-applicable") && expected.contains("不涉及"));
            if (!fits) {
                wrong.add(one.id());
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void a_case_that_does_not_apply_names_a_twin_that_does() {
        List<String> wrong = new ArrayList<>();
        for (RuleCase one : Rules.CASES.all()) {
            if (one.folder().contains("not-applicable")) {
                boolean found = Rules.CASES.of(one.rule()).stream()
                        .anyMatch(c ->
                                c.folder().equals(one.twin()) && !c.folder().contains("not-applicable"));
                if (!found) {
                    wrong.add(one.id());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void every_folder_of_cases_belongs_to_a_rule_and_every_base_is_used() throws IOException {
        Set<String> rules =
                new TreeSet<>(Rules.BOOK.pages().stream().map(RulePage::id).toList());
        Set<String> used =
                new TreeSet<>(Rules.CASES.all().stream().map(RuleCase::base).toList());
        assertThat(names(Path.of("test-cases/rules"))).isEqualTo(rules);
        assertThat(names(Path.of("test-cases/bases"))).isEqualTo(used);
    }

    private static Set<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return new TreeSet<>(files.map(f -> f.getFileName().toString().replace(".yaml", ""))
                    .toList());
        }
    }
}
