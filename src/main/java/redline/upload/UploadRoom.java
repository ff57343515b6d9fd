package redline.upload;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Where files lie on their way from the request to their reader: a folder that only this program's user may open. It goes when the
 * program ends; what a program that was killed left behind goes when the next one starts.
 */
public final class UploadRoom implements AutoCloseable {
    private static final String LOCK = "in-use";
    private static final String GATE = "gate";
    /** Rooms of this program. */
    private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

    private final Path room;
    private final FileChannel lock;

    /** A file as the browser sends it. */
    public interface Arriving {
        String name();

        InputStream open() throws IOException;
    }

    private UploadRoom(Path room, FileChannel lock) {
        this.room = room;
        this.lock = lock;
    }

    /** @throws IOException where the folder cannot be made, or belongs to somebody else */
    public static UploadRoom in(Path parent) throws IOException {
        if (!Files.isDirectory(parent, LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectories(parent.toAbsolutePath().getParent());
            Files.createDirectory(parent, ownerOnly());
        }
        // One at a time, across programs too: a room that is not locked yet would be taken for one left behind.
        synchronized (OWN) {
            try (FileChannel gate = FileChannel.open(
                            parent.resolve(GATE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock held = gate.lock()) {
                if (!held.isValid()) {
                    throw new IOException("the folder for uploads cannot be locked: " + parent);
                }
                return made(parent);
            }
        }
    }

    private static UploadRoom made(Path parent) throws IOException {
        Path room = Files.createTempDirectory(parent, "room", ownerOnly());
        if (!Files.getOwner(parent).equals(Files.getOwner(room))) {
            Files.delete(room);
            throw new IOException("the folder for uploads belongs to somebody else: " + parent);
        }
        FileChannel lock =
                FileChannel.open(room.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        if (lock.tryLock() == null) {
            throw new IOException("a folder just made is in use: " + room);
        }
        OWN.add(room);
        clear(parent);
        return new UploadRoom(room, lock);
    }

    /** A folder of this user in the temporary folder of the machine. */
    public static Path usual() {
        return Path.of(System.getProperty("java.io.tmpdir"), "redline-uploads-" + System.getProperty("user.name"));
    }

    public Path folder() {
        return room;
    }

    /** Deletes rooms whose program has ended; those in use are locked. */
    private static void clear(Path parent) throws IOException {
        List<Path> rooms;
        try (Stream<Path> inside = Files.list(parent)) {
            // Even to open and close the lock of a room of our own would give it up: POSIX locks belong to the process.
            rooms = inside.filter(room ->
                            !OWN.contains(room) && Files.isRegularFile(room.resolve(LOCK), LinkOption.NOFOLLOW_LINKS))
                    .toList();
        }
        for (Path room : rooms) {
            try (FileChannel channel = FileChannel.open(room.resolve(LOCK), StandardOpenOption.WRITE);
                    FileLock left = channel.tryLock()) {
                if (left != null) {
                    delete(room);
                }
            } catch (OverlappingFileLockException ourOwn) {
                continue;
            }
        }
    }

    /** @throws UncheckedIOException where the transfer broke off or the disk is full; nothing of it is left then */
    public ReceivedFiles receive(List<? extends Arriving> arriving) {
        Path folder = null;
        try {
            folder = Files.createTempDirectory(room, "files", ownerOnly());
            LinkedHashMap<String, Path> kept = new LinkedHashMap<>();
            List<String> names = new ArrayList<>();
            for (Arriving file : arriving) {
                String name = ReceivedFiles.unlike(names, file.name());
                names.add(name);
                // What people call their files is never a path here.
                Path path = folder.resolve(String.valueOf(kept.size()));
                try (InputStream in = file.open()) {
                    Files.copy(in, path);
                }
                kept.put(name, path);
            }
            return ReceivedFiles.of(folder, kept);
        } catch (IOException broken) {
            if (folder != null) {
                delete(folder);
            }
            throw new UncheckedIOException("the upload broke off", broken);
        }
    }

    /** Deletes the folder with all that is in it; what is gone already is no matter. */
    static void delete(Path folder) {
        try (Stream<Path> inside = Files.walk(folder)) {
            List<Path> deepestFirst = new ArrayList<>(inside.toList());
            java.util.Collections.reverse(deepestFirst);
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | UncheckedIOException gone) {
            // The next start looks again.
            return;
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }

    @Override
    public void close() throws IOException {
        delete(room);
        OWN.remove(room);
        lock.close();
    }
}
