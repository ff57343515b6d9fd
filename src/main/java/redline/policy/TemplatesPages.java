package redline.policy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.springframework.http.ContentDisposition;
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
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import redline.casefile.Account;
import redline.intake.Source;
import redline.policy.RuleViews.Said;
import redline.quantity.Language;
import redline.report.Chapter;
import redline.report.ReportPreview;
import redline.report.ReportTemplates;
import redline.rulepack.Fault;
import redline.upload.Samples;
import redline.workshop.Preview;
import redline.workshop.TemplatePreviews;

/**
 * The templates of the report: which are the office's own and what is wrong with them; one of them in the editor, with pages as it would make
 * them beside it. Nothing is kept: a changed file is downloaded and put into the folder by whoever runs the server.
 */
@Controller
class TemplatesPages {
    private static final String PLACE = "/office/templates";
    /** No template that people write is longer. */
    private static final int LONGEST = 1 << 20;

    private final TemplatePreviews previews;

    TemplatesPages(TemplatePreviews previews) {
        this.previews = previews;
    }

    /** A file as the list shows it; {@code chapter} is where a change of it is seen first. */
    record Line(String file, String chapter, boolean own) {}

    /** What is wrong with a file that is in use. */
    record InUse(String file, int line, String what, String remedy) {
        static InUse of(Fault fault) {
            Language language = Spoken.now();
            String file = fault.file().startsWith(ReportTemplates.FOLDER)
                    ? fault.file().substring(ReportTemplates.FOLDER.length())
                    : fault.file();
            return new InUse(
                    file,
                    fault.line(),
                    fault.what().in(language) + (fault.element().isEmpty() ? "" : " (" + fault.element() + ")"),
                    fault.remedy().in(language));
        }

        /** Whether there is such a file to be opened. */
        public boolean known() {
            return ReportTemplates.files().contains(file);
        }
    }

    @GetMapping(PLACE)
    String list(Model model) {
        Set<String> own = ReportTemplates.own().keySet();
        model.addAttribute(
                "files",
                ReportTemplates.files().stream()
                        .map(file -> new Line(file, Chapter.of(file).title(Spoken.now()), own.contains(file)))
                        .toList());
        model.addAttribute("own", own.size());
        model.addAttribute(
                "faults", ReportTemplates.faults().stream().map(InUse::of).toList());
        return "web/policy/templates";
    }

    /** @param from {@code program} for the text that the program has, whatever is in use */
    @GetMapping(PLACE + "/{file}")
    String open(@PathVariable String file, @RequestParam(defaultValue = "") String from, Model model) {
        known(file);
        boolean shipped = from.equals("program");
        String text = shipped ? ReportTemplates.shipped(file) : ReportTemplates.text(file);
        Language language = file.equals("words_en.properties") ? Language.EN : Language.ZH;
        editor(model, file, text, new Choice(Chapter.of(file).name(), "", language.name()));
        model.addAttribute("shipped", shipped);
        return "web/policy/template";
    }

    /** Which pages of which example in which language. */
    record Choice(String chapter, String scheme, String language) {
        Chapter of() {
            return Arrays.stream(Chapter.values())
                    .filter(one -> one.name().equals(chapter))
                    .findFirst()
                    .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
        }

        Language spoken() {
            return language.equals(Language.EN.name()) ? Language.EN : Language.ZH;
        }
    }

    /** A chapter to choose. */
    record Offer(String code, String title) {}

    private static void editor(Model model, String file, String text, Choice choice) {
        model.addAttribute("file", file);
        model.addAttribute("text", DraftFilePages.inTextArea(text));
        model.addAttribute("own", ReportTemplates.own().containsKey(file));
        model.addAttribute("faults", Said.of(ReportTemplates.faults(file, text)));
        model.addAttribute("choice", choice);
        model.addAttribute("schemes", Samples.names());
        model.addAttribute(
                "chapters",
                Arrays.stream(Chapter.values())
                        .map(one -> new Offer(one.name(), one.title(Spoken.now())))
                        .toList());
    }

    /** What is wrong with a text while it is typed: it is read, nothing in it is run, and nothing is kept. */
    @PostMapping(PLACE + "/{file}/check")
    @ResponseBody
    DraftFilePages.Looked check(@PathVariable String file, @RequestParam(defaultValue = "") String text) {
        return new DraftFilePages.Looked(Said.of(ReportTemplates.faults(file, typed(file, text))), null);
    }

    /** What a page shows of a preview; of the parts that do not apply the lists are empty and the texts null. */
    record Seen(int count, List<Picture> pages, List<InUse> faults, String broken) {
        static Seen of(Preview preview) {
            if (preview instanceof Preview.Shown shown) {
                ReportPreview.Pages pages = shown.pages();
                return new Seen(
                        pages.count(), pages.pages().stream().map(Picture::of).toList(), List.of(), null);
            }
            if (preview instanceof Preview.Faulty faulty) {
                return new Seen(
                        0, List.of(), faulty.faults().stream().map(InUse::of).toList(), null);
            }
            return new Seen(
                    0,
                    List.of(),
                    List.of(),
                    preview instanceof Preview.Broken broken ? broken.why().in(Spoken.now()) : null);
        }
    }

    /** A page; {@code png} in Base64. */
    record Picture(int number, String png, String text) {
        static Picture of(ReportPreview.Page page) {
            return new Picture(page.number(), Base64.getEncoder().encodeToString(page.png()), page.text());
        }
    }

    /** The pages alone where the page asks for them, else the whole page with them. */
    @PostMapping(PLACE + "/{file}/preview")
    Object preview(
            @AuthenticationPrincipal Account by,
            @PathVariable String file,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String chapter,
            @RequestParam(defaultValue = "") String scheme,
            @RequestParam(defaultValue = "") String language,
            @RequestHeader(name = "HX-Request", required = false) String htmx,
            Model model) {
        String typed = typed(file, text);
        Choice choice = new Choice(chapter, scheme, language);
        Source example = Samples.find(scheme).orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
        Preview preview =
                previews.of(by, new TemplatePreviews.Asked(file, typed, example, choice.spoken(), choice.of()));
        if (preview instanceof Preview.Overtaken && htmx != null) {
            return ResponseEntity.noContent().build();
        }
        model.addAttribute("seen", Seen.of(preview));
        if (htmx != null) {
            model.addAttribute("file", file);
            return "web/policy/template :: seen";
        }
        editor(model, file, typed, choice);
        return "web/policy/template";
    }

    /** The text as a file; one with faults has another name, so that it is not put into the folder by mistake. */
    @PostMapping(PLACE + "/{file}/download")
    ResponseEntity<byte[]> download(@PathVariable String file, @RequestParam(defaultValue = "") String text) {
        String typed = typed(file, text);
        String name = ReportTemplates.faults(file, typed).isEmpty() ? file : "faulty-" + file + ".txt";
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(typed.getBytes(StandardCharsets.UTF_8));
    }

    private static String typed(String file, String text) {
        known(file);
        if (text.length() > LONGEST) {
            throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE);
        }
        return DraftFilePages.unix(text);
    }

    private static void known(String file) {
        if (!ReportTemplates.files().contains(file)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }
}
