package redline.schemes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import redline.check.Check;
import redline.check.CheckResult;
import redline.check.SchemeRecordJson;
import redline.fact.SchemeRecord;
import redline.quantity.Language;
import redline.report.PdfReport;
import redline.report.ResultJson;

/** Promise 5: the same input, rules and program give the same bytes, today from the drawing or years later from the record. */
class SameBytesTest {
    @ParameterizedTest
    @EnumSource(Showcase.class)
    void checking_a_scheme_twice_gives_the_same_bytes(Showcase showcase) {
        assertThat(json(JudgedShowcase.judge(showcase))).isEqualTo(json(JudgedShowcase.judge(showcase)));
    }

    @ParameterizedTest
    @EnumSource(Showcase.class)
    void judging_the_stored_record_again_gives_the_same_bytes(Showcase showcase) {
        CheckResult first = JudgedShowcase.judge(showcase);
        byte[] stored = SchemeRecordJson.write(first.record());
        SchemeRecord read = SchemeRecordJson.read(stored);
        CheckResult again = Check.judge(read, JudgedShowcase.rules(), JudgedShowcase.PROFILE, null);
        assertThat(json(again)).isEqualTo(json(first));
        assertThat(SchemeRecordJson.write(read)).isEqualTo(stored);
    }

    @ParameterizedTest
    @EnumSource(Showcase.class)
    void the_report_of_a_scheme_checked_twice_is_the_same_pdf_byte_for_byte(Showcase showcase) throws IOException {
        assertThat(pdf(JudgedShowcase.judge(showcase))).isEqualTo(pdf(JudgedShowcase.judge(showcase)));
    }

    private static byte[] pdf(CheckResult result) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfReport.write(result, Language.ZH, out);
        return out.toByteArray();
    }

    private static byte[] json(CheckResult result) {
        return ResultJson.write(result, Language.ZH);
    }
}
