package redline.selfcheck;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import redline.intake.Source;
import redline.intake.bundle.Choices;
import redline.scheme.Dates;
import redline.screen.ComplaintLine;
import redline.screen.CoordinateSystems;
import redline.upload.Samples;
import redline.upload.UploadRoom;

/** The upload form and the example schemes. */
@Controller
class FormPages {
    private final CheckDesk desk;
    private final SubmissionFields fields;
    private final MessageSource words;

    FormPages(CheckDesk desk, SubmissionFields fields, MessageSource words) {
        this.desk = desk;
        this.fields = fields;
        this.words = words;
    }

    /** What was entered beside the files, so that it is still there when the form is shown again. */
    record Asked(
            String conditionsIssued,
            String contractSigned,
            String applicationReceived,
            String profile,
            String crs,
            String boundaryPoints) {
        TypedDates dates() {
            return new TypedDates(conditionsIssued, contractSigned, applicationReceived);
        }
    }

    /** Something about the form itself; the form is shown again and says so. */
    private static final class Refused extends RuntimeException {
        private final String key;
        private final String text;

        Refused(String key, String text) {
            super(key);
            this.key = key;
            this.text = text;
        }
    }

    @GetMapping("/")
    String show(Model model, Locale locale) {
        return form(new Asked("", "", "", fields.profile(""), "", ""), null, List.of(), model, locale);
    }

    @PostMapping("/checks")
    ModelAndView check(
            @RequestParam(required = false) List<MultipartFile> file,
            @RequestParam(required = false) MultipartFile conditions,
            @RequestParam(defaultValue = "") String conditionsIssued,
            @RequestParam(defaultValue = "") String contractSigned,
            @RequestParam(defaultValue = "") String applicationReceived,
            @RequestParam(defaultValue = "") String profile,
            @RequestParam(defaultValue = "") String crs,
            @RequestParam(defaultValue = "") String boundaryPoints,
            Model model,
            Locale locale) {
        Asked asked = new Asked(
                conditionsIssued,
                contractSigned,
                applicationReceived,
                fields.profile(profile.strip()),
                crs.strip(),
                boundaryPoints);
        PastedTable pasted = boundaryPoints.isBlank() ? null : PastedTable.of(boundaryPoints, Spoken.in(locale));
        if (pasted != null && !pasted.complaints().isEmpty()) {
            return again(asked, "form.bad-points", "", pasted.complaints(), model, locale);
        }
        try {
            List<SentFile> files = SentFile.chosen(file);
            if (files.isEmpty() && pasted == null) {
                throw new Refused("form.nothing-chosen", "");
            }
            if (fields.tooMany(files)) {
                throw new Refused("form.too-many", String.valueOf(files.size()));
            }
            if (!fields.knows(asked.profile())) {
                throw new Refused("form.bad-profile", asked.profile());
            }
            if (!asked.crs().isEmpty() && !CoordinateSystems.knows(asked.crs())) {
                throw new Refused("form.bad-crs", asked.crs());
            }
            Dates dates = asked.dates().dates();
            return started(new Submission(
                    fields.receive(with(files, pasted), SentFile.source(conditions)),
                    Submission.Purpose.PREVIEW,
                    Choices.none().withCrs(asked.crs().isEmpty() ? null : asked.crs()),
                    asked.profile(),
                    dates,
                    Spoken.in(locale),
                    true,
                    null,
                    null));
        } catch (TypedDates.NoDate none) {
            return again(asked, "form.bad-date", none.text(), List.of(), model, locale);
        } catch (Refused refused) {
            return again(asked, refused.key, refused.text, List.of(), model, locale);
        }
    }

    private static List<UploadRoom.Arriving> with(List<SentFile> files, PastedTable pasted) {
        List<UploadRoom.Arriving> all = new ArrayList<>(files);
        if (pasted != null) {
            all.add(pasted);
        }
        return all;
    }

    /**
     * What is wrong with pasted boundary points, to be told before the files are sent: a form that comes back has lost its files. A
     * list without lines where nothing is.
     */
    @PostMapping("/boundary-points")
    String points(@RequestParam(defaultValue = "") String boundaryPoints, Model model, Locale locale) {
        List<ComplaintLine> wrong = boundaryPoints.isBlank()
                ? List.of()
                : PastedTable.of(boundaryPoints, Spoken.in(locale)).complaints();
        model.addAttribute("pointsWrong", wrong);
        return "web/selfcheck/form :: points";
    }

    private ModelAndView again(
            Asked asked, String key, String text, List<ComplaintLine> points, Model model, Locale locale) {
        String complaint = words.getMessage(key, new Object[] {text}, locale);
        ModelAndView page = new ModelAndView(form(asked, complaint, points, model, locale), model.asMap());
        page.setStatus(HttpStatus.BAD_REQUEST);
        return page;
    }

    @PostMapping("/samples/{name}")
    ModelAndView sample(@PathVariable String name, Locale locale) {
        return started(
                Submission.ofScheme(sampled(name), null, fields.profile(""), Dates.unknown(), Spoken.in(locale), true));
    }

    @GetMapping("/samples/{name}")
    ResponseEntity<byte[]> sampleFile(@PathVariable String name) {
        return RunPages.download(sampled(name).bytes(), MediaType.APPLICATION_YAML, name + ".yaml");
    }

    private Source sampled(String name) {
        return Samples.find(name).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private ModelAndView started(Submission submission) {
        return new ModelAndView("redirect:/results/" + desk.submit(submission).id());
    }

    private String form(Asked asked, String complaint, List<ComplaintLine> points, Model model, Locale locale) {
        model.addAttribute("pointsWrong", points);
        model.addAttribute("systems", CoordinateSystems.lines(Spoken.in(locale)));
        model.addAttribute("asked", asked);
        model.addAttribute("complaint", complaint);
        model.addAttribute("profiles", fields.profiles());
        model.addAttribute("samples", Samples.names());
        return "web/selfcheck/form";
    }
}
