package redline.review;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Links to the same page in another language: what the page was asked with stays. */
@Component("languageLinks")
class LanguageLinks {
    /** @param code {@code zh} or {@code en} */
    public String to(String code) {
        return "?"
                + ServletUriComponentsBuilder.fromCurrentRequest()
                        .replaceQueryParam("lang", code)
                        .build()
                        .getQuery();
    }
}
