package redline.system;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;
import redline.casefile.Accounts;
import redline.casefile.Accounts.Standing;
import redline.casefile.ApiKeys;

/** Lets in programs with the key of an account that may still enter; for this request alone. */
final class KeyDoor extends OncePerRequestFilter {
    private static final String BEARER = "Bearer ";

    private final ApiKeys keys;
    private final Accounts accounts;

    KeyDoor(ApiKeys keys, Accounts accounts) {
        this.keys = keys;
        this.accounts = accounts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String given = request.getHeader(HttpHeaders.AUTHORIZATION);
        Optional<Standing> standing = given == null || !given.startsWith(BEARER)
                ? Optional.empty()
                : keys.account(given.substring(BEARER.length()).strip())
                        .flatMap(accounts::standing)
                        .filter(found ->
                                !found.account().disabled() && !found.account().mustChange());
        standing.ifPresent(found -> SecurityContextHolder.setContext(new SecurityContextImpl(new Entered(found))));
        chain.doFilter(request, response);
    }

    /** A stream of events comes through the door once more when it ends. */
    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    /** Asks for a key. */
    static void ask(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
    }
}
