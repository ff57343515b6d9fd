package redline.policy;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import redline.casefile.Account;
import redline.casefile.Draft;
import redline.casefile.Drafts;
import redline.casefile.Publications;
import redline.exchange.Exchange;
import redline.exchange.PackageWriter;
import redline.exchange.Refused;
import redline.intake.Hash;
import redline.intake.sheet.WorkbookWriter;
import redline.quantity.Language;
import redline.rulepack.RuleBook;
import redline.upload.ReceivedFiles;
import redline.upload.UploadRoom;
import redline.workshop.PackArchive;
import redline.workshop.PackDifferences;
import redline.workshop.Workshop;

/** Packs of rules between offices: given out signed, held against those here, and taken into a draft. */
@Controller
class PackPages {
    private static final String PLACE = "/office/drafts/packs";

    private final Drafts drafts;
    private final Publications publications;
    private final Workshop workshop;
    private final UploadRoom room;
    private final Exchange exchange;
    private final MessageSource words;

    PackPages(
            Drafts drafts,
            Publications publications,
            Workshop workshop,
            UploadRoom room,
            Exchange exchange,
            MessageSource words) {
        this.drafts = drafts;
        this.publications = publications;
        this.workshop = workshop;
        this.room = room;
        this.exchange = exchange;
        this.words = words;
    }

    record Listed(String id, String title) {}

    /** A difference as the page shows it. */
    record Shown(String side, String what, String here, String there, String file) {}

    @GetMapping(PLACE)
    String show(Model model) {
        RuleBook book = workshop.inForce();
        model.addAttribute(
                "packs",
                book.packIds().stream()
                        .map(id -> new Listed(id, book.standing(id).title().in(Spoken.now())))
                        .toList());
        model.addAttribute("signs", exchange.signs());
        model.addAttribute("trusted", exchange.trusted());
        return "web/policy/packs";
    }

    @PostMapping(PLACE + "/{pack}/export")
    void export(@AuthenticationPrincipal Account by, @PathVariable String pack, HttpServletResponse response)
            throws IOException {
        if (!exchange.signs() || workshop.inForce().standing(pack) == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        PackageWriter.Ready ready = PackArchive.export(workshop.published(), pack, exchange.own());
        publications.exported(by, pack, Hash.of(ready.json()));
        response.setContentType("application/zip");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + pack + ".zip\"");
        try (OutputStream out = response.getOutputStream()) {
            ready.write(out);
        }
    }

    private PackArchive opened(MultipartFile file) throws IOException, Refused {
        ReceivedFiles received = room.receive(List.of(new SentFile(file)));
        try {
            return PackArchive.open(received.uploads().get(0), exchange);
        } finally {
            received.delete();
        }
    }

    private PackDifferences differences(PackArchive archive) {
        RuleBook here = workshop.inForce();
        return PackDifferences.between(
                here, archive.beside(here), Set.of(archive.manifest().pack()));
    }

    @PostMapping(PLACE + "/differences")
    String compare(@RequestParam MultipartFile archive, Model model, HttpServletResponse response) throws IOException {
        try {
            PackArchive opened = opened(archive);
            Language language = Spoken.now();
            model.addAttribute("archive", opened);
            model.addAttribute(
                    "differences",
                    differences(opened).all().stream()
                            .map(one -> new Shown(
                                    one.side().title().in(language),
                                    one.what().in(language),
                                    one.here().in(language),
                                    one.there().in(language),
                                    one.file()))
                            .toList());
        } catch (Refused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("problem", said(refused));
        }
        return show(model);
    }

    @PostMapping(PLACE + "/differences/workbook")
    String workbook(@RequestParam MultipartFile archive, Model model, HttpServletResponse response) throws IOException {
        try {
            PackArchive opened = opened(archive);
            PackDifferences differences = differences(opened);
            response.setContentType(WorkbookWriter.MEDIA_TYPE);
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    "attachment; filename=\"" + opened.manifest().pack() + "-differences.xlsx\"");
            try (OutputStream out = response.getOutputStream()) {
                differences.write(Spoken.now(), out);
            }
            return null;
        } catch (Refused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("problem", said(refused));
            return show(model);
        }
    }

    /** Into a draft of its own, where it can be read without faults; what the pack here has and the archive has not goes. */
    @PostMapping(PLACE + "/import")
    String take(
            @AuthenticationPrincipal Account by,
            @RequestParam MultipartFile archive,
            Model model,
            HttpServletResponse response,
            RedirectAttributes told)
            throws IOException {
        try {
            PackArchive opened = opened(archive);
            opened.beside(workshop.inForce());
            PackArchive.Taken taken = opened.over(workshop.published());
            if (taken.files().isEmpty()) {
                throw new Unfit("IMPORT_SAME");
            }
            Draft begun = drafts.begin(
                    by,
                    "取入规则包：" + shortened(opened.manifest().title()),
                    "由“" + opened.signer().name() + "”签名，指纹 " + opened.signer().grouped() + "。");
            Draft filled = workshop.put(by, begun, taken.files());
            workshop.check(filled);
            told.addFlashAttribute("keptBases", taken.kept());
            return "redirect:/office/drafts/" + filled.number();
        } catch (Refused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("problem", said(refused));
            return show(model);
        }
    }

    private static String shortened(String title) {
        return title.length() > 150 ? title.substring(0, 150) : title;
    }

    private String said(Refused refused) {
        Language language = Spoken.now();
        return words.getMessage("packs.refused", null, LocaleContextHolder.getLocale())
                + refused.what().in(language) + " → " + refused.remedy().in(language);
    }
}
