package redline.rulepack;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import redline.quantity.Text;

/** All files of a rules folder as they were at one moment, by path with {@code /} relative to the folder. */
record RuleFiles(SortedMap<String, byte[]> byPath) {
    /** One file; larger ones are refused. */
    private static final int LARGEST = 4 << 20;

    private static final int MOST = 20_000;

    static RuleFiles read(Path folder) {
        TreeMap<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.filter(Files::isRegularFile).limit(MOST).toList()) {
                String path = folder.relativize(file).toString().replace('\\', '/');
                if (wanted(path)) {
                    if (Files.size(file) > LARGEST) {
                        throw new PackFault(List.of(tooLarge(path)));
                    }
                    files.put(path, Files.readAllBytes(file));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new RuleFiles(files);
    }

    /** The rules inside the program itself, from a folder of classes or from its jar (also nested in another one). */
    static RuleFiles bundled() {
        URL place = RuleFiles.class.getResource("/rules/README.md");
        if (place == null) {
            throw new IllegalStateException("the program was built without its rules");
        }
        try {
            if (place.openConnection() instanceof JarURLConnection connection) {
                return read(connection);
            }
            return read(Path.of(place.toURI()).getParent());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (URISyntaxException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static RuleFiles read(JarURLConnection connection) throws IOException {
        TreeMap<String, byte[]> files = new TreeMap<>();
        String top =
                connection.getEntryName().substring(0, connection.getEntryName().length() - "README.md".length());
        connection.setUseCaches(false);
        try (JarFile jar = connection.getJarFile()) {
            for (JarEntry entry : jar.stream().filter(e -> !e.isDirectory()).toList()) {
                if (entry.getName().startsWith(top) && wanted(entry.getName().substring(top.length()))) {
                    try (InputStream bytes = jar.getInputStream(entry)) {
                        files.put(entry.getName().substring(top.length()), bytes.readAllBytes());
                    }
                }
            }
        }
        return new RuleFiles(files);
    }

    /** A null value takes a file away. */
    RuleFiles with(Map<String, byte[]> others) {
        TreeMap<String, byte[]> files = new TreeMap<>(byPath);
        others.forEach((path, bytes) -> {
            if (bytes == null) {
                files.remove(path);
            } else if (bytes.length > LARGEST) {
                throw new PackFault(List.of(tooLarge(path)));
            } else {
                files.put(path, bytes);
            }
        });
        return new RuleFiles(files);
    }

    byte[] zip() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : byPath.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                // One time for all, and not of this zone: the bytes depend on the files alone.
                entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return bytes.toByteArray();
    }

    /** @throws IllegalArgumentException where it is no archive of rules */
    static RuleFiles unzip(byte[] archive) {
        TreeMap<String, byte[]> files = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] bytes = zip.readNBytes(LARGEST + 1);
                if (bytes.length > LARGEST || files.size() >= MOST || !wanted(entry.getName())) {
                    throw new IllegalArgumentException("not an archive of rules: " + entry.getName());
                }
                files.put(entry.getName(), bytes);
            }
        } catch (IOException broken) {
            throw new IllegalArgumentException("not an archive of rules", broken);
        }
        return new RuleFiles(files);
    }

    /** Files at the top (README) and what editors leave behind belong to no pack. */
    private static boolean wanted(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return path.contains("/") && !name.startsWith(".") && !name.endsWith("~") && !name.endsWith(".swp");
    }

    private static Fault tooLarge(String path) {
        return new Fault(
                path,
                0,
                "",
                new Text("文件大于 4 MB", "The file is larger than 4 MB"),
                new Text("规则文件夹里只放规则", "Keep nothing but rules in the rules folder"));
    }

    /** What lies in one folder, by path relative to the rules folder. */
    SortedMap<String, byte[]> under(String folder) {
        return byPath.subMap(folder + "/", folder + "0");
    }

    /** Names of the folders at the top. */
    List<String> folders() {
        return byPath.keySet().stream()
                .map(path -> path.substring(0, path.indexOf('/')))
                .distinct()
                .toList();
    }

    /** The text of a file in UTF-8 without a byte order mark; null with a fault where it is something else. */
    static String text(String path, byte[] bytes, List<Fault> faults) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(java.nio.ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException other) {
            faults.add(new Fault(
                    path,
                    0,
                    "",
                    new Text("文件不是 UTF-8 编码", "The file is not UTF-8"),
                    new Text("在编辑器中另存为 UTF-8", "Save it as UTF-8")));
            return null;
        }
    }

    /** SHA-256 over the sorted files, path and bytes, lower-case hex. */
    static String sha256(Map<String, byte[]> files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            files.forEach((path, bytes) -> {
                digest.update(path.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
                digest.update(Integer.toString(bytes.length).getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
                digest.update(bytes);
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }
}
