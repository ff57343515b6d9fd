package redline.review;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import redline.casefile.Account;
import redline.casefile.Judging;
import redline.casefile.Judgings;
import redline.casefile.Office;
import redline.exchange.Exchange;
import redline.exchange.PackageWriter;
import redline.intake.Hash;

/** The signed answer to a round, for those who may see its case. */
@Controller
class AnswerPage {
    private final RoundDoor door;
    private final Judgings judgings;
    private final AnswerPackage answers;
    private final Exchange exchange;
    private final Office office;

    AnswerPage(RoundDoor door, Judgings judgings, AnswerPackage answers, Exchange exchange, Office office) {
        this.door = door;
        this.judgings = judgings;
        this.answers = answers;
        this.exchange = exchange;
        this.office = office;
    }

    /** Not by a link: a signature of the office is given, and logged. */
    @PostMapping("/office/cases/{number}/rounds/{n}/answer")
    void answer(
            @AuthenticationPrincipal Account me,
            @PathVariable String number,
            @PathVariable int n,
            HttpServletResponse response)
            throws IOException {
        RoundSeen seen = door.round(me, number, n);
        Judging judging = judgings.of(seen.round()).orElseThrow(RoundDoor::none);
        if (!exchange.signs()) {
            throw new Untaken("NO_KEY");
        }
        PackageWriter.Ready ready = answers.of(seen, judging, exchange.own());
        office.store()
                .audit()
                .note(
                        me.name(),
                        "answer-signed",
                        number,
                        Map.of(
                                "round", n,
                                "fingerprint", ready.manifest().fingerprint(),
                                "manifest", Hash.of(ready.json())));
        response.setContentType("application/zip");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(number + "-" + n + " 回执包.zip", StandardCharsets.UTF_8)
                        .build()
                        .toString());
        ready.write(response.getOutputStream());
    }
}
