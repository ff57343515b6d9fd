package redline.review;

import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import redline.casefile.Account;
import redline.check.CheckResult;
import redline.output.FindingsFile;

/** The findings of a judged round as files that other programs open. They hold what the applicant does not see. */
@Controller
class FindingsDownloads {
    private final RoundDoor door;
    private final WorkDesk desk;

    FindingsDownloads(RoundDoor door, WorkDesk desk) {
        this.door = door;
        this.desk = desk;
    }

    @GetMapping("/office/cases/{number}/rounds/{n}/findings.{ending}")
    ResponseEntity<byte[]> findings(
            @AuthenticationPrincipal Account who,
            @PathVariable String number,
            @PathVariable int n,
            @PathVariable String ending) {
        RoundSeen seen = door.round(who, number, n);
        if (seen.applicant()) {
            throw RoundDoor.none();
        }
        CheckResult result = desk.lay(seen).result();
        FindingsFile file =
                FindingsFile.of(ending).filter(kind -> kind.fits(result)).orElseThrow(RoundDoor::none);
        byte[] bytes = file.write(result, CaseWords.language());
        ContentDisposition attachment = ContentDisposition.attachment()
                .filename(number + "-" + n + "-findings." + file.ending(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.mediaType()))
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
                .body(bytes);
    }
}
