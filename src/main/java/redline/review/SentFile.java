package redline.review;

import java.io.IOException;
import java.io.InputStream;
import org.springframework.web.multipart.MultipartFile;
import redline.casefile.CaseFiles;

/** A file that came with a form. */
record SentFile(MultipartFile file) implements CaseFiles.Arriving {
    @Override
    public String name() {
        return file.getOriginalFilename();
    }

    @Override
    public InputStream open() throws IOException {
        return file.getInputStream();
    }
}
