package redline.review;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.web.multipart.MultipartFile;
import redline.casefile.CaseFiles;

/** Files of a form, on their way to the store. */
final class SentFiles {
    private SentFiles() {}

    private record Sent(MultipartFile file) implements CaseFiles.Arriving {
        @Override
        public String name() {
            return String.valueOf(file.getOriginalFilename());
        }

        @Override
        public InputStream open() throws IOException {
            return file.getInputStream();
        }
    }

    /** Those that were chosen; a field without a choice sends one without a name. */
    static List<CaseFiles.Arriving> chosen(List<MultipartFile> files) {
        return (files == null ? Stream.<MultipartFile>empty() : files.stream())
                .filter(SentFiles::something)
                .<CaseFiles.Arriving>map(Sent::new)
                .toList();
    }

    static boolean something(MultipartFile file) {
        return file != null
                && !(file.isEmpty()
                        && String.valueOf(file.getOriginalFilename()).isEmpty());
    }
}
