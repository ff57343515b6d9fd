package redline.system;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;

/**
 * What is shown when a request cannot be answered: what happened and what to do, in the visitor's language, never a stack.
 * Programs, that is requests under {@code /api}, get problem details.
 */
@Controller
@ControllerAdvice
class ErrorPages implements ErrorController {
    private static final Set<Integer> WORDED = Set.of(400, 403, 404, 405, 413, 415, 429, 503);

    private final MessageSource words;

    ErrorPages(MessageSource words) {
        this.words = words;
    }

    @RequestMapping("/error")
    Object show(HttpServletRequest request, Locale locale) {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        String words = request.getAttribute(Refusing.WORDS) instanceof String told ? told : key(status);
        return answer(status, words, String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI)), locale);
    }

    /** Answered here and not at {@code /error}: there the form would be read once more, and be too large once more. */
    @ExceptionHandler(MaxUploadSizeExceededException.class)
    Object tooLarge(HttpServletRequest request, Locale locale) {
        int status = HttpStatus.CONTENT_TOO_LARGE.value();
        return answer(status, key(status), request.getRequestURI(), locale);
    }

    /** A form that sends files and was not sent as one. */
    @ExceptionHandler(MultipartException.class)
    Object noForm(HttpServletRequest request, Locale locale) {
        int status = HttpStatus.BAD_REQUEST.value();
        return answer(status, key(status), request.getRequestURI(), locale);
    }

    private static String key(int status) {
        return "error." + (WORDED.contains(status) ? status : status < 500 ? 400 : 500);
    }

    private Object answer(int status, String key, String path, Locale locale) {
        String title = words.getMessage(key + ".title", null, locale);
        String remedy = words.getMessage(key + ".remedy", null, locale);
        if (path.contains("/api/")) {
            ProblemDetail problem = ProblemDetail.forStatus(status);
            problem.setTitle(title);
            problem.setDetail(remedy);
            problem.setInstance(URI.create(path));
            return ResponseEntity.status(status)
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(problem);
        }
        ModelAndView page = new ModelAndView("web/error");
        page.setStatus(HttpStatus.valueOf(status));
        page.addObject("title", title);
        page.addObject("remedy", remedy);
        page.addObject("home", path.startsWith("/office/") ? "office" : "check");
        return page;
    }
}
