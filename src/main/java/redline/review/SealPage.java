package redline.review;

import java.io.IOException;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import redline.casefile.Account;
import redline.casefile.Judging;
import redline.casefile.Office;
import redline.casefile.ReportSeals;
import redline.casefile.Role;
import redline.quantity.Language;

/** The report of a round with its sealed copies: sealed here, or sealed elsewhere and brought back. */
@Controller
class SealPage {
    private static final String PLACE = "/office/cases/{number}/rounds/{n}/seal";

    private final RoundDoor door;
    private final ReportSeals seals;
    private final Office office;

    SealPage(RoundDoor door, ReportSeals seals, Office office) {
        this.door = door;
        this.seals = seals;
        this.office = office;
    }

    /** A sealed copy. */
    record CopyLine(ReportSeals.Sealed copy, List<SignatureLine> signatures) {}

    /**
     * The report of a judging.
     *
     * @param number as it is printed on it
     * @param latest whether its judging is the one that is shown
     */
    record ReportLine(Judging judging, String number, boolean latest, List<CopyLine> copies) {}

    @GetMapping(PLACE)
    String show(@AuthenticationPrincipal Account who, @PathVariable String number, @PathVariable int n, Model model) {
        RoundSeen seen = seen(who, number, n);
        Language language = CaseWords.language();
        model.addAttribute("seen", seen);
        model.addAttribute("kase", seen.kase());
        model.addAttribute("base", seen.base());
        model.addAttribute(
                "reports",
                seals.of(seen.round()).stream()
                        .filter(known -> isShown(seen, known) || !known.sealed().isEmpty())
                        .map(known -> new ReportLine(
                                known.judging(),
                                known.number(),
                                isShown(seen, known),
                                known.sealed().stream()
                                        .map(copy -> new CopyLine(copy, SignatureLine.of(copy.told(), language)))
                                        .toList()))
                        .toList());
        model.addAttribute("maySeal", seals.maySeal(who, seen.kase()));
        model.addAttribute("stamps", seals.stamps());
        return "web/review/seal";
    }

    private static boolean isShown(RoundSeen seen, ReportSeals.Known known) {
        return known.judging().id().equals(seen.round().judging());
    }

    /** A round that was judged. */
    private RoundSeen seen(Account who, String number, int n) {
        RoundSeen seen = door.round(who, number, n);
        if (seen.round().judging() == null) {
            throw RoundDoor.none();
        }
        return seen;
    }

    @PostMapping(PLACE)
    String seal(
            @AuthenticationPrincipal Account who,
            @PathVariable String number,
            @PathVariable int n,
            RedirectAttributes told)
            throws IOException {
        Roles.only(who, Role.SECTION_HEAD, Role.APPROVER);
        RoundSeen seen = seen(who, number, n);
        seals.seal(who, seen.kase(), seen.round());
        told.addFlashAttribute("done", "seal.done");
        return "redirect:" + seen.base() + "/seal";
    }

    @PostMapping(PLACE + "/back")
    String bringIn(
            @AuthenticationPrincipal Account who,
            @PathVariable String number,
            @PathVariable int n,
            @RequestParam MultipartFile file,
            RedirectAttributes told)
            throws IOException {
        Roles.only(who, Role.REVIEWER, Role.SECTION_HEAD, Role.APPROVER);
        RoundSeen seen = seen(who, number, n);
        seals.bringIn(who, seen.kase(), seen.round(), String.valueOf(file.getOriginalFilename()), file.getBytes());
        told.addFlashAttribute("done", "seal.taken");
        return "redirect:" + seen.base() + "/seal";
    }

    @GetMapping(PLACE + "/{sha256}")
    ResponseEntity<Resource> copy(
            @AuthenticationPrincipal Account who,
            @PathVariable String number,
            @PathVariable int n,
            @PathVariable String sha256)
            throws IOException {
        RoundSeen seen = seen(who, number, n);
        ReportSeals.Sealed copy = seals.of(seen.round()).stream()
                .flatMap(known -> known.sealed().stream())
                .filter(one -> one.sha256().equals(sha256))
                .findFirst()
                .orElseThrow(RoundDoor::none);
        return Download.of(office.store().originals(), copy.sha256(), MediaType.APPLICATION_PDF, copy.name());
    }
}
