package redline.rulepack;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
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
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import redline.quantity.Text;

/** All files of a rules folder as they were at one moment, by path with {@code /} relative to the folder. */
record RuleFiles(SortedMap<String, byte[]> byPath) {
    /** One file; larger ones are refused. */
    static final int LARGEST = 4 << 20;

    private static final long LARGEST_ALL = 32L << 20;
    private static final int MOST = 20_000;
    /** Of a table; any other text is written by hand and far smaller. */
    private static final int LONGEST_TABLE = 1 << 20;

    private static final int LONGEST_TEXT = 256 << 10;

    /** No way up, no root, no other system's separators. */
    private static final Pattern NAME =
            Pattern.compile("[a-z0-9-]{1,80}(/[A-Za-z0-9-]{1,80}){0,3}/[A-Za-z0-9.-]{1,80}");

    /** @throws PackFault where a file is too large or leads out of the folder, or there are too many */
    static RuleFiles read(Path folder) {
        TreeMap<String, byte[]> files = new TreeMap<>();
        long total = 0;
        try (Stream<Path> walk = Files.walk(folder)) {
            Path real = folder.toRealPath();
            for (Path file : walk.filter(Files::isRegularFile).limit(MOST + 1L).toList()) {
                String path = folder.relativize(file).toString().replace('\\', '/');
                if (files.size() == MOST) {
                    throw refused(path, "文件超过 " + MOST + " 个", "There are more than " + MOST + " files");
                }
                if (wanted(path)) {
                    if (!file.toRealPath().startsWith(real)) {
                        throw refused(path, "链接指向规则文件夹之外", "The link leads out of the rules folder");
                    }
                    total += Files.size(file);
                    if (Files.size(file) > LARGEST || total > LARGEST_ALL) {
                        throw tooLarge(path, Files.size(file) > LARGEST);
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
                throw tooLarge(path, true);
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

    /** @throws PackFault where it is no archive of rules: what {@link #zip} never writes is refused at once */
    static RuleFiles unzip(byte[] archive) {
        TreeMap<String, byte[]> files = new TreeMap<>();
        long total = 0;
        String path = "";
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                path = entry.getName();
                if (!NAME.matcher(path).matches() || !wanted(path) || files.containsKey(path)) {
                    throw refused(
                            path.length() > 80 ? path.substring(0, 80) + "…" : path,
                            files.containsKey(path) ? "压缩包里有两个同名文件" : "压缩包里有不属于规则包的文件名",
                            files.containsKey(path)
                                    ? "The archive holds two files of this name"
                                    : "The archive holds a name that no rules folder has");
                }
                if (files.size() == MOST) {
                    throw refused(path, "文件超过 " + MOST + " 个", "There are more than " + MOST + " files");
                }
                byte[] bytes = zip.readNBytes(LARGEST + 1);
                total += bytes.length;
                if (bytes.length > LARGEST || total > LARGEST_ALL) {
                    throw tooLarge(path, bytes.length > LARGEST);
                }
                files.put(path, bytes);
            }
        } catch (IOException | IllegalArgumentException broken) {
            throw refused(path, "压缩包已损坏", "The archive is damaged");
        }
        if (files.isEmpty()) {
            throw refused("", "不是规则的压缩包", "This is no archive of rules");
        }
        return new RuleFiles(files);
    }

    /** Files at the top (README) and what editors leave behind belong to no pack. */
    private static boolean wanted(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return path.contains("/") && !name.startsWith(".") && !name.endsWith("~") && !name.endsWith(".swp");
    }

    private static PackFault tooLarge(String path, boolean alone) {
        return alone
                ? refused(path, "文件大于 4 MB", "The file is larger than 4 MB")
                : refused(path, "到这个文件为止超过 32 MB", "Up to this file there are more than 32 MB");
    }

    private static PackFault refused(String path, String zh, String en) {
        return new PackFault(List.of(new Fault(
                path,
                0,
                "",
                new Text(zh, en),
                new Text("规则文件夹里只放规则,按 规则包/类别/文件 存放", "Keep nothing but rules there, as pack/kind/file"))));
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
        int longest = path.endsWith(".csv") ? LONGEST_TABLE : LONGEST_TEXT;
        if (bytes.length > longest) {
            faults.add(new Fault(
                    path,
                    line(bytes, longest),
                    "",
                    new Text("文件大于 " + (longest >> 10) + " KB", "The file is larger than " + (longest >> 10) + " KB"),
                    new Text("拆成几个文件", "Split it")));
            return null;
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        if (StandardCharsets.UTF_8.newDecoder().decode(in, out, true).isError()) {
            faults.add(new Fault(
                    path,
                    line(bytes, in.position()),
                    "",
                    new Text("文件不是 UTF-8 编码", "The file is not UTF-8"),
                    new Text("在编辑器中另存为 UTF-8", "Save it as UTF-8")));
            return null;
        }
        String text = out.flip().toString();
        String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        int before = faults.size();
        Hidden.check(path, plain, faults);
        return faults.size() > before ? null : plain;
    }

    private static int line(byte[] bytes, int at) {
        int line = 1;
        for (int i = 0; i < at; i++) {
            line += bytes[i] == '\n' ? 1 : 0;
        }
        return line;
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
