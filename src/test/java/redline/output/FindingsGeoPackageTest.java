package redline.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redline.check.CheckResult;
import redline.finding.Verdict;
import redline.intake.file.Upload;
import redline.intake.read.FileReader;
import redline.quantity.Language;
import redline.report.SampleCheck;

class FindingsGeoPackageTest {
    private static final CheckResult HOUSING = SampleCheck.housing();

    @TempDir
    private Path folder;

    @Test
    void gdal_reads_the_layers_of_the_scheme_and_the_findings_in_the_schemes_crs() throws Exception {
        Path file = write(HOUSING, Language.ZH);

        assertThat(OtherPrograms.ogrinfo(folder, "-q", file.toString()).lines())
                .containsExactly(
                        "1: green (Multi Polygon)",
                        "2: parking (Multi Polygon)",
                        "3: road (Multi Line String)",
                        "4: control_line (Multi Line String)",
                        "5: basement (Multi Polygon)",
                        "6: neighbour (Multi Polygon)",
                        "7: parcel (Multi Polygon)",
                        "8: building (Multi Polygon)",
                        "9: findings_areas (Multi Polygon)",
                        "10: findings_lines (Multi Line String)",
                        "11: findings_points (Multi Point)",
                        "12: layer_styles (None)",
                        "13: findings_without_place (None)");
        assertThat(OtherPrograms.ogrinfo(folder, "-so", file.toString(), "findings_lines"))
                .contains("ID[\"EPSG\",4549]", "IDENTIFIER=审查结论·线", "value: Real", "number: Integer");
    }

    @Test
    void gdal_reads_a_violation_with_its_numbers_where_it_lies() throws Exception {
        String read = OtherPrograms.ogrinfo(
                folder, "-q", write(HOUSING, Language.ZH).toString(), "-where", "number = 4", "findings_lines");

        assertThat(read.lines().map(String::strip).filter(line -> !line.isBlank()))
                .containsExactly(
                        "Layer name: findings_lines",
                        "Metadata:",
                        "IDENTIFIER=审查结论·线",
                        "OGRFeature(findings_lines):1",
                        "number (Integer64) = 4",
                        "mark (String) = ×4",
                        "verdict (String) = VIOLATION",
                        "verdict_text (String) = × 不符合",
                        "group_text (String) = 须修改",
                        "rule (String) = setback",
                        "title (String) = 退让用地界线",
                        "subject (String) = 2#楼 → 南侧用地界线",
                        "building (String) = 2#楼",
                        "measured (String) = 7.99 m",
                        "value (Real) = 7.99",
                        "required (String) = ≥ 8.00 m",
                        "comparator (String) = ≥",
                        "bound (Real) = 8",
                        "unit (String) = m",
                        "margin (Real) = -0.01",
                        "margin_unit (String) = m",
                        "says (String) = 退让用地界线应符合规划条件。",
                        "clause (String) = 桐土储〔2019〕43号 第3条",
                        "grade (String) = 转引",
                        "how (String) = 图上量算",
                        "place (String) = MEASURED",
                        "far (Integer64) = 0",
                        "MULTILINESTRING ((553720 3390000,553720.0 3390007.99))");
    }

    @Test
    void each_finding_stands_in_one_table_and_what_is_not_measured_lies_within_what_it_is_about() throws IOException {
        assertThat(FileReader.read(Upload.of(write(HOUSING, Language.EN))).features().stream()
                        .filter(feature -> feature.layer().startsWith("findings_")))
                .hasSize(HOUSING.findings().size());
        List<FindingLine> lines = FindingLine.of(HOUSING, redline.report.Words.of(Language.ZH));
        FindingLine height = lines.get(5);
        assertThat(height.title() + " " + height.subject()).isEqualTo("建筑高度 5#楼");
        assertThat(height.place().orElseThrow().shape().toText()).isEqualTo("POINT (553720 3390074.85)");
        assertThat(height.place().orElseThrow().measured()).isFalse();
        FindingLine access = lines.get(9);
        assertThat(access.subject()).isEqualTo("出入口(未提供)");
        assertThat(access.place()).isEmpty();
    }

    @Test
    void qgis_finds_a_style_for_each_layer_that_tells_the_verdicts_apart() throws Exception {
        String read =
                OtherPrograms.ogrinfo(folder, "-q", write(HOUSING, Language.EN).toString(), "layer_styles");

        for (String layer : List.of(
                "road", "neighbour", "parcel", "building", "findings_areas", "findings_lines", "findings_points")) {
            assertThat(read).contains("f_table_name (String) = " + layer + "\n");
        }
        assertThat(read).contains("useAsDefault (Integer(Boolean)) = 1", "f_geometry_column (String) = geom");
        assertThat(Stream.of(read.split("styleQML \\(String\\) = "))
                        .filter(style -> style.contains("findings_lines") || style.contains("categorizedSymbol"))
                        .filter(style -> Stream.of(Verdict.values())
                                .allMatch(verdict -> style.contains("value=\"" + verdict + "\""))))
                .hasSize(4);
    }

    @Test
    void a_style_is_well_formed() throws Exception {
        LayerStyles styles = new LayerStyles(redline.report.Words.of(Language.ZH));
        List<String> all = new ArrayList<>(List.of(styles.buildings()));
        for (int dimension = 0; dimension < 3; dimension++) {
            all.add(styles.findings(dimension));
            for (redline.fact.Outline.Kind kind : redline.fact.Outline.Kind.values()) {
                all.add(styles.ground(kind, dimension));
            }
        }
        javax.xml.parsers.DocumentBuilderFactory factory = javax.xml.parsers.DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        for (String style : all) {
            assertThat(factory.newDocumentBuilder()
                            .parse(new org.xml.sax.InputSource(new java.io.StringReader(style)))
                            .getDocumentElement()
                            .getTagName())
                    .isEqualTo("qgis");
        }
    }

    @Test
    void without_a_crs_and_without_findings_there_are_empty_layers() throws Exception {
        String read = OtherPrograms.ogrinfo(
                folder, "-so", write(Altered.empty(), Language.ZH).toString(), "findings_lines");

        assertThat(read).contains("Feature Count: 0", "Multi Line String").doesNotContain("EPSG");
    }

    @Test
    void a_hostile_name_is_a_value_like_any_other() throws Exception {
        String read = OtherPrograms.ogrinfo(
                folder, "-q", write(Altered.hostile(), Language.ZH).toString(), "findings_without_place");

        assertThat(read)
                .contains(
                        "subject (String) = =HYPERLINK(\"http://x\",\"1\")<b>&amp;%%c_x0041_\\U+4E00\uD83D\uDE00]]>很长");
    }

    @Test
    void the_same_result_gives_the_same_bytes() {
        assertThat(FindingsFile.GPKG.write(SampleCheck.housing(), Language.ZH))
                .isEqualTo(FindingsFile.GPKG.write(HOUSING, Language.ZH));
    }

    private Path write(CheckResult result, Language language) throws IOException {
        return Files.write(folder.resolve("findings.gpkg"), FindingsFile.GPKG.write(result, language));
    }
}
