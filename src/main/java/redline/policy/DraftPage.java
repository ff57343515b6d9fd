package redline.policy;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import redline.casefile.Account;
import redline.casefile.Draft;
import redline.casefile.DraftCheck;
import redline.casefile.DraftFile;
import redline.casefile.Drafts;
import redline.casefile.Publication;
import redline.casefile.Role;
import redline.intake.sheet.WorkbookWriter;
import redline.quantity.Language;
import redline.workshop.BackTest;
import redline.workshop.BackTestResult;
import redline.workshop.BackTests;
import redline.workshop.DraftPaths;
import redline.workshop.DraftReport;
import redline.workshop.Flip;
import redline.workshop.FlipMap;
import redline.workshop.FlipWords;
import redline.workshop.FlipWorkbook;
import redline.workshop.LinesChanged;
import redline.workshop.Workshop;

/** One draft: what it changes, what stands against it, what it does to decided cases, and the steps to being in force. */
@Controller
class DraftPage {
    private static final int FLIPS_SHOWN = 100;

    private final Drafts drafts;
    private final Workshop workshop;
    private final BackTests backTests;

    DraftPage(Drafts drafts, Workshop workshop, BackTests backTests) {
        this.drafts = drafts;
        this.workshop = workshop;
        this.backTests = backTests;
    }

