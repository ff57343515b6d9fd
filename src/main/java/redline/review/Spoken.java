package redline.review;

import java.util.Locale;
import redline.quantity.Language;

/** The language that a visitor reads. */
final class Spoken {
    private Spoken() {}

    static Language in(Locale locale) {
        return locale.getLanguage().equals("en") ? Language.EN : Language.ZH;
    }
}
