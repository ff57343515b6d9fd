package redline.review;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import redline.casefile.IssuedPapers;
import redline.casefile.IssuedPapers.Paper;
import redline.intake.Hash;

/**
 * Open to all: whether a paper is one that this office issued. Who has the file, or its hash, and its number learns kind, number and
 * day of it, and nothing that he does not hold in his hands already.
 */
@Controller
class VerifyPage {
    private static final String PAGE = "web/review/verify";

    private final IssuedPapers issued;

    VerifyPage(IssuedPapers issued) {
        this.issued = issued;
    }

    @GetMapping("/verify")
    String ask(
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String sha256,
            Model model) {
        if (!number.isBlank() && !sha256.isBlank()) {
            answer(number, sha256, model);
        }
        model.addAttribute("number", number);
        model.addAttribute("sha256", sha256);
        return PAGE;
    }

    /** The file is read for its hash and not kept. */
    @PostMapping("/verify")
    String file(@RequestParam String number, @RequestParam MultipartFile file, Model model) throws IOException {
        String sha256 = sha256(file);
        answer(number, sha256, model);
        model.addAttribute("number", number);
        model.addAttribute("sha256", sha256);
        return PAGE;
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
