package redline.review;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import redline.casefile.Account;
import redline.casefile.Backup;
import redline.casefile.Store;

/** A backup while others work; the command line needs H2's file for itself. */
@Controller
class BackupPage {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd-HHmm").withZone(ZoneId.of("Asia/Shanghai"));

    private final Store store;
    private final Clock clock;

    BackupPage(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @GetMapping("/office/backup")
    String show() {
        return "web/review/backup";
    }

    @PostMapping("/office/backup")
    void download(@AuthenticationPrincipal Account by, HttpServletResponse response) throws IOException {
        store.audit().note(by.name(), "backup-taken", "store", Map.of());
        response.setContentType("application/zip");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"redline-" + MINUTE.format(clock.instant()) + ".zip\"");
        new Backup(store).stream(response.getOutputStream());
    }
}
