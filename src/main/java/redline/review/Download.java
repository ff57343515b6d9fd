package redline.review;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import redline.casefile.Originals;

/** A kept file on its way to who asked for it: saved under its name, never shown; nothing of it is held in memory. */
final class Download {
    private Download() {}

    /** @throws IOException where the file is gone */
    static ResponseEntity<Resource> of(Originals originals, String sha256, MediaType type, String name)
            throws IOException {
        return saved(type, name)
                .contentLength(originals.size(sha256))
                .body(new InputStreamResource(originals.open(sha256)));
    }

    /** A file that was made when it was asked for. */
    static ResponseEntity<Resource> of(byte[] made, MediaType type, String name) {
        return saved(type, name).contentLength(made.length).body(new ByteArrayResource(made));
    }

    private static ResponseEntity.BodyBuilder saved(MediaType type, String name) {
        ContentDisposition attachment = ContentDisposition.attachment()
                .filename(name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_"), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok().contentType(type).header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString());
    }
}
