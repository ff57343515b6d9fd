package redline.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import redline.intake.Hash;

/** Puts a package together: the same bytes for the same files, whenever and wherever. */
public final class PackageWriter {
    /** The first that a zip can hold; no entry has a time of its own. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final List<PackedFile> files = new ArrayList<>();
    private final Map<String, Content> contents = new LinkedHashMap<>();

    /** A file at a place of its own. */
    public PackageWriter add(String path, PackedFile.Role role, Content content) throws IOException {
        return add(path, role, path, content);
    }

    /**
     * One of the numbered files of a folder.
     *
     * @return where it lies
     */
    public String add(String folder, PackedFile.Role role, String name, int number, Content content)
            throws IOException {
        String path = PackedFile.path(folder, number, name);
        add(path, role, name, content);
        return path;
    }

    /** A file at a place of its own in folders, called as the last part of it. */
    public PackageWriter place(String path, PackedFile.Role role, Content content) throws IOException {
        return add(path, role, path.substring(path.lastIndexOf('/') + 1), content);
    }

    private PackageWriter add(String path, PackedFile.Role role, String name, Content content) throws IOException {
        if (!PackedFile.named(name) || contents.put(path, content) != null) {
            throw new IllegalArgumentException("not to be packed: " + path);
        }
        CountingStream size = new CountingStream();
        try (InputStream in = content.open()) {
            String hash = Hash.copy(in, size);
            files.add(new PackedFile(path, role, name, hash, size.bytes));
        }
        return this;
    }

    private static final class CountingStream extends OutputStream {
        private long bytes;

        @Override
        public void write(int one) {
            bytes++;
        }

        @Override
        public void write(byte[] block, int from, int length) {
            bytes += length;
        }
    }

    /** A package that only has to be written. */
    public record Ready(Manifest manifest, byte[] json, byte[] signature, Map<String, Content> contents) {
        /** @throws IOException where it cannot be written, or a file is not what it was */
        public void write(OutputStream out) throws IOException {
            ZipOutputStream zip = new ZipOutputStream(out);
            entry(zip, manifest.kind().manifest(), Content.of(json));
            entry(zip, manifest.kind().signature(), Content.of(signature));
            for (PackedFile file : manifest.files()) {
                String hash = entry(zip, file.path(), contents.get(file.path()));
                if (!hash.equals(file.sha256())) {
                    throw new IOException("a file changed while it was packed");
                }
            }
            zip.finish();
        }

        private static String entry(ZipOutputStream zip, String path, Content content) throws IOException {
            ZipEntry entry = new ZipEntry(path);
            entry.setTimeLocal(NO_TIME);
            zip.putNextEntry(entry);
            try (InputStream in = content.open()) {
                String hash = Hash.copy(in, zip);
                zip.closeEntry();
                return hash;
            }
        }
    }

    /** @param manifest of the files that were added */
    public Ready signed(SigningKey key, Function<List<PackedFile>, Manifest> manifest) {
        Manifest made = manifest.apply(List.copyOf(files));
        byte[] json = made.json();
        return new Ready(made, json, key.sign(json), Map.copyOf(contents));
    }
}
