package redline.review;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import redline.casefile.Declined;
import redline.quantity.Text;

/** What cannot be done, in the words of the page. */
@Component
class Declines {
    private final MessageSource words;

    Declines(MessageSource words) {
        this.words = words;
    }

    /** @throws ResponseStatusException where it is not this person's to do at all */
    String said(Declined declined, Locale locale) {
        if (declined.why() == Declined.Why.NOT_YOURS) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        Object[] inserts = declined.inserts().stream()
                .map(insert -> insert instanceof Text text ? text.in(Spoken.in(locale)) : insert)
                .toArray();
        return words.getMessage("declined." + declined.why(), inserts, locale);
    }
}
