package redline.review;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import redline.casefile.Account;
import redline.intake.sheet.WorkbookWriter;
import redline.report.SunSection;

/** The sunlight of a judged round: its table as a workbook, and its pictures one by one; no content where the scheme writes no windows. */
@Controller
class SunDownloads {
    private static final MediaType SVG = MediaType.parseMediaType("image/svg+xml");
    private static final MediaType XLSX = MediaType.parseMediaType(WorkbookWriter.MEDIA_TYPE);

    private final RoundDoor door;
    private final WorkDesk desk;

    SunDownloads(RoundDoor door, WorkDesk desk) {
        this.door = door;
        this.desk = desk;
    }

    @GetMapping("/office/cases/{number}/rounds/{n}/sunlight.xlsx")
    ResponseEntity<byte[]> workbook(
            @AuthenticationPrincipal Account who, @PathVariable String number, @PathVariable int n) {
        WorkDesk.Laid laid = desk.lay(door.round(who, number, n));
        Optional<byte[]> workbook = SunSection.workbook(laid.result(), CaseWords.language());
        if (workbook.isEmpty()) {
            return ResponseEntity.noContent().build();
        }
        ContentDisposition attachment = ContentDisposition.attachment()
                .filename(number + "-" + n + "-sunlight.xlsx", StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(XLSX)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
                .body(workbook.get());
    }

    @GetMapping("/office/cases/{number}/rounds/{n}/sunlight.svg")
    ResponseEntity<byte[]> picture(
            @AuthenticationPrincipal Account who,
            @PathVariable String number,
            @PathVariable int n,
            @RequestParam(defaultValue = "0") int day,
            @RequestParam(defaultValue = "0") int picture) {
        WorkDesk.Laid laid = desk.lay(door.round(who, number, n));
        if (SunSection.days(laid.result()).isEmpty()) {
            return ResponseEntity.noContent().build();
        }
        String svg = SunSection.picture(laid.result(), day, picture, CaseWords.language())
                .orElseThrow(RoundDoor::none);
        return ResponseEntity.ok()
                .contentType(SVG)
                .cacheControl(CacheControl.noStore())
                .body(svg.getBytes(StandardCharsets.UTF_8));
    }
}
