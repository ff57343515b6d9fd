package redline.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import redline.casefile.AuditLog.Finding;
import redline.casefile.Backup.Contents;
import redline.casefile.Backup.Refused;

/** A backup is the whole store, from and into every kind of database, or it is refused. */
class BackupTest {
    private static final Clock MONDAY = Clock.fixed(Instant.parse("2026-03-02T01:30:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    /** A store with two acts and one file. */
    private Path backupOf(StoreSettings settings) throws IOException {
        Path file = folder.resolve("office.zip");
        try (Store store = Store.open(settings, MONDAY)) {
            Original drawing = store.originals().keep(bytes("总平面图"));
            store.together(() -> {
                store.record(drawing);
                store.audit().append("王工", "case-received", "2026-0001", Map.of("file", drawing.sha256()));
                store.audit().append("system", "checked", "2026-0001", Map.of("quoted", "“1#”\n2#"));
                return null;
            });
            new Backup(store).write(file);
        }
        return file;
    }

    private static ByteArrayInputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, String> inside(Path zip) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (ZipFile read = new ZipFile(zip.toFile())) {
            for (ZipEntry entry : read.stream().toList()) {
                files.put(
                        entry.getName(), new String(read.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    @ParameterizedTest
    @CsvSource({"H2, H2", "H2, POSTGRESQL", "POSTGRESQL, H2", "POSTGRESQL, POSTGRESQL"})
    void a_restored_store_is_the_same_and_its_own_backup_is_too(Databases from, Databases into) throws Exception {
        Path backup = backupOf(from.in(folder.resolve("from")));
        StoreSettings restored = into.in(folder.resolve("into"));

        Contents contents = Backup.restore(backup, restored, MONDAY);

        assertThat(contents.audit())
                .isInstanceOfSatisfying(
                        Finding.Whole.class,
                        whole -> assertThat(whole.entries()).isEqualTo(2));
        assertThat(contents.originals()).isEqualTo(1);
        Path again = folder.resolve("again.zip");
        try (Store store = Store.open(restored, MONDAY)) {
            new Backup(store).write(again);
        }
        assertThat(inside(again)).isEqualTo(inside(backup));
    }

    @ParameterizedTest
    @EnumSource
    void a_store_in_which_something_was_done_is_not_overwritten(Databases kind) throws Exception {
        Path backup = backupOf(kind.in(folder.resolve("from")));
        StoreSettings used = kind.in(folder.resolve("used"));
        try (Store store = Store.open(used, MONDAY)) {
            store.together(() -> {
                store.audit().append("李工", "case-received", "2026-0007", Map.of());
                return null;
            });
        }

        assertThatThrownBy(() -> Backup.restore(backup, used, MONDAY))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.why()).isEqualTo(Refused.Why.NOT_EMPTY));
        try (Store store = Store.open(used, MONDAY)) {
            assertThat(store.audit().about("2026-0007")).hasSize(1);
            assertThat(store.audit().about("2026-0001")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_backup_with_a_changed_row_or_file_or_without_one_is_refused(Databases kind) throws Exception {
        Path backup = backupOf(kind.in(folder.resolve("from")));
        for (String name : inside(backup).keySet()) {
            for (boolean gone : new boolean[] {true, false}) {
                Path damaged = Files.copy(backup, folder.resolve("damaged" + name.hashCode() + gone + ".zip"));
                try (FileSystem zip = FileSystems.newFileSystem(damaged)) {
                    if (gone) {
                        Files.delete(zip.getPath(name));
                    } else {
                        Files.writeString(zip.getPath(name), "x" + Files.readString(zip.getPath(name)));
                    }
                }
                StoreSettings settings = kind.in(folder.resolve("into" + name.hashCode() + gone));

                assertThatThrownBy(() -> Backup.restore(damaged, settings, MONDAY))
                        .as(name)
                        .isInstanceOf(Refused.class);
                try (Store store = Store.open(settings, MONDAY)) {
                    assertThat(store.audit().verify()).isEqualTo(new Finding.Whole(0, AuditLog.BEGINNING));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_backup_whose_original_is_gone_is_not_written(Databases kind) throws Exception {
        StoreSettings settings = kind.in(folder.resolve("from"));
        try (Store store = Store.open(settings, MONDAY)) {
            Original lost = new Original("ab".repeat(32), 5);
            store.together(() -> {
                store.record(lost);
                return null;
            });

            assertThatThrownBy(() -> new Backup(store).write(folder.resolve("office.zip")))
                    .isInstanceOf(IOException.class);
        }
        assertThat(folder.resolve("office.zip")).doesNotExist();
        assertThat(folder.resolve("office.zip.part")).doesNotExist();
    }
}
