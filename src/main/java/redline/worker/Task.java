package redline.worker;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** What a worker is asked: the name of a task that its entry knows, and the bytes that the task reads. */
public record Task(String name, byte[] request) {
    /** With files by name, in this order, as {@link #files} reads them. */
    public static Task ofFiles(String name, Map<String, byte[]> files) {
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(request)) {
            zip.setLevel(Deflater.BEST_SPEED);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return new Task(name, request.toByteArray());
    }

    /** Of a request made by {@link #ofFiles}; may be changed. */
    public static Map<String, byte[]> files(InputStream request) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(request.readAllBytes()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }
}
