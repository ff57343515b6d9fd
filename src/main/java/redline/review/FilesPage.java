package redline.review;

import java.io.IOException;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import redline.casefile.Account;
import redline.casefile.CaseFiles;
import redline.casefile.Store;

/** Files of cases as they were handed in, for those who may see the case. They are only ever saved, never shown: what is in them is not ours. */
@Controller
class FilesPage {
    private final CaseFiles files;
    private final RoundDoor door;
    private final Store store;

    FilesPage(CaseFiles files, RoundDoor door, Store store) {
        this.files = files;
        this.door = door;
        this.store = store;
    }

    @GetMapping("/office/files/{id}")
    ResponseEntity<Resource> file(@AuthenticationPrincipal Account me, @PathVariable String id) throws IOException {
        CaseFiles.Entry file = files.byId(id).orElseThrow(RoundDoor::none);
        door.caseOf(me, file.caseId());
        return Download.of(store.originals(), file.sha256(), MediaType.APPLICATION_OCTET_STREAM, file.name());
    }
}
