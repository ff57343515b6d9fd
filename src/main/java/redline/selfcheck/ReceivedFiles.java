package redline.selfcheck;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import redline.intake.file.Upload;

/**
 * Files of one submission, in a folder of their own until they are read.
 *
 * @param bytes of all together
 */
record ReceivedFiles(Path folder, List<Upload> uploads, long bytes) {
    static ReceivedFiles of(Path folder, Map<String, Path> files) throws IOException {
        List<Upload> uploads = new ArrayList<>();
        long bytes = 0;
        for (Map.Entry<String, Path> file : files.entrySet()) {
            uploads.add(new Upload(file.getKey(), file.getValue(), beside(file.getKey(), files)));
            bytes += Files.size(file.getValue());
        }
        return new ReceivedFiles(folder, List.copyOf(uploads), bytes);
    }

    private static Map<String, Path> beside(String name, Map<String, Path> files) {
        Map<String, Path> beside = new TreeMap<>();
        files.forEach((other, path) -> {
            if (!other.equals(name) && base(other).equals(base(name))) {
                beside.put(Upload.extension(other), path);
            }
        });
        return beside;
    }

    private static String base(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    /** The name, or with a number before its extension where another file has it. */
    static String unlike(Collection<String> taken, String name) {
        String unlike = name;
        for (int number = 2; taken.contains(unlike); number++) {
            String base = base(name);
            unlike = base + " (" + number + ")" + name.substring(base.length());
        }
        return unlike;
    }

    List<String> names() {
        return uploads.stream().map(Upload::name).toList();
    }

    /** They are not needed any longer. */
    void delete() {
        UploadRoom.delete(folder);
    }
}
