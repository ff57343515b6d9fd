package redline.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Files to be written by one command: all or none. Each is written whole beside its place and then moved over it, so that no
 * reader, and no crash, ever meets half a file.
 */
final class OutputFiles {
    private final Map<Path, byte[]> contents = new LinkedHashMap<>();

    /**
     * Checks, before any work is done, that {@code file} can be written.
     *
     * @throws BadUsage if not
     */
    static Path writable(Path file) {
        if (Files.isDirectory(file)) {
            throw new BadUsage("输出位置是一个文件夹，请给出文件名：" + file, "the output is a folder, please name a file: " + file);
        }
        Path folder = folderOf(file);
        if (!Files.isDirectory(folder)) {
            throw new BadUsage(
                    "输出文件夹不存在，请先建立：" + folder, "the output folder does not exist, please make it: " + folder);
        }
        if (!Files.isWritable(Files.exists(file) && !Files.isRegularFile(file) ? file : folder)) {
            throw new BadUsage("没有写入权限：" + folder, "no permission to write here: " + folder);
        }
        return file;
    }

    void add(Path file, byte[] bytes) {
        contents.put(file, bytes);
    }

    Set<Path> names() {
        return contents.keySet();
    }

    /** @throws BadUsage where the disk refuses; then nothing was written */
    void write() {
        List<Path> drafts = new ArrayList<>();
        try {
            for (Map.Entry<Path, byte[]> output : contents.entrySet()) {
                if (isDevice(output.getKey())) {
                    drafts.add(output.getKey());
                } else {
                    Path draft = draftOf(output.getKey());
                    Files.write(draft, output.getValue(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                    drafts.add(draft);
                }
            }
            int next = 0;
            for (Map.Entry<Path, byte[]> output : contents.entrySet()) {
                Path draft = drafts.get(next++);
                if (isDevice(output.getKey())) {
                    Files.write(output.getKey(), output.getValue());
                } else {
                    Files.move(draft, output.getKey(), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            throw refused(e);
        } finally {
            drafts.stream().filter(draft -> !contents.containsKey(draft)).forEach(OutputFiles::discard);
        }
    }

    private static BadUsage refused(IOException e) {
        String zh = e instanceof AccessDeniedException ? "没有写入权限" : "磁盘可能已满或不可写";
        String en = e instanceof AccessDeniedException ? "permission denied" : "the disk may be full or read-only";
        String where = e instanceof FileSystemException f ? f.getFile() : "";
        return new BadUsage("输出文件未能写入(" + zh + "):" + where, "the output could not be written (" + en + "): " + where)
                .because(e);
    }

    private static boolean isDevice(Path file) {
        return Files.exists(file) && !Files.isRegularFile(file);
    }

    private static Path folderOf(Path file) {
        return file.toAbsolutePath().getParent();
    }

    private static Path draftOf(Path file) {
        String name = "." + file.getFileName() + "." + ProcessHandle.current().pid() + ".part";
        return folderOf(file).resolve(name);
    }

    private static void discard(Path draft) {
        try {
            Files.deleteIfExists(draft);
        } catch (IOException e) {
            draft.toFile().deleteOnExit();
        }
    }
}
