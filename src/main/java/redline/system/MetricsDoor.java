package redline.system;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * At the port of the pages, of what the operator may look at there is only the health. The rest answers at a port of its own
 * ({@code management.server.port}), where these filters do not stand.
 */
@Component
@Order(3)
class MetricsDoor extends OncePerRequestFilter {
    private static final String ALL = "/actuator";
    private static final String OPEN = "/actuator/health";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getServletPath();
        if (within(ALL, path) && !within(OPEN, path)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean within(String parent, String path) {
        return path.equals(parent) || path.startsWith(parent + "/");
    }
}
