package redline.review;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import redline.casefile.Account;
import redline.casefile.Judging;
import redline.casefile.Judgings;
import redline.casefile.Office;
import redline.casefile.Results;
import redline.quantity.Language;
import redline.report.PublicReport;

/**
 * What a judging was kept as: the report, the result and the record that rules saw. All of them hold what the applicant does not
 * see; he gets the papers. Beside them the public edition of the report.
 */
@Controller
class RoundDownloads {
    private final RoundDoor door;
    private final Judgings judgings;
    private final Results results;
    private final Office office;

    RoundDownloads(RoundDoor door, Judgings judgings, Results results, Office office) {
        this.door = door;
        this.judgings = judgings;
        this.results = results;
        this.office = office;
    }

    @GetMapping("/office/cases/{number}/rounds/{n}/report.pdf")
    ResponseEntity<Resource> report(
            @AuthenticationPrincipal Account who, @PathVariable String number, @PathVariable int n) throws IOException {
        RoundSeen seen = staff(who, number, n);
        return kept(seen, judging(seen).reportSha(), MediaType.APPLICATION_PDF, "report.pdf");
    }

    /** The public edition, made of the kept record when it is asked for; it holds nothing that is not for everybody. */
    @GetMapping("/office/cases/{number}/rounds/{n}/public.pdf")
    ResponseEntity<Resource> publicEdition(
            @AuthenticationPrincipal Account who, @PathVariable String number, @PathVariable int n) throws IOException {
        RoundSeen seen = staff(who, number, n);
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        PublicReport.write(results.of(judging(seen)).result(), Language.ZH, pdf);
        return Download.of(
                pdf.toByteArray(),
                MediaType.APPLICATION_PDF,
                seen.kase().number() + "-" + seen.round().number() + "-public.pdf");
    }

    @GetMapping("/office/cases/{number}/rounds/{n}/result.json")
    ResponseEntity<Resource> result(
            @AuthenticationPrincipal Account who, @PathVariable String number, @PathVariable int n) throws IOException {
        RoundSeen seen = staff(who, number, n);
        return kept(seen, judging(seen).resultSha(), MediaType.APPLICATION_JSON, "result.json");
    }

    @GetMapping("/office/cases/{number}/rounds/{n}/record.json")
    ResponseEntity<Resource> record(
            @AuthenticationPrincipal Account who, @PathVariable String number, @PathVariable int n) throws IOException {
        RoundSeen seen = staff(who, number, n);
        return kept(seen, judging(seen).recordSha(), MediaType.APPLICATION_JSON, "record.json");
    }

    private RoundSeen staff(Account who, String number, int n) {
        RoundSeen seen = door.round(who, number, n);
        if (seen.applicant()) {
            throw RoundDoor.none();
        }
        return seen;
    }

    private Judging judging(RoundSeen seen) {
        return judgings.of(seen.round()).orElseThrow(RoundDoor::none);
    }

    private ResponseEntity<Resource> kept(RoundSeen seen, String sha256, MediaType type, String name)
            throws IOException {
        String called = seen.kase().number() + "-" + seen.round().number() + "-" + name;
        return Download.of(office.store().originals(), sha256, type, called);
    }
}
