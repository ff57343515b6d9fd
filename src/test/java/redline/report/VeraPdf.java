package redline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** What veraPDF finds wrong with a document that is to be PDF/A-3u and PDF/UA-1. */
public final class VeraPdf {
    private static final List<PDFAFlavour> ASKED = List.of(PDFAFlavour.PDFA_3_U, PDFAFlavour.PDFUA_1);

    static {
        VeraGreenfieldFoundryProvider.initialise();
    }

    private VeraPdf() {}

    /** By standard and clause: the first place where it is broken. */
    public static Map<String, String> faults(byte[] pdf) throws Exception {
        Map<String, String> faults = new TreeMap<>();
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), ASKED.get(0));
                PDFAValidator validator = Foundries.defaultInstance().createValidator(ASKED)) {
            List<ValidationResult> results = validator.validateAll(parser);
            assertThat(results).extracting(ValidationResult::getPDFAFlavour).hasSameElementsAs(ASKED);
            for (ValidationResult result : results) {
                assertThat(result.getTotalAssertions()).isPositive();
                for (TestAssertion one : result.getTestAssertions()) {
                    faults.putIfAbsent(
                            result.getPDFAFlavour() + " " + one.getRuleId().getClause() + "-"
                                    + one.getRuleId().getTestNumber(),
                            one.getMessage() + " " + one.getLocation().getContext());
                }
                assertThat(result.isCompliant()).isEqualTo(faults.isEmpty());
            }
        }
        return faults;
    }
}