    static Draft found(Drafts drafts, long number) {
        return drafts.byNumber(number).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** A decided case whose answer the draft turns, as the page lists it. */
    record FlipLine(
            String caseNumber,
            String project,
            String rule,
            String ruleTitle,
            String subject,
            String before,
            String after,
            String measured,
            String required,
            String margin) {}

    /** A file of the draft. {@code lines}: those that differ from what is in force, none once it is published. */
    record FileLine(DraftFile file, List<LinesChanged.Line> lines) {}

    /** What is lacking, as the page lists it. {@code path}: of the file in the draft, empty where it is about none. */
    record LackLine(String what, String remedy, String place, String path, int line) {
        static LackLine of(DraftReport.Lack lack, Language language) {
            return new LackLine(
                    lack.what().in(language),
                    lack.remedy().in(language),
                    lack.file() + (lack.line() > 0 ? ":" + lack.line() : ""),
                    DraftPaths.ofFault(lack.file()),
                    lack.line());
        }
    }

    @GetMapping("/office/drafts/{number}")
    String show(@AuthenticationPrincipal Account by, @PathVariable long number, Model model) {
        Draft draft = found(drafts, number);
        model.addAttribute(
                "files",
                drafts.files(draft).stream()
                        .map(file -> new FileLine(
                                file, draft.state() == Draft.State.PUBLISHED ? List.of() : workshop.changed(file)))
                        .toList());
        steps(by, draft, model);
        return "web/policy/draft";
    }

    private void steps(Account by, Draft draft, Model model) {
        model.addAttribute("writes", by.role() == Role.POLICY && draft.state() == Draft.State.OPEN);
        model.addAttribute("approves", draft.state() == Draft.State.SUBMITTED && drafts.mayApprove(by, draft));
        model.addAttribute("canPublish", workshop.canPublish());
        check(draft, model);
        backTest(draft, model);
    }

    /** The part of the page that changes while a check or a back-test runs. */
    @GetMapping("/office/drafts/{number}/progress")
    String progress(@AuthenticationPrincipal Account by, @PathVariable long number, Model model) {
        steps(by, found(drafts, number), model);
        return "web/policy/draft :: progress";
    }

    private void check(Draft draft, Model model) {
        // asked first: a check that ends between the two questions would else be neither running nor there, and the
        // page would stop asking
        model.addAttribute("checking", workshop.checking(draft));
        Optional<DraftCheck> check = drafts.check(draft)
                .filter(one -> draft.state() == Draft.State.PUBLISHED
                        || one.about(draft, workshop.inForce().sha256()));
        model.addAttribute("draft", draft);
        DraftReport report = check.map(one -> DraftReport.of(one.report())).orElse(null);
        model.addAttribute("report", report);
        model.addAttribute(
                "lacking",
                report == null
                        ? List.of()
                        : report.lacking().stream()
                                .map(lack -> LackLine.of(lack, Spoken.now()))
                                .toList());
        model.addAttribute("english", Spoken.now() == Language.EN);
    }

    private void backTest(Draft draft, Model model) {
        BackTests.Run run = backTests.of(draft).orElse(null);
        model.addAttribute("run", run);
        model.addAttribute("running", run != null && !run.ended());
        BackTestResult result = run == null ? null : run.result();
        model.addAttribute("result", result);
        if (result != null) {
            model.addAttribute("rejudged", result.halves().get(BackTest.Mode.REJUDGED));
            model.addAttribute("projected", result.halves().get(BackTest.Mode.PROJECTED));
            List<Flip> flips = result.halves().get(BackTest.Mode.PROJECTED).kept();
            model.addAttribute(
                    "flips",
                    flips.stream().limit(FLIPS_SHOWN).map(DraftPage::line).toList());
        }
    }

    private static FlipLine line(Flip flip) {
        Language language = Spoken.now();
        FlipWords said = FlipWords.of(flip, language);
        return new FlipLine(
                flip.caseNumber(),
                flip.project(),
                flip.rule(),
                flip.ruleTitle().in(language),
                flip.subject().name().in(language),
                said.before(),
                said.after(),
                said.measured(),
                said.required(),
                said.margin());
    }

    @PostMapping("/office/drafts/{number}/check")
    String check(@PathVariable long number) {
        workshop.check(found(drafts, number));
        return "redirect:/office/drafts/" + number;
    }

    @PostMapping("/office/drafts/{number}/drop")
    String drop(@AuthenticationPrincipal Account by, @PathVariable long number, @RequestParam String path) {
        Draft changed = drafts.drop(by, found(drafts, number), List.of(path));
        workshop.check(changed);
        return "redirect:/office/drafts/" + number;
    }

    @PostMapping("/office/drafts/{number}/submit")
    String submit(@AuthenticationPrincipal Account by, @PathVariable long number) {
        workshop.submit(by, found(drafts, number));
        return "redirect:/office/drafts/" + number;
    }

    @PostMapping("/office/drafts/{number}/back")
    String back(
            @AuthenticationPrincipal Account by,
            @PathVariable long number,
            @RequestParam(defaultValue = "") String reason) {
        Draft draft = found(drafts, number);
        if (drafts.mayApprove(by, draft)) {
            drafts.giveBack(by, draft, reason);
        } else {
            drafts.takeBack(by, draft);
        }
        return "redirect:/office/drafts/" + number;
    }

    @PostMapping("/office/drafts/{number}/withdraw")
    String withdraw(@AuthenticationPrincipal Account by, @PathVariable long number) {
        drafts.withdraw(by, found(drafts, number));
        return "redirect:/office/drafts";
    }

    @PostMapping("/office/drafts/{number}/publish")
    String publish(
            @AuthenticationPrincipal Account by,
            @PathVariable long number,
            org.springframework.web.servlet.mvc.support.RedirectAttributes told) {
        Publication publication = workshop.publish(by, found(drafts, number));
        told.addFlashAttribute("published", publication.number());
        return "redirect:/office/drafts/" + number;
    }

    @PostMapping("/office/drafts/{number}/back-test")
    String startBackTest(@PathVariable long number) {
        backTests.start(found(drafts, number));
        return "redirect:/office/drafts/" + number + "#back-test";
    }

    @PostMapping("/office/drafts/{number}/back-test/cancel")
    String cancelBackTest(@PathVariable long number) {
        backTests.cancel(found(drafts, number));
        return "redirect:/office/drafts/" + number + "#back-test";
    }

    @GetMapping("/office/drafts/{number}/back-test.xlsx")
    void workbook(@PathVariable long number, jakarta.servlet.http.HttpServletResponse response) throws IOException {
        BackTestResult result = result(number);
        response.setContentType(WorkbookWriter.MEDIA_TYPE);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"back-test-" + number + ".xlsx\"");
        try (OutputStream out = response.getOutputStream()) {
            FlipWorkbook.write(result, Spoken.now(), out);
        }
    }

    @GetMapping("/office/drafts/{number}/back-test.svg")
    ResponseEntity<String> map(@PathVariable long number) {
        List<Flip> flips = result(number).halves().get(BackTest.Mode.PROJECTED).kept();
        return ResponseEntity.ok()
                .contentType(new MediaType("image", "svg+xml", java.nio.charset.StandardCharsets.UTF_8))
                .body(FlipMap.svg(flips, Spoken.now()));
    }

    private BackTestResult result(long number) {
        return backTests
                .of(found(drafts, number))
                .map(BackTests.Run::result)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
