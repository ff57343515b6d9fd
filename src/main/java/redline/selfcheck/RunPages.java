package redline.selfcheck;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import redline.check.CheckResult;
import redline.exchange.Exchange;
import redline.intake.Source;
import redline.intake.sheet.WorkbookWriter;
import redline.output.FindingsFile;
import redline.quantity.Language;
import redline.report.ResultJson;
import redline.report.SunSection;
import redline.report.Words;
import redline.screen.ComplaintLine;
import redline.screen.EvidencePane;
import redline.screen.ResultPage;
import redline.upload.Material;
import redline.upload.Step;

/** A check by its id: its steps while it works, then its result, its complaints, or why there is none. */
@Controller
class RunPages {
    private static final DateTimeFormatter UNTIL = DateTimeFormatter.ofPattern("HH:mm");

    private static final MediaType SVG = MediaType.parseMediaType("image/svg+xml");
    private static final MediaType XLSX = MediaType.parseMediaType(WorkbookWriter.MEDIA_TYPE);

    private final CheckDesk desk;
    private final SelfCheckSettings settings;
    private final Exchange exchange;

    RunPages(CheckDesk desk, SelfCheckSettings settings, Exchange exchange) {
        this.exchange = exchange;
        this.desk = desk;
        this.settings = settings;
    }

    /** A step with the state it is in: done, now or next. */
    record StepLine(Step step, String state) {}

    @GetMapping("/results/{id}")
    String show(
            @PathVariable String id,
            @RequestParam(name = "finding", required = false) Integer finding,
            Model model,
            Locale locale) {
        CheckRun run = run(id);
        Language language = Spoken.in(locale);
        model.addAttribute("id", run.id());
        model.addAttribute("submission", run.submission());
        Progress progress = run.progress();
        if (progress instanceof Progress.Finished finished) {
            return result(run, finished, finding, model, language);
        }
        if (progress instanceof Progress.Understood understood) {
            return DataCheckPages.show(
                    run, understood.data(), DataCheckPages.asked(run, understood.data()), null, model, locale);
        }
        if (progress instanceof Progress.Refused refused) {
            model.addAttribute(
                    "complaints",
                    refused.complaints().stream()
                            .map(complaint -> ComplaintLine.of(complaint, language))
                            .toList());
            model.addAttribute("fromForm", run.submission().form() != null);
            return "web/selfcheck/refused";
        }
        if (progress.ended()) {
            model.addAttribute("how", how(progress));
            return "web/selfcheck/ended";
        }
        steps(run, progress, model);
        return "web/selfcheck/run";
    }

    private static String how(Progress ended) {
        return ended instanceof Progress.Cancelled
                ? "cancelled"
                : ended instanceof Progress.RulesAtFault ? "rules" : "broken";
    }

    private String result(CheckRun run, Progress.Finished finished, Integer finding, Model model, Language language) {
        model.addAttribute("id", run.id());
        model.addAttribute("page", ResultPage.of(finished.result(), language));
        model.addAttribute(
                "remarks",
                finished.remarks().stream()
                        .map(remark -> ComplaintLine.of(remark, language))
                        .toList());
        model.addAttribute("fromForm", run.submission().form() != null);
        model.addAttribute("packs", ExchangePages.packs(exchange, run));
        model.addAttribute(
                "until", UNTIL.format(run.submitted().plus(settings.keep()).atZone(ZoneId.systemDefault())));
        model.addAttribute("evidence", finding == null ? null : evidence(finished, finding, language));
        return "web/selfcheck/result";
    }

