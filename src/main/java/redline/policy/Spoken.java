package redline.policy;

import org.springframework.context.i18n.LocaleContextHolder;
import redline.quantity.Language;

/** The language that the visitor reads. */
final class Spoken {
    private Spoken() {}

    static Language now() {
        return LocaleContextHolder.getLocale().getLanguage().equals("en") ? Language.EN : Language.ZH;
    }
}
