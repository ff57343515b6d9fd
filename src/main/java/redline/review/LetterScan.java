package redline.review;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import redline.casefile.Account;
import redline.casefile.Letters;
import redline.casefile.RegisteredLetter;
import redline.casefile.Role;

/** The scan of a letter, for a frame of our own pages. */
@Controller
class LetterScan {
    /** Nothing in it runs or loads; only our own pages hold it in a frame. */
    private static final String POLICY = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; "
            + "base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

    private final Letters letters;

    LetterScan(Letters letters) {
        this.letters = letters;
    }

    @GetMapping("/office/letters/{id}/scan")
    void scan(@AuthenticationPrincipal Account account, @PathVariable String id, HttpServletResponse response)
            throws IOException {
        RegisteredLetter letter = LetterPages.seen(letters, account, id);
        if (letter.scan() == null || account.role() == Role.APPLICANT) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        response.setHeader("Content-Security-Policy", POLICY);
        response.setContentType("application/pdf");
        response.setHeader("Content-Disposition", "inline; filename=\"scan.pdf\"");
        try (InputStream scan = letters.open(letter.scan())) {
            scan.transferTo(response.getOutputStream());
        }
    }
}
