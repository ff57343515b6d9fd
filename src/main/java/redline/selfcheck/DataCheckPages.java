package redline.selfcheck;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import redline.intake.bundle.Choices;
import redline.intake.bundle.DrawingUnit;
import redline.quantity.Language;
import redline.scheme.Dates;
import redline.screen.ChoicesForm;
import redline.screen.CoordinateSystems;
import redline.screen.DataCheckPage;
import redline.screen.MeaningChoice;
import redline.screen.Speech;
import redline.upload.DataCheck;

/** The data check: what was understood of the files, before any verdict, and what the applicant says of it. */
@Controller
class DataCheckPages {
    /** After so long the visitor is shown the steps rather than nothing. */
    private static final int PATIENCE_SECONDS = 15;

    private final CheckDesk desk;
    private final MessageSource words;

    DataCheckPages(CheckDesk desk, MessageSource words) {
        this.desk = desk;
        this.words = words;
    }

    /** Fills the page of a data check. */
    static String show(CheckRun run, DataCheck data, ChoicesForm asked, String complaint, Model model, Locale locale) {
        Language language = Spoken.in(locale);
        model.addAttribute("id", run.id());
        model.addAttribute("page", DataCheckPage.of(data, language));
        model.addAttribute("asked", asked);
        model.addAttribute("complaint", complaint);
        model.addAttribute("mayBeNone", ChoicesForm.MAY_BE_NONE);
        model.addAttribute("meanings", MeaningChoice.options(language));
        model.addAttribute("units", Arrays.asList(DrawingUnit.values()));
        model.addAttribute("systems", CoordinateSystems.lines(language));
        model.addAttribute("speech", new Speech(language));
        return "web/selfcheck/data";
    }

    /** The form as it follows from what a data check was asked with. */
    static ChoicesForm asked(CheckRun run, DataCheck data) {
        Dates dates = run.submission().dates();
        return ChoicesForm.of(data.understanding())
                .with("conditionsIssued", text(dates.conditionsIssued()))
                .with("contractSigned", text(dates.contractSigned()))
                .with("applicationReceived", text(dates.applicationReceived()));
    }

    private static String text(LocalDate date) {
        return date == null ? "" : date.toString();
    }

    /**
     * Reads the files once more under the choices of the form, or judges them so. With htmx the answer is the new page itself, so that
     * the visitor stays where he is; else a redirect to it.
     */
    @PostMapping("/results/{id}/choices")
    CompletableFuture<ModelAndView> choose(
            @PathVariable String id,
            @RequestParam Map<String, String> typed,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean within,
            Model model,
            Locale locale) {
        CheckRun before = desk.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (!(before.progress() instanceof Progress.Understood understood)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        ChoicesForm form = new ChoicesForm(typed);
        Choices choices = null;
        Dates dates = null;
        String complaint = null;
        try {
            choices = form.choices(understood.data().understanding(), ChoicesForm.MAY_BE_NONE);
            dates = new TypedDates(
                            form.text("conditionsIssued"),
                            form.text("contractSigned"),
                            form.text("applicationReceived"))
                    .dates();
        } catch (ChoicesForm.NoFrame none) {
            complaint = words.getMessage("data.bad-frame", null, locale);
        } catch (TypedDates.NoDate none) {
            complaint = words.getMessage("form.bad-date", new Object[] {none.text()}, locale);
        }
        if (complaint != null) {
            ModelAndView page =
                    new ModelAndView(show(before, understood.data(), form, complaint, model, locale), model.asMap());
            page.setStatus(within ? HttpStatus.OK : HttpStatus.BAD_REQUEST);
            return CompletableFuture.completedFuture(page);
        }
        boolean check = form.text("then").equals("check");
        CheckRun run = desk.follow(
                before,
                before.submission()
                        .again(
                                understood.data().understanding().files(),
                                check ? Submission.Purpose.CHECK : Submission.Purpose.PREVIEW,
                                choices,
                                dates,
                                before.id(),
                                Spoken.in(locale)));
        ModelAndView there = new ModelAndView("redirect:/results/" + run.id());
        return within
                ? run.ended().thenApply(progress -> there).completeOnTimeout(there, PATIENCE_SECONDS, TimeUnit.SECONDS)
                : CompletableFuture.completedFuture(there);
    }
}