    private static EvidencePane evidence(Progress.Finished finished, int number, Language language) {
        CheckResult result = finished.result();
        if (number < 0 || number >= result.findings().size()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return EvidencePane.of(result, finished.remedies().get(), number, Words.of(language));
    }

    /**
     * The steps alone, asked for again and again until the check has ended. Then they ask once more, to leave, and the page is
     * told to load anew: once, because a second time would break off a large result that is still coming.
     */
    @GetMapping("/results/{id}/steps")
    String steps(
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean leave,
            Model model,
            jakarta.servlet.http.HttpServletResponse response) {
        CheckRun run = run(id);
        Progress progress = run.progress();
        if (progress.ended() && leave) {
            response.setHeader("HX-Refresh", "true");
        }
        model.addAttribute("id", run.id());
        model.addAttribute("submission", run.submission());
        steps(run, progress, model);
        return "web/selfcheck/run :: steps";
    }

    private void steps(CheckRun run, Progress progress, Model model) {
        Step now = progress instanceof Progress.Working working ? working.step() : null;
        boolean waiting = progress instanceof Progress.Waiting;
        List<StepLine> lines = new ArrayList<>();
        for (Step step : Step.values()) {
            boolean done = now == null ? !waiting : step.compareTo(now) < 0;
            lines.add(new StepLine(step, done ? "done" : step == now ? "now" : "next"));
        }
        model.addAttribute("steps", lines);
        model.addAttribute("ended", progress.ended());
        model.addAttribute("forRules", progress instanceof Progress.Working working && working.forRules());
        model.addAttribute("before", waiting ? desk.before(run) : null);
    }

    @GetMapping("/results/{id}/findings/{number}")
    String finding(@PathVariable String id, @PathVariable int number, Model model, Locale locale) {
        model.addAttribute("evidence", evidence(finished(id), number, Spoken.in(locale)));
        return "web/selfcheck/evidence :: finding";
    }

    @PostMapping("/results/{id}/cancel")
    String cancel(@PathVariable String id) {
        desk.cancel(run(id));
        return "redirect:/results/" + id;
    }

    @GetMapping("/results/{id}/report.pdf")
    ResponseEntity<byte[]> report(@PathVariable String id, Locale locale) {
        Progress.Finished finished = finished(id);
        byte[] pdf = run(id).report(finished, Spoken.in(locale));
        return download(
                pdf, MediaType.APPLICATION_PDF, finished.result().record().name() + ".pdf");
    }

    @GetMapping("/results/{id}/result.json")
    ResponseEntity<byte[]> json(@PathVariable String id, Locale locale) {
        CheckResult result = finished(id).result();
        return download(
                ResultJson.write(result, Spoken.in(locale)),
                MediaType.APPLICATION_JSON,
                result.record().name() + ".json");
    }

    @GetMapping("/results/{id}/findings.{ending}")
    ResponseEntity<byte[]> findings(@PathVariable String id, @PathVariable String ending, Locale locale) {
        CheckResult result = finished(id).result();
        FindingsFile file = FindingsFile.of(ending)
                .filter(kind -> kind.fits(result))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return download(
                file.write(result, Spoken.in(locale)),
                MediaType.parseMediaType(file.mediaType()),
                result.record().name() + "." + file.ending());
    }

    @GetMapping("/results/{id}/sunlight.xlsx")
    ResponseEntity<byte[]> sunlight(@PathVariable String id, Locale locale) {
        CheckResult result = finished(id).result();
        byte[] workbook = SunSection.workbook(result, Spoken.in(locale))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return download(workbook, XLSX, result.record().name() + ".xlsx");
    }

    @GetMapping("/results/{id}/sunlight.svg")
    ResponseEntity<byte[]> sunPicture(
            @PathVariable String id,
            @RequestParam(defaultValue = "0") int day,
            @RequestParam(defaultValue = "0") int picture,
            Locale locale) {
        String svg = SunSection.picture(finished(id).result(), day, picture, Spoken.in(locale))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return ResponseEntity.ok()
                .contentType(SVG)
                .cacheControl(CacheControl.noStore())
                .body(svg.getBytes(StandardCharsets.UTF_8));
    }

    /** The scheme file that was made from the indicator form. */
    @GetMapping("/results/{id}/scheme")
    ResponseEntity<byte[]> scheme(@PathVariable String id) {
        Submission submission = run(id).submission();
        if (submission.form() == null || !(submission.material() instanceof Material.SchemeFile file)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        Source scheme = file.scheme();
        return download(scheme.bytes(), MediaType.APPLICATION_YAML, scheme.name());
    }

    static ResponseEntity<byte[]> download(byte[] bytes, MediaType type, String name) {
        ContentDisposition disposition = ContentDisposition.attachment()
                .filename(name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_"), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .body(bytes);
    }

    private Progress.Finished finished(String id) {
        if (run(id).progress() instanceof Progress.Finished finished) {
            return finished;
        }
        throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private CheckRun run(String id) {
        return desk.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
