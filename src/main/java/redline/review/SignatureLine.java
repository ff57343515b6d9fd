package redline.review;

import java.util.ArrayList;
import java.util.List;
import redline.quantity.Language;
import redline.seal.SignatureFound;
import redline.seal.SignatureText;

/**
 * A signature as pages tell of it.
 *
 * @param style class of its mark in the style sheet
 */
public record SignatureLine(String style, String mark, String sentence, List<String> facts) {
    static List<SignatureLine> of(List<SignatureFound> signatures, Language language) {
        List<SignatureLine> lines = new ArrayList<>();
        for (SignatureFound one : signatures) {
            SignatureText text = SignatureText.of(one, lines.size() + 1);
            lines.add(new SignatureLine(
                    one.trusted() ? "pass" : one.broken() ? "violation" : "undetermined",
                    text.mark(),
                    text.sentence().in(language),
                    text.facts().stream().map(fact -> fact.in(language)).toList()));
        }
        return List.copyOf(lines);
    }
}
