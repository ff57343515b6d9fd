package redline.selfcheck;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.web.multipart.MultipartFile;
import redline.intake.Source;
import redline.upload.UploadRoom;

/** A file of a form. */
record SentFile(MultipartFile file) implements UploadRoom.Arriving {
    private static final int LONGEST_NAME = 120;

    /** Those that were chosen; a field without a choice sends one without a name. */
    static List<SentFile> chosen(List<MultipartFile> files) {
        return (files == null ? Stream.<MultipartFile>empty() : files.stream())
                .map(SentFile::new)
                .filter(sent -> !sent.nothing())
                .toList();
    }

    /** Null where none was chosen. */
    static Source source(MultipartFile file) {
        if (file == null || new SentFile(file).nothing()) {
            return null;
        }
        try {
            return new Source(new SentFile(file).name(), file.getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("the upload broke off", e);
        }
    }

    private boolean nothing() {
        return file.isEmpty() && String.valueOf(file.getOriginalFilename()).isEmpty();
    }

    /** The last part of its name; some browsers send the whole path. */
    @Override
    public String name() {
        String name = String.valueOf(file.getOriginalFilename())
                .replaceAll("^.*[/\\\\]", "")
                .replaceAll("\\p{Cntrl}", "_");
        return name.isEmpty() ? "scheme" : name.substring(Math.max(0, name.length() - LONGEST_NAME));
    }

    @Override
    public InputStream open() throws IOException {
        return file.getInputStream();
    }
}
