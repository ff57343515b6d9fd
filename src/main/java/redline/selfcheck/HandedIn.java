package redline.selfcheck;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import redline.exchange.Content;
import redline.exchange.PackedFile;
import redline.intake.Source;
import redline.upload.Material;
import redline.upload.ReceivedFiles;

/**
 * Files as somebody handed them in, kept for a package as long as a check needs them: a data check and those that follow it share them. What came
 * as files lies in the folder for uploads and is deleted with the last of these checks.
 */
final class HandedIn {
    private static final int LONGEST_NAME = 200;

    private final Material material;
    /** Ids of the checks that need it. */
    private final Set<String> holders = new HashSet<>();

    private boolean gone;

    /** @param material as it came, not {@link Material.Known} */
    HandedIn(Material material) {
        this.material = material;
    }

    /** One of them. */
    record File(PackedFile.Role role, String name, Content content) {}

    /** False where they were deleted already. */
    synchronized boolean hold(String check) {
        holders.add(check);
        return !gone;
    }

    synchronized void letGo(String check) {
        holders.remove(check);
        if (holders.isEmpty() && !gone) {
            gone = true;
            if (material instanceof Material.Arrived arrived) {
                arrived.files().delete();
            }
        }
    }

    /** Bytes on the disk. */
    long bytes() {
        return material instanceof Material.Arrived arrived ? arrived.files().bytes() : 0;
    }

    /** In the order in which they came, conditions that came beside them last; of them nothing is left where they were let go. */
    List<File> files() {
        List<File> files = new ArrayList<>();
        if (material instanceof Material.Arrived arrived) {
            ReceivedFiles received = arrived.files();
            received.uploads()
                    .forEach(file -> files.add(new File(PackedFile.Role.SCHEME, named(file.name()), file::open)));
        } else if (material instanceof Material.SchemeFile file) {
            files.add(file(PackedFile.Role.SCHEME, file.scheme()));
        }
        if (material.conditions() != null) {
            files.add(file(PackedFile.Role.CONDITIONS, material.conditions()));
        }
        return files;
    }

    private static File file(PackedFile.Role role, Source source) {
        return new File(role, named(source.name()), Content.of(source.bytes()));
    }

    /** A form can be typed any name into. */
    private static String named(String name) {
        String plain = name.replaceAll("[/\\\\\\p{Cc}]", "_");
        String end = plain.substring(Math.max(0, plain.length() - LONGEST_NAME));
        return end.isBlank() ? "file" : end;
    }
}
