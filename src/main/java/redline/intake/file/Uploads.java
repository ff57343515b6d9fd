package redline.intake.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files among paths: folders opened, the files of one shapefile together. */
public final class Uploads {
    private static final Set<String> OF_A_SHAPEFILE = Set.of("dbf", "prj", "cpg", "shx", "qpj", "sbn", "sbx");

    private Uploads() {}

    /**
     * In order of their names within each folder; hidden files are left out.
     *
     * @throws IOException where a path is no file and no folder, or cannot be read
     */
    public static List<Upload> of(List<Path> paths) throws IOException {
        List<Upload> uploads = new ArrayList<>();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                try (Stream<Path> inside = Files.walk(path)) {
                    List<Path> files = inside.filter(Files::isRegularFile)
                            .filter(file -> !file.getFileName().toString().startsWith("."))
                            .sorted()
                            .toList();
                    uploads.addAll(grouped(files, path));
                }
            } else {
                uploads.add(new Upload(path.getFileName().toString(), path, beside(path)));
            }
        }
        return uploads;
    }

    /**
     * Files that came together, under the names that people gave them.
     *
     * @param folder what names are told relative to
     */
    public static List<Upload> grouped(List<Path> files, Path folder) throws IOException {
        List<Upload> uploads = new ArrayList<>();
        for (Path file : files) {
            boolean part = OF_A_SHAPEFILE.contains(extension(file))
                    && files.stream().anyMatch(other -> extension(other).equals("shp") && sameBase(other, file));
            if (!part) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                uploads.add(new Upload(name, file, beside(file)));
            }
        }
        return uploads;
    }

    /** Whether files with the extension belong to a shapefile that lies beside them. */
    public static boolean partOfShapefile(String extension) {
        return OF_A_SHAPEFILE.contains(extension);
    }

    private static Map<String, Path> beside(Path file) throws IOException {
        Map<String, Path> beside = new TreeMap<>();
        if (!extension(file).equals("shp")) {
            return beside;
        }
        Path folder = file.toAbsolutePath().getParent();
        try (Stream<Path> all = Files.list(folder)) {
            all.filter(Files::isRegularFile)
                    .filter(other -> OF_A_SHAPEFILE.contains(extension(other)) && sameBase(file, other))
                    .sorted()
                    .forEach(other -> beside.putIfAbsent(extension(other), other));
        }
        return beside;
    }

    private static String extension(Path file) {
        return Upload.extension(file.getFileName().toString());
    }

    private static boolean sameBase(Path a, Path b) {
        return base(a).equals(base(b))
                && a.toAbsolutePath().getParent().equals(b.toAbsolutePath().getParent());
    }

    private static String base(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        int dot = name.lastIndexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }
}
