package redline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import redline.check.CheckResult;
import redline.finding.Verdict;
import redline.quantity.Language;

class JunitReportTest {
    @Test
    void only_what_complies_is_a_success() throws Exception {
        CheckResult housing = SampleCheck.housing();
        Document xml = read(JunitReport.write(housing, Language.ZH));
        assertThat(xml.getElementsByTagName("testcase").getLength())
                .isEqualTo(housing.findings().size());
        assertThat(xml.getElementsByTagName("failure").getLength()).isEqualTo(count(housing, Verdict.VIOLATION));
        assertThat(xml.getElementsByTagName("error").getLength()).isEqualTo(count(housing, Verdict.UNDETERMINED));
        assertThat(xml.getElementsByTagName("skipped").getLength()).isEqualTo(count(housing, Verdict.NOT_APPLICABLE));
        Element all = xml.getDocumentElement();
        assertThat(all.getAttribute("tests"))
                .isEqualTo(String.valueOf(housing.findings().size()));
        assertThat(all.getAttribute("failures")).isEqualTo(String.valueOf(count(housing, Verdict.VIOLATION)));
        assertThat(all.getAttribute("errors")).isEqualTo(String.valueOf(count(housing, Verdict.UNDETERMINED)));
    }

    @Test
    void hostile_names_stay_text() throws Exception {
        Document xml = read(JunitReport.write(SampleCheck.named("a\"<b>&\u0007"), Language.ZH));
        assertThat(xml.getElementsByTagName("b").getLength()).isZero();
        assertThat(xml.getDocumentElement().getAttribute("name")).doesNotContain("\u0007");
    }

    private static int count(CheckResult result, Verdict verdict) {
        return (int) result.findings().stream()
                .filter(finding -> finding.verdict() == verdict)
                .count();
    }

    private static Document read(byte[] xml) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(xml));
    }
}
