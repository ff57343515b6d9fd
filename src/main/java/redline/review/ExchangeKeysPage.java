package redline.review;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import redline.casefile.Account;
import redline.casefile.Judging;
import redline.casefile.Judgings;
import redline.casefile.Office;
import redline.casefile.TrustedKeys;
import redline.exchange.Exchange;
import redline.exchange.Hash;
import redline.exchange.PackageWriter;

/** With whom the office exchanges signed files, and what it signs itself. */
@Controller
class ExchangeKeysPage {
    private final Exchange exchange;
    private final TrustedKeys keys;
    private final RoundDoor door;
    private final Judgings judgings;
    private final AnswerPackage answers;
    private final Office office;
    private final CaseWords words;

    ExchangeKeysPage(
            Exchange exchange,
            TrustedKeys keys,
            RoundDoor door,
            Judgings judgings,
            AnswerPackage answers,
            Office office,
            CaseWords words) {
        this.exchange = exchange;
        this.keys = keys;
        this.door = door;
        this.judgings = judgings;
        this.answers = answers;
        this.office = office;
        this.words = words;
    }

    /** @param since by the office's clock */
    record Line(String name, String fingerprint, String since) {}

    @GetMapping("/office/exchange-keys")
    String show(Model model) {
        model.addAttribute(
                "own",
                exchange.signs()
                        ? new Line(
                                exchange.own().installation().name(),
                                exchange.own().installation().grouped(),
                                "")
                        : null);
        model.addAttribute(
                "trusted",
                keys.all().stream()
                        .map(key -> new Line(
                                key.installation().name(),
                                key.installation().grouped(),
                                words.time(OffsetDateTime.parse(key.since()))))
                        .toList());
        return "web/review/exchange-keys";
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
