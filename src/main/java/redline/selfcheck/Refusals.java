package redline.selfcheck;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Turns what a submission can run into into the error page of its kind. */
@ControllerAdvice
class Refusals {
    @ExceptionHandler(CheckDesk.Full.class)
    void full(HttpServletResponse response) throws IOException {
        response.setHeader("Retry-After", "60");
        response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
    }
}
