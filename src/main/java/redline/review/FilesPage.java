package redline.review;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
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
import redline.casefile.CaseFiles;
import redline.casefile.Cases;
import redline.casefile.Store;

/** Files of cases as they were handed in, for those who may see the case. They are only ever saved, never shown: what is in them is not ours. */
@Controller
class FilesPage {
    private final CaseFiles files;
    private final Cases cases;
    private final Store store;

    FilesPage(CaseFiles files, Cases cases, Store store) {
        this.files = files;
        this.cases = cases;
        this.store = store;
    }

    @GetMapping("/office/files/{id}")
    ResponseEntity<Resource> file(@AuthenticationPrincipal Account me, @PathVariable String id) throws IOException {
        CaseFiles.Entry file = files.byId(id).orElseThrow(RoundDoor::none);
        if (cases.byId(file.caseId()).filter(kase -> Cases.maySee(me, kase)).isEmpty()) {
            throw RoundDoor.none();
        }
        ContentDisposition attachment = ContentDisposition.attachment()
                .filename(file.name().replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_"), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .contentLength(file.size())
                .cacheControl(CacheControl.noStore())
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
                .body(new InputStreamResource(store.originals().open(file.sha256())));
    }
}
