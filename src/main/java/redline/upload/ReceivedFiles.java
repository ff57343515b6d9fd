package redline.upload;

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
public record ReceivedFiles(Path folder, List<Upload> uploads, long bytes) {
    static ReceivedFiles of(Path folder, Map<String, Path> files) throws IOException {
        long bytes = 0;
        for (Path file : files.values()) {
            bytes += Files.size(file);
        }
        return new ReceivedFiles(folder, uploads(files), bytes);
    }

    /** Files by their names as uploads that know of those beside them, as a shapefile has to. */
    public static List<Upload> uploads(Map<String, Path> files) {
        List<Upload> uploads = new ArrayList<>();
        files.forEach((name, path) -> uploads.add(new Upload(name, path, beside(name, files))));
        return List.copyOf(uploads);
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

    public List<String> names() {
        return uploads.stream().map(Upload::name).toList();
    }

    /** They are not needed any longer. */
    public void delete() {
        UploadRoom.delete(folder);
    }
}
