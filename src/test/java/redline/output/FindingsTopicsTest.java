package redline.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.SAXException;
import redline.check.CheckResult;
import redline.quantity.Language;
import redline.report.SampleCheck;
import redline.report.Words;
import redline.scheme.Dates;

class FindingsTopicsTest {
    private static final CheckResult HOUSING = SampleCheck.housing();

    @Test
    void a_violation_is_a_topic_seen_from_above_its_place() throws IOException {
        Map<String, String> files = files(HOUSING, Language.ZH);
        String markup = files.entrySet().stream()
                .filter(file ->
                        file.getKey().endsWith("markup.bcf") && file.getValue().contains("2#楼 → 南侧"))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
        String guid = markup.substring(0, markup.indexOf('/'));

        assertThat(files.get(markup).replaceAll("Viewpoints Guid=\"[^\"]*\"", "Viewpoints Guid=\"…\""))
                .isEqualTo("""
                        <?xml version="1.0" encoding="UTF-8"?>
                        <Markup>
                          <Topic Guid="%s" TopicType="不符合" TopicStatus="待处理">
                            <Title>×4 退让用地界线 · 2#楼 → 南侧用地界线</Title>
                            <Priority>高</Priority>
                            <Index>4</Index>
                            <Labels>须修改</Labels>
                            <Labels>setback</Labels>
                            <CreationDate>2026-02-27T00:00:00+08:00</CreationDate>
                            <CreationAuthor>Redline</CreationAuthor>
                            <Description>7.99 m (≥ 8.00 m)
                        缺 0.01 m
                        退让用地界线应符合规划条件。
                        桐土储〔2019〕43号 第3条(转引)
                        图上量算</Description>
                          </Topic>
                          <Viewpoints Guid="…">
                            <Viewpoint>viewpoint.bcfv</Viewpoint>
                          </Viewpoints>
                        </Markup>
                        """.formatted(guid));
        assertThat(files.get(guid + "/viewpoint.bcfv").replaceFirst("Guid=\"[^\"]*\"", "Guid=\"…\""))
                .isEqualTo("""
                        <?xml version="1.0" encoding="UTF-8"?>
                        <VisualizationInfo Guid="…">
                          <OrthogonalCamera>
                            <CameraViewPoint><X>553720</X><Y>3390003.995</Y><Z>500</Z></CameraViewPoint>
                            <CameraDirection><X>0</X><Y>0</Y><Z>-1</Z></CameraDirection>
                            <CameraUpVector><X>0</X><Y>1</Y><Z>0</Z></CameraUpVector>
                            <ViewToWorldScale>40</ViewToWorldScale>
                          </OrthogonalCamera>
                          <Lines>
                            <Line>
                            <StartPoint><X>553720</X><Y>3390000</Y><Z>0</Z></StartPoint>
                            <EndPoint><X>553720</X><Y>3390007.99</Y><Z>0</Z></EndPoint>
                            </Line>
                          </Lines>
                        </VisualizationInfo>
                        """);
    }

    @Test
    void every_file_keeps_to_the_format() throws Exception {
        Schema schema = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(getClass().getResource("bcf-2.1.xsd"));
        for (CheckResult result : List.of(HOUSING, Altered.hostile(), Altered.empty())) {
            for (Language language : Language.values()) {
                for (String file : files(result, language).values()) {
                    schema.newValidator()
                            .validate(
                                    new StreamSource(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8))));
                }
            }
        }
        assertThatThrownBy(() -> schema.newValidator()
                        .validate(new StreamSource(new ByteArrayInputStream(
                                "<Markup><Topic Guid=\"1\"/></Markup>".getBytes(StandardCharsets.UTF_8)))))
                .isInstanceOf(SAXException.class);
    }

    @Test
    void each_numbered_finding_is_one_topic_and_one_without_a_place_has_no_viewpoint() throws IOException {
        Map<String, String> files = files(HOUSING, Language.ZH);
        List<FindingLine> numbered = FindingLine.of(HOUSING, Words.of(Language.ZH)).stream()
                .filter(line -> line.number() > 0)
                .toList();

        assertThat(files.keySet().stream().filter(name -> name.endsWith("/markup.bcf")))
                .hasSize(numbered.size());
        assertThat(files.keySet().stream().filter(name -> name.endsWith("/viewpoint.bcfv")))
                .hasSize((int) numbered.stream()
                        .filter(line -> line.place().isPresent())
                        .count());
        assertThat(files.values().stream().filter(file -> file.contains("出入口(未提供)")))
                .hasSize(1)
                .noneMatch(file -> file.contains("Viewpoint"));
    }

    @Test
    void a_finding_keeps_its_guid_whatever_the_language_and_the_scheme_file() {
        assertThat(FindingsFile.BCF.write(SampleCheck.housing(), Language.ZH))
                .isEqualTo(FindingsFile.BCF.write(HOUSING, Language.ZH));
        assertThat(names(HOUSING, Language.EN)).isEqualTo(names(HOUSING, Language.ZH));
        assertThat(names(SampleCheck.named("另一个名字"), Language.ZH)).isEqualTo(names(HOUSING, Language.ZH));
    }

    @Test
    void no_date_is_made_up() {
        CheckResult undated = new CheckResult(
                HOUSING.program(),
                HOUSING.record().on(Dates.unknown()),
                HOUSING.ruling(),
                HOUSING.findings(),
                HOUSING.conclusion());

        assertThat(FindingsFile.BCF.fits(HOUSING)).isTrue();
        assertThat(FindingsFile.BCF.fits(undated)).isFalse();
        assertThatThrownBy(() -> FindingsFile.BCF.write(undated, Language.ZH))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the record states no date");
    }

    private static List<String> names(CheckResult result, Language language) {
        try {
            return List.copyOf(files(result, language).keySet());
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static Map<String, String> files(CheckResult result, Language language) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream zip =
                new ZipInputStream(new ByteArrayInputStream(FindingsFile.BCF.write(result, language)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertThat(files).containsEntry("bcf.version", """
                <?xml version="1.0" encoding="UTF-8"?>
                <Version VersionId="2.1"><DetailedVersion>2.1</DetailedVersion></Version>
                """);
        return files;
    }
}
