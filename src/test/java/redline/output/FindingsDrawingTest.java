package redline.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import redline.check.CheckResult;
import redline.intake.file.Feature;
import redline.intake.file.Reading;
import redline.intake.file.Upload;
import redline.intake.read.FileReader;
import redline.quantity.Language;
import redline.report.SampleCheck;

class FindingsDrawingTest {
    private static final CheckResult HOUSING = SampleCheck.housing();

    @TempDir
    private Path folder;

    @Test
    void a_short_distance_is_a_dimension_line_with_a_balloon_and_what_is_asked() throws IOException {
        List<Feature> violations = drawn(HOUSING, Language.ZH).features().stream()
                .filter(feature -> feature.layer().equals("REDLINE-VIOLATION"))
                .toList();

        assertThat(violations.stream()
                        .filter(feature -> feature.shape() != null)
                        .map(feature -> feature.shape().toText()))
                .contains("LINESTRING (553720 3390000, 553720 3390007.99)");
        assertThat(violations.stream().map(feature -> feature.attributes().get("text")))
                .contains("×4", "7.99 m (≥ 8.00 m)", "×4  退让用地界线 · 2#楼 → 南侧用地界线")
                .contains("7.99 m (≥ 8.00 m);缺 0.01 m;桐土储〔2019〕43号 第3条");
    }

    @Test
    void gdal_reads_the_same_drawing_in_the_schemes_own_coordinates() throws Exception {
        Path file = write(HOUSING, Language.ZH);

        String lines = OtherPrograms.ogrinfo(
                folder,
                "-q",
                file.toString(),
                "entities",
                "-where",
                "Layer = 'REDLINE-VIOLATION' AND SubClasses IS NULL");
        String texts = OtherPrograms.ogrinfo(
                folder, "-q", file.toString(), "entities", "-where", "Layer = 'REDLINE-VIOLATION' AND Text = '×4'");

        assertThat(lines).contains("LINESTRING Z (553720 3390000 0,553720.0 3390007.99 0)");
        assertThat(texts).contains("Text (String) = ×4", "LABEL(f:");
        assertThat(OtherPrograms.ogrinfo(folder, "-so", file.toString(), "entities"))
                .doesNotContain("ERROR", "Warning");
    }

    @Test
    void every_number_of_the_report_stands_in_the_list() throws IOException {
        List<String> texts = drawn(HOUSING, Language.EN).features().stream()
                .map(feature -> feature.attributes().get("text"))
                .filter(java.util.Objects::nonNull)
                .toList();

        for (FindingLine line : FindingLine.of(HOUSING, redline.report.Words.of(Language.EN))) {
            if (line.number() > 0) {
                assertThat(texts).anyMatch(text -> text.startsWith(line.mark() + "  " + line.title()));
            }
        }
        assertThat(texts)
                .contains(
                        "REDLINE-VIOLATION  × Violation",
                        "Coordinate system EPSG:4549  unit m  Redline " + HOUSING.program());
    }

    @Test
    void the_list_lies_below_the_site_and_the_whole_is_nearly_as_wide_as_high() throws IOException {
        List<Coordinate> rows = new ArrayList<>();
        Envelope whole = new Envelope();
        for (Feature feature : drawn(HOUSING, Language.ZH).features()) {
            String text = feature.attributes().get("text");
            whole.expandToInclude(feature.shape().getEnvelopeInternal());
            if (text != null && text.contains(" · ")) {
                rows.add(feature.shape().getCoordinate());
            }
        }

        double south = HOUSING.record().outlines().stream()
                .mapToDouble(outline -> outline.geometry().getEnvelopeInternal().getMinY())
                .min()
                .orElseThrow();
        assertThat(rows).isNotEmpty().allMatch(at -> at.y < south);
        assertThat(whole.getWidth() / whole.getHeight()).isBetween(0.5, 2.0);
    }

    @Test
    void what_complies_is_there_and_switched_off() throws IOException {
        String text = new String(FindingsFile.DXF.write(HOUSING, Language.ZH), Charset.forName("GB18030"));

        assertThat(text)
                .contains("LAYER\n2\nREDLINE-PASS\n70\n0\n62\n-94\n")
                .contains("LAYER\n2\nREDLINE-VIOLATION\n70\n0\n62\n1\n")
                .contains("9\n$INSUNITS\n70\n6\n", "8\nREDLINE-PASS\n");
        assertThat(text)
                .startsWith("0\nSECTION\n2\nHEADER\n9\n$ACADVER\n1\nAC1009\n")
                .endsWith("0\nENDSEC\n0\nEOF\n");
    }

    @Test
    void balloons_cover_no_other() {
        Balloons balloons = new Balloons(1);
        org.locationtech.jts.geom.Coordinate place = new org.locationtech.jts.geom.Coordinate(0, 0);
        List<org.locationtech.jts.geom.Coordinate> all = new java.util.ArrayList<>();
        for (int i = 0; i < 30; i++) {
            all.add(balloons.put(place, 0, 1, 0));
        }
        for (int i = 0; i < all.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertThat(all.get(i).distance(all.get(j))).isGreaterThanOrEqualTo(2);
            }
        }
    }

    @Test
    void a_hostile_or_endless_name_stays_a_text_that_a_drawing_can_hold() throws IOException {
        byte[] bytes = FindingsFile.DXF.write(Altered.hostile(), Language.ZH);

        for (String row : new String(bytes, Charset.forName("GB18030")).split("\n")) {
            assertThat(row.getBytes(Charset.forName("GB18030")).length).isLessThan(256);
        }
        assertThat(drawn(Altered.hostile(), Language.ZH).features().stream()
                        .map(feature -> feature.attributes().get("text"))
                        .filter(text -> text != null && text.contains("HYPERLINK")))
                .isNotEmpty()
                .allMatch(text -> text.contains("=HYPERLINK(\"http://x\",\"1\")<b>&amp;%c_x0041_\\U+4E00"));
    }

    @Test
    void letters_that_the_code_page_lacks_are_written_by_their_number() throws IOException {
        String name = "Łódź m² 〔2019〕 鿏";
        Path file = Files.write(folder.resolve("n.dxf"), FindingsFile.DXF.write(SampleCheck.named(name), Language.ZH));

        assertThat(FileReader.read(Upload.of(file)).features().stream()
                        .map(feature -> feature.attributes().get("text")))
                .anyMatch(text -> text != null && text.contains(name));
        assertThat(Files.readString(file, Charset.forName("GB18030"))).contains("\\U+0141", "\\U+9FCF");
    }

    @Test
    void nothing_found_and_nothing_drawn_is_a_drawing_too() throws IOException {
        assertThat(drawn(Altered.empty(), Language.ZH).features().stream().map(Feature::layer))
                .containsOnly("REDLINE-LIST");
    }

    @Test
    void the_same_result_gives_the_same_bytes() {
        assertThat(Arrays.equals(
                        FindingsFile.DXF.write(SampleCheck.housing(), Language.ZH),
                        FindingsFile.DXF.write(HOUSING, Language.ZH)))
                .isTrue();
    }

    private Reading drawn(CheckResult result, Language language) throws IOException {
        return FileReader.read(Upload.of(write(result, language)));
    }

    private Path write(CheckResult result, Language language) throws IOException {
        return Files.write(folder.resolve("findings.dxf"), FindingsFile.DXF.write(result, language));
    }
}
