package redline.intake.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A file as it came, with those that came with it under the same name and another extension (a shapefile is several files). */
public final class Upload {
    private final String name;
    private final Path path;
    private final Map<String, Path> beside;

    /**
     * @param name as people know it, for messages; not a path on this machine
     * @param beside the other files of the same base name, by extension in lower case without the dot
     */
    public Upload(String name, Path path, Map<String, Path> beside) {
        this.name = name;
        this.path = path;
        this.beside = new TreeMap<>(beside);
    }

    public static Upload of(Path path) {
        return new Upload(path.getFileName().toString(), path, Map.of());
    }

    public String name() {
        return name;
    }

    public Path path() {
        return path;
    }

    /** In lower case without the dot; empty where there is none. */
    public String extension() {
        return extension(name);
    }

    public static String extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    public long size() throws IOException {
        return Files.size(path);
    }

    public InputStream open() throws IOException {
        return Files.newInputStream(path);
    }

    public byte[] bytes() throws IOException {
        return Files.readAllBytes(path);
    }

    /** The file that came with it, such as the {@code prj} of a {@code shp}. */
    public Optional<Path> beside(String extension) {
        return Optional.ofNullable(beside.get(extension));
    }
}
