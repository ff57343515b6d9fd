package redline.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redline.intake.file.Upload;

/** Where files lie until they are read. */
class UploadRoomTest {
    @TempDir
    private Path here;

    private record Sent(String name, String text) implements UploadRoom.Arriving {
        @Override
        public InputStream open() throws IOException {
            if (text == null) {
                throw new IOException("broken off");
            }
            return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void files_lie_under_numbers_in_a_folder_that_only_the_program_may_open() throws IOException {
        try (UploadRoom room = UploadRoom.in(here.resolve("uploads"))) {
            ReceivedFiles files = room.receive(List.of(new Sent("../../总平面.dxf", "a"), new Sent("b.yaml", "bb")));

            assertThat(files.bytes()).isEqualTo(3);
            assertThat(files.names()).containsExactly("../../总平面.dxf", "b.yaml");
            assertThat(files.uploads().get(0).path().getParent()).isEqualTo(files.folder());
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(room.folder())))
                    .isEqualTo("rwx------");
            files.delete();
            assertThat(files.folder()).doesNotExist();
            files.delete();
        }
    }

    @Test
    void files_of_one_base_name_know_of_each_other() throws IOException {
        try (UploadRoom room = UploadRoom.in(here.resolve("uploads"))) {
            List<Upload> uploads = room.receive(
                            List.of(new Sent("a.shp", "1"), new Sent("a.DBF", "2"), new Sent("b.dbf", "3")))
                    .uploads();

            assertThat(uploads.get(0).beside("dbf"))
                    .hasValueSatisfying(dbf -> assertThat(dbf).hasContent("2"));
            assertThat(uploads.get(2).beside("shp")).isEmpty();
        }
    }

    @Test
    void of_an_upload_that_broke_off_nothing_is_left() throws IOException {
        try (UploadRoom room = UploadRoom.in(here.resolve("uploads"))) {
            assertThatThrownBy(() -> room.receive(List.of(new Sent("a", "1"), new Sent("b", null))))
                    .isInstanceOf(UncheckedIOException.class);

            try (Stream<Path> inside = Files.list(room.folder())) {
                assertThat(inside.map(file -> file.getFileName().toString())).containsExactly("in-use");
            }
        }
    }

    @Test
    void what_a_killed_program_left_behind_goes_at_the_next_start_and_what_is_in_use_stays() throws IOException {
        Path uploads = here.resolve("uploads");
        try (UploadRoom running = UploadRoom.in(uploads)) {
            ReceivedFiles theirs = running.receive(List.of(new Sent("a", "1")));
            Path left = Files.createDirectories(uploads.resolve("room-of-a-killed-program/files1"));
            Files.writeString(left.resolve("0"), "secret");
            Files.createFile(left.getParent().resolve("in-use"));

            try (UploadRoom next = UploadRoom.in(uploads)) {
                assertThat(next.folder()).isNotEqualTo(running.folder());
                assertThat(left.getParent()).doesNotExist();
                assertThat(theirs.folder()).exists();
            }
        }
        try (Stream<Path> inside = Files.list(uploads)) {
            assertThat(inside.filter(Files::isDirectory)).isEmpty();
        }
    }
}
