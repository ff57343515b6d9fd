package redline.review;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.web.multipart.MultipartFile;

/** Files of a form, on their way to the store. */
final class SentFiles {
    private SentFiles() {}

    /** Those that were chosen; a field without a choice sends one without a name. */
    static List<SentFile> chosen(List<MultipartFile> files) {
        return (files == null ? Stream.<MultipartFile>empty() : files.stream())
                .filter(SentFiles::something)
                .map(SentFile::new)
                .toList();
    }

    static boolean something(MultipartFile file) {
        return file != null
                && !(file.isEmpty()
                        && String.valueOf(file.getOriginalFilename()).isEmpty());
    }
}
