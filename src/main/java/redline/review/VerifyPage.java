package redline.review;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import redline.casefile.IssuedPapers;
import redline.casefile.IssuedPapers.Paper;
import redline.casefile.ReportSeals;
import redline.casefile.ReportSeals.Held;
import redline.casefile.ReportSeals.Known;
import redline.intake.Hash;
import redline.report.PdfBytes;

/**
 * Open to all: whether a paper or a report is one that this office issued. Who has the file, or its hash, and its number learns kind, number and
 * day of it, and nothing that he does not hold in his hands already. The number of a report stands on the report alone; what the office sealed it
 * tells, because a cover can be forged around a code that is genuine.
 */
@Controller
class VerifyPage {
    private static final String PAGE = "web/review/verify";

    private final IssuedPapers issued;
    private final ReportSeals seals;

    VerifyPage(IssuedPapers issued, ReportSeals seals) {
        this.issued = issued;
        this.seals = seals;
    }

    /** A sealed copy of a report; {@code signers} by name, one after the other. */
    record Copy(ReportSeals.Sealed sealed, String signers, List<SignatureLine> signatures) {}

    /**
     * What a file turned out to be.
     *
     * @param style of the sentence in the style sheet
     * @param key of the sentence, {@code verify.held.…}
     */
    record Answer(String style, String key, List<Object> inserts, List<SignatureLine> signatures) {
        static Answer of(String style, String key, Object... inserts) {
            return new Answer(style, key, List.of(inserts), List.of());
        }

        Answer with(List<SignatureLine> lines) {
            return new Answer(style, key, inserts, lines);
        }
    }

    @GetMapping("/verify")
    String ask(
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String sha256,
            @RequestParam(defaultValue = "") String report,
            Model model) {
        if (!number.isBlank() && !sha256.isBlank()) {
            answer(number, sha256, model);
        }
        if (!report.isBlank()) {
            report(report, model);
        }
        return page(number, sha256, report, model);
    }

    private static String page(String number, String sha256, String report, Model model) {
        model.addAttribute("number", number);
        model.addAttribute("sha256", sha256);
        model.addAttribute("report", report);
        return PAGE;
    }

    /** The file is read for its hash and not kept. */
    @PostMapping("/verify")
    String file(
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String report,
            @RequestParam MultipartFile file,
            Model model)
            throws IOException {
        if (!report.isBlank()) {
            report(report, model);
            model.addAttribute("held", held(seals.held(report, file::getInputStream)));
            return page("", "", report, model);
        }
        String sha256 = sha256(file);
        answer(number, sha256, model);
        return page(number, sha256, "", model);
    }

    private void report(String number, Model model) {
        Optional<Known> known = seals.byNumber(number);
        model.addAttribute("reportAsked", true);
        model.addAttribute("known", known.orElse(null));
        model.addAttribute(
                "copies",
                known.map(Known::issued).orElse(List.of()).stream()
                        .map(copy ->
                                new Copy(copy, copy.signers(), SignatureLine.of(copy.told(), CaseWords.language())))
                        .toList());
    }

    private static Answer held(Held held) {
        if (held instanceof Held.Copy copy) {
            return (copy.copy().issued() ? Answer.of("done", "copy") : Answer.of("notice", "copy-of-others"))
                    .with(SignatureLine.of(copy.copy().told(), CaseWords.language()));
        }
        if (held instanceof Held.Compared compared) {
            return compared(compared);
        }
        if (held instanceof Held.Bare bare) {
            return Answer.of("notice", bare.report().issued().isEmpty() ? "bare" : "bare-of-sealed");
        }
        if (held instanceof Held.Unread unread) {
            return Answer.of("complaint", "unread", unread.why().in(CaseWords.language()));
        }
        return Answer.of("complaint", held instanceof Held.Busy ? "busy" : "unknown");
    }

    private static Answer compared(Held.Compared held) {
        PdfBytes.Compared bytes = held.checked().compared();
        Answer answer = switch (bytes.state()) {
            case SAME -> Answer.of("notice", "bare");
            case SIGNED ->
                held.checked().sealed() ? Answer.of("notice", "other-seal") : Answer.of("complaint", "broken-seal");
            case APPENDED -> Answer.of("complaint", "appended");
            case DIFFERENT ->
                bytes.page() > 0
                        ? Answer.of("complaint", "different-page", bytes.at() + 1, bytes.page())
                        : Answer.of("complaint", "different", bytes.at() + 1);
        };
        return answer.with(SignatureLine.of(held.checked().signatures(), CaseWords.language()));
    }

    private void answer(String number, String sha256, Model model) {
        Optional<Paper> paper = issued.verify(number, sha256);
        model.addAttribute("asked", true);
        model.addAttribute("paper", paper.orElse(null));
    }

    private static String sha256(MultipartFile file) throws IOException {
        try (InputStream in = file.getInputStream()) {
            return Hash.of(in);
        }
    }
}
