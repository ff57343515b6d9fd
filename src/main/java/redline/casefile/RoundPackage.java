package redline.casefile;

import java.util.List;
import java.util.Map;

/**
 * The signed package that a round came in, found good before.
 *
 * @param signer what the installation is called that signed it
 * @param fingerprint of its key
 * @param sha256 of the package as it came
 * @param manifest hash of what was signed
 * @param evidence what is kept beside the files of the scheme: what was signed, the signature, result and report of the self-check
 */
public record RoundPackage(
        String signer,
        String fingerprint,
        String sha256,
        String manifest,
        List<? extends CaseFiles.Arriving> evidence) {
    Map<String, ?> details(int round) {
        return Map.of(
                "round", round,
                "signer", signer,
                "fingerprint", fingerprint,
                "sha256", sha256,
                "manifest", manifest);
    }
}
