package redline.selfcheck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
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
import redline.scheme.Dates;

/** The upload form and the example schemes. */
@Controller
class FormPages {
    private final CheckDesk desk;
    private final SubmissionFields fields;
    private final Samples samples;
    private final MessageSource words;

    FormPages(CheckDesk desk, SubmissionFields fields, Samples samples, MessageSource words) {
        this.desk = desk;
        this.fields = fields;
        this.samples = samples;
        this.words = words;
    }

    /** What was entered beside the files, so that it is still there when the form is shown again. */
    record Asked(String conditionsIssued, String contractSigned, String applicationReceived, String profile) {
        public boolean opened() {
            return !(conditionsIssued + contractSigned + applicationReceived).isEmpty();
        }

        /** @throws Refused where a date is none */
        Dates dates() {
            return new Dates(date(conditionsIssued), date(contractSigned), date(applicationReceived));
        }

        private static LocalDate date(String text) {
            try {
                return text.isBlank() ? null : LocalDate.parse(text.strip());
            } catch (DateTimeParseException notADate) {
                throw new Refused("form.bad-date", notADate.getParsedString(), notADate);
            }
        }
    }

    /** Something about the form itself; the form is shown again and says so. */
    private static final class Refused extends RuntimeException {
        private final String key;
        private final String text;

        Refused(String key, String text, Exception cause) {
            super(key, cause);
            this.key = key;
            this.text = text;
        }
    }

    @GetMapping("/")
    String show(Model model) {
        return form(new Asked("", "", "", fields.profile("")), null, model);
    }

    @PostMapping("/checks")
    ModelAndView check(
            @RequestParam(required = false) MultipartFile scheme,
            @RequestParam(required = false) MultipartFile conditions,
            @RequestParam(defaultValue = "") String conditionsIssued,
            @RequestParam(defaultValue = "") String contractSigned,
            @RequestParam(defaultValue = "") String applicationReceived,
            @RequestParam(defaultValue = "") String profile,
            Model model,
            Locale locale) {
        Asked asked = new Asked(conditionsIssued, contractSigned, applicationReceived, fields.profile(profile.strip()));
        try {
            if (isEmpty(scheme)) {
                throw new Refused("form.nothing-chosen", "", null);
            }
            if (!fields.knows(asked.profile())) {
                throw new Refused("form.bad-profile", asked.profile(), null);
            }
            Source conditionsFile = isEmpty(conditions) ? null : source(conditions);
            return started(new Submission(
                    source(scheme), conditionsFile, asked.profile(), asked.dates(), Spoken.in(locale), true, null));
        } catch (Refused refused) {
            String complaint = words.getMessage(refused.key, new Object[] {refused.text}, locale);
            ModelAndView page = new ModelAndView(form(asked, complaint, model), model.asMap());
            page.setStatus(HttpStatus.BAD_REQUEST);
            return page;
        }
    }

    @PostMapping("/samples/{name}")
    ModelAndView sample(@PathVariable String name, Locale locale) {
        return started(new Submission(
                sampled(name), null, fields.profile(""), Dates.unknown(), Spoken.in(locale), true, null));
    }

    @GetMapping("/samples/{name}")
    ResponseEntity<byte[]> sampleFile(@PathVariable String name) {
        return RunPages.download(sampled(name).bytes(), MediaType.APPLICATION_YAML, name + ".yaml");
    }

    private Source sampled(String name) {
        return samples.find(name).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private ModelAndView started(Submission submission) {
        return new ModelAndView("redirect:/results/" + desk.submit(submission).id());
    }

    private String form(Asked asked, String complaint, Model model) {
        model.addAttribute("asked", asked);
        model.addAttribute("complaint", complaint);
        model.addAttribute("profiles", fields.profiles());
        model.addAttribute("samples", samples.names());
        return "web/selfcheck/form";
    }

    private static boolean isEmpty(MultipartFile file) {
        return file == null
                || file.isEmpty() && String.valueOf(file.getOriginalFilename()).isEmpty();
    }

    /** The file under the last part of its name; some browsers send the whole path. */
    static Source source(MultipartFile file) {
        String name = String.valueOf(file.getOriginalFilename()).replaceAll("^.*[/\\\\]", "");
        try {
            return new Source(name.isEmpty() ? "scheme" : name, file.getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("the upload broke off", e);
        }
    }
}
