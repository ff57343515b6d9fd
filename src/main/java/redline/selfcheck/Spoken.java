package redline.selfcheck;

import java.util.Locale;
import redline.quantity.Language;

/** The visitor's language. */
final class Spoken {
    private Spoken() {}

    static Language in(Locale locale) {
        return locale.getLanguage().equals("en") ? Language.EN : Language.ZH;
    }
}
