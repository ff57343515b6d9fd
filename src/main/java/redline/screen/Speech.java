package redline.screen;

import redline.quantity.Language;
import redline.quantity.Text;

/** Texts that are not words of the pages, in the visitor's language. */
public record Speech(Language language) {
    public String of(Text text) {
        return text.in(language);
    }
}
