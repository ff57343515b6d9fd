package redline.casefile;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import redline.intake.Hash;

/**
 * Files under the hash of their contents, never changed, never deleted. A file is on the disk, whole, before {@link #keep} returns:
 * written aside, forced out, renamed, and its folder forced out. What a machine that stopped left aside is cleared at the next
 * start.
 */
public final class Originals {
    private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}");

    private final Path folder;
    private final Path aside;

    private Originals(Path folder, Path aside) {
        this.folder = folder;
        this.aside = aside;
    }

    /** @throws IOException where the folder cannot be made or written */
    static Originals in(Path parent) throws IOException {
        Path folder = Files.createDirectories(parent.resolve("originals"));
        Path aside = Files.createDirectories(parent.resolve("arriving"));
        List<Path> left;
        try (Stream<Path> inside = Files.list(aside)) {
            left = inside.toList();
        }
        for (Path file : left) {
            Files.delete(file);
        }
        return new Originals(folder, aside);
    }

    /** @throws IOException where the source broke off or the disk is full; nothing of it is left then */
    public Original keep(InputStream source) throws IOException {
        Path arriving = aside.resolve(UUID.randomUUID().toString());
        try {
            MessageDigest digest = Hash.begun();
            long size;
            try (FileChannel channel =
                            FileChannel.open(arriving, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                    OutputStream out = Channels.newOutputStream(channel)) {
                size = new DigestInputStream(source, digest).transferTo(out);
                channel.force(true);
            }
            String name = Hash.ended(digest);
            Path place = place(name);
            if (!Files.exists(place)) {
                Files.createDirectories(place.getParent());
                move(arriving, place);
                force(place.getParent());
                force(folder);
            }
            return new Original(name, size);
        } finally {
            Files.deleteIfExists(arriving);
        }
    }

    /** Two that keep the same contents at once: either may win. */
    private static void move(Path arriving, Path place) throws IOException {
        try {
            Files.move(arriving, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException same) {
            return;
        }
    }

    /** A renamed file is there after a power cut only once its folder has been written. */
    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /**
     * Bytes that a file has.
     *
     * @throws IOException where there is none
     */
    public long size(String sha256) throws IOException {
        return Files.size(place(sha256));
    }

    public boolean has(String sha256) {
        return Files.isRegularFile(place(sha256));
    }

    /** Where it lies, for readers that need a file; there may be none. */
    Path path(String sha256) {
        return place(sha256);
    }

    /** @throws IOException where there is none, or it cannot be read */
    public byte[] read(String sha256) throws IOException {
        return Files.readAllBytes(place(sha256));
    }

    /** @throws IOException where there is none, or it cannot be read */
    public InputStream open(String sha256) throws IOException {
        return Files.newInputStream(place(sha256));
    }

    /** Whether the file has the contents that its name says. */
    public boolean sound(String sha256) throws IOException {
        if (!has(sha256)) {
            return false;
        }
        try (InputStream in = open(sha256)) {
            return Hash.of(in).equals(sha256);
        }
    }

    private Path place(String sha256) {
        if (!NAME.matcher(sha256).matches()) {
            throw new IllegalArgumentException("not a hash: " + sha256);
        }
        return folder.resolve(sha256.substring(0, 2)).resolve(sha256);
    }
}
