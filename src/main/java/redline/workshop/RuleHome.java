package redline.workshop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import redline.casefile.DraftFile;

/**
 * Where the rules and their cases lie as plain files.
 *
 * @param rules the rules folder
 * @param cases the folder of cases
 */
public record RuleHome(Path rules, Path cases) {
    Path place(String path) {
        if (!DraftPaths.fits(path)) {
            throw new IllegalArgumentException("not a file of rules or cases: " + path);
        }
        return path.startsWith(DraftPaths.RULES)
                ? rules.resolve(path.substring(DraftPaths.RULES.length()))
                : cases.resolve(path.substring(DraftPaths.CASES.length()));
    }

    /**
     * Writes files, each forced to the disk aside and then put in its place; where one cannot be written, all are as they were.
     *
     * @throws UncheckedIOException where the folder cannot be written
     */
    void write(List<DraftFile> files) {
        Map<Path, byte[]> before = new LinkedHashMap<>();
        try {
            for (DraftFile file : files) {
                Path place = place(file.path());
                before.put(place, Files.exists(place) ? Files.readAllBytes(place) : null);
                put(place, file.bytes());
            }
        } catch (IOException failure) {
            restore(before);
            throw new UncheckedIOException(failure);
        }
    }

    private static void restore(Map<Path, byte[]> before) {
        Deque<Path> places = new ArrayDeque<>(before.keySet());
        while (!places.isEmpty()) {
            Path place = places.removeLast();
            try {
                put(place, before.get(place));
            } catch (IOException stays) {
                throw new UncheckedIOException("half of a publication is left in " + place, stays);
            }
        }
    }

    /** Null takes the file away, and the folders that it leaves empty below its own. */
    private static void put(Path place, byte[] bytes) throws IOException {
        if (bytes == null) {
            Files.deleteIfExists(place);
            removeEmpty(place.getParent());
            return;
        }
        Files.createDirectories(place.getParent());
        Path aside = place.resolveSibling("." + place.getFileName() + ".new");
        try (FileChannel channel = FileChannel.open(
                aside, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            java.nio.ByteBuffer buffer = java.nio.ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
        Files.move(aside, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void removeEmpty(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException failure) throws IOException {
                try (var inside = Files.list(visited)) {
                    if (inside.findAny().isEmpty()) {
                        Files.delete(visited);
                    }
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
