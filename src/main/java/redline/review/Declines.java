package redline.review;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import redline.casefile.Declined;

/** What cannot be done, in the words of the page. */
@Component
class Declines {
    private final CaseWords words;

    Declines(CaseWords words) {
        this.words = words;
    }

    /** @throws ResponseStatusException where it is not this person's to do at all */
    String said(Declined declined) {
        if (declined.why() == Declined.Why.NOT_YOURS) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return words.sentence(declined);
    }
}
