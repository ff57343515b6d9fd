package redline.review;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import redline.casefile.Account;
import redline.casefile.CaseFiles;
import redline.casefile.Cases;
import redline.casefile.Judging;
import redline.casefile.Judgings;
import redline.casefile.Office;
import redline.casefile.OfficeCase;
import redline.casefile.Role;
import redline.casefile.Round;
import redline.casefile.RoundChoices;
import redline.casefile.Rounds;
import redline.exchange.Exchange;
import redline.intake.bundle.Choices;
import redline.screen.ComplaintLine;

/** The schemes of a case, round by round, and the form that hands in the next one. */
@Controller
class RoundsPage {
    private final Office office;
    private final RoundDoor door;
    private final Cases cases;
    private final Rounds rounds;
    private final CaseFiles files;
    private final Judgings judgings;
    private final RoundPackages arrived;
    private final Exchange exchange;
    private final HandingIn handing;

    RoundsPage(
            Office office,
            RoundDoor door,
            Cases cases,
            Rounds rounds,
            CaseFiles files,
            Judgings judgings,
            RoundPackages arrived,
            Exchange exchange,
            HandingIn handing) {
        this.arrived = arrived;
        this.exchange = exchange;
        this.office = office;
        this.door = door;
        this.cases = cases;
        this.rounds = rounds;
        this.files = files;
        this.judgings = judgings;
        this.handing = handing;
    }

    /**
     * A round of the case, or of the pre-review that it goes on with.
     *
     * @param number of the case that it belongs to
     * @param verdict empty where it was not judged
     * @param pack the package that it came in, null where it came otherwise
     * @param drawn whether its files may be understood otherwise
     */
    record Line(
            String number,
            boolean inherited,
            Round round,
            String verdict,
            List<CaseFiles.Entry> files,
            RoundPackages.Line pack,
            boolean drawn,
            List<ComplaintLine> complaints) {}

    @GetMapping("/office/cases/{number}/rounds")
    String show(@AuthenticationPrincipal Account me, @PathVariable String number, Model model) {
        OfficeCase kase = door.kase(me, number);
        List<Line> lines = new ArrayList<>();
        if (kase.inherits() != null) {
            cases.byId(kase.inherits())
                    .filter(earlier -> Cases.maySee(me, earlier))
                    .ifPresent(earlier ->
                            rounds.of(earlier.id()).forEach(round -> lines.add(line(me, earlier, true, round))));
        }
        rounds.of(kase.id()).forEach(round -> lines.add(line(me, kase, false, round)));
        model.addAttribute("kase", kase);
        model.addAttribute("lines", lines);
        model.addAttribute("today", office.today());
        model.addAttribute("signs", exchange.signs());
        model.addAttribute("submits", handing.may(me, kase));
        model.addAttribute("dated", dated(kase));
        model.addAttribute("mayBeNone", HandingIn.mayBeNone(me));
        return "web/review/rounds";
    }

    private Line line(Account me, OfficeCase kase, boolean inherited, Round round) {
        return new Line(
                kase.number(),
                inherited,
                round,
                judgings.of(round).map(Judging::verdict).orElse(""),
                files.ofRound(round.id()),
                arrived.of(me, round).orElse(null),
                handing.drawn(round),
                Rounds.complaints(round).stream()
                        .map(complaint -> ComplaintLine.of(complaint, CaseWords.language()))
                        .toList());
    }

    /** Whether any of the days is known that rules are dated by. */
    private static boolean dated(OfficeCase kase) {
        return kase.conditionsIssued() != null || kase.contractSigned() != null || kase.applicationReceived() != null;
    }

    @PostMapping("/office/cases/{number}/rounds")
    String submit(
            @AuthenticationPrincipal Account me,
            @PathVariable String number,
            @RequestParam(required = false) List<MultipartFile> file,
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "") String crs,
            @RequestParam(required = false) List<String> absent)
            throws IOException {
        Roles.only(me, Role.APPLICANT, Role.REVIEWER);
        OfficeCase kase = door.kase(me, number);
        LocalDate day = CaseWords.day(on).orElse(office.today());
        Set<String> none = absent == null ? Set.of() : Set.copyOf(absent);
        Round round = handing.submit(
                me,
                kase,
                SentFiles.chosen(file),
                day,
                () -> new RoundChoices(
                        Choices.none().withCrs(AskedChoices.crs(crs)).withNone(none)));
        return "redirect:/office/cases/" + number + "/rounds/" + round.number() + "/progress";
    }
}
