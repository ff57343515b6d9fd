package redline.schemes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redline.intake.Source;
import redline.intake.bundle.Bundle;
import redline.intake.bundle.Choices;
import redline.intake.bundle.SchemeFiles;
import redline.intake.file.FileContents;
import redline.intake.file.Upload;
import redline.quantity.Language;
import redline.report.ResultJson;
import redline.scheme.Dates;

/** The housing scheme handed in as JSON, as a drawing and a workbook, as GIS files or as a city model is judged alike. */
class SchemeInOtherFormatsTest {
    private static final SchemeFiles FILES =
            SchemeFiles.of(new Source("scheme.yaml", Showcase.WUZHEN.yaml().getBytes(StandardCharsets.UTF_8)));
    private static final String EXPECTED = findings(JudgedShowcase.judge(Showcase.WUZHEN));

    @TempDir
    private Path folder;

    private final List<Upload> uploads = new ArrayList<>();

    private SchemeInOtherFormatsTest with(String name, byte[] bytes) throws IOException {
        uploads.add(Upload.of(Files.write(folder.resolve(name), bytes)));
        return this;
    }

    /** The whole result but for the digest of what was handed in. */
    private static String findings(redline.check.CheckResult result) {
        return new String(ResultJson.write(result, Language.ZH), StandardCharsets.UTF_8)
                .replaceAll("\"sha256\" : \"[0-9a-f]{64}\"", "");
    }

    private void judgedAlike() throws IOException {
        var intake = Bundle.of(uploads).draft(Choices.none()).intake(null, Dates.unknown());
        assertThat(findings(JudgedShowcase.judge(Showcase.accepted(intake)))).isEqualTo(EXPECTED);
    }

    @Test
    void as_json() throws IOException {
        with("方案.json", FILES.json()).judgedAlike();
    }

    @Test
    void as_a_drawing_and_a_workbook() throws IOException {
        with("总平面.dxf", FILES.dxf())
                .with("指标.xlsx", FILES.withoutShapes().xlsx())
                .judgedAlike();
    }

    @Test
    void as_a_geopackage_and_a_csv() throws IOException {
        with("图层.gpkg", FILES.shapesOnly().geoPackage())
                .with("指标.csv", FILES.withoutShapes().csv())
                .judgedAlike();
    }

    @Test
    void as_a_city_model() throws IOException {
        with("模型.city.json", FILES.cityJson()).judgedAlike();
    }

    @Test
    void as_geojson() throws IOException {
        List<FileContents.Trouble> troubles = new ArrayList<>();
        with("图层.geojson", FILES.geoJson(troubles)).judgedAlike();
        assertThat(troubles).isEmpty();
    }
}
