package redline.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.Filter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Who may submit, and how often. */
class DoorsTest {
    private Instant now = Instant.parse("2025-09-01T08:00:00Z");
    private final Pace pace = new Pace(new DoorSettings(2, Duration.ofMinutes(10)), new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    });

    @Test
    void one_address_may_submit_twice_in_ten_minutes_and_look_as_often_as_it_likes() throws Exception {
        assertThat(answer(pace, from("10.0.0.1", "POST"))).isEqualTo(200);
        assertThat(answer(pace, from("10.0.0.1", "POST"))).isEqualTo(200);
        assertThat(answer(pace, from("10.0.0.1", "POST"))).isEqualTo(429);
        assertThat(answer(pace, from("10.0.0.1", "GET"))).isEqualTo(200);
        assertThat(answer(pace, from("10.0.0.2", "POST"))).isEqualTo(200);

        now = now.plus(Duration.ofMinutes(10)).plusSeconds(1);
        assertThat(answer(pace, from("10.0.0.1", "POST"))).isEqualTo(200);
    }

    @Test
    void a_submission_comes_from_our_own_pages_or_from_a_program() throws Exception {
        assertThat(submitted(null, null)).isEqualTo(200);
        assertThat(submitted("same-origin", null)).isEqualTo(200);
        assertThat(submitted("none", null)).isEqualTo(200);
        assertThat(submitted("same-site", null)).isEqualTo(403);
        assertThat(submitted("cross-site", "https://ours")).isEqualTo(403);
        assertThat(submitted(null, "https://ours")).isEqualTo(200);
        assertThat(submitted(null, "https://ours.example")).isEqualTo(403);
        assertThat(submitted(null, "null")).isEqualTo(403);
        assertThat(submitted(null, ":::")).isEqualTo(403);
    }

    private static int submitted(String site, String origin) throws Exception {
        MockHttpServletRequest request = from("10.0.0.1", "POST");
        request.addHeader("Host", "ours");
        if (site != null) {
            request.addHeader("Sec-Fetch-Site", site);
        }
        if (origin != null) {
            request.addHeader("Origin", origin);
        }
        return answer(new SameOrigin(), request);
    }

    private static int answer(Filter door, MockHttpServletRequest request) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        door.doFilter(request, response, new MockFilterChain());
        return response.getStatus();
    }

    private static MockHttpServletRequest from(String address, String method) {
        MockHttpServletRequest request = new MockHttpServletRequest(method, "/checks");
        request.setRemoteAddr(address);
        return request;
    }
}
