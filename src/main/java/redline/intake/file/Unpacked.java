package redline.intake.file;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import redline.intake.file.FileContents.Trouble;
import redline.quantity.Text;

/**
 * A zip unpacked into private temporary files that are deleted on closing. Files are written under numbers, never under the names that the zip
 * gives; what a zip says of its sizes is not believed. A zip that is refused has no files.
 */
public final class Unpacked implements AutoCloseable {
    private static final int MOST_ENTRIES = 2_000;
    private static final long MOST_BYTES = 512L * 1024 * 1024;
    private static final long MOST_RATIO = 200;
    /** Small files may be squeezed hard. */
    private static final long FREE_BYTES = 16L * 1024 * 1024;

    private static final Charset CHINESE = Charset.forName("GB18030");

    private final Path folder;
    private final Map<String, Path> files = new LinkedHashMap<>();
    private final boolean archives;
    private Trouble refusal;
    private final long allowed;
    private long left;

    private Unpacked(Path folder, long packed, boolean archives) {
        this.folder = folder;
        this.archives = archives;
        this.allowed = Math.min(MOST_BYTES, Math.max(FREE_BYTES, packed * MOST_RATIO));
        this.left = allowed;
    }

    /** @throws IOException where the file cannot be read at all */
    public static Unpacked of(Upload upload) throws IOException {
        return of(upload, false);
    }

    /**
     * The same, but archives in the zip are files like others; they are not unpacked.
     *
     * @throws IOException where the file cannot be read at all
     */
    public static Unpacked withArchives(Upload upload) throws IOException {
        return of(upload, true);
    }

    private static Unpacked of(Upload upload, boolean archives) throws IOException {
        Unpacked unpacked = new Unpacked(Files.createTempDirectory("redline-zip-"), upload.size(), archives);
        try {
            unpacked.unpack(upload.path());
        } catch (IOException | RuntimeException failed) {
            unpacked.close();
            throw failed;
        }
        return unpacked;
    }

    /** Null where the zip was unpacked. */
    public Trouble refusal() {
        return refusal;
    }

    /** By their names in the zip, each with those beside it: same folder, same base name, another extension. */
    public List<Upload> files() {
        List<Upload> uploads = new ArrayList<>();
        if (refusal == null) {
            files.forEach((name, path) -> uploads.add(new Upload(name, path, beside(name))));
        }
        return uploads;
    }

    private Map<String, Path> beside(String name) {
        Map<String, Path> beside = new TreeMap<>();
        files.forEach((other, path) -> {
            if (!other.equals(name) && stem(other).equalsIgnoreCase(stem(name))) {
                beside.put(Upload.extension(other), path);
            }
        });
        return beside;
    }

    private static String stem(String name) {
        int dot = name.lastIndexOf('.');
        return dot <= name.lastIndexOf('/') ? name : name.substring(0, dot);
    }

    private void unpack(Path zip) throws IOException {
        try {
            unpack(zip, StandardCharsets.UTF_8);
        } catch (ZipException | EOFException | IllegalArgumentException notUtf8) {
            files.clear();
            left = allowed;
            try {
                unpack(zip, CHINESE);
            } catch (ZipException | EOFException | IllegalArgumentException damaged) {
                refuse(
                        "",
                        "压缩包已损坏、加了密码或没有传完",
                        "The zip is damaged, has a password or is cut off",
                        "请重新压缩（不设密码）后上传",
                        "Zip it again without a password");
            }
        }
    }

    private void unpack(Path zip, Charset names) throws IOException {
        try (ZipFile opened = new ZipFile(zip.toFile(), names)) {
            if (opened.size() > MOST_ENTRIES) {
                refuse(
                        "",
                        "压缩包里的文件超过 " + MOST_ENTRIES + " 个",
                        "The zip holds more than " + MOST_ENTRIES + " files",
                        "请只压缩本项目的文件",
                        "Zip only the files of this project");
                return;
            }
            for (ZipEntry entry : Collections.list(opened.entries())) {
                if (refusal != null) {
                    return;
                }
                take(opened, entry);
            }
        }
    }

    private void take(ZipFile zip, ZipEntry entry) throws IOException {
        String name = entry.getName().replace('\\', '/');
        if (name.startsWith("/")
                || name.matches("[A-Za-z]:.*")
                || List.of(name.split("/", -1)).contains("..")
                || name.indexOf('\0') >= 0) {
            refuse(
                    name,
                    "压缩包里有指向别处的文件名，整包没有读",
                    "A name in the zip points outside of it; nothing was read",
                    "请重新压缩，只放本项目的文件",
                    "Zip the files of this project again");
            return;
        }
        if (entry.isDirectory()
                || name.startsWith("__MACOSX/")
                || name.matches("(?i)(?:.*/)?(?:\\.DS_Store|Thumbs\\.db|desktop\\.ini)")) {
            return;
        }
        if (files.containsKey(name)) {
            refuse(
                    name,
                    "压缩包里有两个同名文件，分不清用哪个",
                    "Two files in the zip have the same name",
                    "请删去其中一个后重新压缩",
                    "Delete one of them and zip again");
            return;
        }
        Path file = folder.resolve(String.valueOf(files.size()));
        write(zip, entry, name, file);
        if (refusal == null) {
            files.put(name, file);
        }
    }

    private void write(ZipFile zip, ZipEntry entry, String name, Path file) throws IOException {
        CRC32 sum = new CRC32();
        byte[] start = new byte[0];
        try (InputStream in = zip.getInputStream(entry);
                OutputStream out = Files.newOutputStream(file)) {
            byte[] block = new byte[1 << 16];
            int n;
            while ((n = in.read(block)) > 0) {
                left -= n;
                if (left < 0) {
                    refuse(
                            name,
                            "压缩包解开后太大，没有解完",
                            "The zip unpacks to too much; it was given up",
                            "请只压缩本项目的文件",
                            "Zip only the files of this project");
                    return;
                }
                if (start.length == 0) {
                    start = Arrays.copyOf(block, Math.min(n, 4096));
                }
                sum.update(block, 0, n);
                out.write(block, 0, n);
            }
        }
        if (sum.getValue() != entry.getCrc()) {
            throw new ZipException("checksum");
        }
        if (!archives && nested(name, start)) {
            refuse(
                    name,
                    "压缩包里还有压缩包，没有读",
                    "There is an archive within the zip; nothing was read",
                    "请解开后放在一个压缩包里",
                    "Unpack it and put its files into one zip");
        }
    }

    /** Workbooks are zips too and are let through. */
    private static boolean nested(String name, byte[] start) {
        String extension = Upload.extension(name);
        if (List.of("zip", "7z", "rar", "gz", "tgz", "tar", "bz2", "xz", "jar").contains(extension)) {
            return true;
        }
        boolean packed = start.length > 3 && start[0] == 'P' && start[1] == 'K' && start[2] == 3 && start[3] == 4;
        return packed && !extension.toLowerCase(Locale.ROOT).matches("xls[xmb]|docx|pptx|ods|odt|kmz|qgz");
    }

    private void refuse(String where, String zh, String en, String remedyZh, String remedyEn) {
        refusal = new Trouble(where, new Text(zh, en), new Text(remedyZh, remedyEn));
    }

    @Override
    public void close() {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException undeletable) {
            throw new UncheckedIOException(undeletable);
        }
    }
}
