package redline.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import redline.archive.Difference.Change;

class ResultComparisonTest {
    private static final String RESULT = """
            {"verdict": "VIOLATION",
             "packs": [{"id": "p", "sha256": "aa"}],
             "counts": {"violations": 1, "passes": 0},
             "findings": [
               {"rule": "height", "subject": {"kind": "BUILDING", "id": "1#", "name": "1#楼"}, "verdict": "VIOLATION",
                "measured": {"value": 13, "unit": "m", "provenance": "DECLARED"},
                "required": {"comparator": "AT_MOST", "value": 12, "unit": "m", "oneOf": []},
                "missing": [{"path": "a"}, {"path": "b"}]}]}
            """;

    private static List<Difference> after(String... replaced) {
        String other = RESULT;
        for (int i = 0; i < replaced.length; i += 2) {
            assertThat(other).contains(replaced[i]);
            other = other.replace(replaced[i], replaced[i + 1]);
        }
        return ResultComparison.of(RESULT.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static Difference height(Change... changes) {
        return new Difference("height", "1#楼", List.of(changes));
    }

    @Test
    void nothing_differs_from_itself() {
        assertThat(after()).isEmpty();
    }

    @Test
    void a_bound_and_a_measure_are_told_as_people_write_them() {
        assertThat(after("\"value\": 12", "\"value\": 15", "\"value\": 13", "\"value\": 14.5"))
                .containsExactly(
                        height(new Change("measured", "13 m", "14.5 m"), new Change("required", "≤ 12 m", "≤ 15 m")));
    }

    @Test
    void where_they_read_the_same_what_differs_in_them_is_told() {
        assertThat(after("DECLARED", "COMPUTED"))
                .containsExactly(height(new Change("measured.provenance", "DECLARED", "COMPUTED")));
    }

    @Test
    void of_lists_the_entries_that_differ_are_told() {
        assertThat(after(
                        "\"path\": \"b\"",
                        "\"path\": \"c\"",
                        "\"path\": \"a\"}, ",
                        "\"path\": \"a\"}, {\"path\": \"x\"}, "))
                .containsExactly(height(
                        new Change("missing[1].path", "b", "x"), new Change("missing[2]", "", "{\"path\":\"c\"}")));
    }

    @Test
    void the_whole_comes_first_then_packs_then_findings() {
        assertThat(after("\"violations\": 1", "\"violations\": 0", "\"aa\"", "\"bb\"", "1#楼", "2#楼"))
                .containsExactly(
                        new Difference("", "", List.of(new Change("counts.violations", "1", "0"))),
                        new Difference("", "p", List.of(new Change("packs", "aa", "bb"))),
                        new Difference("height", "2#楼", List.of(new Change("subject.name", "1#楼", "2#楼"))));
    }

    @Test
    void a_finding_that_only_one_of_them_has_is_told() {
        assertThat(after("\"1#\"", "\"2#\""))
                .containsExactly(
                        height(new Change("verdict", "", "VIOLATION")), height(new Change("verdict", "VIOLATION", "")));
    }
}
