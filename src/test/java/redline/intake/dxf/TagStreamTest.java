package redline.intake.dxf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tags are those of the file, wherever its bytes are cut and however much of it is held. */
class TagStreamTest {
    private record Tag(int code, String value) {}

    /** Gives as many bytes as it likes, at least one. */
    private static final class Piecemeal extends FilterInputStream {
        private final Random random;

        private Piecemeal(byte[] file, long seed) {
            super(new ByteArrayInputStream(file));
            random = new Random(seed);
        }

        @Override
        public int read(byte[] to, int from, int most) throws IOException {
            return super.read(to, from, Math.min(most, 1 + random.nextInt(3000)));
        }
    }

    private static List<Tag> tags(Random random) {
        List<Tag> tags = new ArrayList<>();
        for (int n = 0; n < 3000; n++) {
            int size = random.nextInt(50) == 0 ? random.nextInt(150_000) : random.nextInt(30);
            tags.add(new Tag(random.nextInt(1072), "总".repeat(random.nextInt(3)) + "x".repeat(size) + n));
        }
        tags.add(new Tag(0, "EOF"));
        return tags;
    }

    private static byte[] file(List<Tag> tags, Random random, String lineEnd) {
        StringBuilder text = new StringBuilder(random.nextBoolean() ? "\ufeff" : "");
        for (Tag tag : tags) {
            text.append(" ".repeat(random.nextInt(4))).append(tag.code).append(lineEnd);
            text.append(tag.value).append(lineEnd);
        }
        return text.append("what follows is not read").toString().getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void tags_are_those_of_the_file(String lineEnd) throws Exception {
        Random random = new Random(20261126);
        List<Tag> tags = tags(random);
        byte[] file = file(tags, random, lineEnd);
        int resumed = 0;
        TagStream.Place place = TagStream.Place.START;
        for (long seed = 0; seed < 20; seed++) {
            List<Tag> read = new ArrayList<>(tags.subList(0, resumed));
            InputStream in = new Piecemeal(file, seed);
            try (TagStream stream = new TagStream(in, StandardCharsets.UTF_8, true, place)) {
                while (stream.has(0)) {
                    int held = 0;
                    while (held < 1 + random.nextInt(5) && stream.has(held)) {
                        held++;
                    }
                    assertThat(stream.line(0)).isEqualTo(2 * read.size() + 2);
                    Tags own = stream.first(held);
                    for (int i = 0; i < held; i++) {
                        read.add(new Tag(own.code(i), own.text(i)));
                    }
                    stream.forget(held);
                    if (read.size() > 1000 && resumed == 0) {
                        resumed = read.size();
                        place = stream.next();
                    }
                }
                assertThat(stream.ended()).isTrue();
            }
            assertThat(read).isEqualTo(tags);
        }
    }
}
