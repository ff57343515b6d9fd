package redline.system;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.web.filter.OncePerRequestFilter;
import redline.casefile.Accounts;
import redline.casefile.Accounts.Standing;

/**
 * Looks at every request whether who logged in is still welcome: an account that was disabled, or whose password was changed elsewhere, is out
 * at once; one whose password was given by another gets to the page that changes it and nowhere else.
 */
final class Welcome extends OncePerRequestFilter {
    private static final Set<String> ALWAYS = Set.of("/office/password", "/office/logout", "/office/login");

    private final Accounts accounts;

    Welcome(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!(SecurityContextHolder.getContext().getAuthentication() instanceof Entered entered)) {
            chain.doFilter(request, response);
            return;
        }
        Optional<Standing> now = accounts.standing(entered.getPrincipal().id())
                .filter(standing -> !standing.account().disabled())
                .filter(standing -> standing.seal().equals(entered.standing().seal()));
        if (now.isEmpty()) {
            new SecurityContextLogoutHandler().logout(request, response, entered);
            send(request, response, "/office/login?out");
        } else if (now.get().account().mustChange() && !ALWAYS.contains(request.getServletPath())) {
            send(request, response, "/office/password");
        } else {
            if (!now.get().equals(entered.standing())) {
                SecurityContextHolder.setContext(new SecurityContextImpl(new Entered(now.get())));
            }
            chain.doFilter(request, response);
        }
    }

    /** A part of a page cannot be sent elsewhere, the whole page can. */
    static void send(HttpServletRequest request, HttpServletResponse response, String path) throws IOException {
        String there = request.getContextPath() + path;
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", there);
        } else {
            response.sendRedirect(there);
        }
    }
}
