package redline.review;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import redline.casefile.Declined;

/** What programs are answered where something cannot be done: problem details with the sentence that people read on the page. */
@Order(Ordered.HIGHEST_PRECEDENCE)
@RestControllerAdvice(assignableTypes = {CasesInterface.class, RoundsInterface.class})
class DeclinedProblems {
    private final CaseWords words;

    DeclinedProblems(CaseWords words) {
        this.words = words;
    }

    @ExceptionHandler(Declined.class)
    ProblemDetail declined(Declined declined) {
        HttpStatus status = declined.why() == Declined.Why.NOT_YOURS ? HttpStatus.FORBIDDEN : HttpStatus.CONFLICT;
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, words.sentence(declined));
        problem.setTitle(words.say("declined.title"));
        problem.setProperty("why", declined.why().name());
        return problem;
    }

    @ExceptionHandler(Untaken.class)
    ProblemDetail untaken(Untaken untaken) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, words.sentence(untaken));
        problem.setTitle(words.say("declined.title"));
        problem.setProperty("why", untaken.why());
        return problem;
    }
}
