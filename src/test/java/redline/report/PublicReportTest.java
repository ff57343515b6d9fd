package redline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import redline.check.CheckResult;
import redline.finding.Finding;
import redline.finding.Verdict;
import redline.quantity.Language;

class PublicReportTest {
    private static final CheckResult HOUSING = SampleCheck.housing();

    @Test
    void it_says_what_it_is_and_shows_project_indicators_buildings_and_plan() throws IOException {
        String text = text(pdf(Language.ZH));
        assertThat(text)
                .contains("建设工程设计方案公示(公示版)", "本件不是审查结论,也不是许可", "乌镇示例住宅小区", "桐乡市乌镇镇", "桐土储〔2019〕43号")
                .containsSubsequence("项目概况", "主要技术经济指标", "容积率", "1.3512", "单体一览表", "9#楼", "总平面图", "1:500");
    }

    @Test
    void nothing_of_the_review_of_the_office_or_of_persons_is_in_it() throws IOException {
        String text = text(pdf(Language.ZH));
        assertThat(text).doesNotContain("示例置业有限公司", "绿线", "现状住宅", "不符合", "待核实", "余量", "超出", "审查意见：", "EPSG:4549 X");
        for (Finding finding : HOUSING.findings()) {
            if (finding.verdict() == Verdict.VIOLATION) {
                assertThat(text).doesNotContain(new Reader(Words.of(Language.ZH)).sentence(finding));
            }
        }
        String html = PublicReport.html(HOUSING, Language.ZH);
        assertThat(html).doesNotContain("verdict-VIOLATION\"", "data-finding", "class=\"control-line\"");
        assertThat(Pattern.compile("[×？✓]\\d").matcher(text).find()).isFalse();
    }

    @Test
    void it_carries_no_attachments_and_the_same_result_gives_the_same_bytes() throws IOException {
        byte[] once = pdf(Language.ZH);
        assertThat(pdf(Language.ZH)).isEqualTo(once);
        try (PDDocument document = Loader.loadPDF(once)) {
            assertThat(document.getDocumentCatalog().getNames() == null
                            || document.getDocumentCatalog().getNames().getEmbeddedFiles() == null)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void it_is_an_archive_file_that_can_be_read_aloud(Language language) throws Exception {
        assertThat(VeraPdf.faults(pdf(language))).isEmpty();
    }

    private static byte[] pdf(Language language) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PublicReport.write(HOUSING, language, out);
        return out.toByteArray();
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replace('\u00a0', ' ');
        }
    }
}
