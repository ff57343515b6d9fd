package redline.selfcheck;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import redline.quantity.Language;
import redline.report.Words;
import redline.scheme.Dates;

/** The indicator form, for schemes without a drawing. */
@Controller
class IndicatorPages {
    /** Codes offered; the list of the guide is longer, these are the uses that a parcel for building can have (domain B.11). */
    private static final List<String> USES = List.of(
            "0701", "070101", "070102", "070103", "0702", "0801", "0802", "0803", "0804", "0805", "0806", "0807",
            "0901", "090101", "090104", "0902", "0903", "0904", "1001", "100101", "1101", "110101");

    private final CheckDesk desk;
    private final SubmissionFields fields;

    IndicatorPages(CheckDesk desk, SubmissionFields fields) {
        this.desk = desk;
        this.fields = fields;
    }

    @GetMapping("/indicators")
    String show(@RequestParam(required = false) String from, Model model, Locale locale) {
        IndicatorForm form = from == null
                ? IndicatorForm.empty()
                : desk.find(from).map(run -> run.submission().form()).orElse(IndicatorForm.empty());
        return page(form, Map.of(), model, Spoken.in(locale));
    }

    @PostMapping("/indicators")
    ModelAndView check(@RequestParam Map<String, String> typed, Model model, Locale locale) {
        IndicatorForm form = new IndicatorForm(typed);
        Map<String, IndicatorForm.Wrong> wrong = form.wrong();
        Language language = Spoken.in(locale);
        if (!wrong.isEmpty()) {
            ModelAndView page = new ModelAndView(page(form, wrong, model, language), model.asMap());
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        Submission submission = Submission.ofScheme(
                        IndicatorScheme.of(form),
                        null,
                        fields.profile(form.text("profile")),
                        Dates.unknown(),
                        language,
                        true)
                .ofForm(form);
        return new ModelAndView("redirect:/results/" + desk.submit(submission).id());
    }

    private String page(IndicatorForm form, Map<String, IndicatorForm.Wrong> wrong, Model model, Language language) {
        Words words = Words.of(language);
        model.addAttribute("form", form);
        model.addAttribute("wrong", wrong);
        model.addAttribute("indicators", IndicatorForm.INDICATORS);
        model.addAttribute("buildings", IndicatorForm.BUILDINGS);
        model.addAttribute("dates", IndicatorForm.DATES);
        model.addAttribute(
                "uses",
                USES.stream().map(code -> Map.entry(code, words.term(code))).toList());
        model.addAttribute("profiles", fields.profiles());
        return "web/selfcheck/indicators";
    }
}
