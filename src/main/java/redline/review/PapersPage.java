package redline.review;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
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
import org.springframework.web.server.ResponseStatusException;
import redline.casefile.Account;
import redline.casefile.IssuedPapers;
import redline.casefile.IssuedPapers.Paper;
import redline.casefile.IssuedPapers.Sealed;
import redline.casefile.Office;
import redline.casefile.OfficeCase;
import redline.casefile.PaperDrafts;
import redline.casefile.Role;
import redline.casefile.Round;
import redline.casefile.Rounds;
import redline.paper.PaperKind;
import redline.paper.PaperPreview;
import redline.paper.Papers;
import redline.paper.SealedFile;
import redline.quantity.Language;

/** Papers of a case: drawn up, looked at exactly as they will be issued, issued, and back again with their seal. */
@Controller
class PapersPage {
    private static final String PLACE = "/office/cases/{number}/papers";
    private static final MediaType DOCX =
            MediaType.valueOf("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private final Office office;
    private final RoundDoor door;
    private final Rounds rounds;
    private final IssuedPapers issued;
    private final PaperDrafts drafts;
    private final Papers papers;

    PapersPage(Office office, RoundDoor door, Rounds rounds, IssuedPapers issued, PaperDrafts drafts, Papers papers) {
        this.office = office;
        this.door = door;
        this.rounds = rounds;
        this.issued = issued;
        this.drafts = drafts;
        this.papers = papers;
    }

    /** An issued paper with the sealed files that came back. */
    record Line(Paper paper, String kind, List<Sealed> sealed) {}

    /** A paper that can be drawn up now. */
    record Kind(String id, String name, String to) {}

    @GetMapping(PLACE)
    String list(@AuthenticationPrincipal Account account, @PathVariable String number, Model model, Locale locale) {
        OfficeCase kase = door.kase(account, number);
        Language language = Spoken.in(locale);
        model.addAttribute("kase", kase);
        model.addAttribute(
                "lines",
                issued.of(kase.id()).stream()
                        .filter(paper -> mayRead(account, paper))
                        .map(paper ->
                                new Line(paper, papers.kind(paper.kind()).name().in(language), issued.sealed(paper)))
                        .toList());
        model.addAttribute(
                "kinds",
                papers.kinds().stream()
                        .filter(kind -> !kase.closed() || ofClosed(kind.id()))
                        .filter(kind -> issued.mayIssue(account, kase, kind.id()))
                        .map(kind -> new Kind(kind.id(), kind.name().in(language), kind.to()))
                        .toList());
        return "web/review/papers";
    }

    private static boolean maySeal(Account account) {
        return switch (account.role()) {
            case REVIEWER, SECTION_HEAD, APPROVER -> true;
            case APPLICANT, OUTSIDE_REVIEWER, POLICY, ADMINISTRATOR -> false;
        };
    }

    /** What follows the decision. */
    private static boolean ofClosed(String kind) {
        return kind.equals("permit-annex") || kind.equals("announcement");
    }

    /** An applicant reads what is addressed to him or to the public. */
    private boolean mayRead(Account account, Paper paper) {
        return account.role() != Role.APPLICANT || forApplicants(papers, paper);
    }

    static boolean forApplicants(Papers papers, Paper paper) {
        return !papers.kind(paper.kind()).to().equals("内部");
    }

    @GetMapping(PLACE + "/new/{kind}")
    String draft(
            @AuthenticationPrincipal Account account,
            @PathVariable String number,
            @PathVariable String kind,
            Model model,
            Locale locale) {
        return show(account, number, kind, office.today(), Map.of(), model, locale);
    }

    private String show(
            Account account,
            String number,
            String kind,
            LocalDate on,
            Map<String, String> typed,
            Model model,
            Locale locale) {
        OfficeCase kase = door.kase(account, number);
        PaperKind paper = allowed(account, kase, kind);
        Language language = Spoken.in(locale);
        model.addAttribute("kase", kase);
        model.addAttribute("kind", kind);
        model.addAttribute("name", paper.name().in(language));
        model.addAttribute("on", on);
        Map<String, String> fields = new LinkedHashMap<>();
        PaperDrafts.fields(kind).forEach(field -> fields.put(field, typed.getOrDefault(field, "")));
        model.addAttribute("fields", fields);
        Round round = round(kase);
        byte[] docx = papers.write(drafts.contents(kase, round, kind, "", on, fields));
        model.addAttribute(
                "held",
                drafts.held(round, kind).stream()
                        .map(held -> HeldLine.of(held, language))
                        .toList());
        model.addAttribute("preview", PaperPreview.of(docx));
        return "web/review/paper-draft";
    }

    private PaperKind allowed(Account account, OfficeCase kase, String kind) {
        return papers.kinds().stream()
                .filter(one -> one.id().equals(kind) && issued.mayIssue(account, kase, kind))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
    }

    private Round round(OfficeCase kase) {
        return rounds.judged(kase.id()).orElse(null);
    }

    /** Looks again with what was typed, or issues it. */
    @PostMapping(PLACE + "/new/{kind}")
    String issue(
            @AuthenticationPrincipal Account account,
            @PathVariable String number,
            @PathVariable String kind,
            @RequestParam LocalDate on,
            @RequestParam(defaultValue = "look") String act,
            @RequestParam Map<String, String> typed,
            Model model,
            Locale locale)
            throws IOException {
        if (!act.equals("issue")) {
            return show(account, number, kind, on, typed, model, locale);
        }
        OfficeCase kase = door.kase(account, number);
        PaperKind paper = allowed(account, kase, kind);
        Round round = round(kase);
        Paper made = issued.issue(
                account,
                kase,
                new IssuedPapers.Draft(
                        kind, paper.name().zh(), PaperDrafts.ofRound(kind) ? round : null, paper.number(), on),
                given -> papers.write(drafts.contents(kase, round, kind, given, on, typed)));
        return "redirect:/office/papers/" + made.id();
    }

    @GetMapping("/office/papers/{id}")
    String paper(@AuthenticationPrincipal Account account, @PathVariable String id, Model model) throws IOException {
        return show(account, paper(account, id), model);
    }

    private String show(Account account, Paper paper, Model model) throws IOException {
        model.addAttribute("maySeal", maySeal(account));
        model.addAttribute("kase", door.caseOf(account, paper.caseId()));
        model.addAttribute("paper", paper);
        model.addAttribute("sealed", issued.sealed(paper));
        model.addAttribute("preview", PaperPreview.of(office.store().originals().read(paper.sha256())));
        return "web/review/paper";
    }

    @GetMapping("/office/papers/{id}/docx")
    ResponseEntity<Resource> docx(@AuthenticationPrincipal Account account, @PathVariable String id)
            throws IOException {
        Paper paper = paper(account, id);
        return download(paper.sha256(), DOCX, paper.title() + " " + paper.number() + ".docx");
    }

    @PostMapping("/office/papers/{id}/sealed")
    String seal(
            @AuthenticationPrincipal Account account,
            @PathVariable String id,
            @RequestParam MultipartFile file,
            Model model,
            Locale locale)
            throws IOException {
        Paper paper = paper(account, id);
        OfficeCase kase = door.caseOf(account, paper.caseId());
        if (SealedFile.check(file.getBytes()) instanceof SealedFile.Refused refused) {
            model.addAttribute("notSealed", refused.reason().in(Spoken.in(locale)));
            return show(account, paper, model);
        }
        try (InputStream in = file.getInputStream()) {
            issued.sealed(account, kase, paper, String.valueOf(file.getOriginalFilename()), in);
        }
        return "redirect:/office/cases/" + kase.number() + "/papers";
    }

    @GetMapping("/office/papers/{id}/sealed/{sha256}")
    ResponseEntity<Resource> sealed(
            @AuthenticationPrincipal Account account, @PathVariable String id, @PathVariable String sha256)
            throws IOException {
        Paper paper = paper(account, id);
        Sealed sealed = issued.sealed(paper).stream()
                .filter(one -> one.sha256().equals(sha256))
                .findFirst()
                .orElseThrow(RoundDoor::none);
        return download(sha256, MediaType.APPLICATION_OCTET_STREAM, sealed.name());
    }

    private Paper paper(Account account, String id) {
        Paper paper = issued.byId(id).filter(one -> mayRead(account, one)).orElseThrow(RoundDoor::none);
        door.caseOf(account, paper.caseId());
        return paper;
    }

    private ResponseEntity<Resource> download(String sha256, MediaType type, String name) throws IOException {
        return Download.of(office.store().originals(), sha256, type, name);
    }
}
