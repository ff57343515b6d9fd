package redline.schemes;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import redline.quantity.Language;
import redline.report.ResultJson;
import tools.jackson.databind.json.JsonMapper;

/** What the whole library says of a scheme keeps to {@code docs/result.schema.json}. */
class PublishedResultTest {
    @ParameterizedTest
    @EnumSource
    void the_result_keeps_to_the_published_schema(Showcase showcase) throws IOException {
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("docs/result.schema.json")));
        byte[] result = ResultJson.write(JudgedShowcase.judge(showcase), Language.ZH);
        assertThat(schema.validate(new JsonMapper().readTree(result))).isEmpty();
    }
}
