package redline.casefile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import redline.check.CompactRecord;
import redline.check.SchemeRecordJson;
import redline.fact.SchemeRecord;
import redline.intake.Hash;

/**
 * Records of judgings in a form that is read fast, under the hash of the original. They are made of the originals when they are
 * first asked for, and may be deleted at any time, all or some: what is missing, damaged or of another version is made anew.
 */
public final class StoredRecords {
    private final Originals originals;
    private final Path folder;
    /** Cleared at every start ({@link Originals#in}). */
    private final Path aside;

    private StoredRecords(Originals originals, Path folder, Path aside) {
        this.originals = originals;
        this.folder = folder;
        this.aside = aside;
    }

    /** @throws IOException where the folder cannot be made */
    static StoredRecords in(Path parent, Originals originals) throws IOException {
        return new StoredRecords(
                originals, Files.createDirectories(parent.resolve("records")), parent.resolve("arriving"));
    }

    /**
     * The record with this hash.
     *
     * @throws IOException where it is neither there in this form nor as an original
     * @throws IllegalArgumentException where the original is damaged, or no record
     */
    public CompactRecord of(String sha256) throws IOException {
        try {
            CompactRecord known = CompactRecord.of(Files.readAllBytes(place(sha256)));
            if (known.source().equals(sha256)) {
                return known;
            }
        } catch (NoSuchFileException | IllegalArgumentException none) {
            return made(sha256);
        }
        return made(sha256);
    }

    private CompactRecord made(String sha256) throws IOException {
        byte[] json = originals.read(sha256);
        if (!Hash.of(json).equals(sha256)) {
            throw new IllegalArgumentException("the original " + sha256 + " is damaged");
        }
        byte[] form = CompactRecord.write(SchemeRecordJson.read(json), sha256);
        keep(sha256, form);
        return CompactRecord.of(form);
    }

    /** Makes the form of a record that was just stored. */
    public void keep(String sha256, SchemeRecord record) throws IOException {
        keep(sha256, CompactRecord.write(record, sha256));
    }

    private void keep(String sha256, byte[] form) throws IOException {
        Path place = place(sha256);
        Files.createDirectories(place.getParent());
        Path arriving = aside.resolve(UUID.randomUUID().toString());
        try {
            Files.write(arriving, form);
            Files.move(arriving, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(arriving);
        }
    }

    private Path place(String sha256) {
        Path original = originals.path(sha256);
        return folder.resolve(original.getParent().getFileName()).resolve(original.getFileName());
    }
}
