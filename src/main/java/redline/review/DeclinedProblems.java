package redline.review;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import redline.casefile.Declined;
import redline.quantity.Text;

/** What programs are answered where something cannot be done: problem details with the sentence that people read on the page. */
@Order(Ordered.HIGHEST_PRECEDENCE)
@RestControllerAdvice(assignableTypes = {CasesInterface.class, RoundsInterface.class})
class DeclinedProblems {
    private final MessageSource words;

    DeclinedProblems(MessageSource words) {
        this.words = words;
    }

    @ExceptionHandler(Declined.class)
    ProblemDetail declined(Declined declined, Locale locale) {
        HttpStatus status = declined.why() == Declined.Why.NOT_YOURS ? HttpStatus.FORBIDDEN : HttpStatus.CONFLICT;
        Object[] inserts = declined.inserts().stream()
                .map(one -> one instanceof Text text ? (english(locale) ? text.en() : text.zh()) : one)
                .toArray();
        String key = "declined." + declined.why();
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                status, words.getMessage(key, inserts, declined.why().name(), locale));
        problem.setTitle(words.getMessage("declined.title", null, "Not done", locale));
        problem.setProperty("why", declined.why().name());
        return problem;
    }

    private static boolean english(Locale locale) {
        return locale.getLanguage().equals("en");
    }
}
