package redline.casefile;

import java.text.Normalizer;
import java.util.Locale;

/** How numbers and names are compared when they are searched: without brackets, blanks and signs, 〔2019〕 like [2019]. */
final class SearchKey {
    private SearchKey() {}

    /** Letters and digits alone, full-width forms as their plain ones, in lower case. */
    static String of(String text) {
        StringBuilder key = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(key::appendCodePoint);
        return key.toString();
    }
}
