package redline.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was handed in is kept once, under the hash of its contents, and never half. */
class OriginalsTest {
    /** SHA-256 of "abc", from FIPS 180-2, appendix B.1. */
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    private Path folder;

    private static InputStream abc() {
        return new ByteArrayInputStream("abc".getBytes(StandardCharsets.US_ASCII));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> inside = Files.walk(folder)) {
            return inside.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .toList();
        }
    }

    @Test
    void the_same_contents_twice_are_one_file() throws IOException {
        Originals originals = Originals.in(folder);

        assertThat(originals.keep(abc())).isEqualTo(new Original(ABC, 3));
        assertThat(originals.keep(abc())).isEqualTo(new Original(ABC, 3));

        assertThat(files()).containsExactly("originals/ba/" + ABC);
        assertThat(originals.open(ABC)).hasBinaryContent("abc".getBytes(StandardCharsets.US_ASCII));
        assertThat(originals.sound(ABC)).isTrue();
    }

    @Test
    void an_upload_that_breaks_off_leaves_nothing() throws IOException {
        Originals originals = Originals.in(folder);
        InputStream broken = new InputStream() {
            private int left = 100_000;

            @Override
            public int read() throws IOException {
                if (left-- <= 0) {
                    throw new IOException("connection reset");
                }
                return 'a';
            }
        };

        assertThatThrownBy(() -> originals.keep(broken)).isInstanceOf(IOException.class);

        assertThat(files()).isEmpty();
    }

    @Test
    void what_a_machine_that_stopped_left_aside_is_gone_after_the_next_start() throws IOException {
        Originals.in(folder);
        Files.writeString(folder.resolve("arriving").resolve("half"), "ab");

        Originals.in(folder);

        assertThat(files()).isEmpty();
    }

    @Test
    void a_file_that_was_changed_on_the_disk_is_not_sound() throws IOException {
        Originals originals = Originals.in(folder);
        originals.keep(abc());
        Files.writeString(folder.resolve("originals/ba").resolve(ABC), "abd");

        assertThat(originals.sound(ABC)).isFalse();
        assertThat(originals.sound("0".repeat(64))).isFalse();
    }

    @Test
    void a_name_that_is_no_hash_is_no_way_out_of_the_folder() throws IOException {
        Originals originals = Originals.in(folder);

        assertThatThrownBy(() -> originals.open("../../etc/passwd")).isInstanceOf(IllegalArgumentException.class);
    }

    @org.junit.jupiter.params.ParameterizedTest
    @org.junit.jupiter.params.provider.EnumSource
    void two_who_note_the_same_file_at_once_both_go_on(Databases kind) throws Exception {
        try (Store store = Store.open(kind.in(folder), java.time.Clock.systemUTC())) {
            Original same = store.originals().keep(new java.io.ByteArrayInputStream(new byte[] {1, 2, 3}));
            java.util.concurrent.CyclicBarrier together = new java.util.concurrent.CyclicBarrier(4);
            java.util.concurrent.ExecutorService four = java.util.concurrent.Executors.newFixedThreadPool(4);
            java.util.List<java.util.concurrent.Callable<Void>> acts = java.util.Collections.nCopies(4, () -> {
                store.<Void, Exception>together(() -> {
                    together.await();
                    store.record(same);
                    return null;
                });
                return null;
            });
            for (java.util.concurrent.Future<Void> done : four.invokeAll(acts)) {
                done.get();
            }
            four.shutdown();
            assertThat(store.database()
                            .sql("select count(*) from original")
                            .query(Long.class)
                            .single())
                    .isEqualTo(1);
        }
    }
}
