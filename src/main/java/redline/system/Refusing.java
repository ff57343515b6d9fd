package redline.system;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.csrf.CsrfException;

/** What is answered to those whom the door does not let in. */
final class Refusing {
    /** Session: what was typed as the login stays in the form. */
    static final String TYPED = "login.typed";
    /** Request: key of the words that the error page shows. */
    static final String WORDS = "refused.words";

    private Refusing() {}

    static void login(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        request.getSession().setAttribute(TYPED, request.getParameter("login"));
        response.sendRedirect(request.getContextPath() + "/office/login?"
                + (why instanceof Gatekeeper.Paused paused ? "wait=" + paused.minutes() : "wrong"));
    }

    static void anonymous(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        Welcome.send(request, response, "/office/login");
    }

    static void denied(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        boolean stale = why instanceof CsrfException;
        if (stale && request.getServletPath().equals("/office/login")) {
            // The form stood open for longer than its session; there is nothing to lose but time.
            response.sendRedirect(request.getContextPath() + "/office/login?late");
            return;
        }
        request.setAttribute(WORDS, stale ? "error.stale" : "error.role");
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }
}
