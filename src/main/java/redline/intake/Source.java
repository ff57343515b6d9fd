package redline.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** A file as submitted: its name (for messages and to tell the format) and its bytes. */
public record Source(String name, byte[] bytes) {
    private static final List<String> NAMES = List.of("scheme.yaml", "scheme.yml", "scheme.json");

    /**
     * A file, or the one {@code scheme.yaml}, {@code scheme.yml} or {@code scheme.json} of a folder.
     *
     * @throws IOException with a sentence in both languages where there is none, more than one, or it cannot be read
     */
    public static Source of(Path path) throws IOException {
        Path file = Files.isDirectory(path) ? within(path) : path;
        if (!Files.isRegularFile(file)) {
            throw new IOException("找不到文件 " + path + " / no such file: " + path);
        }
        try (InputStream in = Files.newInputStream(file)) {
            // One byte more than is allowed, so that reading can say that it is too much.
            return new Source(file.toString(), in.readNBytes(Limits.BYTES + 1));
        } catch (IOException unreadable) {
            throw new IOException("读不了文件 " + file + " / cannot read " + file, unreadable);
        }
    }

    private static Path within(Path folder) throws IOException {
        List<Path> found =
                NAMES.stream().map(folder::resolve).filter(Files::isRegularFile).toList();
        if (found.size() == 1) {
            return found.get(0);
        }
        String names = String.join(", ", NAMES);
        throw new IOException(
                found.isEmpty()
                        ? "文件夹 " + folder + " 里没有 " + names + " / folder " + folder + " holds none of " + names
                        : "文件夹 " + folder + " 里有几个方案文件,请指明一个 / folder " + folder
                                + " holds several scheme files; name one");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Source that && name.equals(that.name) && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "Source[" + name + ", " + bytes.length + " bytes]";
    }
}
