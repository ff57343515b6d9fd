package redline.schemes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import redline.check.CheckResult;
import redline.quantity.Language;
import redline.report.PdfReport;
import redline.report.VeraPdf;

/** Reports are archive files that people who do not see can read. */
class ArchivePdfTest {
    @ParameterizedTest
    @EnumSource(Showcase.class)
    void the_report_of_a_showcase_keeps_to_PDF_A_3u_and_PDF_UA_1_in_both_languages(Showcase showcase) throws Exception {
        CheckResult result = JudgedShowcase.judge(showcase);
        for (Language language : Language.values()) {
            ByteArrayOutputStream pdf = new ByteArrayOutputStream();
            PdfReport.write(result, List.of(), JudgedShowcase.rules(), language, pdf);
            assertThat(VeraPdf.faults(pdf.toByteArray()))
                    .as(showcase + " " + language)
                    .isEmpty();
        }
    }
}
