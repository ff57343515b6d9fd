package redline.review;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import redline.casefile.Account;
import redline.casefile.DataChecks;
import redline.casefile.Round;
import redline.casefile.RoundChoices;
import redline.casefile.Rounds;
import redline.intake.bundle.DrawingUnit;
import redline.quantity.Language;
import redline.screen.ChoicesForm;
import redline.screen.ComplaintLine;
import redline.screen.CoordinateSystems;
import redline.screen.DataCheckPage;
import redline.screen.MeaningChoice;
import redline.screen.Speech;
import redline.upload.Understanding;

/** The data check of a round: what was understood of its files, and the form that says otherwise and hands them in once more. */
@Controller
class RoundDataPage {
    /** So long a page waits for the files being read before it says that they are. */
    private static final long PATIENCE = 8_000;

    /** A form waits longer: what was chosen on it stands nowhere else. Reading has a limit of its own. */
    private static final long LONGER = 600_000;

    private static final String FORM = "choices";
    private static final String MADE_WITH = "made-with";

    private final RoundDoor door;
    private final Rounds rounds;
    private final DataChecks checks;
    private final HandingIn handing;

    RoundDataPage(RoundDoor door, Rounds rounds, DataChecks checks, HandingIn handing) {
        this.door = door;
        this.rounds = rounds;
        this.checks = checks;
        this.handing = handing;
    }

    @GetMapping("/office/cases/{number}/rounds/{n}/data")
    String show(
            @AuthenticationPrincipal Account me,
            @PathVariable String number,
            @PathVariable int n,
            @ModelAttribute("refusal") Refusal refusal,
            Model model) {
        RoundSeen seen = door.round(me, number, n);
        boolean refused = refusal.about(FORM);
        RoundChoices choices = refused
                ? madeWith(refusal.typed().getOrDefault(MADE_WITH, ""), seen.round())
                : RoundChoices.of(seen.round());
        Optional<DataChecks.Looked> looked = checks.of(seen.round(), choices, refused ? LONGER : PATIENCE);
        return page(seen, looked, choices, refused ? new ChoicesForm(refusal.typed()) : null, model);
    }

    private static RoundChoices madeWith(String json, Round round) {
        return RoundChoices.read(json).orElseGet(() -> RoundChoices.of(round));
    }

    /** @param typed null for what the choices say */
    private String page(
            RoundSeen seen, Optional<DataChecks.Looked> looked, RoundChoices choices, ChoicesForm typed, Model model) {
        Language language = CaseWords.language();
        model.addAttribute("seen", seen);
        model.addAttribute("kase", seen.kase());
        model.addAttribute("looking", looked.isEmpty());
        model.addAttribute("complaints", List.of());
        model.addAttribute("page", null);
        looked.ifPresent(found -> {
            if (found.data() == null) {
                model.addAttribute(
                        "complaints",
                        found.complaints().stream()
                                .map(complaint -> ComplaintLine.of(complaint, language))
                                .toList());
                return;
            }
            model.addAttribute("page", DataCheckPage.of(found.data(), language));
            model.addAttribute(
                    "asked", typed == null ? ChoicesForm.of(found.data().understanding()) : typed);
            model.addAttribute("madeWith", choices.json());
            model.addAttribute("tried", !choices.equals(RoundChoices.of(seen.round())));
        });
        model.addAttribute("submits", handing.may(seen.who(), seen.kase()));
        model.addAttribute("mayBeNone", HandingIn.mayBeNone(seen.who()));
        model.addAttribute("meanings", MeaningChoice.options(language));
        model.addAttribute("units", Arrays.asList(DrawingUnit.values()));
        model.addAttribute("systems", CoordinateSystems.lines(language));
        model.addAttribute("crs", checks.crs());
        model.addAttribute("speech", new Speech(language));
        return "web/review/round-data";
    }

    /** Reads the files under the choices of the form and shows what comes of it, or hands them in so. */
    @PostMapping("/office/cases/{number}/rounds/{n}/data")
    String choose(
            @AuthenticationPrincipal Account me,
            @PathVariable String number,
            @PathVariable int n,
            @RequestParam Map<String, String> typed,
            Model model) {
        RoundSeen seen = door.round(me, number, n);
        RoundChoices shown = madeWith(typed.getOrDefault(MADE_WITH, ""), seen.round());
        Optional<Understanding> understood = checks.of(seen.round(), shown, LONGER)
                .filter(looked -> looked.data() != null)
                .map(looked -> looked.data().understanding());
        if (understood.isEmpty()) {
            return "redirect:" + seen.base() + "/data";
        }
        ChoicesForm form = new ChoicesForm(typed);
        RoundChoices said = said(me, seen.round(), form, understood.get());
        if (form.text("then").equals("submit")) {
            Round next = rounds.submitAgain(me, seen.round(), said);
            return "redirect:/office/cases/" + number + "/rounds/" + next.number() + "/progress";
        }
        return page(seen, checks.of(seen.round(), said, LONGER), said, null, model);
    }

    private static RoundChoices said(Account me, Round round, ChoicesForm form, Understanding shown) {
        try {
            return HandingIn.asHeMay(
                    me, new RoundChoices(form.choices(shown, HandingIn.mayBeNone(me))), RoundChoices.of(round));
        } catch (ChoicesForm.NoFrame none) {
            throw new Untaken("FRAME");
        }
    }
}
