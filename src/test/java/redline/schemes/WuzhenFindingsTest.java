package redline.schemes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** All findings of the housing scheme, as {@code expected.yaml} beside it states them. */
class WuzhenFindingsTest {
    @Test
    void the_housing_scheme_has_exactly_the_findings_that_were_written_down() throws IOException {
        String expected = Files.readString(Showcase.WUZHEN.folder().resolve("expected.yaml"));
        Map<String, List<Map<String, Object>>> found = PlainFindings.of(JudgedShowcase.judge(Showcase.WUZHEN));
        Map<String, Object> written = SchemeTree.of(expected).root();
        assertThat(found.keySet()).containsExactlyInAnyOrderElementsOf(written.keySet());
        found.forEach((rule, findings) ->
                assertThat(findings).as(rule).containsExactlyInAnyOrderElementsOf(SchemeTree.rows(written, rule)));
    }
}
