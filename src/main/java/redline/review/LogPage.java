package redline.review;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import redline.casefile.Account;
import redline.casefile.AuditEntry;
import redline.casefile.AuditLog;
import redline.casefile.AuditLog.Finding;
import redline.casefile.AuditLog.Search;
import redline.casefile.Store;

/** The log: who did what and when, whether the chain is whole, and the whole of it as a file. */
@Controller
class LogPage {
    private static final String PAGE = "web/review/log";
    private static final int LINES = 100;
    private static final ZoneId HERE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(HERE);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withZone(HERE);

    private final AuditLog audit;
    private final ActWords acts;
    private final Clock clock;

    LogPage(Store store, ActWords acts, Clock clock) {
        this.audit = store.audit();
        this.acts = acts;
        this.clock = clock;
    }

    /** @param time of the office's clock */
    record Line(AuditEntry entry, String time, boolean worded) {}

    @GetMapping("/office/log")
    String show(
            @RequestParam(defaultValue = "") String about,
            @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "0") long before,
            Model model) {
        Search search = new Search(about.strip(), who.strip(), act, before);
        List<AuditEntry> found = audit.find(search, LINES + 1);
        SortedSet<String> known = acts.known();
        model.addAttribute("search", search);
        model.addAttribute("acts", known);
        model.addAttribute(
                "lines",
                found.stream()
                        .limit(LINES)
                        .map(entry ->
                                new Line(entry, SECONDS.format(Instant.parse(entry.at())), known.contains(entry.act())))
                        .toList());
        model.addAttribute("older", found.size() > LINES ? found.get(LINES - 1).number() : 0);
        return PAGE;
    }

    @PostMapping("/office/log/verify")
    String verify(@AuthenticationPrincipal Account by, Model model) {
        Finding finding = audit.verify();
        if (finding instanceof Finding.Broken broken) {
            model.addAttribute("broken", broken);
            audit.note(by.name(), "log-verified", "log", Map.of("broken", broken.number()));
        } else if (finding instanceof Finding.Whole whole) {
            model.addAttribute("whole", whole);
            audit.note(by.name(), "log-verified", "log", Map.of("entries", whole.entries()));
        }
        return show("", "", "", 0, model);
    }

    @PostMapping("/office/log/export")
    void export(@AuthenticationPrincipal Account by, HttpServletResponse response) throws IOException {
        audit.note(by.name(), "log-exported", "log", Map.of());
        response.setContentType("application/jsonl");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"redline-log-" + DAY.format(clock.instant()) + ".jsonl\"");
        audit.export(response.getOutputStream());
    }
}
