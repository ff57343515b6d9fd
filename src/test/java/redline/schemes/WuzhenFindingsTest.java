package redline.schemes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * All findings of the housing scheme, as {@code expected.yaml} (the rules of its own conditions) and {@code
 * expected-library.yaml} (the rest of the library, taken from a run) beside it state them. What was found is left in
 * {@code target/wuzhen-housing-found.yaml}: after a wanted change of a rule, compare the two files and take over what is right.
 */
class WuzhenFindingsTest {
    @Test
    void the_housing_scheme_has_exactly_the_findings_that_were_written_down() throws IOException {
        String expected = Files.readString(Showcase.WUZHEN.folder().resolve("expected.yaml"))
                + Files.readString(Showcase.WUZHEN.folder().resolve("expected-library.yaml"));
        Map<String, List<Map<String, Object>>> found = PlainFindings.of(JudgedShowcase.judge(Showcase.WUZHEN));
        Files.writeString(Path.of("target", "wuzhen-housing-found.yaml"), PlainFindings.yaml(found));
        Map<String, Object> written = SchemeTree.of(expected).root();
        assertThat(found.keySet()).containsExactlyInAnyOrderElementsOf(written.keySet());
        found.forEach((rule, findings) ->
                assertThat(findings).as(rule).containsExactlyInAnyOrderElementsOf(SchemeTree.rows(written, rule)));
    }
}
