package redline.system;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** How often one address may submit; one impatient program must not keep the others waiting. */
@Component
@Order(2)
class Pace extends OncePerRequestFilter {
    private static final int ADDRESSES = 10_000;
    private static final int TOO_MANY_REQUESTS = 429;

    private final DoorSettings settings;
    private final Clock clock;
    private final Map<String, Deque<Instant>> submissions = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
            return size() > ADDRESSES;
        }
    };

    Pace(DoorSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        // Who has logged in, or has a key, works as fast as he can; logging in has a pace of its own.
        String path = request.getServletPath();
        return !request.getMethod().equals("POST") || path.startsWith("/office/") || path.startsWith("/api/office/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (admits(request.getRemoteAddr())) {
            chain.doFilter(request, response);
        } else {
            response.setHeader("Retry-After", String.valueOf(settings.within().toSeconds()));
            response.sendError(TOO_MANY_REQUESTS);
        }
    }

    private synchronized boolean admits(String address) {
        Instant now = clock.instant();
        Deque<Instant> sent = submissions.computeIfAbsent(address, first -> new ArrayDeque<>());
        while (!sent.isEmpty() && sent.peekFirst().isBefore(now.minus(settings.within()))) {
            sent.removeFirst();
        }
        if (sent.size() >= settings.submissions()) {
            return false;
        }
        sent.addLast(now);
        return true;
    }
}
