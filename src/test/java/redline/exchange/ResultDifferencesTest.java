package redline.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import redline.exchange.ResultDifferences.Difference;

/** Two results of the same files, held against each other. */
class ResultDifferencesTest {
    private static byte[] result(String profile, String... findings) {
        return ("{\"profile\": \"" + profile + "\", \"packs\": [], \"dates\": {}, \"findings\": ["
                        + String.join(",", findings) + "]}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String finding(String rule, String subject, String verdict, String measured) {
        return """
                {"rule": "%s", "subject": {"id": "%s", "kind": "BUILDING", "name": "%s号楼"}, "verdict": "%s",
                 "cause": null, "force": "PLANNING_CONDITION", "measured": {"value": %s}, "required": null}""".formatted(rule, subject, subject, verdict, measured);
    }

    @Test
    void the_same_bytes_are_the_same() {
        assertThat(ResultDifferences.of(result("few"), result("few")))
                .isEqualTo(new ResultDifferences(true, false, false, false, List.of()));
    }

    @Test
    void what_differs_is_told_by_rule_and_subject_whatever_the_order() {
        ResultDifferences held = ResultDifferences.of(
                result(
                        "few",
                        finding("b", "1", "PASS", "1"),
                        finding("a", "1", "PASS", "7.99"),
                        finding("c", "9", "PASS", "1")),
                result(
                        "tongxiang",
                        finding("a", "1", "PASS", "8.00"),
                        finding("a", "2", "VIOLATION", "1"),
                        finding("b", "1", "PASS", "1")));

        assertThat(held)
                .isEqualTo(new ResultDifferences(
                        false,
                        true,
                        false,
                        false,
                        List.of(
                                new Difference("a", "1号楼", "PLANNING_CONDITION", "PASS", "PASS"),
                                new Difference("a", "2号楼", "PLANNING_CONDITION", "", "VIOLATION"),
                                new Difference("c", "9号楼", "PLANNING_CONDITION", "PASS", ""))));
    }

    @Test
    void what_is_no_result_is_not_compared() {
        assertThatThrownBy(() -> ResultDifferences.of(new byte[] {1}, result("few")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
