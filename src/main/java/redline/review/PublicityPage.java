package redline.review;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import redline.casefile.Account;
import redline.casefile.Cases;
import redline.casefile.Judgings;
import redline.casefile.OfficeCase;
import redline.casefile.Publicity;
import redline.casefile.Results;
import redline.casefile.Role;
import redline.casefile.Round;
import redline.casefile.Rounds;
import redline.check.CheckResult;
import redline.quantity.Language;
import redline.report.PlanDrawing;
import redline.report.PublicReport;
import redline.report.Words;

/** The public display of a scheme, and the version of plan and table that hangs there: without findings and remarks. */
@Controller
class PublicityPage {
    /** Of the plan, px; its legend is left out because it explains verdicts. */
    private static final int WIDTH = 1000;

    private static final int HEIGHT = 700;

    private final RoundDoor door;
    private final Publicity publicity;
    private final Rounds rounds;
    private final Judgings judgings;
    private final Results results;

    PublicityPage(RoundDoor door, Publicity publicity, Rounds rounds, Judgings judgings, Results results) {
        this.door = door;
        this.publicity = publicity;
        this.rounds = rounds;
        this.judgings = judgings;
        this.results = results;
    }

    @GetMapping("/office/cases/{number}/publicity")
    String show(@AuthenticationPrincipal Account me, @PathVariable String number, Model model) {
        OfficeCase kase = door.kase(me, number);
        model.addAttribute("kase", kase);
        model.addAttribute("displays", publicity.all(kase.id()));
        model.addAttribute("printable", rounds.judged(kase.id()).isPresent());
        model.addAttribute("works", !kase.closed() && me.role() != Role.APPLICANT && Cases.mayWork(me, kase));
        return "web/review/publicity";
    }

    @PostMapping("/office/cases/{number}/publicity")
    String note(
            @AuthenticationPrincipal Account me,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String id,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String address,
            @RequestParam(defaultValue = "") String responses,
            @RequestParam(defaultValue = "") String answers,
            RedirectAttributes told) {
        Roles.only(me, Role.REVIEWER, Role.OUTSIDE_REVIEWER);
        OfficeCase kase = door.kase(me, number);
        LocalDate first = CaseWords.day(from).orElseThrow(() -> new Untaken("NO_DAYS"));
        LocalDate last = CaseWords.day(to).orElseThrow(() -> new Untaken("NO_DAYS"));
        publicity.note(
                me,
                kase,
                new Publicity.Display(id.isEmpty() ? null : id, first, last, place, address, responses, answers));
        told.addFlashAttribute("done", "publicity.noted");
        return "redirect:/office/cases/" + number + "/publicity";
    }

    /** A row of the table as the public sees it. */
    record PublicRow(String site, String name, String unit, String required, String measured) {}

    @GetMapping("/office/cases/{number}/publicity/print")
    String print(@AuthenticationPrincipal Account me, @PathVariable String number, Model model) {
        OfficeCase kase = door.kase(me, number);
        Round round = rounds.judged(kase.id()).orElseThrow(RoundDoor::none);
        Language language = CaseWords.language();
        CheckResult result =
                results.of(judgings.of(round).orElseThrow(RoundDoor::none)).result();
        Words words = Words.of(language);
        List<PublicRow> rows = PublicReport.indicators(result, words).stream()
                .map(row -> new PublicRow(row.site(), row.name(), row.unit(), row.required(), row.measured()))
                .toList();
        Optional<Publicity.Display> display = publicity.latest(kase.id());
        model.addAttribute("kase", kase);
        model.addAttribute("display", display.orElse(null));
        model.addAttribute("rows", rows);
        model.addAttribute("sites", rows.stream().anyMatch(row -> !row.site().isEmpty()));
        model.addAttribute(
                "plan",
                PlanDrawing.svg(PublicReport.scheme(result), new PlanDrawing.Options(language, WIDTH, HEIGHT, false)));
        return "web/review/publicity-print";
    }
}
