package redline.schemes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import redline.check.CheckResult;
import redline.quantity.Language;
import redline.report.PdfReport;

/** Reports are archive files that people who do not see can read: what veraPDF finds wrong with them, by rule. */
class ArchivePdfTest {
    private static final List<PDFAFlavour> ASKED = List.of(PDFAFlavour.PDFA_3_U, PDFAFlavour.PDFUA_1);

    @BeforeAll
    static void veraPdf() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    @ParameterizedTest
    @EnumSource(Showcase.class)
    void the_report_of_a_showcase_keeps_to_PDF_A_3u_and_PDF_UA_1_in_both_languages(Showcase showcase) throws Exception {
        CheckResult result = JudgedShowcase.judge(showcase);
        for (Language language : Language.values()) {
            assertThat(faults(pdf(result, language)))
                    .as(showcase + " " + language)
                    .isEmpty();
        }
    }

    private static byte[] pdf(CheckResult result, Language language) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfReport.write(result, List.of(), JudgedShowcase.rules(), language, out);
        return out.toByteArray();
    }

    private static Map<String, String> faults(byte[] pdf) throws Exception {
        Map<String, String> faults = new TreeMap<>();
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), ASKED.get(0));
                PDFAValidator validator = Foundries.defaultInstance().createValidator(ASKED)) {
            for (ValidationResult result : validator.validateAll(parser)) {
                assertThat(result.getTotalAssertions()).isPositive();
                for (TestAssertion one : result.getTestAssertions()) {
                    faults.putIfAbsent(
                            result.getPDFAFlavour() + " " + one.getRuleId().getClause() + "-"
                                    + one.getRuleId().getTestNumber(),
                            one.getMessage() + " " + one.getLocation().getContext());
                }
            }
        }
        return faults;
    }
}
