package redline.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What the cases of rules are made of, as it was at one moment: {@code rules/}, {@code bases/} and {@code equivalent-mutants/}, by path
 * relative to the folder of cases.
 */
public record CaseFolder(SortedMap<String, byte[]> files) {
    static final String RULES = "rules/";
    static final String BASES = "bases/";
    private static final int MOST = 100_000;

    /** What is not there has no cases. */
    public static CaseFolder read(Path testCases) {
        TreeMap<String, byte[]> files = new TreeMap<>();
        for (String part : new String[] {RULES, BASES, EquivalentMutants.FOLDER}) {
            Path folder = testCases.resolve(part);
            if (Files.isDirectory(folder)) {
                try (Stream<Path> walk = Files.walk(folder, 3)) {
                    for (Path file :
                            walk.filter(Files::isRegularFile).limit(MOST).toList()) {
                        files.put(testCases.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
                    }
                } catch (IOException unreadable) {
                    throw new UncheckedIOException(unreadable);
                }
            }
        }
        return new CaseFolder(files);
    }

    /** One file by its path relative to the folder of cases, without reading the others; empty where it is not there. */
    public static Optional<byte[]> file(Path testCases, String path) {
        Path file = testCases.resolve(path).normalize();
        if (!file.startsWith(testCases.normalize()) || !Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readAllBytes(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The same with some files replaced; a null value takes one away. */
    public CaseFolder with(Map<String, byte[]> others) {
        TreeMap<String, byte[]> changed = new TreeMap<>(files);
        others.forEach((path, bytes) -> {
            if (bytes == null) {
                changed.remove(path);
            } else {
                changed.put(path, bytes);
            }
        });
        return new CaseFolder(changed);
    }

    /** What lies below a folder, by path, sorted. */
    SortedMap<String, byte[]> under(String prefix) {
        return files.subMap(prefix, prefix + Character.MAX_VALUE);
    }
}
