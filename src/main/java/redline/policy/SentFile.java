package redline.policy;

import java.io.IOException;
import java.io.InputStream;
import org.springframework.web.multipart.MultipartFile;
import redline.upload.UploadRoom;

/** A file of a form. */
record SentFile(MultipartFile file) implements UploadRoom.Arriving {
    @Override
    public String name() {
        return file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
    }

    @Override
    public InputStream open() throws IOException {
        return file.getInputStream();
    }
}
