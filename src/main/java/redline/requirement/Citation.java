package redline.requirement;

import redline.quantity.Language;
import redline.quantity.Text;

/**
 * Where a bound was read from: the letter's article, or a document's clause. {@code source} is the letter's number or the pack's
 * title, {@code sourceId} the letter's id or the pack's id.
 *
 * @param document number (文号) of the document that set the value, empty where it is the source itself
 * @param value which value of a pack it was, {@code file@hash}; another value, or the same of another document, has another name; empty
 *     for what no pack holds
 */
public record Citation(String sourceId, Text source, String clause, Grade grade, String document, String value) {
    public Citation(String sourceId, Text source, String clause, Grade grade) {
        this(sourceId, source, clause, grade, "", "");
    }

    /** Whether it is a value of a pack that nobody yet vouched for: below official text, it has to be looked up in its source. */
    public boolean toLookUp() {
        return !value.isEmpty() && grade != Grade.OFFICIAL;
    }

    /** The clause, and the number of the document where it is not the source itself. */
    public String where(Language language) {
        if (document.isEmpty()) {
            return clause;
        }
        return clause + (language == Language.ZH ? "（" + document + "）" : " (" + document + ")");
    }
}
