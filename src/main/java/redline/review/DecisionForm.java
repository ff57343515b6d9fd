package redline.review;

import java.time.LocalDate;
import org.springframework.web.multipart.MultipartFile;
import redline.casefile.Decisions.Kind;

/**
 * A decision as it was typed.
 *
 * @param judging id of the judging that was looked at
 * @param finding its place in the result
 * @param file of the document; null or empty where none was chosen
 */
record DecisionForm(
        String judging,
        int finding,
        Kind kind,
        String verdict,
        String reason,
        String sentence,
        String documentKind,
        String documentNumber,
        String documentDate,
        MultipartFile file) {
    boolean hasFile() {
        return SentFiles.something(file);
    }

    /** Null where it is none. */
    LocalDate date() {
        return CaseWords.day(documentDate).orElse(null);
    }
}
